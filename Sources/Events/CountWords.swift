import Annotation
import Knowledge

/// The words of numbers and of the people that numbers count (`Data/counts`).
struct CountWords: Sendable {
    enum Kind: String, Sendable { case dead, injured, arrested, people }

    enum Bound: String, Sendable { case least, more, most, about }

    private(set) var numbers: [StringKey: Int] = [:]
    /// Words for an unknown number of at least so many.
    private(set) var least: [StringKey: Int] = [:]
    private(set) var bounds: [StringKey: Bound] = [:]
    private(set) var verbs: [StringKey: Kind] = [:]
    /// Those of `verbs` that say it of their subject where they have no object.
    private(set) var verbsOfSubjects: Set<StringKey> = []
    private(set) var nouns: [StringKey: Kind] = [:]
    /// "shot dead": verbs that kill with one of these words beside them.
    private(set) var verbsOfDeath: Set<StringKey> = []
    private(set) var wordsOfDeath: Set<StringKey> = []

    /// - Throws: `KnowledgeError` naming the file and line that is at fault.
    init(data: DataLocation) throws {
        let words = try TextTable(file: data.file("counts", "words.txt"), columns: 3...3)
        for row in words.rows {
            for word in row.list(1) {
                let key = StringKey(word)
                switch row.text(0) {
                case "number": numbers[key] = try Self.number(row, words)
                case "some": least[key] = try Self.number(row, words)
                case "bound":
                    guard let bound = Bound(rawValue: row.text(2)) else {
                        throw words.error(row, "expected least, more, most or about")
                    }
                    bounds[key] = bound
                default: throw words.error(row, "expected number, some or bound")
                }
            }
        }
        let deeds = try TextTable(file: data.file("counts", "deeds.txt"), columns: 3...3)
        for row in deeds.rows {
            guard let kind = Kind(rawValue: row.text(0)) else {
                throw deeds.error(row, "expected dead, injured, arrested or people")
            }
            let keys = row.list(2).map { StringKey($0) }
            switch row.text(1) {
            case "verbs": for key in keys { verbs[key] = kind }
            case "subjects":
                for key in keys { verbs[key] = kind }
                verbsOfSubjects.formUnion(keys)
            case "nouns": for key in keys { nouns[key] = kind }
            case let with where with.hasPrefix("with "):
                verbsOfDeath = Set(with.dropFirst(5).split(separator: ",").map { StringKey(Self.trimmed($0)) })
                wordsOfDeath = Set(keys)
            default: throw deeds.error(row, "expected verbs, subjects, nouns or \"with\" and verbs")
            }
        }
    }

    private static func trimmed(_ text: Substring) -> Substring { text.drop { $0 == " " } }

    private static func number(_ row: TextTable.Row, _ table: TextTable) throws -> Int {
        guard let value = Int(row.text(2)) else { throw table.error(row, "expected a number") }
        return value
    }

    /// The value of a number as printed or spelled: "1,200", "twelve"; nil for another word.
    func value(of token: Int, in document: Document) -> Int? {
        if let known = numbers[document.tokens[token].lower] { return known }
        let digits = document.text(of: token).filter { $0 != "," }
        guard let first = digits.utf8.first, (48...57).contains(first) else { return nil }
        return Int(digits)
    }
}
