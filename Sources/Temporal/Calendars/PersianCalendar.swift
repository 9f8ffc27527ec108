import Annotation

/// The Solar Hijri calendar of Iran and Afghanistan, by the arithmetic cycle of 33 years (right for 1799 to 2256).
enum PersianCalendar {
    /// Nil when there is no such day.
    static func date(year: Int, month: Int, day: Int) -> CivilDate? {
        guard (1...3000).contains(year), (1...12).contains(month), day >= 1, day <= days(inMonth: month, of: year),
            // 1 Farvardin 1399 was 2020-03-20.
            let anchor = CivilDate(year: 2020, month: 3, day: 20)
        else { return nil }
        let before = (month - 1) * 31 - max(0, month - 7)
        let years = (year - 1399) * 365 + leapDays(before: year) - leapDays(before: 1399)
        return anchor.adding(days: years + before + day - 1)
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        month <= 6 ? 31 : month <= 11 || isLeap(year) ? 30 : 29
    }

    /// The years 1, 5, 9, 13, 17, 22, 26 and 30 of the cycle have 366 days.
    static func isLeap(_ year: Int) -> Bool { [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33) }

    private static func leapDays(before year: Int) -> Int {
        let (cycles, rest) = ((year - 1) / 33, (year - 1) % 33)
        return cycles * 8 + [1, 5, 9, 13, 17, 22, 26, 30].filter { $0 <= rest }.count
    }

    /// The Persian years of which a part lies in a Gregorian year.
    static func years(in gregorian: Int) -> ClosedRange<Int> { gregorian - 622...gregorian - 621 }
}
