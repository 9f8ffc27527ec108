package import Annotation

/// A place name with the tokens it is made of.
package struct PlaceMention: Sendable {
    package var tokens: Range<Int>
    package var place: Place
}

/// Finds the place names of a document and whether each stands for the place or for a government there.
///
/// There is no gazetteer yet: a place has its name alone.
package struct PlaceReader: Sendable {
    package init() {}

    package func read(_ document: Document) -> [PlaceMention] {
        var mentions: [PlaceMention] = []
        for entity in document.entities {
            switch entity.label {
            case .gpe, .loc, .fac: break
            default: continue
            }
            var tokens = entity.tokens
            while let last = tokens.last, tokens.count > 1,
                document.tokens[last].dependency == .case || document.tokens[last].pos == .space
            {
                tokens = tokens.lowerBound..<last
            }
            var name = tokens
            if name.count > 1, document.tokens[name.lowerBound].lower == "the" {
                name = (name.lowerBound + 1)..<name.upperBound
            }
            let span = document.span(of: tokens)
            mentions.append(
                PlaceMention(
                    tokens: tokens,
                    place: Place(
                        span: span, name: document.text(of: name),
                        use: entity.label == .gpe ? use(tokens, document) : .place)))
        }
        return mentions
    }

    /// A name that does something, owns an office or is spoken to is a government; one that is gone to or been in a place.
    private func use(_ tokens: Range<Int>, _ document: Document) -> Place.Use {
        let head = tokens.last { !tokens.contains(Int(document.tokens[$0].head)) } ?? tokens.lowerBound
        let token = document.tokens[head]
        let governor = document.tokens[Int(token.head)]
        switch token.dependency {
        case .nsubj, .nsubjpass, .agent, .dative: return .government
        case .dobj:
            let reached: Set<StringKey> = [
                "visit", "leave", "enter", "reach", "tour", "cross", "hit", "strike", "bomb", "invade", "shell",
            ]
            return reached.contains(governor.lemma) ? .place : .government
        case .pobj:
            let spoken: Set<StringKey> = ["with", "between", "by", "against", "of"]
            guard spoken.contains(governor.lower) else { return .place }
            // "the city of Aleppo", "a part of Kabul": of a noun that is a place.
            return governor.lower == "of" ? .place : .government
        case .conj:
            var up = Int(token.head)
            for _ in 0..<8 where document.tokens[up].dependency == .conj { up = Int(document.tokens[up].head) }
            return use(up..<(up + 1), document)
        case .poss, .compound, .nmod, .amod:
            return governor.pos == .noun || governor.pos == .propn ? .government : .place
        default: return .place
        }
    }
}
