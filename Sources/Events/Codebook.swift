package import Annotation
package import Knowledge

/// The ontology as people read it: with definitions, the reasons for differences, and the entries of the lexicon that use
/// it. Only the command line needs it; coding reads `Ontology`.
package struct Codebook: Sendable {
    struct TypeRow: Sendable {
        var type: PloverType
        var covers: String
        var definition: String
    }

    struct ModeRow: Sendable {
        var type: PloverType
        var name: String
        var definition: String

        var key: String { "\(type.rawValue)/\(name)" }
    }

    struct NamedRow: Sendable {
        var name: String
        var definition: String
    }

    /// A row of `differences.txt`.
    package struct Difference: Sendable {
        package var code: String
        /// The manual means only some of the deeds under the code.
        package var isPartial: Bool
        /// "RETREAT/withdraw" or a type alone.
        package var manual: String
        package var table: String
        package var reason: String
    }

    /// A mode or context of the conversion table that the manual has dropped.
    struct Obsolete: Sendable {
        var kind: String
        var name: String
        var newName: String
    }

    package let ontology: Ontology
    let uses: LexiconUses
    /// All in the order of the files.
    let types: [TypeRow]
    let modes: [ModeRow]
    let contexts: [NamedRow]
    let codes: [NamedRow]
    package let differences: [Difference]
    let obsolete: [Obsolete]
    /// Codes that the published table has.
    let published: Set<String>

    /// - Throws: `KnowledgeError` naming file and line.
    package init(data: DataLocation) throws {
        ontology = try Ontology(data: data)
        uses = LexiconUses(try Lexicon(data: data, ontology: ontology))
        func rows(_ name: String, _ columns: Int) throws -> [TextTable.Row] {
            try TextTable(file: data.file("ontology", name), columns: columns...columns).rows
        }
        // The ontology has read these before: a name that is no type cannot come this far.
        types = try rows("types.txt", 5).compactMap { row in
            PloverType(rawValue: row.text(0)).map {
                TypeRow(type: $0, covers: row.text(4), definition: row.definition)
            }
        }
        modes = try rows("modes.txt", 4).compactMap { row in
            PloverType(rawValue: row.text(0)).map {
                ModeRow(type: $0, name: row.text(1), definition: row.definition)
            }
        }
        contexts = try rows("contexts.txt", 1).map { NamedRow(name: $0.text(0), definition: $0.definition) }
        codes = try rows("cameo.txt", 3).map { NamedRow(name: $0.text(0), definition: $0.definition) }
        differences = try rows("differences.txt", 5).map {
            Difference(
                code: $0.text(0), isPartial: $0.text(1) == "also", manual: $0.text(2), table: $0.text(3),
                reason: $0.text(4))
        }
        obsolete = try rows("obsolete.txt", 4).map {
            Obsolete(kind: $0.text(0), name: $0.text(1), newName: $0.text(3))
        }
        published = Set(try rows("cameo-to-plover.txt", 4).map { $0.text(0) })
    }

    /// What a name has pages for, nearest meaning first: a type, a mode with or without its type, a context, a code.
    /// Letter case does not matter, nor which of space, `-` and `_` joins words. None where nothing has that name.
    package func entries(named name: String) -> [CodebookEntry] {
        let key = Self.folded(name)
        var found = types.filter { Self.folded($0.type.rawValue) == key }.map(page)
        found += modes.filter { Self.folded($0.key) == key || Self.folded($0.name) == key }.map(page)
        found += contexts.filter { Self.folded($0.name) == key }.map(page(context:))
        found += codes.filter { $0.name == key }.map(page(code:))
        if found.isEmpty { found = obsolete.filter { Self.folded($0.name) == key }.map(page(obsolete:)) }
        return found
    }

    /// Up to `count` names that look most like one that has no page.
    package func names(near name: String, count: Int = 3) -> [String] {
        let key = Self.folded(name)
        if key.first?.isNumber == true {
            return NearNames(codes.map { ($0.name, $0.name) }).codes(near: key, count: count)
        }
        let words =
            key.contains("/")
            ? modes.map(\.key) : types.map(\.type.rawValue) + modes.map(\.name) + contexts.map(\.name)
        return NearNames(words.map { ($0, Self.folded($0)) }).words(near: key, count: count)
    }

    private static func folded(_ name: String) -> String {
        String(name.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
    }
}

extension TextTable.Row {
    /// The indented lines under a row, as one text.
    fileprivate var definition: String { notes.map(\.text).joined(separator: " ") }
}
