import Annotation

/// A place on the calendar, as fine as the text tells it; what is 0 or nil is not known.
struct CalendarPoint: Sendable {
    var year: Int?
    var month = 0
    var day = 0

    init(year: Int? = nil, month: Int = 0, day: Int = 0) {
        self.year = year
        self.month = month
        self.day = day
    }

    init(_ date: CivilDate) { self.init(year: date.year, month: date.month, day: date.day) }

    /// The day, when it is one.
    var date: CivilDate? { year.flatMap { CivilDate(year: $0, month: month, day: day) } }

    /// Its first day.
    var start: CivilDate? { year.flatMap { CivilDate(year: $0, month: max(1, month), day: max(1, day)) } }
}

/// A stretch of days with the value that TIMEX3 gives it.
struct Stretch: Sendable {
    var value: String
    var from: CivilDate?
    var to: CivilDate?
    var granularity: Granularity
    /// What later expressions are counted from; nil for what has no place on the calendar.
    var told: CalendarPoint?

    init(
        _ value: String, _ from: CivilDate? = nil, _ to: CivilDate? = nil, _ granularity: Granularity = .unknown,
        told: CalendarPoint? = nil
    ) {
        self.value = value
        self.from = from
        self.to = to
        self.granularity = granularity
        self.told = told
    }

    static func day(_ date: CivilDate) -> Stretch {
        Stretch(date.description, date, date, .day, told: CalendarPoint(date))
    }

    static func month(_ year: Int, _ month: Int) -> Stretch {
        let (year, month) = (year + (month - 1).floorDivided(by: 12), (month - 1).floorRemainder(by: 12) + 1)
        guard (-9999...9999).contains(year), year != 0 else { return Stretch("XXXX-XX", nil, nil, .month) }
        return Stretch(
            Digits.year(year) + "-" + Digits.two(month), CivilDate(year: year, month: month, day: 1),
            CivilDate(year: year, month: month, day: CivilDate.days(inMonth: month, of: year)), .month,
            told: CalendarPoint(year: year, month: month))
    }

    static func months(_ year: Int, _ first: Int, _ count: Int, _ suffix: String, _ granularity: Granularity)
        -> Stretch
    {
        let last = Stretch.month(year, first + count - 1)
        guard (-9999...9999).contains(year), year != 0 else { return Stretch("XXXX-" + suffix, nil, nil, granularity) }
        return Stretch(
            Digits.year(year) + "-" + suffix, CivilDate(year: year, month: first, day: 1), last.to, granularity,
            told: CalendarPoint(year: year, month: first))
    }

    static func years(_ first: Int, _ count: Int, _ value: String, _ granularity: Granularity) -> Stretch {
        Stretch(
            value, CivilDate(year: first == 0 ? 1 : first, month: 1, day: 1),
            CivilDate(year: first + count - 1, month: 12, day: 31), granularity,
            told: CalendarPoint(year: first))
    }

    static func year(_ year: Int) -> Stretch {
        guard (-9999...9999).contains(year), year != 0 else { return Stretch("XXXX", nil, nil, .year) }
        return years(year, 1, Digits.year(year), .year)
    }

    /// The ISO 8601 week that holds a day.
    static func week(of day: CivilDate) -> Stretch {
        guard let monday = day.adding(days: 1 - day.weekday) else { return Stretch("XXXX-WXX", nil, nil, .week) }
        return Stretch(weekValue(monday), monday, monday.adding(days: 6), .week, told: CalendarPoint(monday))
    }

    /// The Saturday and Sunday of the week that holds a day.
    static func weekend(of day: CivilDate) -> Stretch {
        guard let monday = day.adding(days: 1 - day.weekday), let saturday = monday.adding(days: 5) else {
            return Stretch("XXXX-WXX-WE", nil, nil, .weekend)
        }
        return Stretch(
            weekValue(monday) + "-WE", saturday, saturday.adding(days: 1), .weekend, told: CalendarPoint(saturday))
    }

    private static func weekValue(_ monday: CivilDate) -> String {
        guard let thursday = monday.adding(days: 3), let first = CivilDate(year: thursday.year, month: 1, day: 1) else {
            return "XXXX-WXX"
        }
        return Digits.year(thursday.year) + "-W"
            + Digits.two((thursday.daysSinceEpoch - first.daysSinceEpoch) / 7 + 1)
    }

    /// "Early March" is its first third, "mid" the second, "late" the last.
    mutating func narrow(to modifier: TimeExpression.Modifier?) {
        guard granularity != .day, granularity != .time, let from, let to else { return }
        let days = to.daysSinceEpoch - from.daysSinceEpoch + 1
        switch modifier {
        case .start: self.to = from.adding(days: max(1, days / 3) - 1)
        case .mid: (self.from, self.to) = (from.adding(days: days / 3), to.adding(days: -(days / 3)))
        case .end: self.from = to.adding(days: 1 - max(1, days / 3))
        default: break
        }
    }
}

/// Numbers as ISO 8601 pads them.
enum Digits {
    static func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }

    static func year(_ year: Int) -> String {
        if year < 0 { return "BC" + Self.year(-year) }
        let digits = String(year)
        return digits.utf8.count >= 4 ? digits : String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}

extension Int {
    func floorDivided(by n: Int) -> Int { self >= 0 ? self / n : -((-self + n - 1) / n) }
    func floorRemainder(by n: Int) -> Int { self - floorDivided(by: n) * n }
}
