import Annotation
import Foundation
import Knowledge

/// How one row of a type's file, of `operators.txt` or of `operations.txt` is read; what is at fault is thrown with its line.
extension LexiconReader {
    /// Reads one row of a type's file.
    func read(
        _ row: TextTable.Row, _ table: TextTable, type: PloverType?, into batch: inout Lexicon.Batch
    ) throws {
        let code = row.text(3)
        // "none" takes an entry of the program's away.
        if code == "none" { return try add(row, table, nil, [], &batch) }
        guard ontology.isCode(code) else { throw table.error(row, "unknown code \"\(code)\"") }
        var modes: [String] = []
        var contexts: [String] = []
        var demands: Lexicon.Demands = []
        for extra in row.text(4).split(separator: " ") {
            switch extra {
            case "official": demands.insert(.official)
            case "official-target": demands.insert(.officialTarget)
            case "foreign": demands.insert(.foreign)
            case "body-target": demands.insert(.bodyTarget)
            case "deed": demands.insert(.deed)
            case "direct": demands.insert(.direct)
            case "named": demands.insert(.named)
            case "implied": demands.insert(.implied)
            case _ where extra.hasPrefix("+"):
                let mode = String(extra.dropFirst())
                guard let type, ontology.isMode(mode, of: type) else {
                    throw table.error(row, "unknown mode \"\(mode)\"")
                }
                modes.append(mode)
            case _ where ontology.isContext(String(extra)): contexts.append(String(extra))
            default: throw table.error(row, "unknown context or demand \"\(extra)\"")
            }
        }
        if let type {
            if let conversion = ontology.conversion(of: code, as: type) {
                if modes.isEmpty { modes = conversion.modes }
                contexts += conversion.contexts.filter { !contexts.contains($0) }
            }
            contexts += ontology.contexts(broughtBy: modes, of: type).filter { !contexts.contains($0) }
        }
        let meaning = Lexicon.Meaning.act(type: type, code: code, modes: modes, contexts: contexts)
        let examples = try row.notes.map { try example($0, type, code, table) }
        try add(row, table, meaning, demands, &batch)
        batch.examples += examples
    }

    func readOperator(
        _ row: TextTable.Row, _ table: TextTable, into batch: inout Lexicon.Batch, _ lexicon: Lexicon
    ) throws {
        let name = row.text(3)
        guard lexicon.compositions[name] != nil else {
            throw table.error(row, "compose.txt has no operator \"\(name)\"")
        }
        let complements = Set(
            try row.text(4).split(separator: " ").map { word -> Lexicon.Complement in
                switch word {
                case "inf": .infinitive
                case "that": .clause
                case "must": .obligation
                case "any": .anything
                case "ing": .gerund(.empty)
                case "obj": .object
                case _ where word.hasSuffix("+ing"): .gerund(StringKey(word.dropLast(4)))
                case _ where word.allSatisfy(\.isLetter): .preposition(StringKey(word))
                default: throw table.error(row, "unknown complement \"\(word)\"")
                }
            })
        var examples: [Lexicon.Example] = []
        for note in row.notes {
            let parts = note.text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { throw table.error(row, "expected \"CODE = sentence\" as example") }
            let code = parts[0].trimmingCharacters(in: .whitespaces)
            guard ontology.isCode(code) else {
                throw KnowledgeError(file: table.name, line: note.line, "unknown code \"\(code)\"")
            }
            examples.append(
                try example(
                    (note.line, parts[1].trimmingCharacters(in: .whitespaces)), ontology.type(of: code), code, table
                ))
        }
        try add(row, table, .operator(name: name, complements: complements), [], &batch)
        batch.examples += examples
    }

    /// Adds the entries of a row, one for each pattern; a nil meaning only takes away what an earlier folder had there.
    private func add(
        _ row: TextTable.Row, _ table: TextTable, _ meaning: Lexicon.Meaning?, _ demands: Lexicon.Demands,
        _ batch: inout Lexicon.Batch
    ) throws {
        let parts = ["verb", "noun", "adj"]
        guard parts.contains(row.text(0)) else {
            throw table.error(row, "expected verb, noun or adj, found \"\(row.text(0))\"")
        }
        let frame = try self.frame(row.text(2), table, row)
        let origin = "\(table.name):\(row.line)"
        for text in row.list(1) {
            // The program reads thousands of these as it starts: bytes, not characters.
            var words = text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
            guard !words.isEmpty else { continue }
            let pattern = words.joined(separator: " ")
            let lemma = StringKey(words.removeFirst())
            let conditions = try words.map { try condition($0, table, row) }
            batch.patterns.append((row.text(0), lemma, pattern))
            guard let meaning else { continue }
            let entry = Lexicon.Entry(
                meaning: meaning, frame: frame, conditions: conditions, demands: demands, pattern: pattern,
                origin: origin)
            switch row.text(0) {
            case "verb": batch.verbs[lemma, default: []].append(entry)
            case "noun": batch.nouns[lemma, default: []].append(entry)
            default: batch.adjectives[lemma, default: []].append(entry)
            }
        }
    }

    private func condition(_ word: String, _ table: TextTable, _ row: TextTable.Row) throws -> Lexicon.Condition {
        func nouns(_ text: Substring) throws -> Set<StringKey> {
            if text.hasPrefix("=") {
                let words = text.utf8.dropFirst().split(separator: UInt8(ascii: "/"))
                return Set(words.map { StringKey(Substring($0)) })
            }
            guard text.hasPrefix("@"), let named = classes[String(text.dropFirst())] else {
                throw table.error(row, "classes.txt has no class \"\(text)\"")
            }
            return named
        }
        if word.hasPrefix("!"), let colon = word.utf8.firstIndex(of: UInt8(ascii: ":")) {
            let key = word[word.index(after: word.startIndex)..<colon]
            let set = try nouns(word[word.index(after: colon)...])
            return key == "subj" ? .notSubject(set) : .notPreposition(StringKey(key), set)
        }
        if word.hasPrefix("!") { return .notObject(try nouns(word.dropFirst())) }
        if word.hasPrefix("@") || word.hasPrefix("=") { return .object(try nouns(word[...])) }
        guard let colon = word.utf8.firstIndex(of: UInt8(ascii: ":")) else { return .particle(StringKey(word)) }
        let value = word[word.index(after: colon)...]
        let role = word[..<colon]
        if role == "inf" { return .infinitive(try nouns(value)) }
        if role == "subj" { return .subject(try nouns(value)) }
        return .preposition(StringKey(role), value.isEmpty ? [] : try nouns(value))
    }

    private func frame(_ text: String, _ table: TextTable, _ row: TextTable.Row) throws -> Lexicon.Frame {
        let words = text.split(separator: " ")
        guard words.count == 3, words[1] == ">" || words[1] == "<>" else {
            throw table.error(row, "expected a frame like \"subj > obj\", found \"\(text)\"")
        }
        func side(_ text: Substring) -> Lexicon.Side {
            let isOptional = text.hasSuffix("?")
            let roles = (isOptional ? text.dropLast() : text).split(separator: "/").compactMap {
                role -> Lexicon.Role? in
                switch role {
                case "subj": .subject
                case "obj": .object
                case "iobj": .recipient
                case "-": nil
                default: .preposition(StringKey(role))
                }
            }
            return Lexicon.Side(roles: roles, isOptional: isOptional || roles.isEmpty)
        }
        return Lexicon.Frame(source: side(words[0]), target: side(words[2]), isReciprocal: words[1] == "<>")
    }

    /// Reads "(Iran) condemned <the strike>."
    private func example(
        _ note: (line: Int, text: String), _ type: PloverType?, _ code: String, _ table: TextTable
    ) throws -> Lexicon.Example {
        var example = Lexicon.Example(
            origin: "\(table.name):\(note.line)", text: "", source: [], target: [], type: type, code: code)
        var open: (close: Character, words: String)?
        for c in note.text {
            switch (c, open) {
            case ("(", nil): open = (")", "")
            case ("<", nil): open = (">", "")
            case (let c, let marked?) where c == marked.close:
                if c == ")" { example.source.append(marked.words) } else { example.target.append(marked.words) }
                open = nil
            default:
                example.text.append(c)
                open?.words.append(c)
            }
        }
        guard open == nil else { throw KnowledgeError(file: table.name, line: note.line, "a mark is not closed") }
        return example
    }
}

extension Lexicon.Operation {
    /// Reads a row of `operations.txt`.
    static func read(_ row: TextTable.Row, _ table: TextTable, of operators: Set<String>) throws -> Lexicon.Operation {
        let name = row.text(0)
        guard operators.contains(name) else { throw table.error(row, "compose.txt has no operator \"\(name)\"") }
        guard let aim = Aim(rawValue: row.text(1)) else { throw table.error(row, "expected doer or patient") }
        let traits = row.list(2)
        if let unknown = traits.first(where: { !["told", "mutual", "planned"].contains($0) }) {
            throw table.error(row, "expected told, mutual or planned, found \"\(unknown)\"")
        }
        let negation = row.text(3).isEmpty ? nil : row.text(3)
        if let negation, !operators.contains(negation) {
            throw table.error(row, "compose.txt has no operator \"\(negation)\"")
        }
        return Lexicon.Operation(
            aim: aim, isInnerTold: traits.contains("told"),
            isPlanned: traits.contains("planned"), isMutual: traits.contains("mutual"), negation: negation)
    }
}
