import Annotation

/// Keeps of the attributions found those that a reader would record.
extension Reading {
    /// Doubles and what is told inside another's words go, save a chain: "A says that B told C that …".
    mutating func select() {
        var kept: [Draft] = []
        drafts.sort { ($0.start, -$0.end, $0.cue) < ($1.start, -$1.end, $1.cue) }
        for draft in drafts {
            if let q = quotation(at: draft.cue), isSpeech(q) { continue }
            if kept.contains(where: { isSame($0, draft) }) { continue }
            if isEmpty(draft) { continue }
            let outer = kept.last { $0.cue != draft.cue && $0.holds(document.tokens[draft.cue].span) }
            var draft = draft
            if let outer {
                if let press = pressBehind(outer) { draft.via.append(press) } else if !isChain(outer, draft) { continue }
            }
            kept.append(draft)
        }
        drafts = kept
    }

    /// "…, state media reported", "according to Reuters": who passes on what others say.
    private func pressBehind(_ draft: Draft) -> Int? {
        guard draft.kind == .say, draft.form != .phrase, let speaker = draft.speaker, isPress(speaker.head) else {
            return nil
        }
        return speaker.head
    }

    /// "knew it", "which they believe": a pronoun alone says nothing of what is held true or asked.
    private func isEmpty(_ draft: Draft) -> Bool {
        guard draft.form == .phrase, draft.content.count == 1, let span = draft.content.first else { return false }
        switch draft.kind {
        case .judge, .stand, .feel: return false
        default: return span.count < 12 && !document.text[span.start..<span.end].contains(32)
        }
    }

    private func isSame(_ a: Draft, _ b: Draft) -> Bool { a.content == b.content }

    /// Somebody else, named, speaks inside what is said in the sayer's or the reporter's own words.
    private func isChain(_ outer: Draft, _ inner: Draft) -> Bool {
        guard inner.kind == .say || inner.kind == .judge || inner.kind == .ask, inner.form != .phrase,
            let speaker = inner.speaker, document.tokens[speaker.head].pos != .pron, !isQuoted(inner.cue)
        else { return false }
        let a = outer.speaker.flatMap { cast.mention(at: $0.head)?.actor }
        let b = cast.mention(at: speaker.head)?.actor
        return a == nil || a != b
    }
}
