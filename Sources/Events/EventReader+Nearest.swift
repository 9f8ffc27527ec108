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

extension EventReader {
    /// The types that a word's entries have, and the operators it stands for, whatever their conditions.
    package func senses(of token: Token) -> (types: Set<PloverType>, operators: Set<String>) {
        var types: Set<PloverType> = []
        var operators: Set<String> = []
        let entries = [
            token.pos == .noun || token.pos == .propn ? lexicon.nouns[token.lemma] : lexicon.verbs[token.lemma]
        ]
        for entry in entries.compactMap({ $0 }).joined() {
            switch entry.meaning {
            case .act(let type, _, _, _): if let type { types.insert(type) }
            case .operator(let name, _): operators.insert(name)
            }
        }
        return (types, operators)
    }

    /// The lexicon's own example sentences.
    package var examples: [Lexicon.Example] { lexicon.examples }
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
