import Annotation

extension Resolution {
    /// Takes up actors named before: "the delegation", "the militant group", "he", "it". What is not clear stays open.
    mutating func resolveAnaphors() {
        joinRepeatedNominals()
        resolvePronouns()
    }

    private mutating func joinRepeatedNominals() {
        let groupWords = knowledge.list("group-anaphors")
        let bodyWords = knowledge.list("body-anaphors")
        let ordered = places.indices.sorted { places[$0].tokens.lowerBound < places[$1].tokens.lowerBound }
        for (position, index) in ordered.enumerated() {
            let p = places[index]
            let draft = root(p.actor)
            guard drafts[draft].isNominal, p.form == .nominal, isDefinite(p) else { continue }
            let lemma = document.tokens[p.head].lemma
            let mine = drafts[draft].description
            // The same noun, said of nobody else since.
            var antecedent: Int?
            for earlier in ordered[..<position].reversed() {
                let q = places[earlier]
                let other = root(q.actor)
                guard other != draft else { continue }
                let theirs = drafts[other].description
                if q.form == .nominal, document.tokens[q.head].lemma == lemma,
                    mine.country == nil || theirs.country == nil || mine.country == theirs.country
                {
                    // A repeated "the police" is one; "the soldiers" of two countries are two.
                    antecedent = other
                    break
                }
                if groupWords.contains(lemma), mine.body == nil, mine.country == nil, !drafts[other].isNominal,
                    drafts[other].kind == .group
                {
                    antecedent = other
                    break
                }
                if bodyWords.contains(lemma), mine.body == nil, mine.country == nil, !drafts[other].isNominal,
                    drafts[other].kind == .organization
                {
                    antecedent = other
                    break
                }
            }
            if let antecedent { drafts[draft].mergedInto = antecedent }
        }
    }

    /// With "the", "this" or an owner, and nothing that tells of somebody new.
    private func isDefinite(_ place: Place) -> Bool {
        document.children(of: place.head).contains {
            let t = document.tokens[Int($0)]
            return t.dependency == .det && (t.lower == "the" || t.lower == "this" || t.lower == "that" || t.lower == "these")
        }
    }

    private mutating func resolvePronouns() {
        let person: Set<StringKey> = ["he", "she", "him", "her", "his"]
        let thing: Set<StringKey> = ["it", "its"]
        let many: Set<StringKey> = ["they", "them", "their"]
        for (i, token) in document.tokens.enumerated() where token.pos == .pron {
            let fits: (Draft) -> Bool
            if person.contains(token.lower) {
                fits = { $0.kind == .person || $0.kind == .unknown && $0.isNominal }
            } else if thing.contains(token.lower) {
                fits = { $0.kind == .country || $0.kind == .organization || ($0.kind == .group && !$0.isNominal) || $0.kind == .unknown }
            } else if many.contains(token.lower) {
                fits = { $0.kind == .group || $0.kind == .organization && !$0.isNominal }
            } else {
                continue
            }
            if let actor = antecedent(of: i, fits) { place(i, i..<(i + 1), actor, .pronoun) }
        }
    }

    /// The nearest fitting subject of this sentence before the pronoun, else of the sentence before; for a possessive
    /// or an object, subjects of its own clause count too.
    private func antecedent(of pronoun: Int, _ fits: (Draft) -> Bool) -> Int? {
        let sentence = document.sentence(of: pronoun)
        for s in stride(from: sentence, through: max(0, sentence - 2), by: -1) {
            var best: (actor: Int, rank: Int)?
            for p in places where document.sentences[s].contains(p.head) && p.head < pronoun {
                let actor = root(p.actor)
                guard fits(drafts[actor]) else { continue }
                let rank: Int
                switch document.tokens[p.head].dependency {
                case .nsubj, .nsubjpass: rank = 3
                case .dobj, .pobj, .conj: rank = 1
                // A possessor or a modifier names the actor only in passing.
                case .poss, .appos, .agent: rank = 1
                default: rank = drafts[actor].kind == .person ? 1 : 0
                }
                guard rank > 0 else { continue }
                // Of the same sentence the nearest, of an earlier one the first of its subjects.
                if best == nil || rank > (best?.rank ?? 0) || (rank == best?.rank && s == sentence && rank == 3) {
                    best = (actor, rank)
                }
            }
            if let best, best.rank == 3 || s != sentence || isOnly(best.actor, before: pronoun, fits) { return best.actor }
        }
        return nil
    }

    private func isOnly(_ actor: Int, before pronoun: Int, _ fits: (Draft) -> Bool) -> Bool {
        let sentence = document.sentences[document.sentence(of: pronoun)]
        return places.allSatisfy { p in
            !sentence.contains(p.head) || p.head >= pronoun || root(p.actor) == actor || !fits(drafts[root(p.actor)])
        }
    }
}
