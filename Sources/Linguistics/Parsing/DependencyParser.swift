import Annotation
import Kernels

/// The greedy arc-eager parser (`spacy/pipeline/transition_parser.pyx` and `arc_eager.pyx`, 3.8).
final class DependencyParser {
    private let moves: ParserMoves
    private let model: TransitionModel
    private var state = ArcEagerState()
    private var scores: [Float]

    init(moves: ParserMoves, weights: TransitionWeights) throws {
        self.moves = moves
        model = try TransitionModel(weights)
        scores = [Float](repeating: 0, count: weights.columns)
    }

    /// Begins a batch of token vectors.
    func begin(_ vectors: UnsafePointer<Float>, rows: Int) { model.begin(vectors, rows: rows) }

    /// Parses the next document of the batch.
    ///
    /// - Parameters:
    ///   - first: the first of its tokens in the batch.
    ///   - isSpace: whether a token is white space: lifted arcs never come down to one.
    /// - Returns: heads, relations and sentence starts.
    func parse(first: Int, count: Int, isSpace: (Int) -> Bool) -> DependencyTree {
        state.begin(count)
        scores.withUnsafeMutableBufferPointer { buffer in
            guard let scores = buffer.baseAddress else { return }
            // One access to the state for the whole document: each would be checked otherwise.
            DependencyParser.run(&state, model, moves, first: first, scores)
        }
        return DependencyTree(state, moves: moves, isSpace: isSpace)
    }

    private static func run(
        _ state: inout ArcEagerState, _ model: TransitionModel, _ moves: ParserMoves, first: Int,
        _ scores: UnsafeMutablePointer<Float>
    ) {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: ModelShape.parserFeatures) { buffer in
            guard let ids = buffer.baseAddress else { return }
            while !state.isFinal {
                let (b0, s0) = (state.b(0), state.s(0))
                ids[0] = b0
                ids[1] = state.b(1)
                ids[2] = s0
                ids[3] = state.s(1)
                ids[4] = state.s(2)
                ids[5] = state.latestLeftChild(b0)
                ids[6] = state.latestLeftChild(s0)
                ids[7] = state.latestRightChild(s0)
                model.score(ids, first: first, needed: state.floor, into: scores)
                take(best(scores, state, moves), &state, moves)
            }
        }
    }

    /// The allowed move with the greatest score, the first of equals; nil when none is allowed.
    private static func best(
        _ scores: UnsafeMutablePointer<Float>, _ state: borrowing ArcEagerState, _ moves: ParserMoves
    ) -> Int? {
        var best: Int?
        func consider(_ move: Int) {
            if let known = best, scores[move] <= scores[known] { return }
            best = move
        }
        if state.mayShift { consider(moves.shift) }
        if state.mayReduce { consider(moves.reduce) }
        if state.mayAttach {
            consider(moves.left.lowerBound + ent_argmax(scores + moves.left.lowerBound, moves.left.count))
            consider(moves.right.lowerBound + ent_argmax(scores + moves.right.lowerBound, moves.right.count))
        }
        if state.mayBreak { consider(moves.breakSentence) }
        return best
    }

    private static func take(_ move: Int?, _ state: inout ArcEagerState, _ moves: ParserMoves) {
        guard let move else { return state.forceFinal() }
        if move == moves.shift {
            state.shift()
        } else if move == moves.reduce {
            state.reduce()
        } else if moves.left.contains(move) {
            state.leftArc(move)
        } else if moves.right.contains(move) {
            state.rightArc(move)
        } else {
            state.breakSentence()
        }
    }
}
