import Annotation
import Kernels
import SpacyModel

/// The BILUO moves in the order of the recogniser's output: begin, in, last and unit by label, then out.
struct EntityMoves: Sendable {
    let count: Int
    /// The label of each of the first columns of a kind; all four kinds list the labels in this order.
    let labels: [EntityLabel]
    let begin: Int
    let inside: Int
    let last: Int
    let unit: Int
    let out: Int

    /// - Throws: `ModelError.unexpected` for moves in another order or labels of another set.
    init(_ lines: [String]) throws {
        let kinds = ["B", "I", "L", "U"].map { kind in
            lines.filter { $0.hasPrefix(kind + "-") && $0.count > 2 }.map { String($0.dropFirst(2)) }
        }
        guard let names = kinds.first, !names.isEmpty, kinds.allSatisfy({ $0 == names }),
            let begin = lines.firstIndex(of: "B-\(names[0])"), let inside = lines.firstIndex(of: "I-\(names[0])"),
            let last = lines.firstIndex(of: "L-\(names[0])"), let unit = lines.firstIndex(of: "U-\(names[0])"),
            let out = lines.firstIndex(of: "O-")
        else { throw ModelError.unexpected(file: "ner/moves", expected: "BILUO moves over one list of labels") }
        labels = try names.map { name in
            guard let label = EntityLabel(label: name) else {
                throw ModelError.unexpected(file: "ner/moves", expected: "OntoNotes labels, not '\(name)'")
            }
            return label
        }
        (self.begin, self.inside, self.last, self.unit, self.out) = (begin, inside, last, unit, out)
        count = lines.count
    }
}

/// The greedy BILUO recogniser (`_parser_internals/ner.pyx`, 3.8): after the parser, because an entity may not cross
/// a sentence's start.
final class EntityRecognizer {
    private let moves: EntityMoves
    private let model: TransitionModel
    private var scores: [Float]

    init(moves: EntityMoves, weights: TransitionWeights) throws {
        self.moves = moves
        model = try TransitionModel(weights)
        scores = [Float](repeating: 0, count: weights.columns)
    }

    /// Begins a batch of token vectors.
    func begin(_ vectors: UnsafePointer<Float>, rows: Int) { model.begin(vectors, rows: rows) }

    /// Finds the entities of the next document of the batch.
    ///
    /// - Parameters:
    ///   - first: the first of its tokens in the batch.
    ///   - isSpace: whether a token is white space: no entity begins with one.
    func recognize(first: Int, count: Int, sentenceStarts: [Bool], isSpace: (Int) -> Bool) -> [EntityMention] {
        var found: [EntityMention] = []
        var open: (start: Int, label: Int)?
        scores.withUnsafeMutableBufferPointer { buffer in
            guard let scores = buffer.baseAddress else { return }
            for token in 0..<count {
                score(token, open?.start, first: first, scores)
                let endsHere = token + 1 == count || sentenceStarts[token + 1]
                if let (start, label) = open {
                    // Only going on and ending are allowed, with the label that was opened; ending always.
                    let mayGoOn = !endsHere
                    // In comes before last in the model's order, so it wins when they are equal.
                    if mayGoOn, scores[moves.inside + label] >= scores[moves.last + label] { continue }
                    found.append(EntityMention(tokens: start..<token + 1, label: moves.labels[label]))
                    open = nil
                } else {
                    let move = outside(scores, mayBegin: !endsHere && !isSpace(token), mayBeUnit: !isSpace(token))
                    if move == moves.out { continue }
                    if move < moves.inside {
                        open = (token, move - moves.begin)
                    } else {
                        found.append(EntityMention(tokens: token..<token + 1, label: moves.labels[move - moves.unit]))
                    }
                }
            }
        }
        return found
    }

    /// The best move outside an entity: to begin one, a unit, or out.
    private func outside(_ scores: UnsafeMutablePointer<Float>, mayBegin: Bool, mayBeUnit: Bool) -> Int {
        var best = moves.out
        func consider(_ from: Int) {
            let move = from + ent_argmax(scores + from, moves.labels.count)
            // Begin and unit come before out in the model's order: they win when they are equal.
            if scores[move] > scores[best] || (scores[move] == scores[best] && move < best) { best = move }
        }
        if mayBeUnit { consider(moves.unit) }
        if mayBegin { consider(moves.begin) }
        return best
    }

    @inline(__always)
    private func score(_ token: Int, _ start: Int?, first: Int, _ scores: UnsafeMutablePointer<Float>) {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: ModelShape.entityFeatures) { buffer in
            guard let ids = buffer.baseAddress else { return }
            ids[0] = Int32(token)
            ids[1] = start.map { Int32($0) } ?? -1
            ids[2] = start == nil ? -1 : Int32(token - 1)
            model.score(ids, first: first, needed: start ?? token, into: scores)
        }
    }
}
