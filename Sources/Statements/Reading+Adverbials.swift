import Annotation

/// Attributions by phrases around a sentence: "according to the police", "in his view", "allegedly".
extension Reading {
    mutating func readAdverbials() {
        for (i, token) in document.tokens.enumerated() {
            if let phrases = cues.toPhrases[token.lower], let phrase = phrase(phrases, endingAt: i) {
                guard let object = document.objects(ofPreposition: i).first ?? child(of: i, .pobj) else { continue }
                let whole = phrase.lowerBound..<max(i + 1, extents.range(of: object).upperBound)
                add(cue: i, phrase, source: object, around: whole)
            } else if let phrases = cues.ownPhrases[token.lower], let phrase = phrase(phrases, endingAt: i),
                let owner = phrase.first(where: { document.tokens[$0].dependency == .poss })
            {
                add(cue: i, phrase, source: owner, around: phrase)
            } else if cues.hearsay.contains(token.lower), token.pos == .adv {
                readHearsay(i)
            }
        }
    }

    /// The tokens of one of the phrases, where they end at a token.
    private func phrase(_ phrases: [[StringKey]], endingAt end: Int) -> Range<Int>? {
        for phrase in phrases where end + 1 >= phrase.count {
            let start = end + 1 - phrase.count
            let fits = phrase.indices.allSatisfy {
                phrase[$0] == .empty
                    ? document.tokens[start + $0].dependency == .poss : phrase[$0] == document.tokens[start + $0].lower
            }
            if fits { return start..<end + 1 }
        }
        return nil
    }

    private mutating func add(cue: Int, _ phrase: Range<Int>, source: Int, around whole: Range<Int>) {
        let sentence = document.sentences[document.sentence(of: cue)]
        var bounds = sentence
        // A line ends what the parser ran together.
        for i in stride(from: phrase.lowerBound - 1, through: sentence.lowerBound, by: -1) where isLineBreak(i) {
            bounds = i + 1..<bounds.upperBound
            break
        }
        for i in whole.upperBound..<max(whole.upperBound, sentence.upperBound) where isLineBreak(i) {
            bounds = bounds.lowerBound..<i
            break
        }
        let content = [
            bounds.lowerBound..<max(bounds.lowerBound, whole.lowerBound),
            min(whole.upperBound, bounds.upperBound)..<bounds.upperBound,
        ].filter { !$0.isEmpty }.compactMap { trimmed($0, onLineOf: cue) }
        guard !content.isEmpty else { return }
        drafts.append(
            Draft(
                kind: .say, form: .clause, cue: cue, cueTokens: phrase, speaker: speaker(source), content: content))
    }

    func isLineBreak(_ token: Int) -> Bool {
        let t = document.tokens[token]
        return t.pos == .space && document.text[Int(t.start)..<Int(t.end)].contains(10)
    }

    /// "was allegedly shot": somebody says so of what the verb tells.
    private mutating func readHearsay(_ adverb: Int) {
        let head = Int(document.tokens[adverb].head)
        guard head != adverb, !isQuoted(adverb) else { return }
        let whole = extents.range(of: head)
        let content = [
            whole.lowerBound..<max(whole.lowerBound, adverb), adverb + 1..<max(adverb + 1, whole.upperBound),
        ]
        .filter { !$0.isEmpty }.compactMap { trimmed($0, onLineOf: adverb) }
        guard !content.isEmpty else { return }
        drafts.append(
            Draft(
                kind: .say, form: .clause, cue: adverb, cueTokens: adverb..<adverb + 1, speaker: nil, content: content))
    }
}
