import Annotation
import Clauses

extension Reading {
    /// An operator over an inner act: "agreed to meet", "called on X to release Y", "suspended aid to".
    ///
    /// The code comes from `compose.txt` by the operator and the inner code. The source is the operator's; the target
    /// is whom the operator addresses, else the inner act's other party.
    mutating func composed(
        _ entry: Lexicon.Entry, _ p: Predication, _ name: String, _ complements: Set<Lexicon.Complement>, _ depth: Int
    ) -> Act? {
        guard let operation = lexicon.operations[name] else { return nil }
        // "the bombing planned by the group": told of a deed that may be done.
        if operation.isPlanned, p.isPassive, document.tokens[p.trigger].dependency == .acl { return nil }
        for (predication, triggers) in inners(p, complements) {
            let before = consumed
            guard
                let inner = act(of: predication, depth: depth + 1)
                    ?? (complements.contains(.obligation) || complements.contains(.anything)
                        ? anything(predication) : nil)
            else { continue }
            guard let code = lexicon.compose(name, inner.code) else {
                consumed = before
                continue
            }
            let source = fill(entry.frame.source, p, asTarget: false)
            if operation.isInnerTold, isSpoiled(inner, by: source) {
                consumed = before
                continue
            }
            var target = fill(entry.frame.target, p, asTarget: true).map(\.mention)
            let doers = Set(source.map(\.mention.actor))
            if target.isEmpty { target = aimed(operation.aim, at: inner, from: doers) }
            target.removeAll { doers.contains($0.actor) }
            guard !source.isEmpty || p.isPassive, !source.isEmpty || !target.isEmpty,
                !target.isEmpty || entry.frame.target.isOptional
            else {
                consumed = before
                continue
            }
            if operation.isInnerTold {
                consumed = before
            } else {
                consumed.formUnion(triggers)
            }
            consumed.formUnion(below(predication, depth: 0))
            var act = coded(inner, code)
            act.source = source.map(\.mention)
            act.target = target
            act.isReciprocal = operation.isMutual && target.isEmpty && source.count > 1
            act.trigger = p.trigger
            act.clause = p.support ?? p.trigger
            act.standing = standing(of: p)
            act.confidence = min(inner.confidence, confidence(p, source))
            act.rule = "\(entry.origin) \(document.lemma(of: p.trigger)) = \(name)(\(inner.rule))"
            if p.isNegated, let negation = operation.negation, let code = lexicon.compose(negation, inner.code) {
                act = coded(act, code)
                act.standing.remove(.negated)
                if act.standing.isEmpty { act.standing = [.actual] }
            }
            act.isOfficial = false
            return act
        }
        return nil
    }

    /// Nobody is accused of his own deeds by himself, nor praised for what he has not done.
    private func isSpoiled(_ inner: Act, by source: [PartyFinder.Found]) -> Bool {
        let doers = Set(source.map(\.mention.actor))
        return inner.standing.contains(.negated)
            || !inner.source.isEmpty && inner.source.allSatisfy { doers.contains($0.actor) }
    }

    /// Whom an operator is aimed at that names nobody: the party of the inner act that its kind points at, else any other.
    private func aimed(_ aim: Lexicon.Operation.Aim, at inner: Act, from doers: Set<Int>) -> [Cast.Mention] {
        func others(_ parties: [Cast.Mention]) -> [Cast.Mention] { parties.filter { !doers.contains($0.actor) } }
        if inner.isReciprocal { return others(inner.source) }
        switch aim {
        case .doer:
            let named = others(inner.source)
            return named.isEmpty ? others(inner.target) : named
        case .patient: return others(inner.target.isEmpty ? inner.source : inner.target)
        }
    }

    /// An act under another code, with the type, modes and contexts of that code.
    private func coded(_ act: Act, _ code: String) -> Act {
        let conversion = ontology.conversion(of: code)
        var act = act
        act.type = ontology.type(of: code)
        act.code = code
        act.modes = conversion.map { $0.type == act.type ? $0.modes : [] } ?? []
        act.contexts += (conversion?.contexts ?? []).filter { !act.contexts.contains($0) }
        return act
    }

    /// A deed of no known kind, with whoever should do it: "Egypt must end its attacks".
    private func anything(_ p: Predication) -> Act? {
        let doers = finder.parties(p.isPassive && p.subjects.isEmpty ? [] : p.subjects, asTarget: false)
        guard !doers.isEmpty else { return nil }
        return Act(
            type: nil, code: "010", modes: [], contexts: [], source: doers.map(\.mention), target: [],
            isReciprocal: false, trigger: p.trigger, standing: [.hypothetical], confidence: 0.7,
            rule: document.lemma(of: p.trigger), clause: p.trigger)
    }

    /// What stands inside an act that is only spoken of: "to cooperate **in fighting** …".
    private func below(_ p: Predication, depth: Int) -> [Int] {
        guard depth < 4 else { return [] }
        return p.complements.flatMap {
            [$0.trigger] + (clauses.verb(at: $0.trigger).map { below($0, depth: depth + 1) } ?? [])
        }
    }

    /// The predications that an operator may take, with the triggers that belong to each.
    private func inners(_ p: Predication, _ complements: Set<Lexicon.Complement>) -> [(Predication, [Int])] {
        var found: [(Predication, [Int])] = []
        func addVerb(_ trigger: Int) {
            if let verb = clauses.verb(at: trigger) { found.append((verb, [trigger])) }
        }
        for complement in p.complements {
            switch complement.kind {
            case .infinitive where complements.contains(.infinitive) && document.tokens[complement.trigger].tag != .vbg:
                addVerb(complement.trigger)
            case .infinitive where complements.contains(.gerund(.empty)): addVerb(complement.trigger)
            case .clause where complements.contains(.clause): addVerb(complement.trigger)
            // "told him to leave", with "him" as the subject of a clause.
            case .clause where complements.contains(.infinitive):
                if clauses.hasTo(complement.trigger) { addVerb(complement.trigger) }
            case .clause where complements.contains(.obligation):
                if clauses.verb(at: complement.trigger)?.modality == .due { addVerb(complement.trigger) }
            case .gerund where complements.contains(.gerund(complement.preposition)): addVerb(complement.trigger)
            default: break
            }
        }
        // "wants to begin talks": the inner act may stand under a verb of aspect.
        for (verb, triggers) in found where lexicon.aspectVerbs.contains(document.tokens[verb.trigger].lemma) {
            for complement in verb.complements {
                if let inner = clauses.verb(at: complement.trigger) {
                    found.append((inner, triggers + [complement.trigger]))
                }
            }
        }
        func addNoun(_ head: Int, _ more: [Int]) {
            if lexicon.nouns[document.tokens[head].lemma] != nil { found.append((noun(head), [head] + more)) }
        }
        func addNouns(_ heads: [Int]) {
            for head in heads {
                addNoun(head, [])
                // "a round of talks", "an end to the fighting"
                for child in document.children(of: head)
                where ["of", "to", "in", "for"].contains(document.tokens[Int(child)].lower) {
                    for object in document.objects(ofPreposition: Int(child)) { addNoun(object, [head]) }
                }
            }
        }
        if complements.contains(.object) { addNouns(p.form == .noun ? p.heads(of: "of") : p.objects) }
        for q in p.prepositions where complements.contains(.preposition(q.preposition)) { addNouns(q.heads) }
        // Light verbs inside ("agreed to hold talks") carry their noun.
        for (verb, triggers) in found
        where verb.form == .verb && lexicon.lightVerbs.contains(document.tokens[verb.trigger].lemma) {
            for object in verb.objects where lexicon.nouns[document.tokens[object].lemma] != nil {
                found.append((noun(object), triggers + [object]))
            }
        }
        return found
    }

    /// What the clause's own grammar does to an act: to come, a consultation is an agreement to it; "will not" refuses.
    func recast(_ act: Act, _ p: Predication) -> Act {
        var act = act
        guard act.standing.contains(.future), !act.standing.contains(.hypothetical) else { return act }
        let isNegated = act.standing.contains(.negated)
        // To come, cooperation is a promise of it and conflict a threat.
        let isConflict = act.type.flatMap(ontology.quad(of:)) == QuadClass.materialConflict.rawValue
        let name = isNegated ? "refuse" : isConflict ? "threaten" : "intend"
        guard let code = lexicon.compose(name, act.code) else { return act }
        act = coded(act, code)
        if act.isReciprocal {
            // "will not attend talks with the rebels": one side's word about both; only "the two will meet" is both's.
            let speakers = Set(
                fill(.init(roles: [.subject], isOptional: true), p, asTarget: false).map(\.mention.actor))
            let others = act.source.filter { !speakers.contains($0.actor) }
            if !others.isEmpty, others.count < act.source.count {
                act.source.removeAll { !speakers.contains($0.actor) }
                act.target = others
                act.isReciprocal = false
            }
        }
        act.rule += isNegated ? " = refuse, by \"will not\"" : " = \(name), being to come"
        if isNegated { act.standing.remove(.negated) }
        return act
    }

    /// How the text puts a predication.
    func standing(of p: Predication) -> Set<Standing> {
        var standing: Set<Standing> = []
        if p.isNegated { standing.insert(.negated) }
        if p.tense == .future { standing.insert(.future) }
        if p.isConditional || p.modality == .possible || p.modality == .due { standing.insert(.hypothetical) }
        var clause = p.support ?? p.trigger
        for _ in 0..<4 where document.tokens[clause].dependency == .conj && document.tokens[clause].tag == .vb {
            clause = Int(document.tokens[clause].head)
        }
        if document.tokens[clause].dependency == .xcomp || document.tokens[clause].dependency == .advcl
            || document.tokens[clause].dependency == .acl,
            document.tokens[clause].tag == .vb, p.tense != .future
        {
            // An infinitive tells of a deed only under verbs of aspect ("began to"); purposes are not deeds.
            let governor = document.tokens[Int(document.tokens[clause].head)]
            if !lexicon.aspectVerbs.contains(governor.lemma) || document.tokens[clause].dependency != .xcomp {
                standing.insert(.hypothetical)
            }
        }
        if standing.isEmpty, isBackground(clause) { return [.historical] }
        return standing.isEmpty ? [.actual] : standing
    }

    /// "will review the deal reached between X and Y": what is told of a definite agreement was done before.
    private func isBackground(_ clause: Int) -> Bool {
        let token = document.tokens[clause]
        let noun = Int(token.head)
        guard token.dependency == .acl, token.tag == .vbn || token.tag == .vbd,
            lexicon.agreements.contains(document.tokens[noun].lemma)
        else { return false }
        return document.children(of: noun).contains { document.tokens[Int($0)].lower == "the" }
    }
}
