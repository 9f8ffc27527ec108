import Annotation

extension Resolution {
    /// Takes up actors named before: "the delegation", "the militant group", "he", "it". What is not clear stays open.
    mutating func resolveAnaphors() {
        joinRepeatedNominals()
        resolvePairs()
        resolvePronouns()
        inheritFromOwners()
        inheritFromPlaces()
    }

    /// "A court in Chisinau", "police arrested … in Nairobi": who holds office or lives there, where the sentence is set.
    private mutating func inheritFromPlaces() {
        for p in places where p.form != .pronoun {
            let draft = root(p.actor)
            let d = drafts[draft].description
            guard d.country == nil, d.body == nil, let sector = d.sectors.first, drafts[draft].kind != .organization,
                d.role != nil, let match = setting(of: p)
            else { continue }
            let known = self.known[match]
            drafts[draft].description.country = known.country
            drafts[draft].description.code = knowledge.code(country: known.country, sector: sector)
            drafts[draft].description.evidence.append(.knowledge(known.evidence))
        }
    }

    /// The one country that the places of a sentence are in; nil when there are two.
    private func setting(of place: Place) -> Int? {
        let sentence = document.sentences[document.sentence(of: place.head)]
        var setting: Int?
        for match in matches where sentence.contains(match.head) {
            let known = self.known[match.known]
            guard known.use == .country || known.use == .capital, isSetting(match.head) else { continue }
            if let setting, self.known[setting].country != known.country { return nil }
            setting = match.known
        }
        return setting
    }

    private func isSetting(_ token: Int) -> Bool {
        let t = document.tokens[token]
        switch t.dependency {
        case .pobj:
            return ["in", "at", "near", "across", "throughout", "outside", "inside"].contains(
                document.tokens[Int(t.head)].lower)
        case .appos, .npadvmod: return document.tokens[Int(t.head)].pos == .propn && Int(t.head) < token
        case .conj:
            var up = token
            for _ in 0..<8 where document.tokens[up].dependency == .conj { up = Int(document.tokens[up].head) }
            return up != token && isSetting(up)
        default: return false
        }
    }

    private mutating func joinRepeatedNominals() {
        let groupWords = knowledge.list("group-anaphors")
        let bodyWords = knowledge.list("body-anaphors")
        let countryWords = knowledge.list("country-anaphors")
        let ordered = places.indices.sorted { places[$0].tokens.lowerBound < places[$1].tokens.lowerBound }
        for (position, index) in ordered.enumerated() {
            let p = places[index]
            let draft = root(p.actor)
            guard drafts[draft].isNominal, p.form == .nominal, isDefinite(p) else { continue }
            let lemma = document.tokens[p.head].lemma
            let mine = drafts[draft].description
            // "the country": the one named last.
            var antecedent: Int?
            if countryWords.contains(lemma), !isPlural(p.head), mine.country == nil {
                antecedent = ordered[..<position].reversed().map { root(places[$0].actor) }.first {
                    drafts[$0].kind == .country
                }
                if let antecedent { drafts[draft].mergedInto = antecedent }
                continue
            }
            // The same noun, said of nobody else since.
            for earlier in ordered[..<position].reversed() {
                let q = places[earlier]
                let other = root(q.actor)
                guard other != draft else { continue }
                let theirs = drafts[other].description
                if q.form == .nominal, document.tokens[q.head].lemma == lemma, !isAnybody(q),
                    isPlural(q.head) == isPlural(p.head), names(of: p).isSubset(of: names(of: q)),
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

    /// "the two sides", "both countries": the two parties that the sentences before name, when there are just two.
    private mutating func resolvePairs() {
        let pairs = knowledge.list("pair-anaphors")
        for p in places where pairs.contains(document.tokens[p.head].lemma) && isPlural(p.head) {
            let draft = root(p.actor)
            let isPair = document.children(of: p.head).contains {
                ["two", "both"].contains(document.tokens[Int($0)].lower)
            }
            guard isPair, drafts[draft].isNominal, drafts[draft].description.country == nil else { continue }
            if let two = parties(before: p.head) { drafts[draft].members = two }
        }
    }

    /// The two countries or groups that take part in what the nearest sentences before tell; nil when not just two.
    private func parties(before head: Int) -> [Int]? {
        let sentence = document.sentence(of: head)
        var found: [Int] = []
        var codes: Set<String> = []
        for s in stride(from: sentence, through: max(0, sentence - 3), by: -1) {
            for p in places where document.sentences[s].contains(p.head) && p.head < head {
                switch document.tokens[p.head].dependency {
                case .nsubj, .dobj, .pobj, .conj, .agent, .poss: break
                default: continue
                }
                let actor = root(p.actor)
                let d = drafts[actor].description
                guard let code = d.code, let country = d.country, !isSetting(p.head), drafts[actor].members.isEmpty
                else { continue }
                // A party is known by its country, an armed group by its own code.
                let party = d.sectors.first == "GOV" ? country : code
                if codes.insert(party).inserted { found.append(side(of: actor, before: head)) }
            }
            if found.count == 2 { return found }
            if found.count > 2 { return nil }
        }
        return nil
    }

    /// "Taliban spokesman Naeem said the two sides …": the side is whom somebody speaks for, where that is named too.
    private func side(of actor: Int, before head: Int) -> Int {
        guard drafts[actor].kind == .person || drafts[actor].isNominal else { return actor }
        let mine = drafts[actor].description
        let named = places.filter { $0.head < head }.map { root($0.actor) }
        return named.last {
            let theirs = drafts[$0]
            return (theirs.kind == .country || theirs.kind == .group && !theirs.isNominal)
                && theirs.description.code == mine.code
        } ?? actor
    }

    /// Names by which one of several is told from the others: "the **Trump** administration".
    private func names(of place: Place) -> Set<StringKey> {
        Set(
            place.tokens.filter { $0 != place.head && document.tokens[$0].pos == .propn && matchAt[$0] < 0 }
                .map { document.tokens[$0].lower })
    }

    /// "any group", "no minister": nobody that could be taken up again.
    private func isAnybody(_ place: Place) -> Bool {
        document.children(of: place.head).contains {
            let t = document.tokens[Int($0)]
            return t.lower == "any" || t.lower == "no" || t.lower == "every" || t.lower == "each" || t.lower == "all"
        }
    }

    /// "the group's leadership", "officials, including Zarif": what the owner or the whole is, its part is.
    mutating func inheritFromOwners() {
        for p in places {
            let draft = root(p.actor)
            guard drafts[draft].description.country == nil, drafts[draft].description.body == nil,
                drafts[draft].isNominal || drafts[draft].kind == .person, let owner = owner(of: p.head), owner != draft
            else { continue }
            let theirs = drafts[owner].description
            guard theirs.code != nil else { continue }
            if drafts[owner].kind == .country || theirs.sectors.first == "GOV" {
                drafts[draft].description.country = theirs.country
                if drafts[draft].description.sectors.isEmpty, drafts[draft].description.role != nil {
                    drafts[draft].description.sectors = ["GOV"]
                }
                drafts[draft].description.code = knowledge.code(
                    country: theirs.country, sector: drafts[draft].description.sectors.first)
            } else if drafts[draft].isNominal {
                drafts[draft].description.country = theirs.country
                drafts[draft].description.sectors = theirs.sectors
                drafts[draft].description.code = theirs.code
            }
            drafts[draft].description.evidence += theirs.evidence
        }
    }

    private func owner(of head: Int) -> Int? {
        for child32 in document.children(of: head)
        where document.tokens[Int(child32)].dependency == .poss && placeAt[Int(child32)] >= 0 {
            return root(places[Int(placeAt[Int(child32)])].actor)
        }
        var at = head
        for _ in 0..<6 where document.tokens[at].dependency == .conj { at = Int(document.tokens[at].head) }
        let preposition = Int(document.tokens[at].head)
        guard document.tokens[preposition].lower == "including", document.tokens[at].dependency == .pobj else {
            return nil
        }
        let whole = Int(document.tokens[preposition].head)
        return placeAt[whole] >= 0 ? root(places[Int(placeAt[whole])].actor) : nil
    }

    /// With "the", "this" or an owner, and nothing that tells of somebody new.
    private func isDefinite(_ place: Place) -> Bool {
        document.children(of: place.head).contains {
            let t = document.tokens[Int($0)]
            return t.dependency == .det
                && (t.lower == "the" || t.lower == "this" || t.lower == "that" || t.lower == "these")
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
                fits = {
                    $0.kind == .country || $0.kind == .organization || ($0.kind == .group && !$0.isNominal)
                        || $0.kind == .unknown
                }
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
        let excluded = doer(around: pronoun)
        for s in stride(from: sentence, through: max(0, sentence - 2), by: -1) {
            var best: (actor: Int, rank: Int)?
            for p in places where document.sentences[s].contains(p.head) && p.head < pronoun {
                let actor = root(p.actor)
                guard fits(drafts[actor]), actor != excluded else { continue }
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
            if let best, best.rank == 3 || s != sentence || isOnly(best.actor, before: pronoun, fits) {
                return best.actor
            }
        }
        return nil
    }

    /// Who does what is done to an object pronoun ("he urged **him**"): somebody else than it.
    private func doer(around pronoun: Int) -> Int? {
        let object: Set<StringKey> = ["him", "them", "it"]
        guard object.contains(document.tokens[pronoun].lower) else { return nil }
        // "it" is a subject as well ("says it fired"), and then may well be who speaks.
        if document.tokens[pronoun].lower == "it", document.tokens[pronoun].dependency == .nsubj { return nil }
        var at = Int(document.tokens[pronoun].head)
        for _ in 0..<8 {
            let token = document.tokens[at]
            if token.pos == .verb || token.pos == .aux {
                for child in document.children(of: at)
                where document.tokens[Int(child)].dependency == .nsubj && Int(child) != pronoun {
                    return placeAt[Int(child)] >= 0 ? root(places[Int(placeAt[Int(child)])].actor) : nil
                }
            }
            if Int(token.head) == at { return nil }
            at = Int(token.head)
        }
        return nil
    }

    private func isOnly(_ actor: Int, before pronoun: Int, _ fits: (Draft) -> Bool) -> Bool {
        let sentence = document.sentences[document.sentence(of: pronoun)]
        return places.allSatisfy { p in
            !sentence.contains(p.head) || p.head >= pronoun || root(p.actor) == actor
                || root(p.actor) == doer(around: pronoun) || !fits(drafts[root(p.actor)])
        }
    }
}
