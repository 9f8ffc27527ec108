import Annotation

extension Resolution {
    /// "the group's leadership", "officials, including Zarif": what the owner or the whole is, its part is.
    mutating func inheritFromOwners() {
        settleCounterparts()
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
            } else if drafts[draft].isNominal || drafts[draft].description.sectors.isEmpty {
                // "people, including ministers": what they are themselves they stay.
                drafts[draft].description.country = theirs.country
                if !drafts[draft].description.sectors.isEmpty, theirs.sectors == ["CVL"] {
                    drafts[draft].description.code = knowledge.code(
                        country: theirs.country, sector: drafts[draft].description.sectors.first)
                } else {
                    drafts[draft].description.sectors = theirs.sectors
                    drafts[draft].description.code = theirs.code
                }
            }
            drafts[draft].description.evidence += theirs.evidence
        }
    }

    /// "his Burundian counterpart": of the same sector as who he is the counterpart of.
    private mutating func settleCounterparts() {
        for p in places where document.tokens[p.head].lemma == "counterpart" {
            let draft = root(p.actor)
            guard drafts[draft].isNominal, let country = drafts[draft].description.country,
                let owner = owner(of: p.head), owner != draft, drafts[owner].description.country != country,
                let sector = drafts[owner].description.sectors.first
            else { continue }
            drafts[draft].description.sectors = [sector]
            drafts[draft].description.code = knowledge.code(country: country, sector: sector)
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
}
