package import Annotation

/// A time expression with the tokens it is made of.
package struct TimeMention: Sendable {
    package var tokens: Range<Int>
    package var expression: TimeExpression
}

/// Reads the time expressions of a document, with TIMEX3 values anchored at the day of publication.
///
/// Without that day, relative expressions keep their kind and have the value `XXXX-XX-XX`.
package struct TimeReader: Sendable {
    let words: TimeWords

    package init(words: TimeWords) { self.words = words }

    package func read(_ document: Document, published: CivilDate?) -> [TimeMention] {
        var mentions: [TimeMention] = []
        var i = 0
        let scanner = TimeScanner(words: words, document: document, published: published)
        while i < document.tokens.count {
            if let found = scanner.expression(at: i) {
                let range = found.tokens
                mentions.append(
                    TimeMention(
                        tokens: range,
                        expression: TimeExpression(
                            span: document.span(of: range), kind: found.kind, value: found.value,
                            from: found.from, to: found.to, granularity: found.granularity)))
                i = range.upperBound
            } else {
                i += 1
            }
        }
        return mentions
    }
}

/// A value found by the scanner.
struct TimeValue {
    var tokens: Range<Int>
    var kind: TimeExpression.Kind
    var value: String
    var from: CivilDate?
    var to: CivilDate?
    var granularity: Granularity

    static func day(_ tokens: Range<Int>, _ day: CivilDate?) -> TimeValue {
        TimeValue(
            tokens: tokens, kind: .date, value: day?.description ?? "XXXX-XX-XX", from: day, to: day, granularity: .day)
    }

    static func month(_ tokens: Range<Int>, _ year: Int, _ month: Int) -> TimeValue {
        TimeValue(
            tokens: tokens, kind: .date, value: "\(year)-\(month < 10 ? "0" : "")\(month)",
            from: CivilDate(year: year, month: month, day: 1),
            to: CivilDate(year: year, month: month, day: CivilDate.days(inMonth: month, of: year)), granularity: .month)
    }

    static func year(_ tokens: Range<Int>, _ year: Int) -> TimeValue {
        TimeValue(
            tokens: tokens, kind: .date, value: String(year), from: CivilDate(year: year, month: 1, day: 1),
            to: CivilDate(year: year, month: 12, day: 31), granularity: .year)
    }

    static func unknown(_ tokens: Range<Int>, _ granularity: Granularity) -> TimeValue {
        TimeValue(tokens: tokens, kind: .date, value: "XXXX-XX-XX", granularity: granularity)
    }

    static func reference(_ tokens: Range<Int>, _ value: String) -> TimeValue {
        TimeValue(tokens: tokens, kind: .date, value: value, granularity: .unknown)
    }
}
