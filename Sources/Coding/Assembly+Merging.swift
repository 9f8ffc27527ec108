import Annotation

extension Assembly {
    /// Joins events that one report tells twice: the same deed, parties that do not differ, dates that agree.
    func merged(_ events: [Event]) -> [Event] {
        var kept: [Event] = []
        for event in events {
            if let same = kept.firstIndex(where: { isSame($0, event) }) {
                kept[same] = joined(kept[same], event)
            } else {
                kept.append(event)
            }
        }
        return kept.filter { !isReadying($0, among: kept) }.map { event in
            var event = event
            event.id = id(of: event)
            return event
        }
    }

    /// "moved tanks up and shelled the town": force made ready is told by the force that was used.
    private func isReadying(_ event: Event, among events: [Event]) -> Bool {
        event.type == .mobilize
            && events.contains {
                $0.type == .assault && $0.sentences == event.sentences && $0.standing == event.standing
                    && !event.source.isEmpty && Set($0.source.map(\.actor)) == Set(event.source.map(\.actor))
            }
    }

    private func isSame(_ a: Event, _ b: Event) -> Bool {
        guard a.type == b.type, a.reciprocal == b.reciprocal, a.standing == b.standing, a.type != nil else {
            return false
        }
        if isOneAttack(a, b) { return true }
        guard a.cameo.prefix(2) == b.cameo.prefix(2) else { return false }
        // A deed named twice in one clause is told once; in two sentences it is one when parties and dates agree.
        let isOneSentence = a.type == .sanction && !a.reciprocal && a.sentences == b.sentences
        return agree(a.source, b.source) && agree(a.target, b.target, isLoose: isOneSentence)
            && datesAgree(a.date, b.date)
    }

    /// "kills three and wounds seven", "an airstrike on a shop, killing two": in one sentence and by the same hands,
    /// unless those hit are of two countries.
    private func isOneAttack(_ a: Event, _ b: Event) -> Bool {
        guard a.type == .assault, !a.reciprocal, a.sentences == b.sentences, !a.sentences.isEmpty,
            isOneHand(a, b),
            // Abductions are told apart.
            a.cameo.hasPrefix("181") == b.cameo.hasPrefix("181")
        else { return false }
        func countries(_ event: Event) -> Set<String> {
            // Things acted upon stand behind the cast and have none.
            Set(
                event.target.compactMap { cast.actors.indices.contains($0.actor) ? cast.actors[$0.actor].country : nil }
            )
        }
        let (x, y) = (countries(a), countries(b))
        return x.isEmpty || y.isEmpty || !x.isDisjoint(with: y)
    }

    /// The same doers; "is shot and killed by a gunman": or nobody named for one of two deeds to the same people.
    private func isOneHand(_ a: Event, _ b: Event) -> Bool {
        let (x, y) = (Set(a.source.map(\.actor)), Set(b.source.map(\.actor)))
        if x == y { return true }
        return (x.isEmpty || y.isEmpty)
            && !Set(a.target.map(\.actor)).isDisjoint(with: Set(b.target.map(\.actor)))
    }

    /// The same actors, one side being silent about some of them; when loose, one in common will do.
    private func agree(_ a: [Event.Party], _ b: [Event.Party], isLoose: Bool = false) -> Bool {
        let x = Set(a.map(\.actor))
        let y = Set(b.map(\.actor))
        if x == y { return true }
        if isLoose { return !x.isDisjoint(with: y) }
        return !x.isEmpty && !y.isEmpty && (x.isSubset(of: y) || y.isSubset(of: x))
    }

    private func datesAgree(_ a: EventDate?, _ b: EventDate?) -> Bool {
        guard let a, let b else { return true }
        // A date of the text holds for the sentence that has none of its own.
        if a.basis == .published || b.basis == .published {
            return a.basis == b.basis || within(a.basis == .text ? a : b)
        }
        guard let aFrom = a.from, let aTo = a.to, let bFrom = b.from, let bTo = b.to else { return a == b }
        return aFrom <= bTo && bFrom <= aTo
    }

    /// Whether a dated telling is near enough to the day of publication to be the news itself.
    private func within(_ date: EventDate) -> Bool {
        guard let published = report.published, let from = date.from else { return false }
        return abs(published.daysSinceEpoch - from.daysSinceEpoch) <= 3
    }

    private func joined(_ a: Event, _ b: Event) -> Event {
        // The telling that dates the deed is the fuller one.
        let (first, second) = a.date?.basis != .text && b.date?.basis == .text ? (b, a) : (a, b)
        var event = first
        func add(_ parties: [Event.Party], to list: inout [Event.Party]) {
            for party in parties where !list.contains(where: { $0.actor == party.actor }) { list.append(party) }
        }
        add(second.source, to: &event.source)
        add(second.target, to: &event.target)
        event.sentences = Array(Set(first.sentences + second.sentences)).sorted()
        event.modes += second.modes.filter { !first.modes.contains($0) }
        event.contexts += second.contexts.filter { !first.contexts.contains($0) }
        // The fuller code of the two.
        if first.cameo.hasSuffix("0"), !second.cameo.hasSuffix("0") {
            event.cameo = second.cameo
            event.ploverFromCameo = second.ploverFromCameo
            event.goldstein = second.goldstein
        }
        event.place = first.place ?? second.place
        event.size = first.size?.filled(from: second.size) ?? second.size
        event.confidence = max(first.confidence, second.confidence)
        return event
    }

    /// Made of the report's id, the trigger and the code: the same report gives the same ids.
    private func id(of event: Event) -> String {
        let key = StringKey(
            "\(report.id)\u{1f}\(event.trigger.start)\u{1f}\(event.type?.rawValue ?? "")\u{1f}\(event.cameo)")
        let digits = String(key.value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
