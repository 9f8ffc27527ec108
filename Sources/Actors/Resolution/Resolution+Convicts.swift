import Annotation

extension Resolution {
    /// "sentenced four men", "a man convicted of fraud": people of whom nothing is said but that a court found them guilty are
    /// criminals (CAMEO's CRM), whatever word is used for them.
    mutating func findConvicts() {
        let verbs = knowledge.list("convicting-verbs")
        let people = knowledge.list("anybody")
        for (i, token) in document.tokens.enumerated() where token.pos == .verb && verbs.contains(token.lemma) {
            var convicts = document.children(of: i).map { Int($0) }.filter {
                document.tokens[$0].dependency == .dobj || document.tokens[$0].dependency == .nsubjpass
            }
            if token.dependency == .acl, token.tag == .vbn { convicts.append(Int(token.head)) }
            for head in convicts where placeAt[head] >= 0 && people.contains(document.tokens[head].lemma) {
                let draft = root(places[Int(placeAt[head])].actor)
                guard drafts[draft].isNominal, drafts[draft].description.sectors == ["CVL"] else { continue }
                drafts[draft].description.sectors = ["CRM"]
                drafts[draft].description.code = knowledge.code(
                    country: drafts[draft].description.country, sector: "CRM")
                drafts[draft].description.evidence.append(.text(token.span))
            }
        }
    }
}
