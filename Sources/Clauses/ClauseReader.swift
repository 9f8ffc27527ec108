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
