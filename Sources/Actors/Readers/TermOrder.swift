extension [ActorRecord.Term] {
    /// In the order in which `ActorRecord.term(on:)` asks: it takes the last of those that hold.
    ///
    /// Terms without a date are defaults and come first; the others follow by the day on which they begin. Of terms that
    /// begin together the one that the file names first comes last, and so is taken: TABARI and PETRARCH take the first.
    func asRestrictions() -> [ActorRecord.Term] {
        guard count > 1 else { return self }
        return enumerated().sorted { a, b in
            let (x, y) = (a.element.period, b.element.period)
            if (x == .always) != (y == .always) { return x == .always }
            return (x.beginning, b.offset) < (y.beginning, a.offset)
        }.map(\.element)
    }

    /// By the day on which they begin, else as they stood.
    func chronological() -> [ActorRecord.Term] {
        guard count > 1 else { return self }
        return enumerated().sorted { a, b in
            (a.element.period.beginning, a.offset) < (b.element.period.beginning, b.offset)
        }.map(\.element)
    }
}

extension Period {
    fileprivate var beginning: Int32 { from.isKnown ? from.days : .min }
}
