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
}
