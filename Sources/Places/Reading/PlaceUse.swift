import Annotation

/// Whether a name stands for a place or for a government there, by the clause it stands in.
struct PlaceUse {
    let document: Document
    let words: PlaceWords

    /// A name that does something, owns an office or is spoken to is a government; one that is gone to or been in a place.
    func use(_ tokens: Range<Int>) -> Place.Use {
        let head = tokens.last { !tokens.contains(Int(document.tokens[$0].head)) } ?? tokens.lowerBound
        return use(of: head, steps: 8)
    }

    /// "at the invitation of Tehran", "sanctions on Khartoum": what only a government gives or suffers.
    private func isAddressed(preposition: Int) -> Bool {
        let governor = document.tokens[Int(document.tokens[preposition].head)]
        if document.tokens[preposition].lower == "of" { return words.has(governor.lemma, in: .actsOf) }
        guard document.tokens[preposition].lower == "on" || document.tokens[preposition].lower == "upon" else {
            return false
        }
        return words.has(governor.lemma, in: .pressing)
    }

    private func use(of head: Int, steps: Int) -> Place.Use {
        let token = document.tokens[head]
        let governor = document.tokens[Int(token.head)]
        switch token.dependency {
        case .nsubj, .nsubjpass, .agent, .dative: return .government
        case .dobj: return words.has(governor.lemma, in: .reachingVerbs) ? .place : .government
        case .pobj:
            if words.has(governor.lower, in: .dealing) { return .government }
            return isAddressed(preposition: Int(token.head)) ? .government : .place
        case .conj where steps > 0: return use(of: Int(token.head), steps: steps - 1)
        case .poss, .compound, .nmod, .amod:
            // "Helmand province", "Kenya's capital": of a noun that is a place.
            if words.kind(of: governor.lower) != nil { return .place }
            return governor.pos == .noun || governor.pos == .propn ? .government : .place
        default: return .place
        }
    }
}
