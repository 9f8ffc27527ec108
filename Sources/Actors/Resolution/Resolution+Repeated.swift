import Annotation

/// Nouns that take up an actor named before.
extension Resolution {
    /// Which nouns take up what.
    private struct Nouns {
        let groups, countries, leaders, people: Set<StringKey>

        init(_ knowledge: ActorKnowledge) {
            groups = knowledge.list("group-anaphors")
            countries = knowledge.list("country-anaphors")
            leaders = knowledge.list("leader-anaphors")
            people = knowledge.list("person-anaphors")
        }
    }

    mutating func resolveNominals() {
        let nouns = Nouns(knowledge)
        let ordered = places.indices.sorted { places[$0].tokens.lowerBound < places[$1].tokens.lowerBound }
        for (position, index) in ordered.enumerated() {
            let p = places[index]
            let draft = root(p.actor)
            guard drafts[draft].isNominal, p.form == .nominal, drafts[draft].members.isEmpty, !isOneOfTwo(p),
                !isPredicate(p)
            else { continue }
            let before = ordered[..<position]
            guard isDefinite(p) else {
                // "police", "parliament": bodies that need no article to be the same.
                if isBareBody(p), let antecedent = sameNoun(p, before) { drafts[draft].mergedInto = antecedent }
                continue
            }
            if let antecedent = countryTakenUp(by: p, before, nouns) ?? sameNoun(p, before)
                ?? holder(of: p, before, nouns) ?? groupTakenUp(by: p, before, nouns)
            {
                drafts[draft].mergedInto = antecedent
            }
        }
    }

    /// "is the largest group": what is said of somebody is nobody of its own, and a superlative tells of somebody new.
    private func isPredicate(_ place: Place) -> Bool {
        document.tokens[place.head].dependency == .attr
            || document.children(of: place.head).contains { document.tokens[Int($0)].tag == .jjs }
    }

    /// A body of a state by its noun alone: "police said", "parliament voted".
    private func isBareBody(_ place: Place) -> Bool {
        place.tokens.count == 1
            && ["COP", "LEG", "GOV", "MIL", "JUD"].contains(drafts[root(place.actor)].description.sectors.first ?? "")
            && drafts[root(place.actor)].kind != .person
            && (!isPlural(place.head) || document.tokens[place.head].lower == document.tokens[place.head].lemma)
    }

    /// "the two sides", "the other side".
    private func isOneOfTwo(_ place: Place) -> Bool {
        document.children(of: place.head).contains {
            ["two", "both", "other", "another", "latter", "former", "same"].contains(document.tokens[Int($0)].lower)
                && document.tokens[Int($0)].dependency != .det && document.tokens[Int($0)].lower != "former"
                || document.tokens[Int($0)].lower == "two"
        }
    }

    /// "the country": the one named last, in whatever form.
    private func countryTakenUp(by p: Place, _ before: ArraySlice<Int>, _ nouns: Nouns) -> Int? {
        let lemma = document.tokens[p.head].lemma
        let mine = drafts[root(p.actor)]
        guard nouns.countries.contains(lemma), !isPlural(p.head),
            mine.description.country == nil || mine.isCountryOfStory
        else { return nil }
        var passedOver: Int?
        for index in before.suffix(200).reversed() {
            let head = places[index].head
            let actor = root(places[index].actor)
            guard drafts[actor].kind == .country else { continue }
            // "said in Paris that the country …", "the ouster of US forces from the country": a capital is first a place,
            // and whose forces they are is told of the forces.
            let match = matchAt[head]
            let isAside =
                match >= 0 && known[matches[Int(match)].known].use == .capital
                || isModifier(head) && document.tokens[head].dependency != .poss
            if isAside {
                passedOver = passedOver ?? actor
                continue
            }
            return actor
        }
        return passedOver
    }

    /// The same noun, said of nobody else since: a repeated "the police" is one; "the soldiers" of two countries are two.
    private func sameNoun(_ p: Place, _ before: ArraySlice<Int>) -> Int? {
        let draft = root(p.actor)
        let lemma = document.tokens[p.head].lemma
        let mine = drafts[draft].description
        let names = names(of: p)
        // A noun is not taken up over pages.
        for index in before.suffix(200).reversed() {
            let q = places[index]
            let other = root(q.actor)
            guard other != draft else { continue }
            let theirs = drafts[other].description
            if q.form == .nominal, document.tokens[q.head].lemma == lemma, !isAnybody(q),
                isPlural(q.head) == isPlural(p.head), names.isSubset(of: self.names(of: q)),
                qualifiers(of: p).isSubset(of: qualifiers(of: q)),
                mine.country == nil || theirs.country == nil || mine.country == theirs.country
            {
                return other
            }
        }
        return nil
    }

    /// "the minister", "the former president", "the official": the person of whom the text or a dictionary says that office,
    /// named last, where a nearer one does not compete.
    private func holder(of p: Place, _ before: ArraySlice<Int>, _ nouns: Nouns) -> Int? {
        let draft = root(p.actor)
        let mine = drafts[draft].description
        let token = document.tokens[p.head]
        guard !isPlural(p.head), mine.body == nil, let office = describer.office(at: p.head), office.isPerson,
            names(of: p).isEmpty
        else { return nil }
        let incoming = knowledge.list("incoming")
        let isLeader = nouns.leaders.contains(token.lemma)
        let isAnyone = nouns.people.contains(token.lemma)
        let sentence = document.sentence(of: p.head)
        for index in before.suffix(200).reversed() {
            let q = places[index]
            let other = root(q.actor)
            let person = drafts[other]
            guard person.kind == .person, !person.isNominal, other != draft, q.head < p.head,
                mine.country == nil || person.description.country == nil
                    || mine.country == person.description.country
            else { continue }
            let distance = sentence - document.sentence(of: q.head)
            if holds(person, token.lower, qualifiers(of: p)) { return distance <= 8 ? other : nil }
            guard distance <= 2, mine.sectors.isEmpty || !isLeader || agrees(mine, person.description),
                qualifiers(of: p).isDisjoint(with: incoming), distance > 0 || isSubject(q.head)
            else { continue }
            let sector = person.description.sectors.first
            if isLeader, sector == "GOV" || sector == "REB" || sector == "PTY" || sector == "OPP" || sector == "ELI" {
                return other
            }
            // "the woman", "the suspect": the only person of the sentences before.
            if isAnyone, isSubject(q.head) || distance > 0, isOnlyPerson(other, before) { return other }
        }
        return nil
    }

    /// "the opposition leader" is of the opposition.
    private func agrees(_ mine: Description, _ theirs: Description) -> Bool {
        mine.sectors.first == "GOV" || mine.sectors.first == theirs.sectors.first
    }

    /// Words before a noun by which one office is told from another: "the **vice** president", "the **foreign** minister".
    private func qualifiers(of place: Place) -> Set<StringKey> {
        var words: Set<StringKey> = []
        for t in place.tokens where t != place.head && matchAt[t] < 0 {
            switch document.tokens[t].dependency {
            case .amod, .compound, .nmod: words.insert(document.tokens[t].lower)
            default: break
            }
        }
        return words
    }

    /// Whether a person is said to hold an office: "minister" of "foreign minister for trade", and not "trade". What tells
    /// one office from another must stand in both, and who is deputy is not who holds it.
    private func holds(_ person: Draft, _ word: StringKey, _ qualifiers: Set<StringKey>) -> Bool {
        let links: Set<StringKey> = ["of", "for", "in", "to", "at", "from"]
        var roles: [[StringKey]] = []
        if let role = person.description.role {
            roles.append(tokens(in: role).map { document.tokens[$0].lower })
        }
        if let role = person.description.knownRole ?? person.known?.role {
            roles.append(NameForms.words(role).map { StringKey($0) })
        }
        let lesser = knowledge.list("lesser")
        return roles.contains { role in
            let office = role.prefix { !links.contains($0) }
            guard office.contains(word) else { return false }
            let mine = qualifiers.subtracting(knowledge.list("colourless"))
            return mine.isSubset(of: role)
                && lesser.isDisjoint(with: office.filter { !qualifiers.contains($0) })
        }
    }

    private func tokens(in span: TextSpan) -> Range<Int> {
        var low = 0
        var high = document.tokens.count
        while low < high {
            let middle = (low + high) / 2
            if document.tokens[middle].end <= span.start { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < document.tokens.count, document.tokens[end].start < span.end { end += 1 }
        return low..<end
    }

    private func isOnlyPerson(_ actor: Int, _ before: ArraySlice<Int>) -> Bool {
        before.suffix(12).allSatisfy {
            let other = root(places[$0].actor)
            return other == actor || drafts[other].kind != .person || drafts[other].isNominal
        }
    }

    /// "the group", "the rebels", "the council": the group or body named last that the noun can mean.
    private func groupTakenUp(by p: Place, _ before: ArraySlice<Int>, _ nouns: Nouns) -> Int? {
        let draft = root(p.actor)
        let mine = drafts[draft].description
        let token = document.tokens[p.head]
        guard mine.body == nil, names(of: p).isEmpty, !isBased(p) else { return nil }
        let isGroup = nouns.groups.contains(token.lemma)
        let sectors = knowledge.bodySectors[token.lemma]
        let armed = ["REB", "UAF", "PRM", "CRM"]
        let isMineArmed = armed.contains(mine.sectors.first ?? "")
        let isArmed = isMineArmed && isPlural(p.head)
        guard isGroup || sectors != nil || isArmed else { return nil }
        for index in before.suffix(40).reversed() {
            let other = root(places[index].actor)
            let theirs = drafts[other]
            guard other != draft, !theirs.isNominal, theirs.kind == .group || theirs.kind == .organization,
                mine.country == nil || drafts[draft].isCountryOfStory || theirs.description.country == mine.country
            else { continue }
            let sector = theirs.description.sectors.first ?? ""
            if isCalled(theirs, token.lemma), !isArmed { return other }
            if isGroup || isArmed {
                // "the militant group" is no party.
                if isMineArmed ? armed.contains(sector) : theirs.kind == .group { return other }
                if isGroup, theirs.kind == .organization, theirs.description.code == nil || sector == "NGO" {
                    return other
                }
            }
            if let sectors, sectors.contains(sector) || theirs.description.code == nil && sectors.contains("") {
                return other
            }
        }
        return nil
    }

    /// "the London-based group"
    private func isBased(_ place: Place) -> Bool {
        place.tokens.contains { document.tokens[$0].lower == "based" }
    }

    private func isCalled(_ draft: Draft, _ word: StringKey) -> Bool {
        NameForms.words(draft.name).contains { StringKey($0) == word }
    }

    /// Names by which one of several is told from the others: "the **Trump** administration".
    private func names(of place: Place) -> Set<StringKey> {
        Set(
            place.tokens.filter { $0 != place.head && document.tokens[$0].pos == .propn && matchAt[$0] < 0 }
                .map { document.tokens[$0].lower })
    }

    func isSubject(_ token: Int) -> Bool {
        var at = token
        for _ in 0..<6 where document.tokens[at].dependency == .conj { at = Int(document.tokens[at].head) }
        return document.tokens[at].dependency == .nsubj || document.tokens[at].dependency == .nsubjpass
    }
}
