import Annotation

/// Finds the longest time expression that begins at a token.
struct TimeScanner {
    let words: TimeWords
    let document: Document
    let published: CivilDate?

    func expression(at start: Int) -> TimeValue? {
        let token = document.tokens[start]
        if let year = year(at: start), isYear(start) { return .year(start..<(start + 1), year) }
        if let found = numericDate(at: start) { return found }
        if token.lower == "earlier" || token.lower == "later", let rest = deictic(at: start + 1) {
            return widened(rest, from: start)
        }
        guard let word = words.word(token) else { return dayBeforeMonth(at: start) ?? agoFromDigits(at: start) }
        switch word {
        case .weekday(let day): return weekday(day, at: start)
        case .month(let month): return isMonth(start) ? monthDate(month, at: start) : nil
        case .relative(let offset):
            let day = published?.adding(days: offset)
            return withPart(.day(start..<(start + 1), day), at: start + 1)
        case .past, .this, .next, .recent: return deictic(at: start)
        case .now: return token.pos == .adv ? .reference(start..<(start + 1), "PRESENT_REF") : nil
        case .number(let n): return ago(n, unitAt: start + 1, from: start)
        case .season, .part, .unit: return nil
        }
    }

    private func word(_ i: Int) -> TimeWords.Word? { i < document.tokens.count ? words.word(document.tokens[i]) : nil }

    private func lower(_ i: Int) -> StringKey { i < document.tokens.count ? document.tokens[i].lower : .empty }

    private func widened(_ value: TimeValue, from start: Int) -> TimeValue {
        var copy = value
        copy.tokens = start..<value.tokens.upperBound
        // "earlier this month" is over, "later this month" to come.
        if let published, let from = copy.from, let to = copy.to, from <= published, published <= to {
            if lower(start) == "earlier" { copy.to = published } else { copy.from = published }
        }
        return copy
    }

    // MARK: - Days of the week

    /// A bare weekday is the nearest one to the day of publication that the tense allows.
    private func weekday(_ day: Int, at start: Int) -> TimeValue {
        guard let published else { return withPart(.unknown(start..<(start + 1), .day), at: start + 1) }
        let back = (published.weekday - day + 7) % 7
        let ahead = (day - published.weekday + 7) % 7
        let isAhead = governedByFuture(start) && back != 0
        return withPart(.day(start..<(start + 1), published.adding(days: isAhead ? ahead : -back)), at: start + 1)
    }

    /// "Tuesday morning", "yesterday evening".
    private func withPart(_ value: TimeValue, at next: Int) -> TimeValue {
        guard case .part(let part)? = word(next) else { return value }
        var copy = value
        copy.tokens = value.tokens.lowerBound..<(next + 1)
        copy.kind = .time
        copy.value = value.value + part
        copy.granularity = .time
        return copy
    }

    /// Whether the verb above speaks of what is to come.
    private func governedByFuture(_ token: Int) -> Bool {
        var at = token
        for _ in 0..<6 {
            let up = Int(document.tokens[at].head)
            if up == at { break }
            at = up
            let pos = document.tokens[at].pos
            guard pos == .verb || pos == .aux else { continue }
            let children = document.children(of: at)
            if children.contains(where: {
                ["will", "shall", "'ll", "\u{2019}ll"].contains(document.tokens[Int($0)].lower)
            }) {
                return true
            }
            guard document.tokens[at].tag == .vb,
                children.contains(where: { document.tokens[Int($0)].lower == "to" })
            else { return false }
            // "agreed to meet in August" looks ahead; "led it to recall its envoy in August" looks back.
            let governor = document.tokens[Int(document.tokens[at].head)]
            return !words.implicative.contains(governor.lemma)
        }
        return false
    }

    // MARK: - Calendar dates

    private func number(_ i: Int) -> Int? {
        guard i < document.tokens.count else { return nil }
        let span = document.tokens[i].span
        var n = 0
        var bytes = document.text[span.start..<span.end]
        // "4th", "21st"
        if bytes.count > 2, let last = bytes.last, (97...122).contains(last) { bytes = bytes.dropLast(2) }
        guard !bytes.isEmpty, bytes.count <= 4 else { return nil }
        for b in bytes {
            guard (48...57).contains(b) else { return nil }
            n = n * 10 + Int(b - 48)
        }
        return n
    }

    private func year(at i: Int) -> Int? {
        guard i < document.tokens.count, document.tokens[i].span.count == 4, let n = number(i),
            (1800...2100).contains(n)
        else { return nil }
        return n
    }

    /// A number of four digits is a year after "in", "since", "of", or when it is no count of the noun after it.
    private func isYear(_ i: Int) -> Bool {
        let t = document.tokens[i]
        if t.dependency == .nummod, Int(t.head) > i { return false }
        let head = document.tokens[Int(t.head)]
        return t.dependency == .pobj
            && ["in", "since", "of", "by", "until", "from", "before", "after", "during", "through"].contains(head.lower)
            || (t.dependency == .npadvmod || (t.dependency == .nummod && Int(t.head) < i && words.word(head) != nil))
    }

    private func isMonth(_ i: Int) -> Bool { document.tokens[i].pos == .propn }

    private func monthDate(_ month: Int, at start: Int) -> TimeValue? {
        var next = start + 1
        if let day = number(next), day >= 1, day <= 31, document.tokens[next].span.count <= 4 {
            next += 1
            if lower(next) == ",", let year = year(at: next + 1) {
                return .day(start..<(next + 2), CivilDate(year: year, month: month, day: day))
            }
            if let year = year(at: next) {
                return .day(start..<(next + 1), CivilDate(year: year, month: month, day: day))
            }
            return .day(start..<next, nearest(month: month, day: day, at: start))
        }
        if lower(next) == "," || lower(next) == "of", let year = year(at: next + 1) {
            return .month(start..<(next + 2), year, month)
        }
        if let year = year(at: next) { return .month(start..<(next + 1), year, month) }
        guard let published else { return .unknown(start..<next, .month) }
        let future = governedByFuture(start)
        let year =
            future
            ? (month < published.month ? published.year + 1 : published.year)
            : (month > published.month ? published.year - 1 : published.year)
        return .month(start..<next, year, month)
    }

    private func nearest(month: Int, day: Int, at token: Int) -> CivilDate? {
        guard let published else { return nil }
        let candidates = (-1...1).compactMap { CivilDate(year: published.year + $0, month: month, day: day) }
        return candidates.min {
            abs($0.daysSinceEpoch - published.daysSinceEpoch) < abs($1.daysSinceEpoch - published.daysSinceEpoch)
        }
    }

    /// "4 January 2021", "the 4th of January".
    private func dayBeforeMonth(at start: Int) -> TimeValue? {
        guard let day = number(start), (1...31).contains(day) else { return nil }
        var next = start + 1
        if lower(next) == "of" { next += 1 }
        guard case .month(let month)? = word(next), isMonth(next) else { return nil }
        if let year = year(at: next + 1) {
            return .day(start..<(next + 2), CivilDate(year: year, month: month, day: day))
        }
        return .day(start..<(next + 1), nearest(month: month, day: day, at: start))
    }

    /// "2021-01-27"
    private func numericDate(at start: Int) -> TimeValue? {
        let span = document.tokens[start].span
        guard span.count == 10, document.text[span.start + 4] == UInt8(ascii: "-"),
            let day = CivilDate(document.text(in: span))
        else { return nil }
        return .day(start..<(start + 1), day)
    }

    // MARK: - Seen from the day of publication

    /// "last year", "this week", "next month", "recent years", "last Tuesday", "the past three days".
    private func deictic(at start: Int) -> TimeValue? {
        guard let direction = word(start) else { return nil }
        let shift: Int
        switch direction {
        case .past: shift = -1
        case .this: shift = 0
        case .next: shift = 1
        case .recent:
            if case .unit? = word(start + 1) { return .reference(start..<(start + 2), "PAST_REF") }
            return nil
        default: return nil
        }
        switch word(start + 1) {
        case .unit(let unit)?: return shifted(unit, by: shift, tokens: start..<(start + 2))
        case .number(let n)?:
            if case .unit(let unit)? = word(start + 2), shift == -1 { return duration(n, unit, start..<(start + 3)) }
            return nil
        case .weekday(let day)?:
            guard let published else { return .unknown(start..<(start + 2), .day) }
            let back = (published.weekday - day + 7) % 7
            let ahead = (day - published.weekday + 7) % 7
            let offset = shift < 0 ? -(back == 0 ? 7 : back) : shift > 0 ? (ahead == 0 ? 7 : ahead) : -back
            return withPart(.day(start..<(start + 2), published.adding(days: offset)), at: start + 2)
        case .month(let month)?:
            guard let published else { return .unknown(start..<(start + 2), .month) }
            let year =
                shift < 0
                ? (month >= published.month ? published.year - 1 : published.year)
                : shift > 0 ? (month <= published.month ? published.year + 1 : published.year) : published.year
            return .month(start..<(start + 2), year, month)
        case .part(let part)?:
            let day = shift == 0 ? published : published?.adding(days: shift)
            return TimeValue(
                tokens: start..<(start + 2), kind: .time, value: (day?.description ?? "XXXX-XX-XX") + part, from: day,
                to: day,
                granularity: .time)
        default:
            if let n = number(start + 1), case .unit(let unit)? = word(start + 2), shift == -1 {
                return duration(n, unit, start..<(start + 3))
            }
            return nil
        }
    }

    private func shifted(_ unit: Character, by shift: Int, tokens: Range<Int>) -> TimeValue? {
        guard let published else { return .unknown(tokens, .unknown) }
        switch unit {
        case "D": return .day(tokens, published.adding(days: shift))
        case "W":
            guard let monday = published.adding(days: 1 - published.weekday + 7 * shift) else { return nil }
            return TimeValue(
                tokens: tokens, kind: .date, value: Self.week(of: monday), from: monday, to: monday.adding(days: 6),
                granularity: .week)
        case "M":
            let months = published.year * 12 + published.month - 1 + shift
            return .month(tokens, months / 12, months % 12 + 1)
        case "Y": return .year(tokens, published.year + shift)
        case "E":
            let decade = published.year / 10 + shift
            return TimeValue(
                tokens: tokens, kind: .date, value: String(decade),
                from: CivilDate(year: decade * 10, month: 1, day: 1),
                to: CivilDate(year: decade * 10 + 9, month: 12, day: 31), granularity: .decade)
        default: return nil
        }
    }

    /// ISO 8601 week of a Monday.
    private static func week(of monday: CivilDate) -> String {
        guard let thursday = monday.adding(days: 3), let first = CivilDate(year: thursday.year, month: 1, day: 1) else {
            return "XXXX-WXX"
        }
        let week = (thursday.daysSinceEpoch - first.daysSinceEpoch) / 7 + 1
        return "\(thursday.year)-W\(week < 10 ? "0" : "")\(week)"
    }

    private func duration(_ n: Int, _ unit: Character, _ tokens: Range<Int>) -> TimeValue {
        TimeValue(
            tokens: tokens, kind: .duration, value: unit == "H" ? "PT\(n)H" : "P\(n)\(unit)", granularity: .unknown)
    }

    private func agoFromDigits(at start: Int) -> TimeValue? {
        guard document.tokens[start].pos == .num, let n = number(start) else { return nil }
        return ago(n, unitAt: start + 1, from: start)
    }

    /// "two days ago", "a week earlier".
    private func ago(_ n: Int, unitAt: Int, from start: Int) -> TimeValue? {
        guard case .unit(let unit)? = word(unitAt) else { return nil }
        let isAgo = lower(unitAt + 1) == "ago"
        guard isAgo else { return n > 1 ? duration(n, unit, start..<(unitAt + 1)) : nil }
        let tokens = start..<(unitAt + 2)
        guard let published else { return .unknown(tokens, .unknown) }
        switch unit {
        case "D": return .day(tokens, published.adding(days: -n))
        case "W": return .day(tokens, published.adding(days: -7 * n))
        case "M", "Y", "E": return shifted(unit, by: -n, tokens: tokens)
        default: return .day(tokens, published)
        }
    }
}
