package import Annotation

/// What hangs on a verb itself: subjects, objects, prepositions, complements, tense and polarity.
extension ClauseReader {
    /// "A court sentences the editor": the present tense of headlines is often tagged as a plural noun, while the
    /// parser, reading on, gives the word a subject and an object, which no noun has.
    func isVerbTakenForNoun(_ at: Int) -> Bool {
        var hasSubject = false
        var hasOwner = false
        var hasObject = false
        for child32 in document.children(of: at) {
            let child = Int(child32)
            switch document.tokens[child].dependency {
            case .nsubj, .nsubjpass: hasSubject = hasSubject || child < at
            // "Kenya's army stops the convoy", the owner taken for the noun's.
            case .poss: hasOwner = hasOwner || document.tokens[at].dependency == .root
            case .dobj: hasObject = hasObject || child > at
            case .ccomp, .xcomp, .prt: hasObject = hasObject || child > at
            case .aux, .auxpass, .det: return false
            default: break
            }
        }
        // A noun at the root of a sentence has no subject either: with one, the root would be its copula.
        return hasSubject && (hasObject || document.tokens[at].dependency == .root) || hasOwner && hasObject
    }

    func ownArguments(of verb: Int) -> Predication {
        var p = Predication(trigger: verb, form: .verb)
        let tokens = document.tokens
        var grammaticalSubjects: [Int] = []
        var hangsOnCondition = false
        for child32 in document.children(of: verb) {
            let child = Int(child32)
            let token = tokens[child]
            switch token.dependency {
            case .nsubj, .csubj, .expl: grammaticalSubjects += conjuncts(of: child)
            case .poss where tokens[verb].pos == .noun: grammaticalSubjects += conjuncts(of: child)
            case .nsubjpass, .csubjpass:
                p.isPassive = true
                p.objects += conjuncts(of: child)
            case .auxpass: p.isPassive = true
            case .agent:
                p.isPassive = true
                p.subjects += document.objects(ofPreposition: child).flatMap(conjuncts)
            case .dobj, .attr, .oprd: p.objects += conjuncts(of: child)
            case .dative:
                if token.pos == .adp {
                    addPrepositional(child, to: &p)
                } else {
                    p.recipients += conjuncts(of: child)
                }
            case .prep: addPrepositional(child, to: &p)
            case .prt: p.particle = token.lower
            case .advmod where token.tag == .rp: p.particle = token.lower
            case .neg: p.isNegated = true
            case .advmod where Grammar.negations.contains(token.lower): p.isNegated = true
            case .aux: readAuxiliary(child, into: &p)
            case .xcomp: p.complements.append(.init(kind: .infinitive, preposition: .empty, trigger: child))
            // "found the editor guilty": a clause of two words, of which the first is whom it is done to.
            case .ccomp where token.pos == .adj:
                let inner = document.children(of: child).map(Int.init)
                p.objects += inner.filter { tokens[$0].dependency == .nsubj }.flatMap(conjuncts) + [child]
            case .ccomp: p.complements.append(.init(kind: .clause, preposition: .empty, trigger: child))
            case .mark where Grammar.conditional.contains(token.lower): p.isConditional = true
            // "refused on Friday to meet them": what stands between makes the parser take it for a purpose.
            case .advcl
            where p.objects.isEmpty && isInfinitive(child)
                && Grammar.infinitival.contains(tokens[verb].lemma):
                p.complements.append(.init(kind: .infinitive, preposition: .empty, trigger: child))
            // "calling for the government to resign": what is called for, though the parser takes it for a circumstance.
            case .advcl where isCalledFor(child):
                p.complements.append(.init(kind: .clause, preposition: .empty, trigger: child))
            case .advcl where hasConditionalMark(child): hangsOnCondition = true
            default: break
            }
        }
        // "Nigerian police arrest six": a verb that the tagger knows and the parser takes for the head of its subject.
        if grammaticalSubjects.isEmpty, !p.isPassive, tokens[verb].pos == .verb, !p.objects.isEmpty,
            let subject = document.children(of: verb).map(Int.init).last(where: {
                $0 < verb && tokens[$0].dependency == .compound && tokens[$0].pos != .verb
            })
        {
            grammaticalSubjects = [subject]
        }
        p.subjects = grammaticalSubjects + p.subjects
        if p.tense == .none {
            switch tokens[verb].tag {
            case .vbd: p.tense = .past
            case .vbz, .vbp, .nns, .nn: p.tense = .present
            default: break
            }
        }
        if hangsOnCondition, p.tense == .future { p.isConditional = true }
        // "would not receive the envoy": a refusal, whenever it was.
        if p.isNegated, p.modality == .possible, !p.isConditional, hasAuxiliary(verb, Grammar.futureInPast) {
            p.modality = .none
            p.tense = .future
        }
        if hasNegatedArgument(p.objects) || hasNegatedArgument(p.subjects) { p.isNegated = true }
        return p
    }

    private func addPrepositional(_ preposition: Int, to p: inout Predication) {
        let tokens = document.tokens
        var heads: [Int] = []
        for child32 in document.children(of: preposition) {
            let child = Int(child32)
            switch tokens[child].dependency {
            case .pobj: heads += conjuncts(of: child)
            case .pcomp:
                p.complements.append(.init(kind: .gerund, preposition: tokens[preposition].lower, trigger: child))
            // "from within Syria", "up to 20": the inner preposition's object is the outer's.
            case .prep:
                heads += document.objects(ofPreposition: child).flatMap(conjuncts)
            // "with France and with Italy"
            case .conj where tokens[child].dependency == .prep || tokens[child].pos == .adp:
                addPrepositional(child, to: &p)
            default: break
            }
        }
        if !heads.isEmpty { p.prepositions.append(.init(preposition: tokens[preposition].lower, heads: heads)) }
    }

    private func readAuxiliary(_ token: Int, into p: inout Predication) {
        let t = document.tokens[token]
        if Grammar.future.contains(t.lower) {
            p.tense = .future
        } else if t.tag == .md {
            p.modality =
                Grammar.due.contains(t.lower) ? .due : Grammar.possible.contains(t.lower) ? .possible : p.modality
        } else if t.lemma == "have" {
            p.isPerfect = true
            if p.tense == .none { p.tense = .past }
        } else if p.tense == .none, t.tag == .vbd {
            p.tense = .past
        } else if p.tense == .none, t.tag == .vbz || t.tag == .vbp {
            p.tense = .present
        }
    }

    func hasAuxiliary(_ verb: Int, _ words: Set<StringKey>) -> Bool {
        document.children(of: verb).contains {
            let t = document.tokens[Int($0)]
            return t.dependency == .aux && words.contains(t.lower)
        }
    }

    func hasConditionalMark(_ clause: Int) -> Bool {
        document.children(of: clause).contains {
            let t = document.tokens[Int($0)]
            return t.dependency == .mark && Grammar.conditional.contains(t.lower)
        }
    }

    /// An infinitive with "for" and a subject of its own.
    private func isCalledFor(_ clause: Int) -> Bool {
        hasTo(clause)
            && document.children(of: clause).contains {
                document.tokens[Int($0)].dependency == .mark && document.tokens[Int($0)].lower == "for"
            }
            && document.children(of: clause).contains { document.tokens[Int($0)].dependency == .nsubj }
    }

    /// Who does what a deed to come hangs on: the subjects of its "if" and "unless" clauses.
    package func conditions(of p: Predication) -> [Int] {
        guard p.tense == .future || p.modality == .possible else { return [] }
        return document.children(of: p.trigger).flatMap { child -> [Int] in
            guard document.tokens[Int(child)].dependency == .advcl, hasConditionalMark(Int(child)) else { return [] }
            return verb(at: Int(child))?.subjects ?? []
        }
    }

    /// A bare verb with "to", whatever its subject.
    package func hasTo(_ verb: Int) -> Bool {
        document.tokens[verb].tag == .vb
            && document.children(of: verb).contains { document.tokens[Int($0)].tag == .to }
    }

    /// A bare verb with "to" and no subject of its own.
    package func isInfinitive(_ verb: Int) -> Bool {
        hasTo(verb) && !document.children(of: verb).contains { document.tokens[Int($0)].dependency == .nsubj }
    }

    private func hasNegatedArgument(_ heads: [Int]) -> Bool {
        heads.contains { head in
            document.children(of: head).contains {
                let t = document.tokens[Int($0)]
                return t.lower == "no" || t.lower == "neither" || (t.dependency == .neg && t.lower != "not")
            }
        }
    }

    /// A head and what is coordinated with it: "Iran, Russia and China".
    package func conjuncts(of head: Int) -> [Int] {
        var heads = [head]
        var next = head
        while let conjunct = document.children(of: next).first(where: {
            document.tokens[Int($0)].dependency == .conj && Grammar.isNominal(document.tokens[Int($0)])
        }) {
            next = Int(conjunct)
            heads.append(next)
        }
        return heads
    }

    /// What stands after a preposition under a noun, with coordination spelled out: "an agreement **with** X and Y".
    package func objects(of preposition: StringKey, under noun: Int) -> [Int] {
        var heads: [Int] = []
        for child in document.children(of: noun) where document.tokens[Int(child)].lower == preposition {
            heads += document.objects(ofPreposition: Int(child)).flatMap(conjuncts)
        }
        return heads
    }
}
