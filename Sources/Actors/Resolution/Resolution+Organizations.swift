import Annotation

extension Resolution {
    /// Organisations that the recogniser saw: known by name alone, with what is said of them.
    mutating func placeOrganizations() {
        let texts = knowledge.list("texts")
        for entity in document.entities where entity.label == .org {
            let head = NameFinder.head(of: entity.tokens, document.tokens)
            guard placeAt[head] < 0, !isModifier(head) || document.tokens[head].dependency == .poss,
                !texts.contains(document.tokens[head].lower)
            else { continue }
            var d = describer.describe(head: head, name: nil, personCountry: { _ in nil })
            // Words inside a name say little of what the body is ("General Confederation"): its head noun does.
            if d.body == nil, describer.office(at: head) == nil {
                d.sectors = []
                d.code = d.country
            }
            var name = entity.tokens
            if name.count > 1, document.tokens[name.lowerBound].lower == "the" {
                name = (name.lowerBound + 1)..<name.upperBound
            }
            if let last = name.last, name.count > 1, document.tokens[last].dependency == .case {
                name = name.lowerBound..<last
            }
            let text = document.text(of: name)
            let keys = name.map { document.tokens[$0].lower }
            let actor: Int
            if let seen = drafts.firstIndex(where: { $0.kind == .organization && $0.names == keys && !keys.isEmpty }) {
                actor = seen
            } else {
                actor = drafts.count
                drafts.append(Draft(name: text, kind: .organization, description: d, names: keys))
            }
            place(head, entity.tokens, actor, .name)
        }
    }

    func isModifier(_ token: Int) -> Bool {
        switch document.tokens[token].dependency {
        case .compound, .amod, .nmod, .poss, .npadvmod, .nummod, .det, .quantmod, .case, .punct, .advmod: true
        default: false
        }
    }
}
