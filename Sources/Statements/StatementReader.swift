package import Annotation
package import Clauses

/// Reads who said what: source, cue and content of every attribution, with whom it is told and through what.
///
/// The relation is Pareti's (PARC, PolNeAR): speech, belief, intention and attitude alike, told by a verb, a noun, an
/// adjective or a phrase like "according to". Quotations are found by their marks, the rest by the parse.
package struct StatementReader: Sendable {
    private let cues: AttributionCues

    package init(cues: AttributionCues) { self.cues = cues }

    /// - Returns: in the order of their contents; `id` counts them.
    package func read(_ document: Document, _ clauses: ClauseReader, _ cast: Cast) -> [Statement] {
        var reading = Reading(document, clauses, cast, cues)
        reading.readVerbs()
        reading.readNouns()
        reading.readAdjectives()
        reading.readAdverbials()
        reading.readLabels()
        reading.cutTails()
        reading.readQuotations()
        reading.select()
        return reading.drafts.enumerated().map { reading.statement($1, id: $0) }
    }
}

extension Reading {
    func statement(_ draft: Draft, id: Int) -> Statement {
        let content = joined(draft.content)
        return Statement(
            id: id, kind: draft.kind, speaker: draft.speaker.map { party($0.head, $0.tokens) },
            cue: document.span(of: draft.cueTokens), content: content, quoted: quoted(content),
            tells: draft.form != .phrase, addressee: draft.addressee.map { party($0, nounPhrase($0)) },
            via: draft.via.map { party($0, nounPhrase($0)) })
    }

    /// Parts with nothing but white space between them are one.
    private func joined(_ content: [TextSpan]) -> [TextSpan] {
        var parts: [TextSpan] = []
        for span in content {
            if let last = parts.last,
                span.start <= last.end || document.text[last.end..<span.start].allSatisfy({ $0 == 32 })
            {
                parts[parts.count - 1] = last.union(span)
            } else {
                parts.append(span)
            }
        }
        return parts
    }

    private func party(_ head: Int, _ tokens: Range<Int>) -> Statement.Party {
        Statement.Party(actor: cast.mention(at: head)?.actor, span: document.span(of: tokens))
    }

    /// Direct when nothing but marks and white space stands outside quotations, mixed when something stands inside.
    private func quoted(_ content: [TextSpan]) -> Statement.Quotation {
        var inside = 0
        var all = 0
        for span in content {
            all += span.count
            for quotation in quotations where quotation.span.overlaps(span) {
                inside += min(span.end, quotation.span.end) - max(span.start, quotation.span.start)
            }
        }
        return inside == 0 ? .indirect : inside * 10 >= all * 9 ? .direct : .mixed
    }
}
