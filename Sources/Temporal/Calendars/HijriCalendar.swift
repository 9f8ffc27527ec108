import Annotation

/// The tabular Islamic calendar: civil epoch (16 July 622 Julian), leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of
/// 30. The sighted month may begin a day earlier or later.
enum HijriCalendar {
    /// Days from 1970-01-01 to 1 Muharram 1.
    private static let epoch = -492_148

    /// Nil when there is no such day.
    static func date(year: Int, month: Int, day: Int) -> CivilDate? {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= days(inMonth: month, of: year)
        else { return nil }
        return CivilDate(daysSinceEpoch: daysBefore(year: year, month: month) + day - 1)
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        month % 2 == 1 || (month == 12 && (11 * year + 14) % 30 < 11) ? 30 : 29
    }

    private static func daysBefore(year: Int, month: Int) -> Int {
        epoch + (year - 1) * 354 + (3 + 11 * year) / 30 + 29 * (month - 1) + month / 2
    }

    /// The Islamic years of which a part may lie in a Gregorian year.
    static func years(in gregorian: Int) -> ClosedRange<Int> {
        let first = (gregorian - 622) * 33 / 32
        return first...first + 2
    }
}
