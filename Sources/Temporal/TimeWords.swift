import Annotation
package import Knowledge

/// The closed classes of time words with their values. Loaded once.
package struct TimeWords: Sendable {
    /// What kind of word it is; numbers carry their value, named values their letters.
    enum Word: Sendable {
        case weekday(Int)
        case month(Int)
        case part(String)
        case unit(Character)
        case number(Int)
        case relative(Int)
        case past, this, next, recent, now
        case season(String)
    }

    private var words: [StringKey: Word] = [:]
    /// Lemmas whose infinitive tells of what happened when they did ("led Kenya to recall"): no time to come.
    private(set) var implicative: Set<StringKey> = []

    /// Reads `temporal/words.txt`.
    ///
    /// - Throws: `KnowledgeError` naming file and line.
    package init(data: DataLocation) throws {
        let table = try TextTable(file: data.file("temporal", "words.txt"), columns: 3...3)
        for row in table.rows {
            let value = row.text(2)
            func number() throws -> Int {
                guard let n = Int(value) else { throw table.error(row, "expected a number, found \"\(value)\"") }
                return n
            }
            let word: Word
            if row.text(0) == "implicative" {
                implicative.formUnion(row.list(1).map { StringKey($0) })
                continue
            }
            switch row.text(0) {
            case "weekday": word = .weekday(try number())
            case "month": word = .month(try number())
            case "part": word = .part(value)
            case "unit":
                guard let letter = value.first else { throw table.error(row, "expected a unit's letter") }
                word = .unit(letter)
            case "number": word = .number(try number())
            case "relative": word = .relative(try number())
            case "past": word = .past
            case "this": word = .this
            case "next": word = .next
            case "recent": word = .recent
            case "now": word = .now
            case "season": word = .season(value)
            default: throw table.error(row, "unknown kind of time word \"\(row.text(0))\"")
            }
            for spelling in row.list(1) { words[StringKey(spelling)] = word }
        }
    }

    func word(_ token: Token) -> Word? { words[token.lower] }
}
