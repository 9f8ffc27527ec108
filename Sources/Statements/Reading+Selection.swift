import Annotation

/// Keeps of the attributions found those that a reader would record.
extension Reading {
    /// Doubles and what is told inside another's words go, save a chain: "A says that B told C that …".
    mutating func select() {
        var kept: [Draft] = []
        drafts.sort { ($0.start, -$0.end, $0.cue) < ($1.start, -$1.end, $1.cue) }
        for draft in drafts {
            if let q = quotation(at: draft.cue), isSpeech(q) { continue }
            if isEmpty(draft) || isDouble(draft, of: kept) { continue }
            let cue = document.tokens[draft.cue].span
            let outer = kept.suffix(Self.reach).last { $0.cue != draft.cue && $0.holds(cue) }
            if let outer, pressBehind(outer) == nil, !isChain(outer, draft) { continue }
            kept.append(draft)
        }
        passOn(&kept)
        drafts = kept
    }

    /// How many attributions back one is looked for that holds another.
    private static var reach: Int { 64 }

    private func isDouble(_ draft: Draft, of kept: [Draft]) -> Bool {
        for other in kept.reversed() {
            if other.start != draft.start { return false }
            if other.content == draft.content { return true }
        }
        return false
    }

    /// What the press reports that somebody said is heard through it.
    private func passOn(_ kept: inout [Draft]) {
        for p in kept.indices {
            guard let press = pressBehind(kept[p]) else { continue }
            for d in max(0, p - Self.reach)..<min(kept.count, p + Self.reach) where d != p {
                if kept[p].holds(document.tokens[kept[d].cue].span), !kept[d].via.contains(press) {
                    kept[d].via.append(press)
                }
            }
        }
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

    /// Somebody else, named, speaks inside what is said in the sayer's or the reporter's own words.
    private func isChain(_ outer: Draft, _ inner: Draft) -> Bool {
        guard inner.kind == .say || inner.kind == .judge || inner.kind == .ask, inner.form != .phrase,
            let speaker = inner.speaker, document.tokens[speaker.head].pos != .pron, !isQuoted(inner.cue),
            document.tokens[inner.cue].pos != .verb || child(of: inner.cue, .nsubj, .agent) != nil
        else { return false }
        let a = outer.speaker.flatMap { cast.mention(at: $0.head)?.actor }
        let b = cast.mention(at: speaker.head)?.actor
        return a == nil || a != b
    }
}
