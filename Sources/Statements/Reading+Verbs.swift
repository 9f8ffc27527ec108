import Annotation
import Clauses

/// Attributions by verbs.
extension Reading {
    mutating func readVerbs() {
        for p in clauses.verbs {
            let token = document.tokens[p.trigger]
            guard let cue = cues.verb(token.lemma, particle: p.particle) else { continue }
            read(p, cue)
        }
    }

    /// What hangs on a verb, as it stands in the sentence.
    private struct Arguments {
        var subject: Int?
        var clause: Int?
        var infinitive: Int?
        var gerund: Int?
        var object: Int?
        var predicate: Int?
        var isPassive = false
        var prepositions: [Int] = []
    }

    private func arguments(of verb: Int, _ cue: Cue) -> Arguments {
        var a = Arguments()
        for child32 in document.children(of: verb) {
            let child = Int(child32)
            let token = document.tokens[child]
            switch token.dependency {
            case .nsubj, .csubj: a.subject = a.subject ?? child
            case .nsubjpass, .csubjpass:
                a.subject = child
                a.isPassive = true
            case .auxpass, .agent: a.isPassive = true
            case .ccomp:
                if token.tag == .vbg, child > verb, self.child(of: child, .nsubj) == nil, self.child(of: child, .aux) == nil {
                    a.gerund = a.gerund ?? child
                } else if isBareInfinitive(child) {
                    a.infinitive = a.infinitive ?? child
                } else {
                    a.clause = a.clause ?? child
                }
            case .xcomp:
                if token.tag == .vbg { a.gerund = child } else if isBareInfinitive(child) { a.infinitive = child } else {
                    a.predicate = child
                }
            case .dobj: a.object = a.object ?? child
            case .dative where token.pos != .adp: a.object = a.object ?? child
            case .oprd, .attr: a.predicate = child
            case .advcl where hasPrepositionalMark(child, cue): a.clause = a.clause ?? child
            case .advcl where cue.frames.contains(.infinitive) && clauses.isInfinitive(child) && child > verb:
                a.infinitive = a.infinitive ?? child
            case .prep, .dative: a.prepositions.append(child)
            default: break
            }
        }
        return a
    }

    /// "called **for** the two to meet"
    private func hasPrepositionalMark(_ clause: Int, _ cue: Cue) -> Bool {
        clauses.hasTo(clause)
            && document.children(of: clause).contains {
                document.tokens[Int($0)].dependency == .mark && cue.contentPrepositions.contains(document.tokens[Int($0)].lower)
            }
    }

    /// "to leave", with whoever is to leave not told.
    private func isBareInfinitive(_ verb: Int) -> Bool { clauses.isInfinitive(verb) }

    private mutating func read(_ p: Predication, _ cue: Cue) {
        let verb = p.trigger
        let a = arguments(of: verb, cue)
        let isPassive = a.isPassive || p.isPassive
        var content: [Range<Int>] = []
        var form = Draft.Form.phrase
        var addressee: Int?
        let frames = cue.frames
        let object = isPassive ? nil : a.object
        if let clause = a.clause,
            !frames.isDisjoint(with: [.clause, .quote]) || isObjectInfinitive(clause, frames)
                || hasPrepositionalMark(clause, cue)
        {
            content = [extents.range(of: clause)]
            form = isObjectInfinitive(clause, frames) ? .infinitive : .clause
            addressee = object
        } else if let infinitive = a.infinitive,
            object == nil ? frames.contains(.infinitive) || (isPassive && frames.contains(.objectInfinitive))
                : frames.contains(.objectInfinitive)
        {
            content = [extents.range(of: infinitive)]
            form = .infinitive
            if cue.kind == .ask || frames.contains(.tell) {
                addressee = object ?? (isPassive ? a.subject : called(cue, a))
            } else if isPassive, let subject = a.subject {
                content.insert(extents.range(of: subject), at: 0)
            } else if let object {
                content[0] = min(extents.range(of: object).lowerBound, content[0].lowerBound)..<content[0].upperBound
            }
        } else if let gerund = a.gerund, frames.contains(.gerund) {
            content = [extents.range(of: gerund)]
            form = .infinitive
        } else if let named = isPassive ? a.subject : object {
            (content, form) = objectContent(named, a, cue, isPassive)
            if content.isEmpty, frames.contains(.tell) || cue.kind == .ask { addressee = named }
        }
        if content.isEmpty, let (span, isClause) = prepositionalContent(a, cue) {
            content = [span]
            form = isClause ? .infinitive : .phrase
        }
        if content.isEmpty, document.tokens[verb].dependency == .parataxis, frames.contains(.clause) || frames.contains(.quote) {
            content = around(verb)
            form = .clause
        }
        if addressee == nil { addressee = whomTold(a, cue) }
        let spans = content.compactMap { trimmed($0, onLineOf: verb) }
        guard !spans.isEmpty || frames.contains(.quote) else { return }
        drafts.append(
            Draft(
                kind: cue.kind, form: form, cue: verb, cueTokens: verb..<verb + 1, speaker: source(of: p, a, isPassive),
                content: spans.sorted(), addressee: addressee))
    }

    /// "wants them to leave": a clause of its own for the parser.
    private func isObjectInfinitive(_ clause: Int, _ frames: Cue.Frames) -> Bool {
        frames.contains(.objectInfinitive) && clauses.hasTo(clause)
    }

    /// A noun phrase as content, with its predicate or preposition where the verb takes one.
    private func objectContent(_ object: Int, _ a: Arguments, _ cue: Cue, _ isPassive: Bool) -> ([Range<Int>], Draft.Form) {
        let whole = extents.range(of: object)
        if let predicate = a.predicate, cue.frames.contains(.objectPredicate), predicate > object {
            return ([whole, extents.range(of: predicate)], .phrase)
        }
        for preposition in a.prepositions where preposition > object {
            guard cue.objectPrepositions.contains(document.tokens[preposition].lower) else { continue }
            let isDeed = child(of: preposition, .pcomp) != nil
            return ([whole, extents.range(of: preposition)], isDeed ? .infinitive : .phrase)
        }
        // "accused the miners of blocking the road": the preposition may hang on the object.
        for child32 in document.children(of: object) where Int(child32) > object {
            let child = Int(child32)
            guard cue.objectPrepositions.contains(document.tokens[child].lower) else { continue }
            return ([whole], self.child(of: child, .pcomp) != nil ? .infinitive : .phrase)
        }
        return cue.frames.contains(.object) ? ([whole], .phrase) : ([], .phrase)
    }

    /// "called **for talks**", "warned **of war**".
    private func prepositionalContent(_ a: Arguments, _ cue: Cue) -> (Range<Int>, isClause: Bool)? {
        for preposition in a.prepositions where cue.contentPrepositions.contains(document.tokens[preposition].lower) {
            guard let object = child(of: preposition, .pobj, .pcomp) else { continue }
            return (extents.range(of: preposition), document.tokens[object].dependency == .pcomp)
        }
        return nil
    }

    /// "called **on the group** to free them"
    private func called(_ cue: Cue, _ a: Arguments) -> Int? { whomTold(a, cue) }

    private func whomTold(_ a: Arguments, _ cue: Cue) -> Int? {
        for preposition in a.prepositions where cue.addressees.contains(document.tokens[preposition].lower) {
            if let object = child(of: preposition, .pobj) { return object }
        }
        return nil
    }

    /// "The plan, he said, would fail": the sentence around the clause of saying.
    func around(_ verb: Int) -> [Range<Int>] {
        let head = Int(document.tokens[verb].head)
        guard head != verb else { return [] }
        let whole = extents.range(of: head)
        let own = extents.range(of: verb)
        return [whole.lowerBound..<max(whole.lowerBound, own.lowerBound), min(own.upperBound, whole.upperBound)..<whole.upperBound]
            .filter { !$0.isEmpty }
    }

    // MARK: - Source

    private func source(of p: Predication, _ a: Arguments, _ isPassive: Bool) -> (head: Int, tokens: Range<Int>)? {
        if isPassive { return p.subjects.first.map(speaker) }
        if let subject = a.subject {
            let token = document.tokens[subject]
            // "who" is where it is read; whom it stands for is whom it means.
            if token.tag == .wp || token.tag == .wdt, let who = p.subjects.first {
                return (who, subject..<subject + 1)
            }
            return speaker(subject)
        }
        if let issuer = p.issuers.first { return speaker(issuer) }
        return p.subjects.first.map(speaker)
    }
}
