package import Annotation

/// Which of the coded events are written. It never changes what is coded: statements, actors and ids stay as they are.
package struct EventFilter: Hashable, Sendable {
    /// What an event can be asked for by: one of PLOVER's types, or a comment, which has none.
    package enum Kind: Hashable, Sendable {
        case type(PloverType)
        case comment

        /// Reads "ACCUSE" or "accuse", and "comment".
        package init?(_ name: String) {
            if name.lowercased() == "comment" {
                self = .comment
            } else if let type = PloverType(rawValue: name.uppercased()) {
                self = .type(type)
            } else {
                return nil
            }
        }
    }

    /// Nil lets every type through.
    package var kinds: Set<Kind>?
    /// Nil lets every standing through. An event passes when all its standings are named: one that is future and
    /// negated is not among the future ones alone.
    package var standing: Set<Standing>?
    /// 0 to 1; an event with exactly this confidence passes.
    package var minConfidence: Double

    package init(kinds: Set<Kind>? = nil, standing: Set<Standing>? = nil, minConfidence: Double = 0) {
        self.kinds = kinds
        self.standing = standing
        self.minConfidence = minConfidence
    }

    package func passes(_ event: Event) -> Bool {
        if let kinds, !kinds.contains(event.type.map(Kind.type) ?? .comment) { return false }
        if let standing, !event.standing.allSatisfy(standing.contains) { return false }
        return event.confidence >= minConfidence
    }
}
