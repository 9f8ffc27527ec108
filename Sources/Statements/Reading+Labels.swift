import Annotation

/// A speaker before a colon at the head of a paragraph: headlines ("Iran: US stalls talks") and transcripts.
extension Reading {
    /// The most tokens that name such a speaker.
    private static let longestLabel = 14

    mutating func readLabels() {
        for start in document.tokens.indices where startsParagraph(start) {
            guard let colon = colon(from: start),
                let head = speakerHead(start..<colon, isFirst: isFirstParagraph(start))
            else { continue }
            var end = colon + 1
            while end < document.tokens.count, !isLineBreak(end) { end += 1 }
            // A list or a heading tells nothing: somebody's words have a verb or stand between marks.
            guard
                (colon + 1..<end).contains(where: {
                    document.tokens[$0].pos == .verb || document.tokens[$0].pos == .aux || isQuoted($0)
                }), let content = trimmed(colon + 1..<end, onLineOf: colon)
            else { continue }
            drafts.append(
                Draft(
                    kind: .say, form: .clause, cue: colon, cueTokens: colon..<colon + 1, speaker: speaker(head),
                    content: [content]))
        }
    }

    private func startsParagraph(_ token: Int) -> Bool {
        guard document.tokens[token].pos != .space else { return false }
        return token == 0 || isLineBreak(token - 1)
    }

    private func isFirstParagraph(_ token: Int) -> Bool {
        document.text[0..<Int(document.tokens[token].start)].allSatisfy { $0 <= 32 }
    }

    private func colon(from start: Int) -> Int? {
        for i in start..<min(start + Self.longestLabel, document.tokens.count) {
            let token = document.tokens[i]
            if isLineBreak(i) || token.tag == .sentenceEnd || isQuoted(i) { return nil }
            if token.lower == ":" { return i > start ? i : nil }
        }
        return nil
    }

    /// The last name in a label that names somebody who can speak; nil when it says something itself.
    private func speakerHead(_ label: Range<Int>, isFirst: Bool) -> Int? {
        guard !label.contains(where: { document.tokens[$0].pos == .verb || document.tokens[$0].pos == .aux }) else {
            return nil
        }
        // "TAPPER:", "Q:" in a transcript.
        if label.count == 1, !isFirst {
            let word = document.tokens[label.lowerBound].span
            if document.text[word.start..<word.end].allSatisfy({ (65...90).contains($0) || $0 == 0x2e }) {
                return label.lowerBound
            }
        }
        for i in label.reversed() {
            let token = document.tokens[i]
            if cues.press.contains(token.lemma) || cues.media.contains(token.lemma) { return i }
            if let entity = document.entity(at: i) {
                switch entity.label {
                case .person, .org, .norp: return i
                case .gpe: if isFirst { return i }
                default: break
                }
            }
            if let mention = cast.mention(at: i), mention.form != .pronoun, token.pos == .noun || isFirst { return i }
        }
        return nil
    }
}
