import Annotation
import Clauses
import Events

/// What the backstop looks at: the words that stand between two parties in the syntax, what the lexicon knows of them,
/// and how they are put.
struct PairFeatures: Sendable {
    /// Features that are there or not: what the words and the syntax say.
    private(set) var words: Set<String> = []
    /// What the lexicon knows of them.
    private(set) var known: Set<String> = []
    /// The vector of the predicate that joins the parties, then the mean of the other words between them.
    private(set) var dense: [Float]

    /// How long vectors are beside features that are one.
    private static let loudness: Float = 1

    var names: Set<String> { words.union(known) }

    /// - Parameters:
    ///   - heads: the source's and the target's head token; nil for a party that is not marked.
    ///   - inside: tokens of the marked parties, which say who and not what.
    ///   - answer: what the lexicon makes of the pair, and how well it fits.
    init(
        document: Document, events: EventReader, vectors: any WordVectors, heads: (source: Int?, target: Int?),
        inside: Set<Int>, answer: (type: PloverType, fit: Double)?
    ) {
        dense = [Float](repeating: 0, count: 2 * vectors.width)
        let (joint, path) = PairFeatures.path(document, heads)
        let between = path.filter { !inside.contains($0) }
        let predicate = inside.contains(joint) ? between.first ?? joint : joint
        var others: [Int] = []
        for token in between + (between.contains(predicate) ? [] : [predicate]) {
            add(token, document, events, isPredicate: token == predicate)
            if token != predicate { others.append(token) }
            for child32 in document.children(of: token)
            where !inside.contains(Int(child32)) && !path.contains(Int(child32)) {
                let child = Int(child32)
                if side(child, document, events) { others.append(child) }
            }
        }
        for (head, name) in [(heads.source, "from"), (heads.target, "to")] {
            guard let head else {
                words.insert("\(name):nobody")
                continue
            }
            words.insert("\(name):\(document.tokens[head].dependency.label)")
            let governor = document.tokens[Int(document.tokens[head].head)]
            if governor.pos == .adp { words.insert("\(name):\(document.lemma(of: Int(document.tokens[head].head)))") }
        }
        if let answer {
            let how = answer.fit >= 0.9 ? "whole" : answer.fit >= 0.6 ? "half" : answer.fit > 0.3 ? "other" : "near"
            known.insert("answer:\(answer.type.rawValue):\(how)")
            known.insert("answer:\(answer.type.rawValue)")
        }
        joinToPredicate()
        _ = addVector(of: predicate, document, vectors, weight: PairFeatures.loudness, slot: 0)
        let spoken = others.filter { PairFeatures.isContent(document.tokens[$0]) }
        for token in spoken {
            _ = addVector(of: token, document, vectors, weight: PairFeatures.loudness / Float(spoken.count), slot: 1)
        }
    }

    /// What a predicate means depends on what stands beside it and on where the parties stand: "gave aid" is not "gave
    /// evidence", and who was charged is not who charged. Each such pair of features is one more.
    private mutating func joinToPredicate() {
        let beside = words.filter {
            $0.hasPrefix("beside:") || $0.hasPrefix("particle:") || $0.hasPrefix("preposition:")
        }
        let roles = words.filter { $0.hasPrefix("from:") || $0.hasPrefix("to:") || $0 == "passive" }
        let lemmas = words.filter { $0.hasPrefix("predicate:") }
        for lemma in lemmas { for other in beside.union(roles) { words.insert(lemma + "&" + other) } }
        for sense in known.filter({ $0.hasPrefix("predicate:") }) {
            for role in roles { known.insert(sense + "&" + role) }
        }
    }

    /// The token under which both parties stand, and all tokens from them up to it, from the source on.
    private static func path(_ document: Document, _ heads: (source: Int?, target: Int?)) -> (joint: Int, path: [Int]) {
        func chain(_ head: Int) -> [Int] {
            var chain = [head]
            while chain.count < 40, let last = chain.last, Int(document.tokens[last].head) != last {
                chain.append(Int(document.tokens[last].head))
            }
            return chain
        }
        switch (heads.source.map(chain), heads.target.map(chain)) {
        case (let up?, let down?):
            guard let meeting = up.first(where: down.contains) else {
                return (up.last ?? 0, up + Array(down.reversed()))
            }
            let left = up.prefix { $0 != meeting }
            let right = down.prefix { $0 != meeting }
            return (meeting, Array(left) + [meeting] + Array(right.reversed()))
        case (let only?, nil), (nil, let only?): return (only.dropFirst().first ?? only[0], Array(only.prefix(4)))
        case (nil, nil):
            let root = document.tokens.indices.first { Int(document.tokens[$0].head) == $0 } ?? 0
            return (root, [root])
        }
    }

    private mutating func add(_ token: Int, _ document: Document, _ events: EventReader, isPredicate: Bool) {
        let t = document.tokens[token]
        if PairFeatures.isContent(t) {
            let lemma = document.lemma(of: token)
            words.insert("word:\(lemma)")
            if isPredicate { words.insert("predicate:\(lemma)") }
        } else if t.pos == .adp {
            words.insert("preposition:\(document.lemma(of: token))")
        }
        let senses = events.senses(of: t)
        for type in senses.types {
            known.insert("sense:\(type.rawValue)")
            if isPredicate { known.insert("predicate:\(type.rawValue)") }
        }
        for name in senses.operators { known.insert("operator:\(name)") }
    }

    /// What hangs on a word between the parties: objects, particles, negation, auxiliaries.
    private mutating func side(_ child: Int, _ document: Document, _ events: EventReader) -> Bool {
        let t = document.tokens[child]
        switch t.dependency {
        case .dobj, .attr, .oprd, .acomp, .xcomp, .pobj, .amod, .compound, .nsubj, .nsubjpass:
            guard PairFeatures.isContent(t) else { return false }
            words.insert("beside:\(document.lemma(of: child))")
            for type in events.senses(of: t).types { known.insert("beside:\(type.rawValue)") }
            return true
        case .prt, .prep: words.insert("particle:\(document.lemma(of: child))")
        case .neg: words.insert("negated")
        case .auxpass: words.insert("passive")
        case .aux where t.tag == .md: words.insert("modal:\(document.lemma(of: child))")
        default: break
        }
        return false
    }

    private static func isContent(_ token: Token) -> Bool {
        switch token.pos {
        case .verb, .noun, .adj: true
        default: false
        }
    }

    private mutating func addVector(
        of token: Int, _ document: Document, _ vectors: any WordVectors, weight: Float, slot: Int
    ) -> Bool {
        let t = document.tokens[token]
        var part = dense[slot * vectors.width..<(slot + 1) * vectors.width]
        defer { dense[slot * vectors.width..<(slot + 1) * vectors.width] = part }
        return vectors.add(document.text[Int(t.start)..<Int(t.end)], weight: weight, to: &part)
            || vectors.add(document.lemmaText[Int(t.lemmaStart)..<Int(t.lemmaEnd)], weight: weight, to: &part)
    }
}
