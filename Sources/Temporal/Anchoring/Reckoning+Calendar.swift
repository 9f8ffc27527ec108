import Annotation

extension Reckoning {
    /// A place on the calendar: with its year, or with the year that the report and what was told before give it.
    func onCalendar(_ m: TimeMeaning, _ tense: Tense, _ sentence: Int) -> Stretch {
        if let century = m.century { return Self.century(Int(century)) }
        if m.decade != nil { return decade(m) }
        if m.lacksDay || m.isGeneric {
            guard !m.isGeneric, let day = clockDay(sentence) else {
                return Stretch("XXXX-XX-XX" + ClockValue.text(m), nil, nil, .time)
            }
            return clocked(.day(day), m)
        }
        if m.weekday != 0, m.weekdayOrdinal == 0, m.month == 0 { return weekday(m, tense) }
        if m.isWeekend, m.month == 0, m.year == nil {
            guard let day = day(of: .now) else { return Stretch("XXXX-WXX-WE", nil, nil, .weekend) }
            // From Monday to Friday "over the weekend" with a verb of the past is the last one.
            return .weekend(of: tense == .past && day.weekday < 6 ? day.adding(days: -7) ?? day : day)
        }
        if m.week != 0 { return week(m) }
        if let known = candidates(m, year: knownYear(m)), let day = known.first { return clocked(.day(day), m) }
        if m.day != 0 || m.easter != nil || m.weekdayOrdinal != 0 { return openYearDay(m, tense) }
        return longer(m, knownYear(m) ?? openYear(m, tense))
    }

    /// The year that the text gives; nil when it is open.
    func knownYear(_ m: TimeMeaning) -> Int? {
        if let year = m.year {
            guard m.isYearShort else { return Int(year) }
            let reference = (isHistory ? told?.year : nil) ?? published?.year ?? 2000
            let year = reference / 100 * 100 + Int(year)
            return year > reference + 10 ? year - 100 : year
        }
        if m.yearAnchor != .none { return point(of: m.yearAnchor)?.year.map { $0 + Int(m.yearOffset) } }
        return nil
    }

    /// The days that are meant, when the year is known or the calendar is not ours.
    private func candidates(_ m: TimeMeaning, year: Int?) -> [CivilDate]? {
        guard let year else { return nil }
        if let easter = m.easter {
            return Easter.sunday(of: year).flatMap { $0.adding(days: Int(easter)) }.map { [$0] } ?? []
        }
        if m.weekdayOrdinal != 0 {
            return nthWeekday(m, year).map { [$0] } ?? []
        }
        guard m.day != 0, m.month != 0 else { return nil }
        let (month, day) = (Int(m.month), Int(m.day))
        switch m.calendar {
        case .gregorian: return CivilDate(year: year, month: month, day: day).map { [$0] } ?? []
        case .hijri:
            // "Ramadan 2023": a year of ours.
            if m.year != nil, year < 1700 {
                return HijriCalendar.date(year: year, month: month, day: day).map { [$0] } ?? []
            }
            return HijriCalendar.years(in: year).compactMap { HijriCalendar.date(year: $0, month: month, day: day) }
                .filter { $0.year == year }
        case .persian:
            if m.year != nil, year < 1700 {
                return PersianCalendar.date(year: year, month: month, day: day).map { [$0] } ?? []
            }
            return PersianCalendar.years(in: year)
                .compactMap { PersianCalendar.date(year: $0, month: month, day: day) }.filter { $0.year == year }
        }
    }

    private func nthWeekday(_ m: TimeMeaning, _ year: Int) -> CivilDate? {
        let month = Int(m.month)
        if m.weekdayOrdinal > 0 {
            guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
            let offset = (Int(m.weekday) - first.weekday + 7) % 7 + 7 * (Int(m.weekdayOrdinal) - 1)
            let day = first.adding(days: offset)
            return day?.month == month ? day : nil
        }
        guard let last = CivilDate(year: year, month: month, day: CivilDate.days(inMonth: month, of: year)) else {
            return nil
        }
        return last.adding(days: -((last.weekday - Int(m.weekday) + 7) % 7))
    }

    /// "July 14", "the 29th", "Easter": a day whose year, and perhaps month, is open.
    private func openYearDay(_ m: TimeMeaning, _ tense: Tense) -> Stretch {
        if m.isMonthOpen || m.month == 0 && m.easter == nil { return openMonthDay(m, tense) }
        guard let base = openBase(m), let year = base.year else {
            return Stretch(
                m.easter == nil && m.weekdayOrdinal == 0 && m.calendar == .gregorian
                    ? "XXXX-" + Digits.two(Int(m.month)) + "-" + Digits.two(Int(m.day)) + ClockValue.text(m)
                    : "XXXX-XX-XX" + ClockValue.text(m), nil, nil, m.hasClock ? .time : .day)
        }
        let all = (year - 1...year + 1).flatMap { candidates(m, year: $0) ?? [] }
        guard let day = choose(all, base, m, tense) else {
            return Stretch("XXXX-XX-XX" + ClockValue.text(m), nil, nil, .day)
        }
        return clocked(.day(day), m)
    }

    /// Of the same day in several years, the one that is meant.
    private func choose(_ days: [CivilDate], _ base: CalendarPoint, _ m: TimeMeaning, _ tense: Tense) -> CivilDate? {
        guard let reference = base.date ?? base.start else { return days.first }
        let zero = reference.daysSinceEpoch
        let past = days.filter { $0.daysSinceEpoch <= zero + 1 }.max()
        let future = days.filter { $0.daysSinceEpoch >= zero }.min()
        let nearest = days.min { abs($0.daysSinceEpoch - zero) < abs($1.daysSinceEpoch - zero) }
        switch m.direction {
        case .before: return days.filter { $0.daysSinceEpoch < zero }.max() ?? nearest
        case .after: return days.filter { $0.daysSinceEpoch > zero }.min() ?? nearest
        case .within: return days.first { $0.year == reference.year } ?? nearest
        case .any: break
        }
        if isHistory { return days.first { $0.year == rolledYear($0.month, base) } ?? nearest }
        switch tense {
        case .past: return past ?? nearest
        case .future: return future ?? nearest
        case .open: return nearest
        }
    }

    private func openMonthDay(_ m: TimeMeaning, _ tense: Tense) -> Stretch {
        guard let base = point(of: isHistory || told != nil ? .told : .now), let year = base.year, base.month > 0,
            let day = CivilDate(year: year, month: base.month, day: Int(m.day))
        else { return Stretch("XXXX-XX-" + Digits.two(Int(m.day)), nil, nil, .day) }
        return clocked(.day(day), m)
    }

    /// In a history a month belongs to the year told, unless the year turned in between.
    func rolledYear(_ month: Int, _ base: CalendarPoint) -> Int? {
        guard let year = base.year else { return nil }
        // A year that was told between two dates of one month or the next does not part them.
        if let fine, let fineYear = fine.year, fineYear != year, bareYearTimes == 1, threadSentence != sentence {
            for candidate in [fineYear, fineYear + 1] {
                let ahead = (candidate - fineYear) * 12 + month - fine.month
                if (0...2).contains(ahead) { return candidate }
            }
        }
        guard base.month > 0 else { return year }
        if base.month - month >= 9 { return year + 1 }
        return year
    }

    /// From where a month without a year is counted.
    private func openBase(_ m: TimeMeaning) -> CalendarPoint? {
        if m.anchor == .told { return point(of: .told) }
        return isHistory ? thread ?? point(of: .now) : point(of: .now)
    }

    /// The year of a month, season or quarter that was told without one.
    private func openYear(_ m: TimeMeaning, _ tense: Tense) -> Int? {
        guard let base = openBase(m), let year = base.year else { return nil }
        if m.calendar != .gregorian { return openForeignYear(m, base, year, tense) }
        let first =
            m.month != 0
            ? Int(m.month)
            : m.season != 0
                ? Season.allCases[Int(m.season) - 1].firstMonth
                : m.quarter != 0 ? Int(m.quarter) * 3 - 2 : m.half != 0 ? Int(m.half) * 6 - 5 : 0
        guard first > 0 else { return year }
        let length = m.month != 0 ? 1 : m.half != 0 ? 6 : 3
        switch m.direction {
        case .before: return first + length - 1 >= max(1, base.month) ? year - 1 : year
        case .after: return first <= base.month ? year + 1 : year
        case .within: return year
        case .any: break
        }
        if isHistory { return rolledYear(first, base) }
        let month = base.month
        switch tense {
        case .past:
            // A quarter that is reported on is over.
            let isOver = m.quarter != 0 || m.half != 0 ? first + length - 1 < month : first <= month
            return isOver ? year : year - 1
        case .future: return first + length - 1 < month ? year + 1 : year
        case .open:
            if first - month > 4 { return year - 1 }
            if month - first > 8 { return year + 1 }
            return year
        }
    }

    private func longer(_ m: TimeMeaning, _ year: Int?) -> Stretch {
        if m.calendar != .gregorian { return foreignMonth(m, year) }
        let suffix: (String, first: Int, count: Int, Granularity)? =
            m.month != 0
            ? (Digits.two(Int(m.month)), Int(m.month), 1, .month)
            : m.season != 0
                ? (
                    Season.allCases[Int(m.season) - 1].rawValue, Season.allCases[Int(m.season) - 1].firstMonth, 3,
                    .season
                )
                : m.quarter != 0
                    ? ("Q\(m.quarter)", Int(m.quarter) * 3 - 2, 3, .quarter)
                    : m.half != 0 ? ("H\(m.half)", Int(m.half) * 6 - 5, 6, .half) : nil
        guard let suffix else {
            guard let year, year != 0, (-9999...9999).contains(year) else { return Stretch("XXXX", nil, nil, .year) }
            return m.isFiscal ? Stretch("FY" + Digits.year(year), nil, nil, .year) : .year(year)
        }
        guard let year, year != 0, (-9999...9998).contains(year) else {
            return Stretch("XXXX-" + suffix.0, nil, nil, suffix.3)
        }
        return .months(year, suffix.first, suffix.count, suffix.0, suffix.3)
    }

    /// Our year in which a month of another calendar begins that was told without one: the nearest that the tense allows.
    private func openForeignYear(_ m: TimeMeaning, _ base: CalendarPoint, _ year: Int, _ tense: Tense) -> Int {
        var first = m
        first.day = 1
        let months = (year - 1...year + 1).compactMap { candidates(first, year: $0)?.first }
        guard let day = CivilDate(year: year, month: max(1, base.month), day: max(1, base.day)) else { return year }
        let allowed = months.filter {
            tense == .past ? $0 <= day : tense == .future ? $0 >= day.adding(days: -29) ?? day : true
        }
        return allowed.min {
            abs($0.daysSinceEpoch - day.daysSinceEpoch) < abs($1.daysSinceEpoch - day.daysSinceEpoch)
        }?.year
            ?? year
    }

    /// A month of another calendar: its own days, and the value of our month that holds its middle.
    private func foreignMonth(_ m: TimeMeaning, _ year: Int?) -> Stretch {
        guard let year else { return Stretch("XXXX-XX", nil, nil, .month) }
        var copy = m
        copy.day = 1
        guard let from = candidates(copy, year: year)?.first, let middle = from.adding(days: 14) else {
            return Stretch("XXXX-XX", nil, nil, .month)
        }
        var stretch = Stretch.month(middle.year, middle.month)
        (stretch.from, stretch.to) = (from, from.adding(days: 28))
        return stretch
    }

    private func decade(_ m: TimeMeaning) -> Stretch {
        var decade = Int(m.decade ?? 0)
        if decade < 0 { return Stretch("BC" + Self.padded(-decade, 3), nil, nil, .decade) }
        if m.isDecadeShort {
            let reference = (isHistory ? told?.year : nil) ?? published?.year ?? 2000
            decade += reference / 100 * 10
            if decade * 10 > reference, decade > 10 { decade -= 10 }
        }
        return .years(decade * 10, 10, Self.padded(decade, 3), .decade)
    }

    private func week(_ m: TimeMeaning) -> Stretch {
        guard let year = knownYear(m) ?? point(of: .now)?.year, let first = CivilDate(year: year, month: 1, day: 4),
            let day = first.adding(days: 7 * (Int(m.week) - 1))
        else { return Stretch("XXXX-W" + Digits.two(Int(m.week)), nil, nil, .week) }
        return .week(of: day)
    }

    private static func century(_ century: Int) -> Stretch {
        guard century >= 0 else { return Stretch("BC" + Digits.two(-century - 1), nil, nil, .century) }
        return .years(century * 100, 100, Digits.two(century), .century)
    }

    // MARK: - Days of the week

    /// A bare weekday is the nearest that the tense allows; a history goes on from the day told.
    private func weekday(_ m: TimeMeaning, _ tense: Tense) -> Stretch {
        guard let base = day(of: m.anchor == .told ? .told : .now) else {
            return Stretch("XXXX-XX-XX" + ClockValue.text(m), nil, nil, m.hasClock ? .time : .day)
        }
        let back = (base.weekday - Int(m.weekday) + 7) % 7
        let ahead = (Int(m.weekday) - base.weekday + 7) % 7
        let offset: Int =
            switch m.direction {
            case .before: -(back == 0 ? 7 : back)
            case .after: ahead == 0 ? 7 : ahead
            case .within: tense == .past ? -back : ahead
            case .any:
                isHistory ? ahead : tense == .future ? ahead : -back
            }
        guard let day = base.adding(days: offset) else { return Stretch("XXXX-XX-XX", nil, nil, .day) }
        return clocked(.day(day), m)
    }
}
