package import Annotation
import Actors
import Clauses
import Events

extension Coder {
    /// What a marked party did to another, by the best reading there is; nil where nothing relates them.
    ///
    /// The marked words are parties whether or not the knowledge knows them. Of several deeds between them, the one
    /// whose own frame names both comes first, then the one told outermost. Where no frame fits well, the backstop
    /// weighs the words between them.
    ///
    /// - Parameters:
    ///   - published: on which day dictionaries say who holds which office.
    ///   - backstop: nil to leave it out.
    package func relate(
        _ document: Document, _ marked: MarkedPair, published: CivilDate? = nil, backstop: Backstop?
    ) -> Relation? {
        let reading = PairReading(self, document, marked, published)
        if let answer = reading.answer, answer.fit >= Coder.wholeFit { return relation(answer) }
        if let backstop {
            let probabilities = backstop.model.probabilities(reading.features(backstop.vectors))
            if let best = probabilities.indices.max(by: { probabilities[$0] < probabilities[$1] }) {
                let type = backstop.model.classes[best]
                // The lexicon's own code is fuller than the type alone.
                if let answer = reading.answer, ontology.tableType(of: answer.code) ?? answer.type == type {
                    return relation(answer)
                }
                return relation(
                    .init(
                        type: type, code: ontology.root(of: type), fit: probabilities[best],
                        rule: "backstop, from the words between"))
            }
        }
        return reading.answer.map(relation)
    }

    /// A fit that the lexicon answers for alone.
    private static let wholeFit = 0.5

    private func relation(_ answer: PairReading.Answer) -> Relation {
        Relation(
            type: answer.type, cameo: answer.code,
            // A code the table lacks has the manual's type there too.
            ploverFromCameo: ontology.tableType(of: answer.code) ?? answer.type,
            quad: answer.type.flatMap(ontology.quad(of:)),
            confidence: (answer.fit * 100).rounded() / 100, rule: answer.rule)
    }
}

/// One sentence read for what passes between two marked parties.
struct PairReading {
    /// What the lexicon makes of them.
    struct Answer {
        var type: PloverType?
        var code: String
        /// 0 to 1: how well the deed is one between the two.
        var fit: Double
        var rule: String
    }

    let answer: Answer?
    private let coder: Coder
    private let document: Document
    private let pair: PairCast

    init(_ coder: Coder, _ document: Document, _ marked: MarkedPair, _ published: CivilDate?) {
        self.coder = coder
        self.document = document
        pair = PairCast(document: document, base: coder.actors.resolve(document, published: published), marked: marked)
        let clauses = ClauseReader(document)
        let pair = pair
        let ranked = coder.events.read(document, clauses, pair.cast)
            // What is only possible or conditional gives way to what is told.
            .map { (act: $0, fit: pair.fit(of: $0) * ($0.standing == [.hypothetical] ? 0.85 : 1)) }.filter {
                $0.fit > 0
            }
        // Ties go to the one told outermost, then to the first in the text.
        func isAfter(_ a: Act, _ b: Act) -> Bool {
            (document.depth(of: a.trigger), a.trigger) > (document.depth(of: b.trigger), b.trigger)
        }
        if let best = ranked.max(by: { $0.fit < $1.fit || ($0.fit == $1.fit && isAfter($0.act, $1.act)) }) {
            let fit = best.act.confidence * best.fit
            answer = Answer(type: best.act.type, code: best.act.code, fit: fit, rule: best.act.rule)
        } else if let near = coder.events.nearest(document, clauses, heads: pair.heads) {
            answer = Answer(type: near.type, code: near.code, fit: 0.3, rule: near.rule)
        } else {
            answer = nil
        }
    }

    func features(_ vectors: any WordVectors) -> PairFeatures {
        let known = answer.flatMap { answer in
            (coder.ontology.tableType(of: answer.code) ?? answer.type).map { (type: $0, fit: answer.fit) }
        }
        return PairFeatures(
            document: document, events: coder.events, vectors: vectors, heads: (pair.sourceHead, pair.targetHead),
            inside: pair.covered, answer: known)
    }
}

/// A cast in which two marked stretches of text are two parties, with whatever else the report calls them.
private struct PairCast {
    let cast: Cast
    /// Head tokens of the marked stretches, the first of each, and all tokens inside them.
    let heads: [Int]
    let sourceHead: Int?
    let targetHead: Int?
    let covered: Set<Int>
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
            let tops = range.filter {
                !range.contains(Int(document.tokens[$0].head)) || Int(document.tokens[$0].head) == $0
            }
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
        sourceHead = heads.first
        let sourceHeads = heads.count
        target = add(marked.target)
        targetHead = heads.dropFirst(sourceHeads).first
        // "Kenya said it had …": the subject of what is said, where it is a pronoun, is whoever says it.
        for sayer in heads {
            let verb = Int(document.tokens[sayer].head)
            guard document.tokens[sayer].dependency == .nsubj, let said = mentions.first(where: { $0.head == sayer })
            else {
                continue
            }
            for clause in document.children(of: verb) where document.tokens[Int(clause)].dependency == .ccomp {
                for word in document.children(of: Int(clause)) {
                    let t = document.tokens[Int(word)]
                    guard t.dependency == .nsubj || t.dependency == .nsubjpass, t.tag == .prp,
                        !covered.contains(Int(word))
                    else { continue }
                    covered.insert(Int(word))
                    mentions.append(
                        (
                            Int(word),
                            Cast.Mention(actor: said.mention.actor, tokens: Int(word)..<Int(word) + 1, form: .pronoun)
                        ))
                }
            }
        }
        for head in document.tokens.indices where !covered.contains(head) {
            guard var mention = base.mention(at: head) else { continue }
            // "he", "the group": the marked party under another name.
            mention.actor = owner[mention.actor] ?? mention.actor
            mentions.append((head, mention))
        }
        self.heads = heads
        self.covered = covered
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
        // Where any party will do, none named is nearly as good as one.
        if source != nil, target == nil, names(source, from), to.isEmpty { return 0.95 }
        if source == nil, target != nil, names(target, to), from.isEmpty { return 0.95 }
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
