/// A time expression of the text with its TIMEX3 type and value.
package struct TimeExpression: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case date = "DATE"
        case time = "TIME"
        case duration = "DURATION"
        case set = "SET"
    }

    package var span: TextSpan
    package var kind: Kind
    /// As TimeML writes it: "2021-01-26TMO", "2019-11", "P3D", "PAST_REF".
    package var value: String
    /// The first and the last day it covers; nil where the value does not say.
    package var from: CivilDate?
    package var to: CivilDate?
    package var granularity: Granularity?

    package init(
        span: TextSpan, kind: Kind, value: String, from: CivilDate? = nil, to: CivilDate? = nil,
        granularity: Granularity? = nil
    ) {
        self.span = span
        self.kind = kind
        self.value = value
        self.from = from
        self.to = to
        self.granularity = granularity
    }
}

/// How fine a time is known.
package enum Granularity: String, Sendable {
    case time, day, week, month, quarter, season, year, decade, century, unknown
}
