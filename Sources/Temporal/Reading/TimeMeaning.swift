import Annotation

/// What an expression says by itself, before it is laid on the calendar: "Tuesday", "two days later", "early March".
///
/// Small integers with a value for "not said", so that meanings are copied and compared without allocation.
struct TimeMeaning: Sendable {
    /// What kind of phrase a pattern may use it as.
    enum Category: UInt8, Sendable {
        case count, duration, set, reference, time, day, week, month, year, period

        var bit: UInt16 { 1 << UInt16(rawValue) }
    }

    enum Form: UInt8, Sendable { case count, calendar, shift, duration, set, reference }

    /// From where it is counted.
    enum Anchor: UInt8, Sendable {
        case none
        /// From the time of telling: "ago", "last", "next".
        case now
        /// From the date told before: "later", "the following".
        case told
    }

    /// Which of the days of a name is meant.
    enum Direction: UInt8, Sendable { case any, before, after, within }

    enum Reference: UInt8, Sendable {
        case past, present, future

        var value: String {
            switch self {
            case .past: "PAST_REF"
            case .present: "PRESENT_REF"
            case .future: "FUTURE_REF"
            }
        }
    }

    enum Calendar: UInt8, Sendable { case gregorian, hijri, persian }

    var kind: TimeExpression.Kind = .date
    var form: Form = .calendar
    var modifier: Int32 = 0

    // A place on the calendar; nil or 0 is "not said"; years before Christ are negative.
    var year: Int32?
    /// The year is `yearOffset` from the anchor's: "March last year".
    var yearAnchor: Anchor = .none
    var yearOffset: Int32 = 0
    /// In the month of the date told or of now: "the 29th".
    var isMonthOpen = false
    var month: Int32 = 0
    var day: Int32 = 0
    var weekday: Int32 = 0
    /// The how-manieth weekday of the month, -1 for the last: "the fourth Thursday of November".
    var weekdayOrdinal: Int32 = 0
    var quarter: Int32 = 0
    var half: Int32 = 0
    var week: Int32 = 0
    /// Season's index and 1.
    var season: Int32 = 0
    var isWeekend = false
    /// Days from Easter Sunday.
    var easter: Int32?
    var decade: Int32?
    /// The decade is told by its two last digits.
    var isDecadeShort = false
    var century: Int32?
    var isYearShort = false
    var calendar: Calendar = .gregorian
    var direction: Direction = .any
    /// The month or quarter told before, in this year: "the same period a year ago".
    var isSamePeriod = false
    /// A business year, whose days nobody knows.
    var isFiscal = false

    // A shift or a length.
    var anchor: Anchor = .none
    var unit: TimeUnit = .day
    /// `TimeLexicon.vague` for "several".
    var amount: Int32 = 0
    var isAmountVague = false
    /// Tenths beside the amount: 5 for "two and a half".
    var tenths: Int32 = 0
    /// A duration that ends (-1) or begins (1) at the anchor.
    var reach: Int32 = 0

    // A time of the day.
    /// Part's index and 1.
    var part: Int32 = 0
    var hour: Int32 = -1
    /// Of any day: "at night".
    var isGeneric = false
    var minute: Int32 = -1
    var second: Int32 = -1
    /// Minutes east of Greenwich.
    var zone: Int32?
    var reference: Reference = .present

    /// A time of some day that it does not tell: "at 10:15".
    var lacksDay: Bool {
        form == .calendar && hasClock && !isGeneric && month == 0 && day == 0 && weekday == 0 && easter == nil
            && !isMonthOpen
    }

    var hasClock: Bool { part != 0 || hour >= 0 }
    var isYearOpen: Bool { year == nil && yearAnchor == .none }

    var category: Category {
        switch form {
        case .count: return .count
        case .duration: return .duration
        case .set: return .set
        case .reference: return .reference
        case .shift:
            if hasClock || unit.isClock { return .time }
            if weekday != 0 { return .day }
            switch unit {
            case .day: return .day
            case .week: return .week
            case .month: return month != 0 && day != 0 ? .day : .month
            case .year: return .year
            default: return .period
            }
        case .calendar:
            if hasClock { return day != 0 || weekday != 0 || easter != nil ? .time : .time }
            if day != 0 || weekday != 0 || easter != nil { return .day }
            if week != 0 { return .week }
            if isWeekend || quarter != 0 || half != 0 || season != 0 || decade != nil || century != nil {
                return .period
            }
            if month != 0 || isMonthOpen { return .month }
            return .year
        }
    }

    /// Adds what another phrase says of the clock ("5 p.m." to "Sunday").
    mutating func addClock(of other: TimeMeaning) {
        if other.part != 0 { part = other.part }
        if other.hour >= 0 { (hour, minute, second) = (other.hour, other.minute, other.second) }
        if let zone = other.zone { self.zone = zone }
    }
}
