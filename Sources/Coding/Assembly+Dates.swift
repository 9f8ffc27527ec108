import Annotation
import Events
import Temporal

/// When: events and statements get the time nearest in the tree, else the day of publication.
extension Assembly {
    /// The time nearest in the tree, under the act's clause first, then under the clauses above it, with the mention it
    /// was read from.
    func date(of act: Act) -> (EventDate?, TimeMention?) {
        if let time = time(near: act.trigger, under: act.clause) {
            let t = time.expression
            // "said on Tuesday they will meet": what is to come is after the day it was said.
            if act.standing.contains(.future), let to = t.to, let published = report.published, to <= published {
                return (
                    EventDate(from: to, to: nil, granularity: .unknown, basis: .text, span: t.span), time
                )
            }
            return (dated(t), time)
        }
        if let bounded = bounded(act) { return (bounded, nil) }
        guard let published = report.published else { return (story(before: act.trigger).map(dated), nil) }
        if act.standing.contains(.historical) {
            return (EventDate(from: nil, to: published, granularity: .unknown, basis: .published), nil)
        }
        if act.standing.contains(.future) {
            return (EventDate(from: published, to: nil, granularity: .unknown, basis: .published), nil)
        }
        return (EventDate(from: published, to: published, granularity: .day, basis: .published), nil)
    }

    /// The statements with the day each was made.
    func dated(_ statements: [Statement]) -> [Statement] {
        statements.map { statement in
            var statement = statement
            let cue = document.token(atOrAfter: statement.cue.start)
            guard cue < document.tokens.count else { return statement }
            if let time = time(near: cue, under: cue) {
                statement.date = dated(time.expression)
            } else if let published = report.published {
                statement.date = EventDate(from: published, to: published, granularity: .day, basis: .published)
            }
            return statement
        }
    }

    private func dated(_ time: TimeExpression) -> EventDate {
        EventDate(
            from: time.from, to: time.to, granularity: time.granularity ?? .unknown, basis: .text, span: time.span)
    }

    /// Over for more than a month when the report came out, or in a past without a date.
    func isHistorical(_ date: EventDate?, _ time: TimeMention?) -> Bool {
        guard let date, date.basis == .text else { return false }
        if date.granularity == .unknown, date.from == nil, time?.expression.value == "PAST_REF" { return true }
        guard let to = date.to, let published = report.published else { return false }
        return published.daysSinceEpoch - to.daysSinceEpoch > 25
    }

    // MARK: - The nearest time

    private func time(near trigger: Int, under clause: Int) -> TimeMention? {
        var best: (time: TimeMention, distance: Int)?
        for time in times(inSentenceOf: trigger) {
            let kind = time.expression.kind
            guard kind == .date || kind == .time, time.expression.value != "PRESENT_REF",
                bound(time.tokens.lowerBound) == nil,
                !isParagraphBetween(time.expression.span, document.tokens[trigger].span)
            else { continue }
            guard let distance = distance(from: time.tokens, to: trigger, under: clause) else { continue }
            if best == nil || distance < (best?.distance ?? 0) { best = (time, distance) }
        }
        return best?.time
    }

    private func times(inSentenceOf token: Int) -> ArraySlice<TimeMention> {
        let sentence = document.sentences[document.sentence(of: token)]
        let first = firstTime(from: sentence.lowerBound)
        var last = first
        while last < times.count, times[last].tokens.lowerBound < sentence.upperBound { last += 1 }
        return times[first..<last]
    }

    /// The first time that begins at a token or after it.
    private func firstTime(from token: Int) -> Int {
        var low = 0
        var high = times.count
        while low < high {
            let middle = (low + high) / 2
            if times[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// An undated report's deeds are of the time told last before them, in its paragraph.
    private func story(before token: Int) -> TimeExpression? {
        for time in times[..<firstTime(from: token)].reversed() {
            if isParagraphBetween(time.expression.span, document.tokens[token].span) { return nil }
            if time.expression.kind == .date || time.expression.kind == .time, time.expression.from != nil {
                return time.expression
            }
        }
        return nil
    }

    // MARK: - Times that bound

    private enum Bound { case since, until }

    /// "since November", "until Friday": a stretch of time, which dates no deed but bounds it.
    private func bound(_ first: Int) -> Bound? {
        guard first > 0 else { return nil }
        switch document.tokens[first - 1].lower {
        case "since", "after": return .since
        case "until", "till", "before": return .until
        default: return nil
        }
    }

    /// "have held talks since November": from then on, up to the report.
    private func bounded(_ act: Act) -> EventDate? {
        guard let published = report.published, !act.standing.contains(.future) else { return nil }
        for time in times(inSentenceOf: act.trigger) {
            let t = time.expression
            let first = time.tokens.lowerBound
            guard bound(first) == .since, document.tokens[first - 1].lower == "since", t.kind == .date,
                let from = t.from, from <= published,
                let distance = distance(from: time.tokens, to: act.trigger, under: act.clause), distance <= 2
            else { continue }
            return EventDate(from: from, to: published, granularity: .unknown, basis: .text, span: t.span)
        }
        return nil
    }

    /// The parser may take two paragraphs for one sentence.
    private func isParagraphBetween(_ a: TextSpan, _ b: TextSpan) -> Bool {
        let (start, end) = (min(a.end, b.end), max(a.start, b.start))
        return start < end && document.text[start..<end].contains(10)
    }

    /// Steps up the tree from a time to a token of the clause or of one above it; nil when it dates another clause.
    private func distance(from tokens: Range<Int>, to trigger: Int, under clause: Int) -> Int? {
        var chain: [Int: Int] = [:]
        var at = trigger
        var steps = 0
        while chain[at] == nil {
            chain[at] = steps
            let up = Int(document.tokens[at].head)
            // A relative clause or a participle on a noun has a time of its own, save in "during which".
            if up == at || document.tokens[at].dependency == .acl { break }
            if document.tokens[at].dependency == .relcl, !isSetByPronoun(at) { break }
            at = up
            steps += 1
        }
        var climb = tokens.upperBound - 1
        for _ in 0..<12 {
            // Inside the time expression and its preposition nothing is counted.
            let up = Int(document.tokens[climb].head)
            if let above = chain[climb], !tokens.contains(climb) {
                return above + (climb == clause || climb == trigger ? 0 : 1)
            }
            // A time under another verb or noun of doing dates that one.
            let pos = document.tokens[climb].pos
            if pos == .verb, !tokens.contains(climb) { return nil }
            if up == climb { return nil }
            climb = up
        }
        return nil
    }

    /// "a visit in May, during which they signed": the clause happens at the time of its noun.
    private func isSetByPronoun(_ clause: Int) -> Bool {
        document.children(of: clause).contains { child in
            document.tokens[Int(child)].tag == .wrb
                || document.tokens[Int(child)].dependency == .prep
                    && document.children(of: Int(child)).contains { document.tokens[Int($0)].tag == .wdt }
        }
    }
}
