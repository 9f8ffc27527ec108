/// A time expression of the text with its TIMEX3 type and value.
package struct TimeExpression: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case date = "DATE"
        case time = "TIME"
        case duration = "DURATION"
        case set = "SET"
    }

    /// What the text adds to the value: the `mod` of TimeML 1.2.1.
    package enum Modifier: String, Sendable {
        case before = "BEFORE"
        case after = "AFTER"
        case onOrBefore = "ON_OR_BEFORE"
        case onOrAfter = "ON_OR_AFTER"
        case lessThan = "LESS_THAN"
        case moreThan = "MORE_THAN"
        case equalOrLess = "EQUAL_OR_LESS"
        case equalOrMore = "EQUAL_OR_MORE"
        case start = "START"
        case mid = "MID"
        case end = "END"
        case approximate = "APPROX"
    }

    package var span: TextSpan
    package var kind: Kind
    /// As TimeML writes it: "2021-01-26TMO", "2019-11", "P3D", "PAST_REF".
    package var value: String
    /// The first and the last day it covers; nil where the value does not say. "Early March" covers the first third.
    package var from: CivilDate?
    package var to: CivilDate?
    package var granularity: Granularity?
    /// "early", "about", "more than"; nil when the text adds nothing.
    package var modifier: Modifier?

    package init(
        span: TextSpan, kind: Kind, value: String, from: CivilDate? = nil, to: CivilDate? = nil,
        granularity: Granularity? = nil, modifier: Modifier? = nil
    ) {
        self.span = span
        self.kind = kind
        self.value = value
        self.from = from
        self.to = to
        self.granularity = granularity
        self.modifier = modifier
    }
}

/// How fine a time is known.
package enum Granularity: String, Sendable {
    case time, day, weekend, week, month, quarter, season, half, year, decade, century, unknown
}
