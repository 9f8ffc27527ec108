import Annotation

extension Recipe {
    /// What the pattern means where it was met; nil when the numbers make no date ("31 June").
    ///
    /// - Parameter base: where the matcher's captures of this pattern begin.
    func meaning(_ matcher: PatternMatcher, _ base: Int) -> TimeMeaning? {
        var m = TimeMeaning()
        var isBegun = false
        if kind == nil { m.form = .count }
        func value(_ operand: Operand) -> Int32 {
            switch operand {
            case .literal(let number): number
            case .word(let place, let wordClass): matcher.number(at: place, base, as: wordClass)
            case .count(let place): matcher.meaning(at: place, base).amount
            }
        }
        for step in steps {
            switch step {
            case .take(let place):
                let inner = matcher.meaning(at: place, base)
                if isBegun { m.addClock(of: inner) } else { m = inner }
            case .set(let field, let operand):
                guard m.set(field, value(operand)) else { return nil }
            case .shift(let anchor, let unit, let amount, let sign):
                m.form = .shift
                m.anchor = anchor
                m.unit = TimeUnit(rawValue: UInt8(clamping: value(unit))) ?? .day
                let amount = value(amount)
                m.isAmountVague = amount == TimeLexicon.vague
                m.amount = m.isAmountVague ? sign : sign * amount
            case .yearFrom(let anchor, let offset): (m.yearAnchor, m.yearOffset) = (anchor, offset)
            case .length(let amount, let unit):
                m.form = kind == .set ? .set : .duration
                m.unit = TimeUnit(rawValue: UInt8(clamping: value(unit))) ?? .day
                m.amount = value(amount)
                m.isAmountVague = m.amount == TimeLexicon.vague
                switch amount {
                case .word(let place, .decimal): m.tenths = matcher.tenths(at: place, base)
                case .count(let place): m.tenths = matcher.meaning(at: place, base).tenths
                default: break
                }
            case .reference(let reference): (m.form, m.reference) = (.reference, reference)
            case .direction(let direction, let anchor): (m.direction, m.anchor) = (direction, anchor)
            case .reach(let reach): m.reach = reach
            case .count(let operand, let times):
                if m.form == .count, isBegun {
                    m.amount = m.amount == TimeLexicon.vague ? m.amount : m.amount &* value(times)
                } else {
                    m.amount = value(operand)
                    if case .word(let place, .decimal) = operand { m.tenths = matcher.tenths(at: place, base) }
                }
            case .plus(let operand): m.amount &+= value(operand)
            }
            isBegun = true
        }
        if let kind { m.kind = kind }
        return m.isPossible ? m : nil
    }
}

extension TimeMeaning {
    /// - Returns: false when the value cannot stand in the field.
    mutating func set(_ field: Recipe.Field, _ value: Int32) -> Bool {
        switch field {
        case .year: (year, yearAnchor) = (value, .none)
        case .shortYear:
            if let first = year, !isYearShort {
                // "1915-17", "1999-01"
                let second = first / 100 * 100 + value
                year = second < first ? second + 100 : second
            } else {
                (year, yearAnchor, isYearShort) = (value, .none, true)
            }
        case .month: month = value
        case .openMonth: isMonthOpen = month == 0
        case .day: day = value
        case .weekday: weekday = value
        case .weekdayOrdinal: weekdayOrdinal = value
        case .quarter: quarter = value
        case .half: half = value
        case .week: week = value
        case .season: season = value + 1
        case .weekend: isWeekend = true
        case .easter: easter = value
        case .decade:
            guard value % 10 == 0 else { return false }
            // "The 1700s" are a century; "the 2000s" were ten years.
            if value % 100 == 0, (1000...1900).contains(value) {
                century = value / 100
            } else {
                (decade, isDecadeShort) = (value / 10, value < 100)
            }
        case .century: century = value - 1
        case .beforeChrist:
            // There is no year 0, but nobody counts across it.
            if let told = year, told > 0 { year = -told }
            if let told = decade { decade = -told }
            if let told = century { century = -told - 1 }
        case .hour: hour = value
        case .meridiem:
            guard (1...12).contains(hour) else { return false }
            hour = hour % 12 + value
        case .minute: minute = value
        case .second: second = value
        case .part: part = value + 1
        case .zone: zone = value
        case .zoneHours, .zoneHoursWest:
            // No clock on earth is further from Greenwich.
            guard (0...14).contains(value) else { return false }
            zone = (field == .zoneHours ? value : -value) * 60
        case .hijri: (calendar, month) = (.hijri, value)
        case .persian: (calendar, month) = (.persian, value)
        case .tenths: tenths = value
        case .modifier: if value != 0 { modifier = value }
        case .amount: amount = value
        case .samePeriod: isSamePeriod = true
        case .fiscal: isFiscal = true
        case .generic: isGeneric = true
        case .hhmm: (hour, minute) = (value / 100, value % 100)
        }
        return true
    }

    /// Whether the numbers can be a date: no month 13, no 31 June.
    var isPossible: Bool {
        guard form == .calendar || form == .shift else { return amount >= -1 && amount < 1_000_000 }
        guard (0...12).contains(month), (0...31).contains(day), (0...4).contains(quarter), (0...2).contains(half),
            (0...53).contains(week), hour <= 24, minute < 60, second < 61, abs(amount) < 1_000_000
        else { return false }
        if hour == 24, minute > 0 { return false }
        guard day > 0, month > 0, calendar == .gregorian else { return true }
        return day <= CivilDate.days(inMonth: Int(month), of: Int(isYearShort ? 2000 : max(year ?? 2000, 4)))
    }
}
