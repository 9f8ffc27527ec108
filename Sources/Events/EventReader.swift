package import Annotation
package import Clauses
package import Knowledge

/// Reads the deeds of a document: lexicon entries matched on predications, and operators composed over them.
package struct EventReader: Sendable {
    let lexicon: Lexicon
    let ontology: Ontology
    private let counts: CountWords

    /// - Throws: `KnowledgeError` naming the file and line that is at fault.
    package init(lexicon: Lexicon, ontology: Ontology, data: DataLocation) throws {
        self.lexicon = lexicon
        self.ontology = ontology
        counts = try CountWords(data: data)
    }

    /// The deeds in text order.
    package func read(_ document: Document, _ clauses: ClauseReader, _ cast: Cast) -> [Act] {
        var reading = Reading(lexicon: lexicon, ontology: ontology, document: document, clauses: clauses, cast: cast)
        let sizes = SizeReader(words: counts, document: document, clauses: clauses)
        return reading.acts().map { act in
            var act = act
            act.size = sizes.size(of: act)
            return act
        }
    }
}

/// One document's reading under way.
struct Reading {
    let lexicon: Lexicon
    let ontology: Ontology
    let document: Document
    let clauses: ClauseReader
    let finder: PartyFinder
    /// Triggers that belong to a larger act.
    var consumed: Set<Int> = []

    init(lexicon: Lexicon, ontology: Ontology, document: Document, clauses: ClauseReader, cast: Cast) {
        self.lexicon = lexicon
        self.ontology = ontology
        self.document = document
        self.clauses = clauses
        finder = PartyFinder(document: document, clauses: clauses, cast: cast)
    }

    mutating func acts() -> [Act] {
        var acts: [Act] = []
        // Outer predicates come first, so that an operator takes its inner act before that is read alone.
        let outermostFirst = clauses.verbs.map { (depth: document.depth(of: $0.trigger), predication: $0) }
            .sorted { $0.depth < $1.depth }
        for (_, predication) in outermostFirst where !consumed.contains(predication.trigger) {
            guard var act = act(of: predication, depth: 0) else { continue }
            // What is done in order to do something is told; what it is meant to lead to is not, save a protest.
            if isPurpose(predication.trigger) {
                guard act.type == .protest else { continue }
                act.standing = [.actual]
            }
            acts.append(act)
        }
        for (i, token) in document.tokens.enumerated()
        where token.pos == .noun && !consumed.contains(i) && token.dependency != .compound
            && lexicon.nouns[token.lemma] != nil
        {
            let p = noun(i)
            if isToldAsEvent(p), let act = act(of: p, depth: 0) { acts.append(act) }
        }
        return acts.filter { isWorthKeeping($0) && !isPastime($0) }.sorted { $0.trigger < $1.trigger }
    }

    /// Its sentence speaks of a game or a story.
    private func isPastime(_ act: Act) -> Bool {
        document.sentences[document.sentence(of: act.trigger)].contains {
            let token = document.tokens[$0]
            return (token.pos == .noun || token.pos == .propn)
                && (lexicon.pastimes.contains(token.lemma) || lexicon.pastimes.contains(token.lower))
        }
    }

    private func isPurpose(_ verb: Int) -> Bool {
        let token = document.tokens[verb]
        guard token.dependency == .advcl || token.dependency == .acl || token.dependency == .relcl else { return false }
        return clauses.isInfinitive(verb)
    }

    func noun(_ token: Int) -> Predication {
        clauses.noun(at: token) { lexicon.lightVerbs.contains(document.tokens[$0.trigger].lemma) }
    }

    /// A noun of doing tells an event when a light verb carries it, or its own words name both sides.
    private func isToldAsEvent(_ p: Predication) -> Bool {
        if p.support != nil || p.inheritsSubject { return true }
        return !p.subjects.isEmpty || !p.modifiers.isEmpty
            || p.prepositions.contains { $0.preposition == "between" || $0.preposition == "by" }
    }

    /// Somebody with a code takes part.
    private func isWorthKeeping(_ act: Act) -> Bool {
        let parties = act.source + act.target
        guard parties.contains(where: { finder.cast.actors[$0.actor].code != nil }) else { return false }
        if act.isReciprocal { return act.source.count > 1 }
        // "any group that seizes …", "whichever side breaks …": nobody who did anything.
        return !act.source.contains { Grammar.freeChoice.contains(document.tokens[$0.tokens.lowerBound].lower) }
    }

    // MARK: - One predication

    mutating func act(of p: Predication, depth: Int) -> Act? {
        guard depth < 5 else { return nil }
        if let (adjective, entries) = predicative(p) { return best(of: entries, adjective, depth: depth) }
        let lemma = document.tokens[p.trigger].lemma
        guard let entries = p.form == .verb ? lexicon.verbs[lemma] : lexicon.nouns[lemma] else { return nil }
        return best(of: entries, p, depth: depth)
    }

    /// "is ready to contribute": what the adjective after "be" makes of its infinitive, with the subject of "be".
    private func predicative(_ p: Predication) -> (Predication, [Lexicon.Entry])? {
        guard p.form == .verb, document.tokens[p.trigger].lemma == "be" else { return nil }
        for child32 in document.children(of: p.trigger) where document.tokens[Int(child32)].dependency == .acomp {
            guard let entries = lexicon.adjectives[document.tokens[Int(child32)].lemma] else { continue }
            var adjective = p
            for inner in document.children(of: Int(child32)) where document.tokens[Int(inner)].dependency == .xcomp {
                adjective.complements.append(.init(kind: .infinitive, preposition: .empty, trigger: Int(inner)))
            }
            return (adjective, entries)
        }
        return nil
    }

    /// What the entry that fits a predication best makes of it.
    private mutating func best(of entries: [Lexicon.Entry], _ p: Predication, depth: Int) -> Act? {
        var best: (act: Act, weight: Int, taken: [Int])?
        for entry in entries {
            guard var weight = weight(of: entry, p) else { continue }
            // Two entries beat one: an operator with an act inside says more than the word alone.
            if case .operator = entry.meaning { weight += 1 }
            guard weight > (best?.weight ?? -1) else { continue }
            let before = consumed
            switch entry.meaning {
            case .act(let type, let code, let modes, let contexts):
                if let act = simple(entry, p, type, code, modes, contexts, isInner: depth > 0) {
                    best = (act, weight, taken(by: entry, p, type))
                }
            case .operator(let name, let complements):
                // An operator that finds no inner act leaves the word to the entries that stand alone.
                if let act = composed(entry, p, name, complements, depth) {
                    best = (act, weight, Array(consumed.subtracting(before)))
                }
            }
            consumed = before
        }
        guard let best else { return nil }
        consumed.formUnion(best.taken)
        return best.act
    }

    /// How many conditions of an entry hold; nil when one does not.
    private func weight(of entry: Lexicon.Entry, _ p: Predication) -> Int? {
        func anyLemma(_ heads: [Int], _ set: Set<StringKey>) -> Bool {
            heads.contains { set.contains(document.tokens[$0].lemma) || set.contains(document.tokens[$0].lower) }
        }
        var weight = 0
        for condition in entry.conditions {
            switch condition {
            case .particle(let key):
                guard
                    p.particle == key || p.prepositions.contains(where: { $0.preposition == key })
                        || p.complements.contains(where: { $0.preposition == key })
                        || hasAdverb(key, p.trigger)
                else { return nil }
            case .object(let set):
                let heads = p.form == .noun ? p.heads(of: "of") + p.modifiers : p.objects
                guard anyLemma(heads + heads.compactMap(content), set) else { return nil }
            case .notObject(let set):
                if anyLemma(p.objects, set) { return nil }
                continue
            case .notPreposition(let key, let set):
                if anyLemma(p.heads(of: key) + p.objects.flatMap { clauses.objects(of: key, under: $0) }, set) {
                    return nil
                }
                continue
            case .subject(let set):
                guard anyLemma(p.subjects + (p.form == .noun ? p.modifiers : []), set) else { return nil }
            case .preposition(let key, let set):
                let heads = p.heads(of: key)
                guard !heads.isEmpty, set.isEmpty || anyLemma(heads + heads.compactMap(content), set) else {
                    return nil
                }
            }
            weight += 2
            // What it is done with says more than a preposition: "fired tear gas at".
            switch condition {
            case .object: weight += 1
            case .preposition(_, let set) where !set.isEmpty: weight += 1
            default: break
            }
        }
        return weight
    }

    /// "a round of talks": what a partitive noun is about; nil for a noun that tells of a deed itself ("a suspension of").
    private func content(_ head: Int) -> Int? {
        lexicon.nouns[document.tokens[head].lemma] == nil ? document.object(of: "of", under: head) : nil
    }

    private func hasAdverb(_ key: StringKey, _ verb: Int) -> Bool {
        document.children(of: verb).contains {
            let t = document.tokens[Int($0)]
            return t.lower == key && (t.dependency == .advmod || t.dependency == .prep || t.dependency == .prt)
        }
    }

    /// What an entry takes with it: the nouns of its conditions, and what is asked, alleged, refused or threatened.
    private func taken(by entry: Lexicon.Entry, _ p: Predication, _ type: PloverType?) -> [Int] {
        var taken: [Int] = []
        for condition in entry.conditions {
            switch condition {
            case .object: taken += p.objects + p.objects.compactMap(content)
            case .preposition(let key, let set) where !set.isEmpty: taken += p.heads(of: key)
            default: break
            }
        }
        if type == .accuse || type == .request || type == .threaten || type == .reject || type == .agree
            || type == .concede
        {
            for complement in p.complements {
                taken.append(complement.trigger)
                taken += clauses.verb(at: complement.trigger)?.complements.map(\.trigger) ?? []
                taken += clauses.verb(at: complement.trigger)?.objects ?? []
            }
        }
        // "fired missiles at the port, killing two": the deaths are the attack's.
        if type == .assault {
            for child in document.children(of: p.support ?? p.trigger)
            where document.tokens[Int(child)].dependency == .advcl {
                let token = document.tokens[Int(child)]
                guard token.tag == .vbg, let entries = lexicon.verbs[token.lemma] else { continue }
                if entries.contains(where: { if case .act(.assault, _, _, _) = $0.meaning { true } else { false } }) {
                    taken.append(Int(child))
                }
            }
        }
        // "killed in an attack": the killing and the attack are one event.
        if type == .assault, p.form == .verb { taken += circumstances(of: p).filter(isViolence) }
        // The noun that a doer's deed stands as ("Israeli strikes killed …") is one event with it.
        if p.form == .verb {
            taken += p.subjects.filter {
                lexicon.nouns[document.tokens[$0].lemma] != nil && finder.cast.mention(at: $0) == nil
            }
        }
        return taken
    }

    // MARK: - Parties

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

    private func simple(
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
    private func circumstances(of p: Predication) -> [Int] {
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

    private func isViolence(_ head: Int) -> Bool {
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
