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
                    ? (p.objects + p.objects.compactMap { document.object(of: "of", under: $0) }
                        + p.prepositions.flatMap(\.heads)).flatMap { clauses.objects(of: key, under: $0) }
                    : [])
        }
    }

    func fill(_ side: Lexicon.Side, _ p: Predication, asTarget: Bool) -> [PartyFinder.Found] {
        for role in side.roles {
            let found = finder.parties(heads(role, p), asTarget: asTarget)
            if !found.isEmpty { return found }
            if role == .subject, !p.issuers.isEmpty {
                let issuers = finder.parties(p.issuers, asTarget: asTarget)
                if !issuers.isEmpty { return issuers }
            }
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
        // Who is killed in an attack has not made it, and who makes arrests during a protest does not protest.
        if type == .assault || type == .protest && !p.inheritsPatient, p.form == .noun, p.inheritsSubject,
            p.support == nil
        {
            source = finder.parties(p.modifiers, asTarget: false)
        }
        var target = fill(entry.frame.target, p, asTarget: true)
        // "a bombing kills ten": nobody knows who did it, and yet it was done.
        var isDeed = false
        if source.isEmpty, p.isPassive || type == .assault {
            let deed = doerOfDeed(around: p)
            source = deed.found
            if source.isEmpty, p.isPassive { source = finder.parties(agentsOfCircumstances(p), asTarget: false) }
            isDeed = deed.noun != nil || p.subjects.contains { isViolence($0) || isWeapon($0) }
            if entry.demands.contains(.deed), source.isEmpty, !isDeed { return nil }
        }
        // "would close the plant if the union walked out": whose doing it hangs on is threatened with it.
        if target.isEmpty, isForce(type) || type == .sanction {
            target = finder.parties(clauses.conditions(of: p), asTarget: true)
        }
        target.removeAll { t in source.contains { $0.mention.actor == t.mention.actor } }
        // What happens inside a country is not done to its government.
        let homes = Set(source.compactMap { finder.cast.actors[$0.mention.actor].country })
        target.removeAll { t in t.isWhere && finder.cast.actors[t.mention.actor].country.map(homes.contains) ?? false }
        let isMutual = entry.frame.isReciprocal || target.isEmpty && source.count > 1 && isEachOther(entry, p)
        // The doer of an inner act may stand only in the clause around it.
        guard
            !source.isEmpty || entry.frame.source.isOptional || (p.isPassive || isInner || isDeed) && !target.isEmpty,
            // So may whom it is done to: "agreed to share information".
            !target.isEmpty || entry.frame.target.isOptional || isInner || isMutual
                || isForce(type) && isDoneToSomething(entry, p, by: source),
            !source.isEmpty || !target.isEmpty,
            satisfies(entry.demands(ofUnnamed: source.isEmpty, isInner: isInner, isDeed: isDeed), source, target)
        else { return nil }
        var act = Act(
            type: type, code: code, modes: modes, contexts: contexts, source: source.map(\.mention),
            target: target.map(\.mention),
            isReciprocal: isMutual, trigger: p.trigger, standing: standing(of: p),
            confidence: confidence(p, source + target), rule: "\(entry.origin) \(document.lemma(of: p.trigger))",
            clause: p.support ?? p.trigger)
        if target.isEmpty, !isMutual, !isInner, isForce(type) { act.thing = thing(entry, p) }
        act.isOfficial = entry.demands.contains(.implied)
        if isMutual {
            act.source += act.target
            act.target = []
        }
        // What an operator takes is put by the operator: "will stop working with" is no promise to work.
        return isInner ? act : recast(act, p)
    }

    /// "at each other", "one another": what stands in the target's place is the source again.
    private func isEachOther(_ entry: Lexicon.Entry, _ p: Predication) -> Bool {
        entry.frame.target.roles.flatMap { heads($0, p) }.contains { head in
            ["other", "another"].contains(document.tokens[head].lower)
                && document.children(of: head).contains {
                    ["each", "one"].contains(document.tokens[Int($0)].lower)
                }
        }
    }

    private func isForce(_ type: PloverType?) -> Bool { type == .assault || type == .coerce }

    /// "an airstrike destroys a house": somebody with a code does it to a thing that is nobody's.
    private func isDoneToSomething(_ entry: Lexicon.Entry, _ p: Predication, by source: [PartyFinder.Found]) -> Bool {
        source.contains { finder.cast.actors[$0.mention.actor].code != nil }
            && thing(entry, p) != nil
    }

    /// What stands in the target's place and can be acted upon, though it is nobody. Where it is done says nothing of what
    /// it is done to.
    private func thing(_ entry: Lexicon.Entry, _ p: Predication) -> Int? {
        let roles = entry.frame.target.roles.filter { $0 != .preposition("in") }
        return roles.lazy.flatMap { heads($0, p) }
            // "control of Rafah": the town, not the control.
            .map { head in document.object(of: "of", under: head).flatMap { isTangible($0) ? $0 : nil } ?? head }
            .first { isTangible($0) && finder.cast.mention(at: $0) == nil }
    }

    /// "were killed in an Israeli strike": the doer stands in a deed beside the verb, or beside one coordinated with it.
    private func doerOfDeed(around p: Predication) -> (noun: Int?, found: [PartyFinder.Found]) {
        var first: Int?
        for head in circumstances(of: p) where isViolence(head) {
            first = first ?? head
            let deed = noun(head)
            let found = finder.parties(Predication.owned(deed), asTarget: false)
            if !found.isEmpty { return (head, found) }
            // "in clashes between rebels and the army": both sides.
            let sides = finder.parties(deed.heads(of: "between"), asTarget: false)
            if sides.count > 1 { return (head, sides) }
        }
        return (first, [])
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

    /// A noun that tells of political violence by itself: its best entry is one, and asks for no named doer.
    func isViolence(_ head: Int) -> Bool {
        guard let entries = lexicon.nouns[document.tokens[head].lemma], finder.cast.mention(at: head) == nil else {
            return false
        }
        let p = noun(head)
        let fitting = entries.compactMap { entry in weight(of: entry, p).map { (entry, $0) } }
        guard let most = fitting.map(\.1).max(), let best = fitting.first(where: { $0.1 == most })?.0 else {
            return false
        }
        if case .act(.assault, _, _, _) = best.meaning { return !best.demands.contains(.named) }
        return false
    }

    /// A building, a ship, a road, a town: what somebody can do violence to.
    private func isTangible(_ head: Int) -> Bool {
        if lexicon.tangibles.contains(document.tokens[head].lemma) { return true }
        guard let label = document.entity(at: head)?.label else { return false }
        return label == .gpe || label == .loc || label == .fac
    }

    /// "drones hit a market": whoever's they are.
    private func isWeapon(_ head: Int) -> Bool {
        lexicon.arms.contains(document.tokens[head].lemma) && finder.cast.mention(at: head) == nil
    }

    private func satisfies(_ demands: Lexicon.Demands, _ source: [PartyFinder.Found], _ target: [PartyFinder.Found])
        -> Bool
    {
        func isOfficial(_ found: PartyFinder.Found) -> Bool {
            let actor = finder.cast.actors[found.mention.actor]
            if actor.kind == .country || actor.kind == .organization { return actor.code != nil }
            return actor.code != nil && actor.sectors.contains(where: lexicon.officialSectors.contains)
        }
        if demands.contains(.named), !source.contains(where: { finder.cast.actors[$0.mention.actor].code != nil }) {
            return false
        }
        if demands.contains(.official), !source.contains(where: isOfficial) { return false }
        // A plane or a storm that kills does it to nobody on purpose.
        if demands.contains(.deed), !source.isEmpty,
            !source.contains(where: {
                let actor = finder.cast.actors[$0.mention.actor]
                // An airline's flight is a body too, of no known kind.
                return !actor.sectors.isEmpty
                    || actor.kind != .organization
                        && (actor.code != nil || actor.kind == .person || actor.kind == .group)
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

extension Lexicon.Entry {
    /// What its parties must be: of an inner act whose doer the clause around it names nothing is asked, and of a deed whose
    /// doer nobody knows no office.
    fileprivate func demands(ofUnnamed isUnnamed: Bool, isInner: Bool, isDeed: Bool) -> Lexicon.Demands {
        guard isUnnamed else { return demands }
        return isInner ? [] : isDeed ? demands.subtracting(.official) : demands
    }
}

extension Predication {
    /// Who owns a noun of doing by its own words.
    static func owned(_ p: Predication) -> [Int] { p.inheritsSubject || p.subjects.isEmpty ? p.modifiers : p.subjects }
}
