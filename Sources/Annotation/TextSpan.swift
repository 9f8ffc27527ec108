/// A stretch of a report's text: half-open, in UTF-8 bytes of `Report.text`.
///
/// Bytes inside the program, Unicode code points in everything written out (`CodePointMap` converts).
package struct TextSpan: Hashable, Sendable, Comparable {
    /// First byte.
    package var start: Int
    /// One past the last byte; never before `start`.
    package var end: Int

    package init(start: Int, end: Int) {
        precondition(start <= end, "a span ends before it starts")
        self.start = start
        self.end = end
    }

    package var count: Int { end - start }

    package func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

    package func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

    /// The smallest span that holds both.
    package func union(_ other: TextSpan) -> TextSpan {
        TextSpan(start: Swift.min(start, other.start), end: Swift.max(end, other.end))
    }

    package static func < (a: TextSpan, b: TextSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
