import Annotation
import Foundation
package import Knowledge

extension Lexicon {
    /// Reads `lexicon/`: a file a type, `operators.txt`, `compose.txt`, `classes.txt`, `light-verbs.txt`.
    /// The format is described in `Data/lexicon/README.md`.
    ///
    /// - Throws: `KnowledgeError` naming file and line.
    package init(data: DataLocation, ontology: Ontology) throws {
        var reader = LexiconReader(ontology: ontology)
        let classes = try TextTable(file: data.file("lexicon", "classes.txt"), columns: 2...2)
        for row in classes.rows { reader.classes[row.text(0)] = Set(row.list(1).map { StringKey($0) }) }
        for row in try TextTable(file: data.file("lexicon", "light-verbs.txt"), columns: 2...2).rows {
            let words = Set(row.list(1).map { StringKey($0) })
            if row.text(0) == "light" { lightVerbs.formUnion(words) } else { aspectVerbs.formUnion(words) }
        }
        for row in try TextTable(file: data.file("lexicon", "pastimes.txt"), columns: 2...2).rows {
            pastimes.formUnion(row.list(1).map { StringKey($0) })
        }
        let compose = try TextTable(file: data.file("lexicon", "compose.txt"), columns: 3...3)
        for row in compose.rows {
            guard ontology.isCode(row.text(2)) || row.text(2) == "=" else {
                throw compose.error(row, "unknown code \"\(row.text(2))\"")
            }
            compositions[row.text(0), default: []].append((row.text(1), row.text(2)))
        }
        operations = try Operation.read(
            TextTable(file: data.file("lexicon", "operations.txt"), columns: 3...4), of: Set(compositions.keys))
        for row in try TextTable(file: data.file("lexicon", "officials.txt"), columns: 1...1).rows {
            officialSectors.formUnion(row.list(0))
        }
        for key in compositions.keys { compositions[key]?.sort { $0.prefix.utf8.count > $1.prefix.utf8.count } }
        for type in PloverType.allCases {
            let name = type.rawValue.lowercased() + ".txt"
            try reader.read(TextTable(file: data.file("lexicon", name), columns: 4...5), type: type, into: &self)
        }
        try reader.read(TextTable(file: data.file("lexicon", "comment.txt"), columns: 4...5), type: nil, into: &self)
        try reader.readOperators(TextTable(file: data.file("lexicon", "operators.txt"), columns: 5...5), into: &self)
    }
}

extension Lexicon.Operation {
    /// Reads `operations.txt`: one row for each of `operators`.
    static func read(_ table: TextTable, of operators: Set<String>) throws -> [String: Lexicon.Operation] {
        var operations: [String: Lexicon.Operation] = [:]
        for row in table.rows {
            let name = row.text(0)
            guard operators.contains(name) else { throw table.error(row, "compose.txt has no operator \"\(name)\"") }
            guard let aim = Aim(rawValue: row.text(1)) else { throw table.error(row, "expected doer or patient") }
            let traits = row.list(2)
            if let unknown = traits.first(where: { $0 != "told" && $0 != "mutual" }) {
                throw table.error(row, "expected told or mutual, found \"\(unknown)\"")
            }
            let negation = row.text(3).isEmpty ? nil : row.text(3)
            if let negation, !operators.contains(negation) {
                throw table.error(row, "compose.txt has no operator \"\(negation)\"")
            }
            operations[name] = Lexicon.Operation(
                aim: aim, isInnerTold: traits.contains("told"), isMutual: traits.contains("mutual"), negation: negation)
        }
        if let missing = operators.subtracting(operations.keys).min() {
            throw KnowledgeError(file: table.name, line: 1, "no row for the operator \"\(missing)\" of compose.txt")
        }
        return operations
    }
}

/// Turns rows into entries; every fault names its line.
struct LexiconReader {
    let ontology: Ontology
    var classes: [String: Set<StringKey>] = [:]

    init(ontology: Ontology) { self.ontology = ontology }

    func read(_ table: TextTable, type: PloverType?, into lexicon: inout Lexicon) throws {
        for row in table.rows {
            let code = row.text(3)
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
            try add(row, table, meaning, demands, &lexicon)
            for note in row.notes { lexicon.examples.append(try example(note, type, code, table)) }
        }
    }

    func readOperators(_ table: TextTable, into lexicon: inout Lexicon) throws {
        for row in table.rows {
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
                    case "ing": .gerund(.empty)
                    case "obj": .object
                    case _ where word.hasSuffix("+ing"): .gerund(StringKey(word.dropLast(4)))
                    case _ where word.allSatisfy(\.isLetter): .preposition(StringKey(word))
                    default: throw table.error(row, "unknown complement \"\(word)\"")
                    }
                })
            try add(row, table, .operator(name: name, complements: complements), [], &lexicon)
            for note in row.notes {
                let parts = note.text.split(separator: "=", maxSplits: 1)
                guard parts.count == 2 else { throw table.error(row, "expected \"CODE = sentence\" as example") }
                let code = parts[0].trimmingCharacters(in: .whitespaces)
                guard ontology.isCode(code) else {
                    throw KnowledgeError(file: table.name, line: note.line, "unknown code \"\(code)\"")
                }
                lexicon.examples.append(
                    try example(
                        (note.line, parts[1].trimmingCharacters(in: .whitespaces)), ontology.type(of: code), code, table
                    ))
            }
        }
    }

    private func add(
        _ row: TextTable.Row, _ table: TextTable, _ meaning: Lexicon.Meaning, _ demands: Lexicon.Demands,
        _ lexicon: inout Lexicon
    ) throws {
        let frame = try self.frame(row.text(2), table, row)
        for pattern in row.list(1) {
            var words = pattern.split(separator: " ").map(String.init)
            guard !words.isEmpty else { continue }
            let lemma = StringKey(words.removeFirst())
            let conditions = try words.map { try condition($0, table, row) }
            let entry = Lexicon.Entry(
                meaning: meaning, frame: frame, conditions: conditions, demands: demands,
                origin: "\(table.name):\(row.line)")
            switch row.text(0) {
            case "verb": lexicon.verbs[lemma, default: []].append(entry)
            case "noun": lexicon.nouns[lemma, default: []].append(entry)
            case "adj": lexicon.adjectives[lemma, default: []].append(entry)
            default: throw table.error(row, "expected verb, noun or adj, found \"\(row.text(0))\"")
            }
        }
    }

    private func condition(_ word: String, _ table: TextTable, _ row: TextTable.Row) throws -> Lexicon.Condition {
        func nouns(_ text: Substring) throws -> Set<StringKey> {
            if text.hasPrefix("=") { return Set(text.dropFirst().split(separator: "/").map { StringKey($0) }) }
            guard text.hasPrefix("@"), let named = classes[String(text.dropFirst())] else {
                throw table.error(row, "classes.txt has no class \"\(text)\"")
            }
            return named
        }
        if word.hasPrefix("!"), let colon = word.firstIndex(of: ":") {
            let key = word[word.index(after: word.startIndex)..<colon]
            return .notPreposition(StringKey(key), try nouns(word[word.index(after: colon)...]))
        }
        if word.hasPrefix("!") { return .notObject(try nouns(word.dropFirst())) }
        if word.hasPrefix("@") || word.hasPrefix("=") { return .object(try nouns(word[...])) }
        guard let colon = word.firstIndex(of: ":") else { return .particle(StringKey(word)) }
        let value = word[word.index(after: colon)...]
        let role = word[..<colon]
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
