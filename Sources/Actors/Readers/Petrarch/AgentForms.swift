/// The words of a dictionary of agents: the sets of synonyms, and each entry's forms in singular and plural.
///
///     !MINST! = MINISTER, SECRETARY {SECRETARIES}
///     !MINST!_OF_DEFENCE [~GOV]        minister of defence, ministers of defence, secretary of defence, …
///     POLICEMAN {POLICEMEN} [~COP]
///     POLICE {} [~COP]
struct AgentForms {
    private typealias Word = (singular: String, plural: String?)

    /// The most forms of one entry: more is a mistake.
    private static let most = 10_000

    private static let prepositions: Set<Substring> = ["of", "for", "in", "at", "to", "on", "with", "from", "by"]

    /// By the name between the exclamation marks.
    private var sets: [String: [Word]] = [:]

    /// Reads a definition or goes on with one that ended in a comma.
    ///
    /// - Parameter text: after the equals sign: words parted by commas, each perhaps with its plural in braces.
    mutating func define(_ name: String, as text: String) throws(Malformed) {
        var words = sets[name] ?? []
        for item in text.split(separator: ",") {
            guard item.utf8.contains(where: { !Lines.isSpace($0) }) else { continue }
            let line = try PetrarchLine(Array(item.utf8)[...])
            guard line.brackets.isEmpty else { throw Malformed("expected words of the set !\(name)!, found a code") }
            for word in try expanded(line.name) {
                words.append((word.singular, line.plural.map { Self.lowercased($0) } ?? word.plural))
            }
            if words.count > Self.most { throw Malformed("expected at most \(Self.most) words in the set !\(name)!") }
        }
        sets[name] = words
    }

    /// Every form of an entry, once each.
    ///
    /// - Parameter plural: in braces: nil where there are none and the plural is regular, empty where there is no plural.
    func forms(of name: String, plural: String?) throws(Malformed) -> [String] {
        var forms: [String] = []
        for word in try expanded(name) {
            forms.append(word.singular)
            if plural == nil { forms.append(word.plural ?? Self.plural(of: word.singular)) }
        }
        if let plural, !plural.isEmpty {
            for word in try expanded(plural) { forms.append(word.singular) }
        }
        var seen: Set<String> = []
        return forms.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// A text with each set in it replaced by each of its words.
    private func expanded(_ text: String) throws(Malformed) -> [Word] {
        let parts = text.split(separator: "!", omittingEmptySubsequences: false)
        guard parts.count % 2 == 1 else {
            throw Malformed("expected a set's name between two exclamation marks, found \(Lines.shown(text))")
        }
        var words: [Word] = [("", nil)]
        for (i, part) in parts.enumerated() {
            if i % 2 == 0 {
                words = words.map { ($0.singular + part, $0.plural.map { $0 + part }) }
                continue
            }
            guard let set = sets[String(part)] else {
                throw Malformed("expected a set that is defined above, found \(Lines.shown("!\(part)!"))")
            }
            guard words.count * set.count <= Self.most else {
                throw Malformed("expected at most \(Self.most) forms, found \(Lines.shown(text))")
            }
            words = words.flatMap { word in
                set.map { member in
                    let plural = member.plural.map { word.singular + $0 }
                    return (word.singular + member.singular, plural ?? word.plural.map { $0 + member.singular })
                }
            }
        }
        return words.map { (Self.lowercased($0.singular), $0.plural.map { Self.lowercased($0) }) }
    }

    private static func lowercased(_ text: String) -> String { PetrarchName.spaced(text).lowercased() }

    /// The regular plural: of the word before a preposition, else of the last ("ministers of defence").
    static func plural(of form: String) -> String {
        var words = form.split(separator: " ")
        guard !words.isEmpty else { return "" }
        let before = words.firstIndex(where: prepositions.contains) ?? words.count
        let head = max(0, before - 1)
        let word = words[head]
        let stem = word.dropLast()
        switch word.last {
        case "y" where stem.last.map { !"aeiou".contains($0) } ?? false: words[head] = stem + "ies"
        case "s", "x", "z": words[head] += "es"
        case "h" where stem.last == "c" || stem.last == "s": words[head] += "es"
        default: words[head] += "s"
        }
        return words.joined(separator: " ")
    }
}
