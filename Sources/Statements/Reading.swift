import Annotation
import Clauses

/// The reading of one document: its parse, its quotations and the attributions found so far.
struct Reading {
    let document: Document
    let clauses: ClauseReader
    let cast: Cast
    let cues: AttributionCues
    let extents: Extents
    let quotations: [Quotation]
    /// The quotation that holds a token, or -1; empty when there is no quotation.
    private let quotationAt: [Int32]
    var drafts: [Draft] = []

    init(_ document: Document, _ clauses: ClauseReader, _ cast: Cast, _ cues: AttributionCues) {
        self.document = document
        self.clauses = clauses
        self.cast = cast
        self.cues = cues
        extents = Extents(document)
        quotations = QuotationScanner(document.text).quotations()
        var at: [Int32] = []
        if !quotations.isEmpty {
            at = [Int32](repeating: -1, count: document.tokens.count)
            var q = 0
            for (i, token) in document.tokens.enumerated() {
                while q < quotations.count, quotations[q].span.end <= Int(token.start) { q += 1 }
                if q < quotations.count, quotations[q].span.start <= Int(token.start) { at[i] = Int32(q) }
            }
        }
        quotationAt = at
    }

    /// Index of the quotation that a token stands in.
    func quotation(at token: Int) -> Int? {
        quotationAt.isEmpty || quotationAt[token] < 0 ? nil : Int(quotationAt[token])
    }

    func isQuoted(_ token: Int) -> Bool { quotation(at: token) != nil }

    /// Tokens as content, without the marks at their edges; nil when nothing is left. Marks of quotation stay.
    ///
    /// - Parameter cue: content ends where its paragraph does, which the parser may run together with the next.
    func trimmed(_ tokens: Range<Int>, onLineOf cue: Int) -> TextSpan? {
        var (first, end) = (tokens.lowerBound, tokens.upperBound)
        if let line = tokens.first(where: { $0 > cue && isLineBreak($0) }) { end = line }
        if let line = tokens.last(where: { $0 < cue && isLineBreak($0) }) { first = line + 1 }
        guard first < end else { return nil }
        func isEdge(_ i: Int) -> Bool {
            let t = document.tokens[i]
            return t.pos == .space
                || t.pos == .punct && t.tag != .openingQuote && t.tag != .closingQuote && !isQuoted(i)
        }
        while first < end, isEdge(first) { first += 1 }
        while first < end, isEdge(end - 1) { end -= 1 }
        return first < end ? document.span(of: first..<end) : nil
    }

    /// A head with what stands before it in its phrase, and a name's parts: whom the words name, without the clauses
    /// that tell of them.
    func nounPhrase(_ head: Int) -> Range<Int> {
        if let mention = cast.mention(at: head) { return mention.tokens }
        var first = head
        for child32 in document.children(of: head) {
            let child = Int(child32)
            guard child < head else { break }
            let token = document.tokens[child]
            switch token.dependency {
            case .det, .amod, .compound, .poss, .nmod, .nummod, .predet, .quantmod, .case, .neg:
                first = min(first, extents.range(of: child).lowerBound)
            default: break
            }
        }
        return first..<head + 1
    }

    func speaker(_ head: Int) -> (head: Int, tokens: Range<Int>) { (head, nounPhrase(head)) }

    /// The child of a token with a label.
    func child(of token: Int, _ labels: Dependency...) -> Int? {
        document.children(of: token).first { labels.contains(document.tokens[Int($0)].dependency) }.map(Int.init)
    }

    /// Whether a verb under a noun makes a clause of its own ("the claim that it left") and no participle.
    func isClause(_ verb: Int) -> Bool {
        child(of: verb, .nsubj, .nsubjpass, .expl) != nil && child(of: verb, .mark) != nil
    }
}
