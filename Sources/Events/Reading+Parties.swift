import Annotation
import Clauses

/// Who does an act and to whom, by the frame of its entry and what the entry demands of them.
extension Reading {
    func heads(_ role: Lexicon.Role, _ p: Predication) -> [Int] {
        switch role {
        case .subject: p.form == .noun && p.subjects.isEmpty ? p.modifiers : p.subjects
        case .object: p.form == .noun ? p.heads(of: "of") : p.objects
        case .recipient: p.recipients.isEmpty ? p.heads(of: "to") : p.recipients
        case .preposition(let key):
            // "imposed sanctions on", "an agreement with": the object's own preposition serves its verb.
            p.heads(of: key)
                + (p.form == .verb
                    ? (p.objects + p.prepositions.flatMap(\.heads)).flatMap { clauses.objects(of: key, under: $0) }
                    : [])
        }
    }

    func fill(_ side: Lexicon.Side, _ p: Predication, asTarget: Bool) -> [PartyFinder.Found] {
        for role in side.roles {
            let found = finder.parties(heads(role, p), asTarget: asTarget)
            if !found.isEmpty { return found }
            // A noun with an owner that is nobody may still be modified by somebody ("its US strike").
            if role == .subject, p.form == .noun, !p.subjects.isEmpty {
                let modifiers = finder.parties(p.modifiers, asTarget: asTarget)
                if !modifiers.isEmpty { return modifiers }
            }
        }
        return []
    }

    func simple(
        _ entry: Lexicon.Entry, _ p: Predication, _ type: PloverType?, _ code: String, _ modes: [String],
        _ contexts: [String],
        isInner: Bool
    ) -> Act? {
        var source = fill(entry.frame.source, p, asTarget: false)
        var target = fill(entry.frame.target, p, asTarget: true)
        if source.isEmpty, p.isPassive || type == .assault {
            let deed = doerOfDeed(around: p)
            source = deed.found
            if source.isEmpty, p.isPassive { source = finder.parties(agentsOfCircumstances(p), asTarget: false) }
            if entry.demands.contains(.deed), source.isEmpty, deed.noun == nil { return nil }
        }
        target.removeAll { t in source.contains { $0.mention.actor == t.mention.actor } }
        // The doer of an inner act may stand only in the clause around it.
        guard !source.isEmpty || entry.frame.source.isOptional || (p.isPassive || isInner) && !target.isEmpty,
            // So may whom it is done to: "agreed to share information".
            !target.isEmpty || entry.frame.target.isOptional || isInner,
            !source.isEmpty || !target.isEmpty,
            satisfies(isInner && source.isEmpty ? [] : entry.demands, source, target)
        else { return nil }
        var act = Act(
            type: type, code: code, modes: modes, contexts: contexts, source: source.map(\.mention),
            target: target.map(\.mention),
            isReciprocal: entry.frame.isReciprocal, trigger: p.trigger, standing: standing(of: p),
            confidence: confidence(p, source + target), rule: "\(entry.origin) \(document.lemma(of: p.trigger))",
            clause: p.support ?? p.trigger)
        if entry.frame.isReciprocal {
            act.source += act.target
            act.target = []
        }
        return recast(act, p)
    }

    /// "were killed in an Israeli strike": the doer stands in a deed beside the verb, or beside one coordinated with it.
    private func doerOfDeed(around p: Predication) -> (noun: Int?, found: [PartyFinder.Found]) {
        var deed: Int?
        for head in circumstances(of: p) where isViolence(head) {
            deed = deed ?? head
            let found = finder.parties(Predication.owned(noun(head)), asTarget: false)
            if !found.isEmpty { return (head, found) }
        }
        return (deed, [])
    }

    /// "was condemned in a statement by Egypt": whose the circumstance is.
    private func agentsOfCircumstances(_ p: Predication) -> [Int] {
        p.heads(of: "in").flatMap { clauses.objects(of: "by", under: $0) }
    }

    /// Heads of what stands beside a verb and those coordinated with it: "in an attack", "when gunmen's fire …".
    func circumstances(of p: Predication) -> [Int] {
        let kinds: Set<StringKey> = ["in", "by", "during", "after", "from"]
        var heads: [Int] = []
        var verb: Predication? = p
        for _ in 0..<4 {
            guard let at = verb else { break }
            for q in at.prepositions where kinds.contains(q.preposition) { heads += q.heads }
            // Passives keep what "by" names as subject, be it no actor.
            if at.isPassive { heads += at.subjects }
            verb = document.children(of: at.trigger).first { document.tokens[Int($0)].dependency == .conj }
                .flatMap { clauses.verb(at: Int($0)) }
        }
        return heads
    }

    func isViolence(_ head: Int) -> Bool {
        guard let entries = lexicon.nouns[document.tokens[head].lemma], finder.cast.mention(at: head) == nil else {
            return false
        }
        return entries.contains { if case .act(.assault, _, _, _) = $0.meaning { true } else { false } }
    }

    private func satisfies(_ demands: Lexicon.Demands, _ source: [PartyFinder.Found], _ target: [PartyFinder.Found])
        -> Bool
    {
        func isOfficial(_ found: PartyFinder.Found) -> Bool {
            let actor = finder.cast.actors[found.mention.actor]
            if actor.kind == .country || actor.kind == .organization { return actor.code != nil }
            return actor.code != nil && actor.sectors.contains(where: lexicon.officialSectors.contains)
        }
        if demands.contains(.official), !source.contains(where: isOfficial) { return false }
        // A plane or a storm that kills does it to nobody on purpose.
        if demands.contains(.deed), !source.isEmpty,
            !source.contains(where: {
                let actor = finder.cast.actors[$0.mention.actor]
                return actor.code != nil || actor.kind == .person || actor.kind == .group
            })
        {
            return false
        }
        if demands.contains(.bodyTarget),
            !target.contains(where: { finder.cast.actors[$0.mention.actor].sectors.first == "IGO" })
        {
            return false
        }
        if demands.contains(.direct), target.contains(where: \.isInside) { return false }
        if demands.contains(.officialTarget), !target.contains(where: isOfficial) { return false }
        if demands.contains(.foreign) {
            let theirs = target.compactMap { finder.cast.actors[$0.mention.actor].country }
            let ours = source.compactMap { finder.cast.actors[$0.mention.actor].country }
            guard let host = theirs.first, !ours.contains(host) else { return false }
        }
        return true
    }

    func confidence(_ p: Predication, _ parties: [PartyFinder.Found]) -> Double {
        var value = p.form == .verb ? 0.9 : 0.85
        if p.inheritsSubject { value -= 0.1 }
        if parties.contains(where: \.isInside) { value -= 0.1 }
        if parties.contains(where: { finder.cast.actors[$0.mention.actor].code == nil }) { value -= 0.1 }
        if parties.contains(where: { $0.mention.form == .pronoun }) { value -= 0.1 }
        return max(0.1, (value * 100).rounded() / 100)
    }
}

extension Predication {
    /// Who owns a noun of doing by its own words.
    static func owned(_ p: Predication) -> [Int] { p.inheritsSubject || p.subjects.isEmpty ? p.modifiers : p.subjects }
}
