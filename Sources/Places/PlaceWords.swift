import Annotation
package import Knowledge

/// The closed lists of `Data/places/words.txt`.
package struct PlaceWords: Sendable {
    /// The lists by name; the file must have each of them and no other.
    enum List: Int, CaseIterable {
        case cityNouns, divisionNouns, waterNouns, landNouns, siteNouns
        case directions, locatives, weakLocatives, namedAfter, never, bodyWords, reachingVerbs, dealing, homeNouns
        case attacks, actsOf, pressing
    }

    private static let names = [
        "city-nouns", "division-nouns", "water-nouns", "land-nouns", "site-nouns", "directions", "locatives",
        "weak-locatives", "named-after", "never", "body-words", "reaching-verbs", "dealing",
        "home-nouns", "attacks", "acts-of", "pressing",
    ]

    private let lists: [Set<StringKey>]

    /// - Throws: `KnowledgeError` naming file and line.
    package init(data: DataLocation) throws {
        let table = try TextTable(file: data.file("places", "words.txt"), columns: 2...2)
        var lists = [Set<StringKey>](repeating: [], count: List.allCases.count)
        for row in table.rows {
            guard let index = Self.names.firstIndex(of: row.text(0)) else {
                throw table.error(row, "\"\(row.text(0))\" is no list that places are read with")
            }
            for word in row.list(1) { lists[index].insert(StringKey(word)) }
        }
        for (name, words) in zip(Self.names, lists) where words.isEmpty {
            throw KnowledgeError(file: table.name, line: nil, "has no row \"\(name)\"")
        }
        self.lists = lists
    }

    func has(_ word: StringKey, in list: List) -> Bool { lists[list.rawValue].contains(word) }

    /// The kind of place that a noun says ("town", "province").
    func kind(of noun: StringKey) -> PlaceKind? {
        if has(noun, in: .cityNouns) { return .city }
        if has(noun, in: .divisionNouns) { return .division }
        if has(noun, in: .waterNouns) { return .water }
        if has(noun, in: .landNouns) { return .land }
        return has(noun, in: .siteNouns) ? .site : nil
    }

    /// A division's name without the word for what it is: "Tehran Province", "Province of Tehran".
    func withoutKind(_ name: [UInt8]) -> [UInt8] {
        func isKind(_ word: ArraySlice<UInt8>) -> Bool {
            has(StringKey(String(decoding: word, as: UTF8.self).lowercased()), in: .divisionNouns)
        }
        let parts = name.split(separator: 32)
        guard parts.count > 1, let first = parts.first, let last = parts.last else { return name }
        if isKind(last) { return Array(parts.dropLast().joined(separator: [32])) }
        if parts.count > 2, isKind(first), parts[1].elementsEqual("of".utf8) {
            return Array(parts.dropFirst(2).joined(separator: [32]))
        }
        return name
    }
}
