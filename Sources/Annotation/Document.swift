/// A parsed text: tokens with tags, lemmas, a dependency tree and named entities.
///
/// Made by `Linguistics` (or by hand in tests, `DocumentBuilder`). Every stage above reads it and none changes it.
package struct Document: Sendable {
    /// The text as UTF-8.
    package let text: [UInt8]
    package let tokens: [Token]
    /// In text order, never overlapping.
    package let entities: [EntityMention]
    /// Token ranges of the sentences; together they cover all tokens.
    package let sentences: [Range<Int>]
    /// The lemmas' letters; `Token.lemmaStart` and `lemmaEnd` point into it.
    package let lemmaText: [UInt8]
    /// Universal features, one string ("Number=Sing|Person=3") a distinct set; `Token.morph` points into it.
    package let morphs: [String]

    /// Children lists in compressed rows: those of token i are `childList[childStart[i]..<childStart[i + 1]]`.
    private let childStart: [Int32]
    private let childList: [Int32]

    package init(text: [UInt8], tokens: [Token], entities: [EntityMention], lemmaText: [UInt8], morphs: [String]) {
        self.text = text
        self.tokens = tokens
        self.entities = entities
        self.lemmaText = lemmaText
        self.morphs = morphs
        var sentences: [Range<Int>] = []
        var first = 0
        for i in 1..<max(1, tokens.count) where tokens[i].isSentenceStart {
            sentences.append(first..<i)
            first = i
        }
        if !tokens.isEmpty { sentences.append(first..<tokens.count) }
        self.sentences = sentences
        (childStart, childList) = Document.childRows(tokens)
    }

    /// The direct dependents of a token, in text order; a root is not its own child.
    package func children(of token: Int) -> ArraySlice<Int32> {
        childList[Int(childStart[token])..<Int(childStart[token + 1])]
    }

    /// The objects of a preposition ("with **France**"), without what is coordinated with them.
    package func objects(ofPreposition token: Int) -> [Int] {
        var objects: [Int] = []
        for child32 in children(of: token) {
            let child = Int(child32)
            switch tokens[child].dependency {
            case .pobj: objects.append(child)
            // "to and from Mali": the two share their object.
            case .conj where tokens[child].pos == .adp && objects.isEmpty: objects += self.objects(ofPreposition: child)
            default: break
            }
        }
        return objects
    }

    /// What a preposition under a token governs first: "a round **of** talks".
    package func object(of preposition: StringKey, under token: Int) -> Int? {
        for child in children(of: token) where tokens[Int(child)].lower == preposition {
            if let object = objects(ofPreposition: Int(child)).first { return object }
        }
        return nil
    }

    /// Steps from a token up to the root of its sentence; 0 for the root.
    package func depth(of token: Int) -> Int {
        var depth = 0
        var at = token
        while Int(tokens[at].head) != at, depth < tokens.count {
            at = Int(tokens[at].head)
            depth += 1
        }
        return depth
    }

    /// The words of a token.
    package func text(of token: Int) -> String { text(in: tokens[token].span) }

    /// The words of a span.
    package func text(in span: TextSpan) -> String {
        String(decoding: text[span.start..<span.end], as: UTF8.self)
    }

    /// The words of a run of tokens, as printed.
    package func text(of range: Range<Int>) -> String {
        range.isEmpty ? "" : text(in: span(of: range))
    }

    /// The bytes of a run of tokens; `range` is not empty.
    package func span(of range: Range<Int>) -> TextSpan {
        TextSpan(start: Int(tokens[range.lowerBound].start), end: Int(tokens[range.upperBound - 1].end))
    }

    /// The lemma of a token.
    package func lemma(of token: Int) -> String {
        let t = tokens[token]
        return String(decoding: lemmaText[Int(t.lemmaStart)..<Int(t.lemmaEnd)], as: UTF8.self)
    }

    /// The universal features of a token, "" when it has none.
    package func morph(of token: Int) -> String { morphs[Int(tokens[token].morph)] }

    /// The index in `sentences` of the sentence that holds a token.
    package func sentence(of token: Int) -> Int {
        var low = 0
        var high = sentences.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if sentences[middle].lowerBound <= token { low = middle } else { high = middle }
        }
        return low
    }

    /// The first token that starts at a byte or after it; the number of tokens when none does.
    package func token(atOrAfter byte: Int) -> Int {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if Int(tokens[middle].start) < byte { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The named entity that holds a token; nil when none does.
    package func entity(at token: Int) -> EntityMention? {
        var low = 0
        var high = entities.count
        while low < high {
            let middle = (low + high) / 2
            if entities[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return low < entities.count && entities[low].tokens.contains(token) ? entities[low] : nil
    }

    private static func childRows(_ tokens: [Token]) -> ([Int32], [Int32]) {
        var start = [Int32](repeating: 0, count: tokens.count + 1)
        for (i, t) in tokens.enumerated() where Int(t.head) != i { start[Int(t.head) + 1] += 1 }
        for i in 0..<tokens.count { start[i + 1] += start[i] }
        var next = start
        var list = [Int32](repeating: 0, count: Int(start[tokens.count]))
        for (i, t) in tokens.enumerated() where Int(t.head) != i {
            list[Int(next[Int(t.head)])] = Int32(i)
            next[Int(t.head)] += 1
        }
        return (start, list)
    }
}
