import Annotation

extension Resolution {
    /// Every name of the tables is a mention: of a state, its people or a body.
    mutating func placeNames() {
        var draftOf: [Known.Identity: Int] = [:]
        for match in matches {
            let known = self.known[match.known]
            // A town is where something is, and an empty code says of a name that it is nobody's.
            if known.code.isEmpty || match.isDropped { continue }
            if known.use == .town {
                // "recaptured Goma", taken for a body or a person: something is done to the town, by its name alone.
                let label = document.entity(at: match.head)?.label
                guard label == .org || label == .person, !isModifier(match.head) else { continue }
                let town = draftOf[known.identity] ?? drafts.count
                if town == drafts.count { drafts.append(Draft(name: known.name, kind: .unknown)) }
                draftOf[known.identity] = town
                place(match.head, match.tokens, town, .name)
                continue
            }
            let isPeople = known.use == .people && document.tokens[match.head].pos != .adj && isPlural(match.head)
            if isPeople {
                // "Palestinians" are people of the country, not its government.
                let actor = drafts.count
                var d = Description()
                d.country = known.country
                d.sectors = ["CVL"]
                d.code = knowledge.code(country: known.country, sector: "CVL")
                d.evidence = [.knowledge(known.evidence)]
                drafts.append(
                    Draft(
                        name: document.text(of: match.tokens), kind: .group, description: d, isNominal: true,
                        isPlural: true))
                place(match.head, describer.premodified(match.head), actor, .nominal)
                continue
            }
            if known.use == .body, known.kind == .organization, let owner = foreignOwner(of: match, known) {
                // "the Libyan House of Representatives": the same name, another country's.
                var d = Description()
                d.country = owner.country
                d.sectors = known.sectors
                d.code = knowledge.code(country: owner.country, sector: known.sectors.first)
                d.evidence = [.knowledge(owner.evidence)]
                let actor = drafts.count
                drafts.append(
                    Draft(
                        name: document.text(of: withoutArticle(describer.premodified(match.head))), kind: .organization,
                        description: d))
                place(match.head, describer.premodified(match.head), actor, .name)
                continue
            }
            if match.tokens.count == 1, let long = acronyms[document.tokens[match.head].lower] {
                place(match.head, match.tokens, long, .name)
                continue
            }
            let actor: Int
            // All names of an actor are one, whatever form they take.
            if let seen = draftOf[known.identity] {
                actor = seen
            } else {
                actor = drafts.count
                draftOf[known.identity] = actor
                var d = Description()
                d.country = known.country
                d.sectors = known.sectors
                d.code = known.code
                d.evidence = [.knowledge(known.evidence)]
                drafts.append(Draft(name: known.name, kind: known.kind, description: d, terms: known.terms))
            }
            place(match.head, match.tokens, actor, .name)
            if known.use == .body { noteAcronym(after: match.tokens, of: actor) }
        }
    }

    /// The country that a state's body is said to be of, when that is not the one the tables know.
    private func foreignOwner(of match: NameFinder.Match, _ known: Known) -> Known? {
        guard let country = known.country else { return nil }
        for t in describer.premodified(match.head) where t < match.tokens.lowerBound && matchAt[t] >= 0 {
            let other = self.known[matches[Int(matchAt[t])].known]
            if other.use != .body, let theirs = other.country, theirs != country { return other }
        }
        return nil
    }

    func isPlural(_ token: Int) -> Bool {
        let t = document.tokens[token]
        return t.tag == .nnps || t.tag == .nns
    }
}
