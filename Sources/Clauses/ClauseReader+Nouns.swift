import Annotation

extension ClauseReader {
    /// The predication of a verbal noun: "talks between X and Y", "Israel's strike on Z", "(launched) an attack on Z".
    ///
    /// The verb that carries it ("held", "launched") lends its subject, prepositions, tense and polarity when
    /// `isLight` says that it is such a verb; other verbs lend only tense and polarity.
    package func noun(at token: Int, isLight: (Predication) -> Bool) -> Predication {
        var p = Predication(trigger: token, form: .noun)
        collect(token, into: &p)
        let tokens = document.tokens
        // A coordinated or partitive noun ("talks and meetings", "a round of talks") hangs where its head hangs.
        var outer = token
        for _ in 0..<4 {
            let t = tokens[outer]
            let head = Int(t.head)
            guard head != outer else { break }
            if t.dependency == .conj, tokens[head].pos == .noun {
                outer = head
            } else if t.dependency == .pobj, tokens[head].lower == "of", tokens[Int(tokens[head].head)].pos == .noun {
                outer = Int(tokens[head].head)
            } else if t.dependency == .attr, tokens[head].lemma == "be" {
                break
            } else {
                break
            }
        }
        let t = tokens[outer]
        var head = Int(t.head)
        var circumstance = false
        var isBefore = false
        if t.dependency == .pobj, Grammar.circumstances.contains(tokens[head].lower) {
            circumstance = true
            isBefore = Grammar.precedence.contains(tokens[head].lower)
            head = Int(tokens[head].head)
        }
        // "Shamkhani, during a meeting with …, accused": the parser hangs the circumstance on the subject.
        if circumstance, verb(at: head) == nil, tokens[head].dependency == .nsubj { head = Int(tokens[head].head) }
        guard let carrier = verb(at: head), head != outer else { return p }
        p.tense = carrier.tense
        p.isPerfect = carrier.isPerfect
        p.modality = carrier.modality
        p.isConditional = carrier.isConditional
        // "will train troops after the raid on the base": the raid has been.
        if isBefore {
            p.tense = .past
            p.modality = .none
            p.isConditional = false
        }
        if !circumstance { p.isNegated = p.isNegated || carrier.isNegated }
        let isObject = carrier.objects.contains(outer)
        let isSubject = carrier.subjects.contains(outer)
        p.isSubject = isSubject
        if isObject, isLight(carrier) {
            p.support = head
            if p.subjects.isEmpty { p.subjects = carrier.subjects }
            lend(carrier, to: &p)
            p.recipients = carrier.recipients
        } else if isSubject || (isObject && carrier.isPassive) {
            lend(carrier, to: &p)
        } else if circumstance {
            if isLight(carrier) {
                p.support = head
                lend(carrier, to: &p, except: outer)
            }
            if p.subjects.isEmpty {
                p.subjects = carrier.isPassive ? carrier.objects : carrier.subjects
                p.inheritsSubject = true
                p.inheritsPatient = carrier.isPassive
            }
        }
        return p
    }

    private func collect(_ noun: Int, into p: inout Predication) {
        let tokens = document.tokens
        for child32 in document.children(of: noun) {
            let child = Int(child32)
            switch tokens[child].dependency {
            case .poss: p.subjects += conjuncts(of: child)
            case .compound, .amod, .nmod:
                p.modifiers.append(child)
                // "Russian missile and drone strikes": the modifier of a modifier may be the doer.
                for inner in document.children(of: child) where Int(inner) < child {
                    switch tokens[Int(inner)].dependency {
                    case .compound, .amod, .nmod, .poss: p.modifiers.append(Int(inner))
                    default: break
                    }
                }
            case .det where tokens[child].lower == "no": p.isNegated = true
            case .prep:
                let key = tokens[child].lower
                var heads: [Int] = []
                for inner in document.children(of: child) {
                    switch tokens[Int(inner)].dependency {
                    case .pobj: heads += conjuncts(of: Int(inner))
                    case .pcomp: p.complements.append(.init(kind: .gerund, preposition: key, trigger: Int(inner)))
                    default: break
                    }
                }
                if key == "by" { p.subjects += heads }
                // "the killing of a general by Israel": the parser hangs "by" on the general.
                if key == "of", p.subjects.isEmpty {
                    for head in heads { p.subjects += objects(of: "by", under: head) }
                }
                if !heads.isEmpty { p.prepositions.append(.init(preposition: key, heads: heads)) }
            case .relcl where isInfinitive(child):
                p.complements.append(.init(kind: .infinitive, preposition: .empty, trigger: child))
            case .acl:
                switch tokens[child].tag {
                case .vb: p.complements.append(.init(kind: .infinitive, preposition: .empty, trigger: child))
                // "talks held with", "an attack launched by": the participle's arguments are the noun's.
                case .vbn, .vbg, .vbd:
                    if let verb = verb(at: child) {
                        lend(verb, to: &p)
                        if p.subjects.isEmpty, verb.isPassive { p.subjects = verb.subjects }
                    }
                default: p.complements.append(.init(kind: .clause, preposition: .empty, trigger: child))
                }
            default: break
            }
        }
    }

    private func lend(_ carrier: Predication, to p: inout Predication, except noun: Int = -1) {
        for q in carrier.prepositions where !q.heads.contains(noun) {
            if !p.prepositions.contains(where: { $0.preposition == q.preposition && $0.heads == q.heads }) {
                p.prepositions.append(q)
            }
        }
    }
}
