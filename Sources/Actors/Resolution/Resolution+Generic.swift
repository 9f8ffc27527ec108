import Annotation

/// Names that a body of every state has: "the Ministry of Defence", "the Supreme Court".
extension Resolution {
    /// Gives each of them to the country where its sentence is set, else that of the report, where the report does not
    /// name the one that the tables have it for.
    mutating func giveGenericNamesTheirCountry() {
        let generic = knowledge.list("generic-body-words")
        func isGeneric(_ match: NameFinder.Match) -> Bool {
            known[match.known].use == .body && !known[match.known].isAcronym
                && known[match.known].identity.dictionary == knowledge.dictionaries.count - 1
                && (match.isShared || match.tokens.allSatisfy { generic.contains(document.tokens[$0].lower) })
        }
        let isEach = matches.map(isGeneric)
        guard isEach.contains(true) else { return }
        var named: Set<String> = []
        for (match, isGeneric) in zip(matches, isEach) where !isGeneric {
            if let country = known[match.known].country { named.insert(country) }
        }
        for draft in drafts {
            if let country = draft.known?.country { named.insert(country) }
        }
        let story = countryOfReport() ?? countryOfReport(atLeast: 0)
        for (i, match) in matches.enumerated() where isEach[i] {
            let held = known[match.known]
            guard let country = held.country, !named.contains(country) else { continue }
            guard
                let owner = setting(of: document.sentences[document.sentence(of: match.head)]) ?? story,
                owner.country != country, named.contains(owner.country)
            else { continue }
            give(i, to: owner)
        }
        tellDescriber()
    }

    private mutating func give(_ match: Int, to owner: Origin) {
        var held = known[matches[match].known]
        held.identity.owner = owner.country
        held.country = owner.country
        held.code = knowledge.code(country: owner.country, sector: held.sectors.first) ?? held.code
        held.name = document.text(of: matches[match].tokens)
        held.evidence = owner.evidence
        held.terms = []
        setKnown(held, of: match)
    }
}
