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
            let before = consumed
            guard var act = act(of: predication, depth: 0) else { continue }
            // A deed of nobody takes no other deed's words with it: "the talks between X and Y resumed".
            guard isWorthKeeping(act) else {
                consumed = before
                continue
            }
            // What is done in order to do something is told; what it is meant to lead to is not, save a protest.
            if isPurpose(predication.trigger) {
                guard act.type == .protest else { continue }
                act.standing = [.actual]
            }
            acts.append(act)
        }
        for (i, token) in document.tokens.enumerated()
        where token.pos == .noun && !consumed.contains(i) && token.dependency != .compound
            && clauses.verb(at: i) == nil
            && lexicon.nouns[token.lemma] != nil
        {
            let p = noun(i)
            let before = consumed
            if let act = act(of: p, depth: 0), isToldAsEvent(p) || isTold(act, of: p), isWorthKeeping(act) {
                acts.append(act)
            } else {
                consumed = before
            }
        }
        return acts.filter { !isPastime($0) }.sorted { $0.trigger < $1.trigger }
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
            || p.prepositions.contains {
                $0.preposition == "between" || $0.preposition == "by" || (p.isSubject && $0.preposition == "against")
            }
    }

    /// "following the arrest of the mayor": what was done to somebody is told by naming it, whoever did it.
    private func isTold(_ act: Act, of p: Predication) -> Bool {
        guard act.source.isEmpty, !act.target.isEmpty, p.prepositions.contains(where: { $0.preposition == "of" }) else {
            return false
        }
        return act.type == .assault || act.type == .coerce || act.type == .sanction
    }

    /// Somebody with a code takes part.
    private func isWorthKeeping(_ act: Act) -> Bool {
        let parties = act.source + act.target
        guard act.isOfficial || parties.contains(where: { finder.cast.actors[$0.actor].code != nil }) else {
            return false
        }
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

    /// "is ready to contribute", "was critical of the plan": what the adjective after "be" makes of its infinitive or
    /// tells of by itself, with the subject of "be".
    private func predicative(_ p: Predication) -> (Predication, [Lexicon.Entry])? {
        guard p.form == .verb, lexicon.copulas.contains(document.tokens[p.trigger].lemma) else { return nil }
        for child32 in document.children(of: p.trigger)
        where document.tokens[Int(child32)].dependency == .acomp || document.tokens[Int(child32)].dependency == .oprd {
            guard let entries = lexicon.adjectives[document.tokens[Int(child32)].lemma] else { continue }
            var adjective = p
            for inner32 in document.children(of: Int(child32)) {
                let inner = Int(inner32)
                switch document.tokens[inner].dependency {
                case .xcomp: adjective.complements.append(.init(kind: .infinitive, preposition: .empty, trigger: inner))
                case .prep:
                    let heads = document.objects(ofPreposition: inner).flatMap(clauses.conjuncts)
                    adjective.prepositions.append(.init(preposition: document.tokens[inner].lower, heads: heads))
                default: break
                }
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
}
