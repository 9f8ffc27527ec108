package import Annotation
import Actors
import Clauses
import Events

extension Coder {
    /// What a marked party did to another, by the best reading there is; nil where nothing relates them.
    ///
    /// The marked words are parties whether or not the knowledge knows them. Of several deeds between them, the one
    /// whose own frame names both comes first, then the one told outermost.
    package func relate(_ document: Document, _ marked: MarkedPair) -> Relation? {
        let pair = PairCast(document: document, base: actors.resolve(document), marked: marked)
        let clauses = ClauseReader(document)
        let acts = events.read(document, clauses, pair.cast)
        let ranked = acts.map { (act: $0, fit: pair.fit(of: $0)) }.filter { $0.fit > 0 }
        // Ties go to the first in the text.
        if let best = ranked.max(by: { $0.fit < $1.fit || ($0.fit == $1.fit && $0.act.trigger > $1.act.trigger) }) {
            return relation(best.act.code, best.act.type, best.act.confidence * best.fit, best.act.rule)
        }
        guard let near = events.nearest(document, clauses, heads: pair.heads) else { return nil }
        return relation(near.code, near.type, 0.3, near.rule)
    }

    private func relation(_ code: String, _ type: PloverType?, _ confidence: Double, _ rule: String) -> Relation {
        Relation(
            // A code the table lacks has the manual's type there too.
            type: type, cameo: code, ploverFromCameo: ontology.tableType(of: code) ?? type,
            quad: type.flatMap(ontology.quad(of:)),
            confidence: (confidence * 100).rounded() / 100, rule: rule)
    }
}

/// A cast in which two marked stretches of text are two parties, with whatever else the report calls them.
private struct PairCast {
    let cast: Cast
    /// Head tokens of the marked stretches.
    let heads: [Int]
    private let source: Int?
    private let target: Int?

    init(document: Document, base: Cast, marked: MarkedPair) {
        var actors = base.actors
        var mentions: [(head: Int, mention: Cast.Mention)] = []
        var owner: [Int: Int] = [:]
        var heads: [Int] = []
        var covered: Set<Int> = []

        func add(_ span: TextSpan?) -> Int? {
            guard let span else { return nil }
            let tokens = document.tokens.indices.filter { document.tokens[$0].span.overlaps(span) }
            guard let first = tokens.first, let last = tokens.last else { return nil }
            let range = first..<last + 1
            // A stretch that the parse tears apart hangs on several words: each stands for the party.
            let tops = range.filter { !range.contains(Int(document.tokens[$0].head)) || Int(document.tokens[$0].head) == $0 }
            let known = tops.lazy.compactMap { base.mention(at: $0) }.first
            let id = actors.count
            var actor = known.map { base.actors[$0.actor] } ?? Actor(id: id, name: "", kind: .group)
            actor.id = id
            // Marked parties are parties, whoever they are.
            if actor.code == nil { actor.code = "GOV" }
            if actor.sectors.isEmpty { actor.sectors = ["GOV"] }
            actors.append(actor)
            if let known { owner[known.actor] = id }
            for top in tops where document.tokens[top].pos != .punct {
                mentions.append((top, Cast.Mention(actor: id, tokens: range, form: known?.form ?? .name)))
            }
            heads += tops
            covered.formUnion(range)
            return id
        }
        source = add(marked.source)
        target = add(marked.target)
        for head in document.tokens.indices where !covered.contains(head) {
            guard var mention = base.mention(at: head) else { continue }
            // "he", "the group": the marked party under another name.
            mention.actor = owner[mention.actor] ?? mention.actor
            mentions.append((head, mention))
        }
        self.heads = heads
        cast = Cast(actors: actors, mentions: mentions, tokenCount: document.tokens.count, members: base.members)
    }

    /// How well an act is one between the two: 1 when it names both in their roles.
    func fit(of act: Act) -> Double {
        let from = Set(act.source.map(\.actor))
        let to = Set(act.target.map(\.actor))
        func names(_ party: Int?, _ set: Set<Int>) -> Bool { party.map(set.contains) ?? !set.isEmpty }
        if act.isReciprocal {
            let both = names(source, from) && names(target, from)
            return both ? 0.95 : names(source, from) || names(target, from) ? 0.4 : 0.1
        }
        switch (names(source, from), names(target, to)) {
        case (true, true): return 1
        case (true, false): return names(source, to) ? 0.3 : to.isEmpty ? 0.7 : 0.6
        case (false, true): return from.isEmpty ? 0.8 : 0.55
        case (false, false):
            // Told the other way round, it is still between them.
            if names(source, to) && names(target, from) { return 0.45 }
            return names(source, to) || names(target, from) ? 0.25 : 0.1
        }
    }
}
