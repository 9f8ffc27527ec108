import Annotation

/// Takes up actors named before: "the delegation", "the militant group", "he", "it", "we". What is not clear stays open.
extension Resolution {
    mutating func resolveAnaphors() {
        inheritFromStory(atHome: true)
        resolveNominals()
        resolvePairs()
        resolvePronouns()
        inheritFromOwners()
        inheritFromStory(atHome: false)
    }

    /// Mentions in text order, sentence by sentence: `places` indices.
    func placesBySentence() -> [[Int]] {
        var lists = [[Int]](repeating: [], count: document.sentences.count)
        for (i, p) in places.enumerated() { lists[document.sentence(of: p.head)].append(i) }
        for s in lists.indices { lists[s].sort { places[$0].head < places[$1].head } }
        return lists
    }

    /// With "the", "this" or "those".
    func isDefinite(_ place: Place) -> Bool {
        document.children(of: place.head).contains {
            let t = document.tokens[Int($0)]
            return t.dependency == .det
                && (t.lower == "the" || t.lower == "this" || t.lower == "that" || t.lower == "these"
                    || t.lower == "those")
        }
    }

    /// "any group", "no minister": nobody that could be taken up again.
    func isAnybody(_ place: Place) -> Bool {
        document.children(of: place.head).contains {
            let t = document.tokens[Int($0)]
            return t.lower == "any" || t.lower == "no" || t.lower == "every" || t.lower == "each" || t.lower == "all"
        }
    }

    /// The parser may take two paragraphs for one sentence, and the next paragraph for the same story.
    func isParagraphBetween(_ a: Int, _ b: Int) -> Bool {
        let (start, end) = (Int(document.tokens[min(a, b)].end), Int(document.tokens[max(a, b)].start))
        return start < end && document.text[start..<end].contains(10)
    }
}
