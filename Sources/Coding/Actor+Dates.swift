import Annotation

extension Actor {
    /// What a dictionary says that the actor's code was on an event's day, where the text dates the event and its words
    /// do not say who the actor was; nil where that is the code of the report's day, or nobody knows.
    func code(on date: EventDate?) -> String? {
        guard let date, date.basis == .text, let from = date.from?.daysSinceEpoch, let to = date.to?.daysSinceEpoch,
            from <= to, !terms.isEmpty
        else { return nil }
        let held = terms.filter {
            ($0.from ?? .min) <= to && ($0.until ?? .max) >= from && ($0.from != nil || $0.until != nil)
        }
        // The term that holds on the whole stretch, else on a part of it; the last one, as the resolver has it.
        let whole = held.filter { ($0.from ?? .min) <= from && ($0.until ?? .max) >= to }
        guard let term = whole.last ?? held.last, term.code != code else { return nil }
        return term.code
    }
}
