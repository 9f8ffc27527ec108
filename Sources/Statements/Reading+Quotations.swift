import Annotation

/// Joins what stands between marks with who says it.
extension Reading {
    mutating func readQuotations() {
        guard !quotations.isEmpty else {
            drafts.removeAll { $0.content.isEmpty }
            return
        }
        drafts.sort { ($0.cue, $0.start) < ($1.cue, $1.start) }
        var owner = [Int](repeating: -1, count: quotations.count)
        for d in drafts.indices where !isQuoted(drafts[d].cue) { widen(d, &owner) }
        for q in quotations.indices where owner[q] < 0 && isSpeech(q) {
            if let d = cueAfter(q) ?? cueBefore(q) ?? continued(q, owner) {
                owner[q] = d
                if drafts[d].content.isEmpty { drafts[d].form = .quotation }
                drafts[d].content.append(quotations[q].span)
                drafts[d].content.sort()
            }
        }
        drafts.removeAll { $0.content.isEmpty }
    }

    /// Content that begins or ends inside a quotation goes on to its marks.
    private mutating func widen(_ d: Int, _ owner: inout [Int]) {
        var widened: [TextSpan] = []
        let cue = document.tokens[drafts[d].cue].span
        for span in drafts[d].content {
            var span = span
            for q in quotationsOverlapping(span) {
                let marks = quotations[q].span
                // A name or a word between marks inside what is said changes nothing.
                if span.contains(marks) {
                    if owner[q] < 0 { owner[q] = d }
                    continue
                }
                if span.start > marks.start || marks.end > span.end { owner[q] = d }
                span = span.union(marks)
            }
            // "She named two: “Hope and bread,” she said": what stands before a colon is the reporter's.
            for q in quotationsOverlapping(span) where isAfterColon(q) && quotations[q].span.start > span.start {
                if cue.start > quotations[q].span.end { span.start = quotations[q].span.start }
            }
            // "…," he said, "…": the parser may hang the second part on the first.
            if span.contains(cue) {
                widened += split(span, around: cue)
            } else {
                widened.append(span)
            }
        }
        drafts[d].content = merged(widened)
    }

    private func isAfterColon(_ q: Int) -> Bool {
        let first = document.token(atOrAfter: quotations[q].span.start)
        return first > 0 && first <= document.tokens.count && document.tokens[first - 1].lower == ":"
    }

    private func quotationsOverlapping(_ span: TextSpan) -> Range<Int> {
        let first = firstQuotation(endingAfter: span.start)
        var last = first
        while last < quotations.count, quotations[last].span.start < span.end { last += 1 }
        return first..<last
    }

    /// The first quotation that ends after a byte.
    private func firstQuotation(endingAfter byte: Int) -> Int {
        var low = 0
        var high = quotations.count
        while low < high {
            let middle = (low + high) / 2
            if quotations[middle].span.end <= byte { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func split(_ span: TextSpan, around cue: TextSpan) -> [TextSpan] {
        let next = firstQuotation(endingAfter: cue.start)
        let left = next > 0 ? quotations[next - 1].span.end : span.start
        let right = next < quotations.count ? quotations[next].span.start : span.end
        var parts: [TextSpan] = []
        if left > span.start { parts.append(TextSpan(start: span.start, end: left)) }
        if right < span.end { parts.append(TextSpan(start: right, end: span.end)) }
        return parts.isEmpty ? [span] : parts
    }

    private func merged(_ spans: [TextSpan]) -> [TextSpan] {
        var out: [TextSpan] = []
        for span in spans.sorted() {
            if let last = out.last, span.start <= last.end {
                out[out.count - 1] = last.union(span)
            } else {
                out.append(span)
            }
        }
        return out
    }

    // MARK: - Quotations that stand alone

    /// Words of some length with a verb or a stop: no mere name or word held at arm's length.
    func isSpeech(_ q: Int) -> Bool {
        let tokens = tokens(of: q)
        if tokens.count >= 12 { return true }
        // "Meh," she wrote.
        if let last = tokens.last(where: { document.tokens[$0].tag != .closingQuote }), tokens.count > 1,
            document.tokens[last].tag == .comma
        {
            return true
        }
        return tokens.contains {
            document.tokens[$0].pos == .verb || document.tokens[$0].pos == .aux
                || document.tokens[$0].tag == .sentenceEnd
        }
    }

    private func tokens(of q: Int) -> Range<Int> {
        let first = document.token(atOrAfter: quotations[q].span.start)
        return first..<max(first, document.token(atOrAfter: quotations[q].span.end))
    }

    private func isStop(_ token: Int) -> Bool { document.tokens[token].tag == .sentenceEnd || isLineBreak(token) }

    /// "…," said the minister.
    private func cueAfter(_ q: Int) -> Int? {
        let first = tokens(of: q).upperBound
        var end = first
        while end < document.tokens.count, !isStop(end), !isQuoted(end) { end += 1 }
        // After a full stop another sentence begins, which says what comes next, if anything.
        let last = tokens(of: q).last { document.tokens[$0].tag != .closingQuote && document.tokens[$0].pos != .space }
        if let last, document.tokens[last].lower == ".", first < end, isCapital(first) { return nil }
        return draftIntroducing(first..<end, isBefore: false)
    }

    private func isCapital(_ token: Int) -> Bool {
        (65...90).contains(document.text[Int(document.tokens[token].start)])
    }

    /// The minister said: "…"
    private func cueBefore(_ q: Int) -> Int? {
        var end = tokens(of: q).lowerBound
        // A paragraph that ends in a colon introduces the next.
        if end > 1, isLineBreak(end - 1), document.tokens[end - 2].tag == .colon { end -= 1 }
        guard end > 0 else { return nil }
        var first = end
        while first > 0, !isStop(first - 1), !isQuoted(first - 1) { first -= 1 }
        guard first < end else { return nil }
        let last = document.tokens[end - 1]
        let isOpen =
            last.tag == .comma || last.tag == .colon || last.lower == "that" || last.pos == .verb || last.tag == .hyph
        return isOpen ? draftIntroducing(first..<end, isBefore: true) : nil
    }

    /// The cue that may introduce a quotation in a stretch: the first after it, the last before it.
    private func draftIntroducing(_ tokens: Range<Int>, isBefore: Bool) -> Int? {
        var low = 0
        var high = drafts.count
        while low < high {
            let middle = (low + high) / 2
            if drafts[middle].cue < tokens.lowerBound { low = middle + 1 } else { high = middle }
        }
        var found: Int?
        while low < drafts.count, drafts[low].cue < tokens.upperBound {
            if mayQuote(drafts[low]) {
                found = low
                if !isBefore { break }
            }
            low += 1
        }
        return found
    }

    /// Whether the cue may stand beside a quotation that the parse does not tie to it.
    func mayQuote(_ draft: Draft) -> Bool {
        let token = document.tokens[draft.cue]
        return token.pos == .noun
            ? cues.noun(token.lemma)?.frames.contains(.quote) ?? false
            : cues.verb(token.lemma, particle: .empty)?.frames.contains(.quote) ?? (draft.cueTokens.count > 1)
    }

    /// The same speaker goes on: in the same paragraph, or in the next where the marks say so.
    private func continued(_ q: Int, _ owner: [Int]) -> Int? {
        var last = q - 1
        // A title between marks ("on “This Week”") is nobody's words.
        while last > 0, q - last < 4, owner[last] < 0, !isSpeech(last) { last -= 1 }
        guard last >= 0, owner[last] >= 0 else { return nil }
        let between = document.text[quotations[last].span.end..<quotations[q].span.start]
        guard let line = between.lastIndex(of: 10) else { return owner[last] }
        if quotations[last].goesOn { return owner[last] }
        // A paragraph that is nothing but a quotation goes on with the one before.
        let end = quotations[q].span.end
        let isAlone =
            between[line...].allSatisfy { $0 <= 32 }
            && document.text[end...].prefix { $0 != 10 }.allSatisfy { $0 <= 32 }
        let isNext = between.split(separator: 10).filter { !$0.allSatisfy { $0 <= 32 } }.count <= 1
        return isAlone && isNext ? owner[last] : nil
    }
}
