import Annotation
import Foundation
package import Knowledge

extension Lexicon {
    /// What the names of the user's own files begin with in rules and messages: "own/accuse.txt:3".
    package static let userPrefix: Substring = "own"

    /// Reads `lexicon/`, and the user's own folder where there is one. The format is described in
    /// `Data/lexicon/README.md`.
    ///
    /// Rows at fault in the user's files are left out and told in `faults`.
    ///
    /// - Throws: `KnowledgeError` naming file and line, for the program's own files.
    package init(data: DataLocation, ontology: Ontology) throws {
        try self.init(data: data, ontology: ontology, isStrict: true)
    }

    /// Reads them all the same when they are at fault; `faults` has what is wrong with either.
    package static func lenient(data: DataLocation, ontology: Ontology) throws -> Lexicon {
        try Lexicon(data: data, ontology: ontology, isStrict: false)
    }

    private init(data: DataLocation, ontology: Ontology, isStrict: Bool) throws {
        var reader = LexiconReader(ontology: ontology)
        let program = LexiconFolder(folder: data.file("lexicon"), prefix: nil)
        let own = data.userLexicon.map { LexiconFolder(folder: $0, prefix: String(Self.userPrefix)) }
        try reader.readClasses(program, into: &self)
        if let own { try reader.readClasses(own, into: &self) }
        try reader.read(program, into: &self)
        if isStrict, let first = faults.first(where: { !$0.file.hasPrefix(Self.userPrefix + "/") }) { throw first }
        if let own {
            faults += own.strangers()
            try reader.read(own, into: &self)
        }
        for key in compositions.keys { compositions[key]?.sort { $0.prefix.utf8.count > $1.prefix.utf8.count } }
    }
}

/// A folder with the lexicon's files: the program's, which has them all, or the user's, which may have any.
struct LexiconFolder {
    let folder: URL
    /// What its file names begin with in messages; nil for the program's own.
    let prefix: String?

    static let types = PloverType.allCases.map { $0.rawValue.lowercased() + ".txt" }
    static let others = [
        "comment.txt", "operators.txt", "operations.txt", "compose.txt", "classes.txt", "light-verbs.txt",
        "pastimes.txt", "officials.txt",
    ]

    /// The rows of one file; none where the user's folder does not have it.
    func table(_ name: String, columns: ClosedRange<Int>, faults: inout [KnowledgeError]) throws -> TextTable {
        let shown = prefix.map { "\($0)/\(name)" } ?? name
        guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else {
            guard prefix != nil else {
                throw KnowledgeError(file: folder.appendingPathComponent(name).path, line: nil, "is not readable")
            }
            return TextTable(name: shown, bytes: [], columns: columns, faults: &faults)
        }
        return TextTable(name: shown, bytes: Array(data), columns: columns, faults: &faults)
    }

    /// Files that no part of the lexicon is read from.
    func strangers() -> [KnowledgeError] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let known = Set(Self.types + Self.others)
        return names.sorted().filter { $0.hasSuffix(".txt") && !known.contains($0) }.map {
            KnowledgeError(
                file: "\(prefix ?? "")/\($0)", line: nil,
                "no file of a lexicon; expected one named for a type (accuse.txt), or \(Self.others.joined(separator: ", "))"
            )
        }
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

/// Turns rows into entries; every fault names its line.
struct LexiconReader {
    let ontology: Ontology
    var classes: [String: Set<StringKey>] = [:]

    init(ontology: Ontology) { self.ontology = ontology }

    /// Reads the classes of nouns of a folder; the user's stand before any entry is read, so that the program's entries know
    /// them too.
    mutating func readClasses(_ folder: LexiconFolder, into lexicon: inout Lexicon) throws {
        var faults: [KnowledgeError] = []
        let named = try folder.table("classes.txt", columns: 2...2, faults: &faults)
        var lines: [String: Int] = [:]
        for row in named.rows {
            if let line = lines.updateValue(row.line, forKey: row.text(0)) {
                faults.append(named.error(row, "the class \"\(row.text(0))\" stands in line \(line) too"))
                continue
            }
            var words: Set<StringKey> = []
            for word in row.list(1) {
                // "@buildings": all of another class that stands above.
                guard word.hasPrefix("@") else {
                    words.insert(StringKey(word))
                    continue
                }
                if let other = classes[String(word.dropFirst())] {
                    words.formUnion(other)
                } else {
                    faults.append(named.error(row, "no class \"\(word)\" stands above"))
                }
            }
            // "+forces | drone" widens a class of the program's; without the sign it takes its place.
            if row.text(0).hasPrefix("+") {
                if classes[String(row.text(0).dropFirst())] == nil {
                    faults.append(named.error(row, "no class \"\(row.text(0).dropFirst())\" to widen"))
                    continue
                }
                classes[String(row.text(0).dropFirst()), default: []].formUnion(words)
            } else {
                classes[row.text(0)] = words
            }
        }
        lexicon.faults += faults
    }

    /// Reads all other files of a folder; what is at fault is left out and told in the lexicon's `faults`.
    ///
    /// - Throws: `KnowledgeError` when a file that must be there is not.
    mutating func read(_ folder: LexiconFolder, into lexicon: inout Lexicon) throws {
        var faults: [KnowledgeError] = []
        func each(_ table: TextTable, _ body: (TextTable.Row) throws -> Void) rethrows {
            for row in table.rows {
                do { try body(row) } catch let fault as KnowledgeError { faults.append(fault) }
            }
        }
        let isOwn = folder.prefix != nil
        lexicon.agreements = classes["agreements"] ?? []
        lexicon.arms = classes["arms"] ?? []
        lexicon.tangibles = classes["tangibles"] ?? []
        let light = try folder.table("light-verbs.txt", columns: 2...2, faults: &faults)
        for row in light.rows {
            let words = Set(row.list(1).map { StringKey($0) })
            switch row.text(0) {
            case "light": lexicon.lightVerbs.formUnion(words)
            case "aspect": lexicon.aspectVerbs.formUnion(words)
            case "copula": lexicon.copulas.formUnion(words)
            default:
                faults.append(light.error(row, "expected light, aspect or copula, found \"\(row.text(0))\""))
            }
        }
        for row in try folder.table("pastimes.txt", columns: 2...2, faults: &faults).rows {
            lexicon.pastimes.formUnion(row.list(1).map { StringKey($0) })
        }
        let compose = try folder.table("compose.txt", columns: 3...3, faults: &faults)
        try each(compose) { row in
            guard ontology.isCode(row.text(2)) || row.text(2) == "=" else {
                throw compose.error(row, "unknown code \"\(row.text(2))\"")
            }
            lexicon.compositions[row.text(0), default: []].removeAll { isOwn && $0.prefix == row.text(1) }
            lexicon.compositions[row.text(0), default: []].append((row.text(1), row.text(2)))
        }
        let operations = try folder.table("operations.txt", columns: 3...4, faults: &faults)
        try each(operations) { row in
            lexicon.operations[row.text(0)] = try .read(row, operations, of: Set(lexicon.compositions.keys))
        }
        if let missing = Set(lexicon.compositions.keys).subtracting(lexicon.operations.keys).min() {
            faults.append(
                KnowledgeError(
                    file: operations.name, line: 1, "no row for the operator \"\(missing)\" of compose.txt"))
        }
        for row in try folder.table("officials.txt", columns: 1...1, faults: &faults).rows {
            lexicon.officialSectors.formUnion(row.list(0))
        }
        var entries = Lexicon.Batch()
        for type in PloverType.allCases {
            let table = try folder.table(type.rawValue.lowercased() + ".txt", columns: 4...5, faults: &faults)
            try each(table) { try read($0, table, type: type, into: &entries) }
        }
        let comments = try folder.table("comment.txt", columns: 4...5, faults: &faults)
        try each(comments) { try read($0, comments, type: nil, into: &entries) }
        let operators = try folder.table("operators.txt", columns: 5...5, faults: &faults)
        try each(operators) { try readOperator($0, operators, into: &entries, lexicon) }
        lexicon.take(entries, before: isOwn)
        lexicon.faults += faults
    }

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

    private func readOperator(
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
