import Annotation

/// "He said it failed, **adding that …**", "said it would fail and **warned that …**": the parser often hangs the second
/// saying on what is said first, though it is the sayer's.
extension Reading {
    /// Gives such tails back to who says them and ends the first content before them.
    mutating func cutTails() {
        drafts.sort { ($0.cue, $0.start) < ($1.cue, $1.start) }
        for outer in drafts.indices where document.tokens[drafts[outer].cue].pos == .verb {
            for inner in outer + 1..<drafts.count {
                guard Int(document.tokens[drafts[inner].cue].start) < drafts[outer].end else { break }
                guard isTail(inner, of: outer) else { continue }
                cut(outer, before: extents.range(of: drafts[inner].cue).lowerBound)
                drafts[inner].speaker = drafts[outer].speaker
            }
        }
        drafts = drafts.filter { !$0.content.isEmpty || mayQuote($0) }
    }

    private func isTail(_ inner: Int, of outer: Int) -> Bool {
        let cue = drafts[inner].cue
        let token = document.tokens[cue]
        guard token.pos == .verb, drafts[outer].holds(token.span), !isQuoted(cue),
            child(of: cue, .nsubj, .nsubjpass) == nil
        else { return false }
        switch drafts[inner].kind {
        case .say, .judge, .ask, .show: break
        default: return false
        }
        let first = extents.range(of: cue).lowerBound
        guard first > 0 else { return false }
        let before = document.tokens[first - 1]
        if token.tag == .vbg { return (token.dependency == .advcl || token.dependency == .acl) && before.tag == .comma }
        guard token.dependency == .conj, token.tag == document.tokens[drafts[outer].cue].tag, token.tag != .vb,
            before.pos == .cconj || before.tag == .comma
        else { return false }
        // What is said stands in another tense, so the verb cannot be one of its own.
        let first32 = token.head
        return document.tokens[Int(first32)].tag != token.tag || child(of: Int(first32), .aux) != nil
    }

    private mutating func cut(_ draft: Int, before token: Int) {
        var end = token
        while end > 0, document.tokens[end - 1].pos == .cconj || document.tokens[end - 1].tag == .comma { end -= 1 }
        guard end > 0 else { return }
        let last = Int(document.tokens[end - 1].end)
        drafts[draft].content = drafts[draft].content.compactMap { span in
            if span.end <= last { return span }
            return span.start < last ? TextSpan(start: span.start, end: last) : nil
        }
    }
}
