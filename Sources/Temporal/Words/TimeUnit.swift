import Annotation

/// A unit in which the text counts time, finest first.
enum TimeUnit: UInt8, CaseIterable, Sendable {
    case second, minute, hour, day, weekend, week, month, quarter, season, half, year, decade, century

    init?(name: some StringProtocol) {
        guard let found = Self.byName[String(name)] else { return nil }
        self = found
    }

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { (String(describing: $0), $0) })

    /// As ISO 8601 and TIMEX3 write it in a duration ("P3D"); decades and centuries are counted in years.
    var letters: String {
        switch self {
        case .second, .day: self == .day ? "D" : "S"
        case .minute, .month: "M"
        case .hour: "H"
        case .weekend: "WE"
        case .week: "W"
        case .quarter: "Q"
        case .season: "S"
        case .half: "H"
        case .year, .decade, .century: "Y"
        }
    }

    var isClock: Bool { self <= .hour }

    static func <= (a: TimeUnit, b: TimeUnit) -> Bool { a.rawValue <= b.rawValue }

    var granularity: Granularity {
        switch self {
        case .second, .minute, .hour: .time
        case .day: .day
        case .weekend: .weekend
        case .week: .week
        case .month: .month
        case .quarter: .quarter
        case .season: .season
        case .half: .half
        case .year: .year
        case .decade: .decade
        case .century: .century
        }
    }
}

/// A season of the northern year, by the months that meteorologists give it.
enum Season: String, CaseIterable, Sendable {
    case spring = "SP"
    case summer = "SU"
    case autumn = "FA"
    case winter = "WI"

    var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    /// March, June, September, December.
    var firstMonth: Int { 3 * (index + 1) }
}

/// A part of the day, as TIMEX3 writes it after the T.
enum DayPart: String, CaseIterable, Sendable {
    case morning = "MO"
    case midday = "MI"
    case afternoon = "AF"
    case evening = "EV"
    case night = "NI"
    case daytime = "DT"

    var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Modifiers as numbers, for the lexicon's table of values; "-" adds none.
enum ModifierCode {
    static let all: [TimeExpression.Modifier] = [
        .before, .after, .onOrBefore, .onOrAfter, .lessThan, .moreThan, .equalOrLess, .equalOrMore, .start, .mid, .end,
        .approximate,
    ]

    static func number(_ text: String) -> Int32? {
        if text == "-" { return 0 }
        return all.firstIndex { $0.rawValue == text }.map { Int32($0 + 1) }
    }

    static func modifier(_ number: Int32) -> TimeExpression.Modifier? {
        all.indices.contains(Int(number) - 1) ? all[Int(number) - 1] : nil
    }
}
