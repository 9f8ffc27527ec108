import Annotation

extension Reckoning {
    /// "last week", "two days later", "the third quarter of this year".
    func shifted(_ m: TimeMeaning, _ tense: Tense, _ sentence: Int) -> Stretch {
        let amount = Int(m.amount)
        switch m.unit {
        case .second, .minute, .hour:
            guard let day = day(of: m.anchor) else { return Stretch("XXXX-XX-XXTXX", nil, nil, .time) }
            return Stretch(day.description + "TXX", day, day, .time, told: CalendarPoint(day))
        case .day:
            if isHistory, m.anchor == .now, amount == 0, !m.hasClock {
                return Stretch(TimeMeaning.Reference.present.value)
            }
            guard let day = day(of: m.anchor)?.adding(days: amount) else { return openDay(m) }
            return clocked(.day(day), m)
        case .week, .weekend:
            guard let day = day(of: m.anchor)?.adding(days: 7 * amount) else {
                return Stretch(m.unit == .week ? "XXXX-WXX" : "XXXX-WXX-WE", nil, nil, m.unit.granularity)
            }
            if m.weekday != 0, let day = day.adding(days: Int(m.weekday) - day.weekday) { return clocked(.day(day), m) }
            return clocked(m.unit == .week ? .week(of: day) : .weekend(of: day), m)
        case .month:
            guard let point = point(of: m.anchor), let year = point.year, point.month > 0 else {
                return Stretch("XXXX-XX", nil, nil, .month)
            }
            let month = Stretch.month(year, point.month + amount)
            guard m.day != 0, let from = month.from,
                let day = CivilDate(year: from.year, month: from.month, day: Int(m.day))
            else { return month }
            return clocked(.day(day), m)
        case .quarter:
            guard let point = point(of: m.anchor), let year = point.year, point.month > 0 else {
                return Stretch("XXXX-QX", nil, nil, .quarter)
            }
            let quarter = year * 4 + (point.month - 1) / 3 + amount
            let (inYear, number) = (quarter.floorDivided(by: 4), quarter.floorRemainder(by: 4))
            return .months(inYear, number * 3 + 1, 3, "Q\(number + 1)", .quarter)
        case .season, .half:
            return Stretch("XXXX", nil, nil, m.unit.granularity)
        case .year:
            guard let year = point(of: m.anchor)?.year else {
                return m.month == 0 && m.season == 0 && m.quarter == 0
                    ? Stretch("XXXX", nil, nil, .year) : onCalendar(asCalendar(m, nil), tense, sentence)
            }
            return onCalendar(asCalendar(m, year + amount), tense, sentence)
        case .decade:
            guard let year = point(of: m.anchor)?.year, year + 10 * amount > 0 else {
                return Stretch("XXX", nil, nil, .decade)
            }
            let decade = year / 10 + amount
            return .years(decade * 10, 10, Self.padded(decade, 3), .decade)
        case .century:
            guard let year = point(of: m.anchor)?.year, year + 100 * amount > 0 else {
                return Stretch("XX", nil, nil, .century)
            }
            let century = year / 100 + amount
            return .years(century * 100, 100, Digits.two(century), .century)
        }
    }

    static func padded(_ n: Int, _ width: Int) -> String {
        let digits = String(n)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private func asCalendar(_ m: TimeMeaning, _ year: Int?) -> TimeMeaning {
        var copy = m
        copy.form = .calendar
        copy.year = year.map { Int32(clamping: $0) }
        copy.yearAnchor = year == nil ? .told : .none
        return copy
    }

    private func openDay(_ m: TimeMeaning) -> Stretch {
        Stretch("XXXX-XX-XX" + ClockValue.text(m), nil, nil, m.hasClock ? .time : .day)
    }

    /// Adds the time of the day to a day.
    func clocked(_ stretch: Stretch, _ m: TimeMeaning) -> Stretch {
        guard m.hasClock, stretch.granularity == .day else { return stretch }
        var copy = stretch
        copy.value += ClockValue.text(m)
        copy.granularity = .time
        return copy
    }
}
