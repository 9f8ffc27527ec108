/// How the text puts an event (PLOVER's auxiliary modes). Several may hold; none but `actual` means it happened.
package enum Standing: String, CaseIterable, Sendable, Comparable {
    case actual, historical, future, hypothetical, negated

    package static func < (a: Standing, b: Standing) -> Bool { a.rank < b.rank }

    private var rank: Int { Standing.allCases.firstIndex(of: self) ?? 0 }
}
