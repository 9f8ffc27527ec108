package import Annotation

/// Reads the predications of a document from its dependency tree (CLEAR labels).
///
/// Verbs are read at once; verbal nouns on demand (`noun(at:)`), since only a lexicon knows which nouns are deeds.
/// Pure: the same document gives the same predications.
package struct ClauseReader {
    package let document: Document
    /// In text order.
    package private(set) var verbs: [Predication] = []
    /// Index in `verbs` of the predication at a token, or -1.
    private var indexAt: [Int32]

    package init(_ document: Document) {
        self.document = document
        indexAt = [Int32](repeating: -1, count: document.tokens.count)
        for i in document.tokens.indices where isPredicate(i) {
            indexAt[i] = Int32(verbs.count)
            verbs.append(ownArguments(of: i))
        }
        var done = [Bool](repeating: false, count: verbs.count)
        for index in verbs.indices { inherit(index, &done, depth: 0) }
        shareObjects()
    }

    /// The predication whose trigger is a verb at this token.
    package func verb(at token: Int) -> Predication? {
        indexAt[token] < 0 ? nil : verbs[Int(indexAt[token])]
    }

    private func isPredicate(_ at: Int) -> Bool {
        let token = document.tokens[at]
        switch token.pos {
        case .verb: return token.dependency != .amod && token.dependency != .compound
        case .aux: return token.dependency != .aux && token.dependency != .auxpass
        case .noun: return isVerbTakenForNoun(at)
        default: return false
        }
    }

    /// "A court sentences the editor": the present tense of headlines is often tagged as a plural noun, while the
    /// parser, reading on, gives the word a subject and an object, which no noun has.
    private func isVerbTakenForNoun(_ at: Int) -> Bool {
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

    // MARK: - What hangs on the verb itself

    private func ownArguments(of verb: Int) -> Predication {
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

    private func hasAuxiliary(_ verb: Int, _ words: Set<StringKey>) -> Bool {
        document.children(of: verb).contains {
            let t = document.tokens[Int($0)]
            return t.dependency == .aux && words.contains(t.lower)
        }
    }

    private func hasConditionalMark(_ clause: Int) -> Bool {
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

    // MARK: - What comes from the clause around

    private mutating func inherit(_ index: Int, _ done: inout [Bool], depth: Int) {
        guard !done[index], depth < 64 else { return }
        done[index] = true
        let verb = verbs[index].trigger
        let token = document.tokens[verb]
        let head = Int(token.head)
        if head != verb, let governor = governingVerb(of: head) {
            inherit(governor, &done, depth: depth + 1)
        }
        let matrix = indexAt[head] >= 0 && head != verb ? verbs[Int(indexAt[head])] : nil
        var p = verbs[index]
        switch token.dependency {
        case .conj: if let matrix { inheritFromConjunct(matrix, &p) }
        // "a threat to bomb": now and then the parser takes the infinitive for a relative clause.
        case .relcl where isInfinitive(verb): fillParticiple(head, &p)
        case .relcl: fillRelative(antecedent: head, &p)
        case .acl: fillParticiple(head, &p)
        case .xcomp: if let matrix { inheritControl(matrix, &p) }
        case .ccomp:
            if let matrix {
                if p.tense == .none { p.tense = matrix.tense }
                // "said it would free them": to come, seen from a past.
                if p.modality == .possible, matrix.tense == .past, !p.isConditional,
                    hasAuxiliary(verb, Grammar.futureInPast)
                {
                    p.modality = .none
                    p.tense = .future
                }
                if p.subjects.isEmpty, !p.isPassive, token.tag == .vb || token.tag == .vbg {
                    inheritControl(matrix, &p)
                }
            }
        case .advcl:
            if let matrix {
                if p.subjects.isEmpty, !p.isPassive, token.tag == .vbg || token.tag == .vb {
                    p.subjects = matrix.isPassive && matrix.subjects.isEmpty ? matrix.objects : matrix.subjects
                    p.inheritsSubject = true
                }
                if p.tense == .none { p.tense = matrix.tense }
            }
        case .pcomp: inheritGerund(preposition: head, &p)
        default: break
        }
        verbs[index] = p
    }

    /// "pardons and releases forty prisoners": the first verb shares the object that follows the second.
    private mutating func shareObjects() {
        for index in verbs.indices where verbs[index].objects.isEmpty && !verbs[index].isPassive {
            let p = verbs[index]
            guard p.complements.isEmpty, p.prepositions.isEmpty, document.tokens[p.trigger].pos == .verb,
                let next = document.children(of: p.trigger).first(where: {
                    document.tokens[Int($0)].dependency == .conj
                }),
                let other = verb(at: Int(next)), !other.isPassive, other.inheritsSubject, Int(next) - p.trigger <= 3
            else { continue }
            verbs[index].objects = other.objects
        }
    }

    private func governingVerb(of token: Int) -> Int? {
        var at = token
        for _ in 0..<4 {
            if indexAt[at] >= 0 { return Int(indexAt[at]) }
            let up = Int(document.tokens[at].head)
            if up == at { return nil }
            at = up
        }
        return nil
    }

    private func inheritFromConjunct(_ matrix: Predication, _ p: inout Predication) {
        if p.subjects.isEmpty, !p.isPassive {
            // "was arrested and charged": a bare participle after a passive is passive too.
            if matrix.isPassive, document.tokens[p.trigger].tag == .vbn || document.tokens[p.trigger].tag == .vbd,
                p.objects.isEmpty
            {
                p.isPassive = true
                p.objects = matrix.objects
                p.subjects = matrix.subjects
            } else {
                p.subjects = matrix.isPassive ? matrix.objects : matrix.subjects
            }
            p.inheritsSubject = true
        } else if p.isPassive, p.objects.isEmpty {
            p.objects = matrix.isPassive ? matrix.objects : matrix.subjects
        }
        if p.tense == .none || (p.tense == .present && document.tokens[p.trigger].tag == .vb) { p.tense = matrix.tense }
        if document.tokens[p.trigger].tag == .vb {
            if p.modality == .none { p.modality = matrix.modality }
            if matrix.tense == .future { p.tense = .future }
        }
        if matrix.isConditional { p.isConditional = true }
    }

    private func fillRelative(antecedent: Int, _ p: inout Predication) {
        let tokens = document.tokens
        let replaced = conjuncts(of: antecedent)
        var found = false
        func substitute(_ heads: [Int]) -> [Int] {
            heads.flatMap { head -> [Int] in
                guard Grammar.isRelativePronoun(tokens[head]) else { return [head] }
                found = true
                // A plural verb after a coordination speaks of all of it; a singular one of the nearest.
                return head == heads.first && tokens[p.trigger].tag == .vbz ? [antecedent] : replaced
            }
        }
        p.subjects = substitute(p.subjects)
        p.objects = substitute(p.objects)
        for i in p.prepositions.indices { p.prepositions[i].heads = substitute(p.prepositions[i].heads) }
        if !found, p.objects.isEmpty, !p.subjects.isEmpty, !p.isPassive { p.objects = [antecedent] }
        // "the group, which …, and attacked": the coordinated subject of a shared antecedent.
        if p.subjects.isEmpty, !p.isPassive { p.subjects = [antecedent] }
    }

    private func fillParticiple(_ head: Int, _ p: inout Predication) {
        switch document.tokens[p.trigger].tag {
        case .vbn, .vbd:
            p.isPassive = true
            if p.objects.isEmpty { p.objects = [head] }
            if p.tense == .none { p.tense = .past }
        case .vbg:
            if p.subjects.isEmpty {
                p.subjects = [head]
                p.issuers = issuers(of: head)
            }
        default:
            // "its decision to withdraw": whoever owns the noun does it.
            if p.subjects.isEmpty {
                p.subjects = owners(of: head)
                p.inheritsSubject = true
            }
        }
        if p.tense == .none, let governor = governingVerb(of: head) { p.tense = verbs[governor].tense }
    }

    /// "signed an order lifting the sanctions": what an object does that is nobody is done by whoever made it.
    private func issuers(of noun: Int) -> [Int] {
        guard document.tokens[noun].dependency == .dobj, document.tokens[noun].pos == .noun,
            let verb = verb(at: Int(document.tokens[noun].head)), !verb.isPassive
        else { return [] }
        return verb.subjects
    }

    private func inheritControl(_ matrix: Predication, _ p: inout Predication) {
        if p.tense == .none { p.tense = matrix.tense }
        guard p.subjects.isEmpty, !(p.isPassive && !p.objects.isEmpty) else { return }
        let lemma = document.tokens[matrix.trigger].lemma
        var controllers: [Int]
        if matrix.isPassive {
            controllers = matrix.objects
        } else if Grammar.subjectControl.contains(lemma) {
            controllers = matrix.subjects
        } else if !matrix.objects.isEmpty, document.tokens[matrix.trigger].lemma != "be" {
            controllers = matrix.objects
        } else {
            controllers = matrix.subjects
            if Grammar.prepositionalControl.contains(lemma) {
                for q in matrix.prepositions where Grammar.controllingPrepositions.contains(q.preposition) {
                    controllers = q.heads
                }
            }
        }
        if p.isPassive { p.objects = controllers } else { p.subjects = controllers }
        p.inheritsSubject = true
        // "is to visit", "is going to visit", "is set to visit": a plain statement of what is to come.
        let trigger = document.tokens[matrix.trigger]
        if trigger.lemma == "be" || (trigger.lemma == "go" && trigger.tag == .vbg) { p.tense = .future }
    }

    private func inheritGerund(preposition: Int, _ p: inout Predication) {
        let head = Int(document.tokens[preposition].head)
        guard head != preposition else { return }
        if indexAt[head] >= 0 {
            let matrix = verbs[Int(indexAt[head])]
            if p.tense == .none { p.tense = matrix.tense }
            guard p.subjects.isEmpty, !p.isPassive else { return }
            let ofPatient: Set<StringKey> = ["of", "from", "for", "over"]
            // "were arrested after throwing stones": who was arrested threw them.
            p.subjects =
                (matrix.isPassive || ofPatient.contains(document.tokens[preposition].lower)) && !matrix.objects.isEmpty
                ? matrix.objects : matrix.subjects
            p.inheritsSubject = true
        } else if p.subjects.isEmpty, !p.isPassive {
            // "the suspension of the charity for helping rebels": it is the charity that helped.
            let patients = document.tokens[preposition].lower == "for" ? objects(of: "of", under: head) : []
            p.subjects = patients.isEmpty ? owners(of: head) : patients
            p.inheritsSubject = true
        }
    }

    /// Whose a noun is: its possessor, or the doer that "by" names.
    package func owners(of noun: Int) -> [Int] {
        for child in document.children(of: noun) where document.tokens[Int(child)].dependency == .poss {
            return conjuncts(of: Int(child))
        }
        return []
    }
}
