import Annotation
import Clauses

/// What kind of text it is: news, counted from the day of publication, or a history that tells date after date.
struct TextKind {
    /// The day of publication, or the day that the text's own head gives.
    let published: CivilDate?
    let isHistory: Bool
    /// The first date of a history, from which what stands before it is counted.
    let firstTold: CalendarPoint?

    init(of found: [FoundTime], published: CivilDate?, _ document: Document) {
        let published = published ?? Self.dateOfHead(found, document)
        self.published = published
        var old = 0
        var near = 0
        var first: CalendarPoint?
        for time in found where time.meaning.kind == .date || time.meaning.kind == .time {
            let m = time.meaning
            switch m.form {
            case .calendar:
                guard let year = m.year, !m.isYearShort, m.calendar == .gregorian else {
                    // Weekdays, "today" and "last week" are told of the days around the report.
                    if m.weekday != 0, m.month == 0 { near += 2 }
                    continue
                }
                if let published, m.day != 0, m.month == published.month, Int(year) == published.year { near += 4 }
                if let published, Int(year) >= published.year - 1 { near += 1 } else { old += 1 }
                if first == nil, m.decade == nil {
                    first = CalendarPoint(year: Int(year), month: Int(m.month), day: Int(m.day))
                }
            case .shift where m.anchor == .now: near += 2
            default: break
            }
        }
        // A background of some years is told in news too; a history has hardly anything else.
        isHistory = published == nil ? true : old >= 5 && old > near
        firstTold = isHistory ? first : nil
    }

    func allows(_ need: TextNeed) -> Bool {
        switch need {
        case .history: isHistory
        // The matcher has seen to it.
        case .none, .antiquity: true
        }
    }

    /// A full date in a dateline, or alone on one of the first lines.
    private static func dateOfHead(_ found: [FoundTime], _ document: Document) -> CivilDate? {
        let datelines = Dateline.ranges(in: document)
        for time in found {
            guard time.span.start < 600 else { return nil }
            let m = time.meaning
            guard m.form == .calendar, m.calendar == .gregorian, m.month > 0, m.day > 0, let year = m.year,
                !m.isYearShort, let day = CivilDate(year: Int(year), month: Int(m.month), day: Int(m.day))
            else { continue }
            let isAlone =
                isLineEnd(time.span.start - 1, document) && isLineEnd(time.span.end, document)
            if isAlone || datelines.contains(where: { $0.contains(time.tokens.lowerBound) }) { return day }
        }
        return nil
    }

    private static func isLineEnd(_ byte: Int, _ document: Document) -> Bool {
        guard document.text.indices.contains(byte) else { return true }
        return document.text[byte] == 10
    }
}
