/// The classes that a pattern may name in braces: closed classes of words, and forms that numbers take.
///
/// At most 64, since the classes of an atom are the bits of one word.
enum WordClass: UInt8, CaseIterable, Sendable {
    // Words, from `Data/temporal/words.txt`.
    case month, monthname, weekday, dayname, weekdays, part, unit, units, span, season, fall
    case number, tens, hundred, vague, ordinal
    case stage, edge, degree, frequency
    case meridiem, zone, hijri, persian
    // What stands beside a year, or beside four digits that are none.
    case yearlead, noyear, measure
    // Any adjective.
    case adjective
    // Forms of numbers, by their digits.
    /// 1 to 31 in one or two digits.
    case day
    /// 1 to 12 in one or two digits.
    case monthnumber
    /// "4th", "21st".
    case nth
    /// Four digits, 1000 to 2199.
    case year
    /// Two digits.
    case yy
    /// Three digits.
    case hundreds
    /// "1990s" or "90s".
    case decade
    /// Any whole number, "1,500" too.
    case digits
    /// "2.5".
    case decimal
    /// 0 to 24 in one or two digits.
    case hour
    /// 00 to 59 in two digits.
    case minute
    /// "0830".
    case hhmm

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { (String(describing: $0), $0) })

    var bit: UInt64 { 1 << UInt64(rawValue) }

    init?(name: some StringProtocol) {
        guard let found = Self.byName[String(name)] else { return nil }
        self = found
    }

    /// Whether its words are listed in the data, and not told by their form.
    var isListed: Bool { rawValue < Self.adjective.rawValue }
}
