import Annotation

/// Lays meanings on the calendar, one after the other: what was told before decides what comes after.
struct Reckoning {
    /// The day of publication, or what the text gives for it.
    let published: CivilDate?
    /// A history counts from the date told before, news from the day of publication.
    let isHistory: Bool
    /// The date told last.
    private(set) var told: CalendarPoint?
    /// The day told last, and in which sentence.
    private(set) var toldDay: CivilDate?
    private var toldSentence = -10
    /// Where the story of a history stands, from which months without a year are counted.
    private(set) var thread: CalendarPoint?
    private(set) var threadSentence = -10
    /// The sentence of the expression that is being read.
    private(set) var sentence = 0
    /// A year told since then without a month, and how often.
    private var bareYear: Int?
    private(set) var bareYearTimes = 0
    /// The last month or day of the story.
    private(set) var fine: CalendarPoint?
    private var threadYear: Int?
    /// How fine the date told last was.
    private var granularity = Granularity.unknown
    /// A year that was told beside the thread.
    private var strayYear: Int?

    init(published: CivilDate?, isHistory: Bool, firstTold: CalendarPoint?) {
        self.published = published
        self.isHistory = isHistory
        told = firstTold
        thread = firstTold
        threadYear = firstTold?.year
    }

    /// The value of a meaning.
    ///
    /// - Parameter sentence: the number of its sentence.
    mutating func stretch(of meaning: TimeMeaning, tense: Tense, sentence: Int) -> Stretch {
        self.sentence = sentence
        var stretch = place(meaning, tense, sentence)
        if stretch.from != nil { granularity = stretch.granularity }
        if meaning.kind == .date || meaning.kind == .time, let point = stretch.told {
            tell(point, meaning, sentence)
            if let day = point.date, stretch.granularity == .day || stretch.granularity == .time {
                toldDay = day
                toldSentence = sentence
            }
        }
        stretch.narrow(to: ModifierCode.modifier(meaning.modifier))
        return stretch
    }

    /// Takes a date into the thread of the story.
    private mutating func tell(_ point: CalendarPoint, _ m: TimeMeaning, _ sentence: Int) {
        var point = point
        let isFine = point.month != 0 && m.modifier == 0
        if point.month == 0 {
            if let told, told.year == point.year, m.modifier == 0 {
                // "in 1941, Japan …": no coarser than what was told of the year already.
                point = told
            } else if m.form == .calendar, m.decade == nil, m.century == nil {
                switch ModifierCode.modifier(m.modifier) {
                case .start: point.month = 1
                case .mid: point.month = 6
                case .end: point.month = 11
                default: break
                }
            }
        }
        told = point
        // "a year earlier" looks back and does not take the story along.
        guard !(m.form == .shift && m.amount < 0) else { return }
        guard isHistory, let year = point.year else { return }
        // A year far off ("as in 1914", "published in 1978") does not carry the story away until another one agrees.
        if let thread = threadYear, abs(thread - year) > 5, point.day == 0,
            strayYear.map({ abs($0 - year) > 5 }) ?? true
        {
            strayYear = year
        } else {
            (threadYear, strayYear) = (year, nil)
            thread = point
            if isFine {
                (fine, bareYear, bareYearTimes) = (point, nil, 0)
            } else {
                bareYearTimes = bareYear == year ? bareYearTimes + 1 : 1
                bareYear = year
            }
            threadSentence = sentence
        }
    }

    private func place(_ m: TimeMeaning, _ tense: Tense, _ sentence: Int) -> Stretch {
        if m.kind == .set { return Stretch(DurationValue.set(m)) }
        switch m.form {
        case .count: return Stretch("", nil, nil)
        case .reference: return Stretch(m.reference.value)
        case .duration: return length(m)
        case .set: return Stretch(DurationValue.set(m))
        case .shift where m.isSamePeriod: return samePeriod(in: nil)
        case .shift:
            if m.isAmountVague, !m.hasClock {
                return Stretch((m.amount < 0 ? TimeMeaning.Reference.past : .future).value)
            }
            return shifted(m, tense, sentence)
        case .calendar where m.isSamePeriod: return samePeriod(in: m.year.map { Int($0) })
        case .calendar: return onCalendar(m, tense, sentence)
        }
    }

    /// The day that the sentence tells after the clock time that is read next.
    var clockDayAhead: CivilDate?

    /// From where an anchor counts, as a day; nil when it is not known so finely.
    func day(of anchor: TimeMeaning.Anchor) -> CivilDate? {
        if anchor == .now, !isHistory { return published }
        if let date = told?.date { return date }
        if let toldDay, let told, told.year == nil || told.year == toldDay.year,
            told.month == 0 || told.month == toldDay.month
        {
            return toldDay
        }
        if isHistory || told != nil { return nil }
        return published
    }

    /// "The same period a year ago": the month or quarter told last, in a given year or the one before.
    private func samePeriod(in year: Int?) -> Stretch {
        guard let told, let toldYear = told.year else {
            return point(of: .now)?.year.map { Stretch.year(year ?? $0 - 1) } ?? Stretch("XXXX", nil, nil, .year)
        }
        let year = year ?? toldYear - 1
        switch granularity {
        case .month where told.month > 0: return .month(year, told.month)
        case .quarter where told.month > 0:
            return .months(year, told.month, 3, "Q\((told.month - 1) / 3 + 1)", .quarter)
        default: return .year(year)
        }
    }

    /// From where an anchor counts, as finely as it is known.
    func point(of anchor: TimeMeaning.Anchor) -> CalendarPoint? {
        if anchor == .now, !isHistory { return published.map(CalendarPoint.init) }
        return told ?? published.map(CalendarPoint.init)
    }

    /// The day that a clock time without one belongs to.
    func clockDay(_ sentence: Int) -> CivilDate? {
        if let toldDay, toldSentence == sentence { return toldDay }
        if let clockDayAhead { return clockDayAhead }
        if let toldDay, isHistory ? told?.date == toldDay : sentence - toldSentence <= 1 { return toldDay }
        return isHistory ? nil : published
    }

    private func length(_ m: TimeMeaning) -> Stretch {
        var stretch = Stretch(DurationValue.length(m))
        guard m.reach != 0, m.amount > 0, let base = point(of: m.anchor == .told ? .told : .now)?.date else {
            return stretch
        }
        let days: Int? =
            switch m.unit {
            case .day: Int(m.amount)
            case .week: 7 * Int(m.amount)
            default: nil
            }
        var other = days.flatMap { base.adding(days: Int(m.reach) * $0) }
        let months: Int? =
            switch m.unit {
            case .month: Int(m.amount)
            case .quarter: 3 * Int(m.amount)
            case .year: 12 * Int(m.amount)
            case .decade: 120 * Int(m.amount)
            default: nil
            }
        if let months {
            let shifted = Stretch.month(base.year, base.month + Int(m.reach) * months)
            other = shifted.from?.adding(days: min(base.day, shifted.to?.day ?? 1) - 1)
        }
        if let other { (stretch.from, stretch.to) = (min(base, other), max(base, other)) }
        return stretch
    }
}
