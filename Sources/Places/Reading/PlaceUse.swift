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

    private func use(of head: Int, steps: Int) -> Place.Use {
        let token = document.tokens[head]
        let governor = document.tokens[Int(token.head)]
        switch token.dependency {
        case .nsubj, .nsubjpass, .agent, .dative: return .government
        case .dobj: return words.has(governor.lemma, in: .reachingVerbs) ? .place : .government
        case .pobj: return words.has(governor.lower, in: .dealing) ? .government : .place
        case .conj where steps > 0: return use(of: Int(token.head), steps: steps - 1)
        case .poss, .compound, .nmod, .amod:
            return governor.pos == .noun || governor.pos == .propn ? .government : .place
        default: return .place
        }
    }
}
