package import Annotation
package import Clauses

extension EventReader {
    /// What the words nearest to some parties mean, whatever their frames say: for an answer where no frame fits.
    ///
    /// Looks at the predicates that govern the parties, the closest first, and at the nouns under them.
    package func nearest(_ document: Document, _ clauses: ClauseReader, heads: [Int]) -> Lexicon.Sense? {
        var candidates: [(distance: Int, token: Int)] = []
        for head in heads {
            var at = head
            for distance in 1..<12 {
                let parent = Int(document.tokens[at].head)
                if parent == at { break }
                at = parent
                candidates.append((2 * distance, at))
                for child in document.children(of: at) where Int(child) != head {
                    candidates.append((2 * distance + 1, Int(child)))
                }
            }
        }
        for (_, token) in candidates.sorted(by: { $0.distance < $1.distance }) {
            if let sense = lexicon.sense(of: document.tokens[token]) { return sense }
        }
        for token in document.tokens { if let sense = lexicon.sense(of: token) { return sense } }
        return nil
    }
}

extension Lexicon {
    /// What a word most plainly means.
    package struct Sense: Sendable {
        package var type: PloverType?
        package var code: String
        package var rule: String
    }

    /// The entry of a word that has the fewest conditions.
    func sense(of token: Token) -> Sense? {
        let entries: [Entry]? =
            switch token.pos {
            case .verb, .aux: verbs[token.lemma]
            case .noun, .propn: nouns[token.lemma]
            default: nil
            }
        let plain = (entries ?? []).filter { if case .act = $0.meaning { true } else { false } }
        guard let entry = plain.min(by: { $0.conditions.count < $1.conditions.count }),
            case .act(let type, let code, _, _) = entry.meaning
        else { return nil }
        return Sense(type: type, code: code, rule: "\(entry.origin), by nearness")
    }
}
