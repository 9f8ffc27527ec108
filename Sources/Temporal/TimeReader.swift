package import Annotation

/// A time expression with the tokens it is made of.
package struct TimeMention: Sendable {
    /// The tokens that hold it; an expression may be part of one ("2014" in "mid-2014-style").
    package var tokens: Range<Int>
    package var expression: TimeExpression
}

/// Reads the time expressions of a document, with TIMEX3 values.
///
/// First all expressions are found (`PatternMatcher`), then it is decided what kind of text it is (`TextKind`), and
/// last each is laid on the calendar in the order of the text (`Reckoning`). Without a day of publication the dates of
/// the text itself are counted from; what stays open has X in its value.
package struct TimeReader: Sendable {
    private let knowledge: TimeKnowledge

    package init(knowledge: TimeKnowledge) { self.knowledge = knowledge }

    /// How many times on a clock looks for its day.
    private static let ahead = 8

    /// The day that the same sentence tells after a clock time: "at 10:15 (0815 GMT) on Wednesday".
    private func dayAhead(
        at clock: Int, in found: [FoundTime], _ reckoning: Reckoning, _ document: Document
    ) -> CivilDate? {
        let sentence = document.sentences[document.sentence(of: found[clock].tokens.lowerBound)]
        for next in found.indices.dropFirst(clock + 1).prefix(Self.ahead) {
            let time = found[next]
            guard sentence.contains(time.tokens.lowerBound) else { return nil }
            guard time.meaning.form == .calendar || time.meaning.form == .shift, !time.meaning.lacksDay else {
                continue
            }
            var copy = reckoning
            let tense = Tense.around(time.tokens.upperBound - 1, document, knowledge.lexicon)
            let stretch = copy.stretch(of: time.meaning, tense: tense, sentence: 0)
            return stretch.granularity == .day || stretch.granularity == .time ? stretch.from : nil
        }
        return nil
    }

    /// - Returns: mentions in text order, never overlapping.
    package func read(_ document: Document, published: CivilDate?) -> [TimeMention] {
        let found = TimeFinder.find(in: document, knowledge)
        guard !found.isEmpty else { return [] }
        let kind = TextKind(of: found, published: published, document)
        var reckoning = Reckoning(published: kind.published, isHistory: kind.isHistory, firstTold: kind.firstTold)
        var sentence = 0
        return found.indices.lazy.filter { kind.allows(found[$0].need) }.map { i in
            let time = found[i]
            while sentence + 1 < document.sentences.count,
                document.sentences[sentence].upperBound <= time.tokens.lowerBound
            {
                sentence += 1
            }
            let tense =
                time.meaning.form == .calendar
                ? Tense.around(time.tokens.upperBound - 1, document, knowledge.lexicon) : .open
            reckoning.clockDayAhead =
                time.meaning.lacksDay ? dayAhead(at: i, in: found, reckoning, document) : nil
            let stretch = reckoning.stretch(of: time.meaning, tense: tense, sentence: sentence)
            return TimeMention(
                tokens: time.tokens,
                expression: TimeExpression(
                    span: time.span, kind: time.meaning.kind, value: stretch.value, from: stretch.from, to: stretch.to,
                    granularity: stretch.granularity, modifier: ModifierCode.modifier(time.meaning.modifier)))
        }
    }
}
