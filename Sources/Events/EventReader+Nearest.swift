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
            if let sense = lexicon.sense(of: token, in: document) { return sense }
        }
        for token in document.tokens.indices {
            if let sense = lexicon.sense(of: token, in: document) { return sense }
        }
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

    /// What a word tells of in its sentence, by the entry that most of the sentence's words speak for: a noun that an
    /// entry wants must stand in it, be it not where its frame has it ("launched a mediation effort"). Of entries alike
    /// in that, the one with the fewest conditions.
    func sense(of token: Int, in document: Document) -> Sense? {
        let t = document.tokens[token]
        let entries: [Entry]? =
            switch t.pos {
            case .verb, .aux: verbs[t.lemma]
            case .noun, .propn: nouns[t.lemma]
            default: nil
            }
        guard let entries else { return nil }
        let sentence = document.sentences[document.sentence(of: token)]
        func has(_ nouns: Set<StringKey>) -> Bool {
            sentence.contains { $0 != token && nouns.contains(document.tokens[$0].lemma) }
        }
        // "tell" is not "tell off", "lay" not "lay into".
        func governs(_ word: StringKey) -> Bool {
            sentence.contains { Int(document.tokens[$0].head) == token && document.tokens[$0].lower == word }
        }
        var best: (entry: Entry, support: Int)?
        for entry in entries {
            guard case .act = entry.meaning else { continue }
            var support = 0
            var holds = true
            for condition in entry.conditions {
                if let word = condition.word, !governs(word) { holds = false }
                guard let nouns = condition.nouns else { continue }
                if has(nouns) { support += 1 } else { holds = false }
            }
            guard holds else { continue }
            if let best, (best.support, -best.entry.conditions.count) >= (support, -entry.conditions.count) { continue }
            best = (entry, support)
        }
        guard let best, case .act(let type, let code, _, _) = best.entry.meaning else { return nil }
        return Sense(type: type, code: code, rule: "\(best.entry.origin), by nearness")
    }
}
