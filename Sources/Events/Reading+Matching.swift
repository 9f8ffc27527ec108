import Annotation
import Clauses

/// Which entries fit a predication, and what they take with them.
extension Reading {
    /// How many conditions of an entry hold; nil when one does not.
    func weight(of entry: Lexicon.Entry, _ p: Predication) -> Int? {
        func anyLemma(_ heads: [Int], _ set: Set<StringKey>) -> Bool {
            heads.contains { set.contains(document.tokens[$0].lemma) || set.contains(document.tokens[$0].lower) }
        }
        // "called in troops" has a particle; "ships called in numbers" has a phrase of its own.
        let hasObject = entry.conditions.contains { if case .object = $0 { true } else { false } }
        var weight = 0
        for condition in entry.conditions {
            switch condition {
            case .particle(let key):
                guard
                    p.particle == key
                        || !hasObject
                            && p.prepositions.contains(where: {
                                $0.preposition == key && !$0.heads.allSatisfy { isDay($0, under: key) }
                            })
                        || p.complements.contains(where: { $0.preposition == key })
                        || hasAdverb(key, p.trigger)
                else { return nil }
            case .object(let set):
                let heads = p.form == .noun ? p.heads(of: "of") + p.modifiers : p.objects
                guard anyLemma(heads + heads.compactMap(content), set) else { return nil }
            case .notObject(let set):
                if anyLemma(p.objects, set) { return nil }
                continue
            case .infinitive(let set):
                guard
                    p.complements.contains(where: {
                        set.contains(document.tokens[$0.trigger].lemma)
                            && ($0.kind != .clause || clauses.hasTo($0.trigger))
                    }) || hasPurpose(set, p.trigger)
                else { return nil }
            case .notSubject(let set):
                if anyLemma(p.subjects + (p.form == .noun ? p.modifiers : []), set) { return nil }
                continue
            case .notPreposition(let key, let set):
                if anyLemma(p.heads(of: key) + p.objects.flatMap { clauses.objects(of: key, under: $0) }, set) {
                    return nil
                }
                continue
            case .subject(let set):
                guard anyLemma(p.subjects + (p.form == .noun ? p.modifiers : []), set) else { return nil }
            case .preposition(let key, let set):
                // "urged on Sunday" is not "urged on".
                let heads = p.heads(of: key).filter { !set.isEmpty || !isDay($0, under: key) }
                guard !heads.isEmpty, set.isEmpty || anyLemma(heads + heads.compactMap(content), set) else {
                    return nil
                }
            }
            weight += 2
            // What it is done with says more than a preposition: "fired tear gas at".
            switch condition {
            case .object: weight += 1
            case .infinitive: weight += 1
            case .preposition(_, let set) where !set.isEmpty: weight += 1
            default: break
            }
        }
        return weight
    }

    /// "a round of talks": what a partitive noun is about; nil for a noun that tells of a deed itself ("a suspension of").
    func content(_ head: Int) -> Int? {
        lexicon.nouns[document.tokens[head].lemma] == nil ? document.object(of: "of", under: head) : nil
    }

    private func isDay(_ head: Int, under key: StringKey) -> Bool {
        guard key == "on", let label = document.entity(at: head)?.label else { return false }
        return label == .date || label == .time
    }

    private func isDeed(_ head: Int) -> Bool {
        lexicon.nouns[document.tokens[head].lemma] != nil && finder.cast.mention(at: head) == nil
    }

    /// "sent troops to help": the parser takes such an infinitive for a circumstance.
    private func hasPurpose(_ verbs: Set<StringKey>, _ verb: Int) -> Bool {
        document.children(of: verb).contains {
            document.tokens[Int($0)].dependency == .advcl && verbs.contains(document.tokens[Int($0)].lemma)
                && clauses.hasTo(Int($0))
        }
    }

    private func hasAdverb(_ key: StringKey, _ verb: Int) -> Bool {
        document.children(of: verb).contains {
            let t = document.tokens[Int($0)]
            return t.lower == key && (t.dependency == .advmod || t.dependency == .prep || t.dependency == .prt)
        }
    }

    /// What an entry takes with it: the nouns of its conditions, and what is asked, alleged, refused or threatened.
    func taken(by entry: Lexicon.Entry, _ p: Predication, _ type: PloverType?) -> [Int] {
        var taken: [Int] = []
        for condition in entry.conditions {
            switch condition {
            case .object: taken += p.objects + p.objects.compactMap(content)
            case .preposition(let key, let set) where !set.isEmpty: taken += p.heads(of: key)
            case .infinitive: taken += p.complements.map(\.trigger)
            default: break
            }
        }
        if type == .accuse || type == .request || type == .threaten || type == .reject || type == .agree
            || type == .concede
        {
            // "rejected the request to be released"
            for object in p.objects {
                taken += document.children(of: object).map(Int.init).filter {
                    document.tokens[$0].dependency == .acl && clauses.hasTo($0)
                }
            }
            for complement in p.complements {
                taken.append(complement.trigger)
                taken += clauses.verb(at: complement.trigger)?.complements.map(\.trigger) ?? []
                taken += clauses.verb(at: complement.trigger)?.objects ?? []
            }
        }
        // "the suspension of talks": what a deed is about is not told beside it. "charged with the murder of", "convicted of
        // killing": what somebody is charged with is the charge.
        if p.form == .noun { taken += p.heads(of: "of").filter(isDeed) }
        if entry.demands.contains(.implied) {
            for q in p.prepositions where ["of", "with", "for", "over", "on"].contains(q.preposition) {
                taken += q.heads.filter(isDeed)
            }
            for complement in p.complements where complement.kind == .gerund {
                taken.append(complement.trigger)
                taken += clauses.verb(at: complement.trigger)?.complements.map(\.trigger) ?? []
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
}
