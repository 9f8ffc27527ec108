import Annotation

/// Cuts texts that are too long for one parse, and joins the parses.
enum LongText {
    /// Code points that spaCy takes at most (`nlp.max_length`).
    static let limit = 1_000_000

    /// Byte ranges of at most `limit` code points that cover the text, cut after an empty line where there is one,
    /// else after a line, a space, or between two characters.
    static func pieces(_ text: [UInt8]) -> [Range<Int>] {
        guard text.count > limit else { return [0..<text.count] }
        var pieces: [Range<Int>] = []
        var start = 0
        while start < text.count {
            let end = endOfPoints(text, from: start)
            let cut = end == text.count ? end : bestCut(text, start..<end)
            pieces.append(start..<cut)
            start = cut
        }
        return pieces
    }

    private static func endOfPoints(_ text: [UInt8], from start: Int) -> Int {
        var points = 0
        var at = start
        while at < text.count {
            if text[at] & 0xC0 != 0x80 {
                if points == limit { return at }
                points += 1
            }
            at += 1
        }
        return at
    }

    private static func bestCut(_ text: [UInt8], _ range: Range<Int>) -> Int {
        let half = range.lowerBound + range.count / 2
        var afterLine: Int?
        var afterSpace: Int?
        for at in stride(from: range.upperBound - 1, to: half, by: -1) {
            if text[at] == 0x0a {
                if text[at - 1] == 0x0a || (text[at - 1] == 0x0d && text[at - 2] == 0x0a) { return at + 1 }
                if afterLine == nil { afterLine = at + 1 }
            } else if text[at] == 0x20, afterSpace == nil {
                afterSpace = at + 1
            }
        }
        return afterLine ?? afterSpace ?? range.upperBound
    }

    /// One document of several, whose texts lie one after another in `text` from these offsets on.
    static func join(_ documents: ArraySlice<Document>, text: [UInt8], offsets: [Int]) -> Document {
        var tokens: [Token] = []
        var entities: [EntityMention] = []
        var lemmaText: [UInt8] = []
        for (document, offset) in zip(documents, offsets) {
            let first = tokens.count
            for var token in document.tokens {
                token.start += Int32(offset)
                token.end += Int32(offset)
                token.head += Int32(first)
                token.lemmaStart += Int32(lemmaText.count)
                token.lemmaEnd += Int32(lemmaText.count)
                tokens.append(token)
            }
            entities += document.entities.map {
                EntityMention(tokens: $0.tokens.lowerBound + first..<$0.tokens.upperBound + first, label: $0.label)
            }
            lemmaText += document.lemmaText
        }
        return Document(
            text: text, tokens: tokens, entities: entities, lemmaText: lemmaText,
            morphs: documents.first?.morphs ?? [""])
    }
}
