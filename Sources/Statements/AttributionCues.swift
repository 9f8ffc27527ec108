import Annotation
package import Knowledge

/// The words that attribute, with the constructions in which they do. Loaded once from `Data/statements`.
package struct AttributionCues: Sendable {
    private var verbs: [StringKey: [Cue]] = [:]
    private var nouns: [StringKey: [Cue]] = [:]
    private var adjectives: [StringKey: [Cue]] = [:]
    /// Phrases before the source, by their last word: "according to", "in the words of".
    private(set) var toPhrases: [StringKey: [[StringKey]]] = [:]
    /// Phrases with the source inside, by their last word: "in his view"; the source stands where the key is empty.
    private(set) var ownPhrases: [StringKey: [[StringKey]]] = [:]
    /// "allegedly": somebody says so.
    private(set) var hearsay: Set<StringKey> = []
    /// Verbs that carry a noun of saying: "issued a statement".
    private(set) var carriers: Set<StringKey> = []
    /// What people say things in: statements, interviews, posts.
    private(set) var media: Set<StringKey> = []
    /// The prepositions before them: "in a statement", "through a spokesman".
    private(set) var through: Set<StringKey> = []
    /// Whom a speaker tells as the press, and through whom it is heard: reporters, newspapers, broadcasters.
    private(set) var press: Set<StringKey> = []

    /// - Throws: `KnowledgeError` naming file and line.
    package init(data: DataLocation) throws {
        verbs = try Self.cues(data, "verbs.txt")
        nouns = try Self.cues(data, "nouns.txt")
        adjectives = try Self.cues(data, "adjectives.txt")
        let table = try TextTable(file: data.file("statements", "adverbials.txt"), columns: 2...2)
        for row in table.rows {
            let phrases = row.list(1).map { $0.split(separator: " ").map { $0 == "X" ? .empty : StringKey($0) } }
            let words = phrases.compactMap(\.last)
            switch row.text(0) {
            case "to": for phrase in phrases { toPhrases[phrase.last ?? .empty, default: []].append(phrase) }
            case "of": for phrase in phrases { ownPhrases[phrase.last ?? .empty, default: []].append(phrase) }
            case "alone": hearsay.formUnion(words)
            case "carrier": carriers.formUnion(words)
            case "medium": media.formUnion(words)
            case "through": through.formUnion(words)
            case "press": press.formUnion(words)
            default: throw table.error(row, "unknown form \"\(row.text(0))\"")
            }
        }
    }

    private static func cues(_ data: DataLocation, _ file: String) throws -> [StringKey: [Cue]] {
        let table = try TextTable(file: data.file("statements", file), columns: 3...3)
        var cues: [StringKey: [Cue]] = [:]
        for row in table.rows {
            guard let kind = Statement.Kind(rawValue: row.text(0)) else {
                throw table.error(row, "unknown kind of statement \"\(row.text(0))\"")
            }
            var unknown = ""
            guard let cue = Cue(kind: kind, frames: row.list(1), unknown: &unknown) else {
                throw table.error(row, "unknown frame \"\(unknown)\"")
            }
            for lemma in row.list(2) { add(cue, to: &cues[StringKey(lemma), default: []]) }
        }
        return cues
    }

    /// Rows of one word with one particle are one cue; the first row says the kind.
    private static func add(_ cue: Cue, to cues: inout [Cue]) {
        guard let i = cues.firstIndex(where: { $0.particle == cue.particle }) else {
            cues.append(cue)
            return
        }
        cues[i].add(cue)
    }

    /// How the verb attributes with this particle, which may be none.
    func verb(_ lemma: StringKey, particle: StringKey) -> Cue? {
        verbs[lemma]?.first { $0.particle == particle }
    }

    func noun(_ lemma: StringKey) -> Cue? { nouns[lemma]?.first }

    func adjective(_ lemma: StringKey) -> Cue? { adjectives[lemma]?.first }
}
