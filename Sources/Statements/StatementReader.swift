package import Annotation
package import Clauses
package import Knowledge

/// The words of saying. Loaded once from `statements/cues.txt`.
package struct SpeechCues: Sendable {
    enum Kind: Sendable { case say, tell, accuse, ask }

    private var kinds: [StringKey: Kind] = [:]

    /// - Throws: `KnowledgeError` naming file and line.
    package init(data: DataLocation) throws {
        let table = try TextTable(file: data.file("statements", "cues.txt"), columns: 2...2)
        for row in table.rows {
            let kind: Kind
            switch row.text(0) {
            case "say": kind = .say
            case "tell": kind = .tell
            case "accuse": kind = .accuse
            case "ask": kind = .ask
            default: throw table.error(row, "unknown kind of cue \"\(row.text(0))\"")
            }
            for lemma in row.list(1) { kinds[StringKey(lemma)] = kind }
        }
    }

    func kind(_ lemma: StringKey) -> Kind? { kinds[lemma] }
}

/// Reads who said what: speaker, cue, content, addressee.
package struct StatementReader: Sendable {
    private let cues: SpeechCues

    package init(cues: SpeechCues) { self.cues = cues }

    package func read(_ document: Document, _ clauses: ClauseReader, _ cast: Cast) -> [Statement] {
        var statements: [Statement] = []
        let subtrees = Subtrees(document)
        for p in clauses.verbs {
            guard let kind = cues.kind(document.tokens[p.trigger].lemma) else { continue }
            var content: [TextSpan] = []
            for complement in p.complements where kind != .accuse || complement.kind == .gerund {
                content.append(subtrees.span(of: complement.trigger))
            }
            if content.isEmpty, kind != .say {
                content = p.prepositions.filter { $0.preposition == "of" || $0.preposition == "for" }
                    .flatMap(\.heads).map(subtrees.span)
            }
            // "…," he said: a quotation that the parser hung elsewhere.
            if content.isEmpty, kind == .say || kind == .tell,
                let quoted = Self.quotation(document, in: document.sentences[document.sentence(of: p.trigger)])
            {
                content = [quoted]
            }
            guard !content.isEmpty, let speaker = p.subjects.first else { continue }
            let addressee =
                kind == .say
                ? p.heads(of: "to").first
                : kind == .ask && p.objects.isEmpty ? p.heads(of: "on").first : p.objects.first
            statements.append(
                Statement(
                    id: statements.count, speaker: party(speaker, document, cast),
                    cue: document.tokens[p.trigger].span, content: content.sorted(),
                    quoted: Self.quotation(of: content, document),
                    addressee: kind == .say && addressee.flatMap(cast.mention(at:)) == nil
                        ? nil : addressee.map { party($0, document, cast) }))
        }
        statements += accordingTo(document, cast, subtrees, from: statements.count)
        return statements
    }

    private func party(_ head: Int, _ document: Document, _ cast: Cast) -> Statement.Party {
        if let mention = cast.mention(at: head) {
            return Statement.Party(actor: mention.actor, span: document.span(of: mention.tokens))
        }
        return Statement.Party(actor: nil, span: document.tokens[head].span)
    }

    /// "according to Iran's state media": the rest of the sentence is the content.
    private func accordingTo(_ document: Document, _ cast: Cast, _ subtrees: Subtrees, from first: Int) -> [Statement] {
        var found: [Statement] = []
        for (i, token) in document.tokens.enumerated() where token.lower == "according" {
            guard let to = document.children(of: i).first(where: { document.tokens[Int($0)].lower == "to" }),
                let object = document.objects(ofPreposition: Int(to)).first
            else { continue }
            let sentence = document.sentences[document.sentence(of: i)]
            let phrase = subtrees.span(of: i)
            let whole = document.span(of: sentence)
            var content: [TextSpan] = []
            if whole.start < phrase.start { content.append(TextSpan(start: whole.start, end: phrase.start)) }
            if phrase.end < whole.end { content.append(TextSpan(start: phrase.end, end: whole.end)) }
            content = content.compactMap { Self.trimmed($0, document) }
            guard !content.isEmpty else { continue }
            found.append(
                Statement(
                    id: first + found.count, speaker: party(Int(object), document, cast),
                    cue: document.span(of: i..<(Int(to) + 1)), content: content,
                    quoted: Self.quotation(of: content, document)))
        }
        return found
    }

    private static func trimmed(_ span: TextSpan, _ document: Document) -> TextSpan? {
        func isEdge(_ byte: UInt8) -> Bool {
            byte == 32 || byte == 10 || byte == 13 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
        }
        var (start, end) = (span.start, span.end)
        while start < end, isEdge(document.text[start]) { start += 1 }
        while start < end, isEdge(document.text[end - 1]) { end -= 1 }
        return end - start > 3 ? TextSpan(start: start, end: end) : nil
    }

    private static func quotation(_ document: Document, in sentence: Range<Int>) -> TextSpan? {
        guard let open = sentence.first(where: { document.tokens[$0].tag == .openingQuote }),
            let close = sentence.last(where: { document.tokens[$0].tag == .closingQuote }), open < close
        else { return nil }
        return document.span(of: open..<(close + 1))
    }

    private static func quotation(of content: [TextSpan], _ document: Document) -> Statement.Quotation {
        var quoted = 0
        var total = 0
        for span in content {
            var inside = span.start > 0 && document.text[span.start - 1] == UInt8(ascii: "\"")
            for byte in document.text[span.start..<span.end] {
                if byte == UInt8(ascii: "\"") { inside.toggle() } else if inside { quoted += 1 }
                total += 1
            }
        }
        return quoted == 0 ? .indirect : quoted * 10 >= total * 9 ? .direct : .mixed
    }
}

/// The first and last token under each token.
struct Subtrees {
    private let document: Document

    init(_ document: Document) { self.document = document }

    /// The words under a token, punctuation at the edges left out.
    func span(of token: Int) -> TextSpan {
        var first = token
        var last = token
        var open = [token]
        while let next = open.popLast() {
            first = min(first, next)
            last = max(last, next)
            for child in document.children(of: next) { open.append(Int(child)) }
        }
        while last > token,
            document.tokens[last].pos == .punct && document.tokens[last].tag != .closingQuote
                || document.tokens[last].pos == .space
        { last -= 1 }
        while first < token,
            document.tokens[first].pos == .punct && document.tokens[first].tag != .openingQuote
                || document.tokens[first].pos == .space
        { first += 1 }
        return document.span(of: first..<(last + 1))
    }
}
