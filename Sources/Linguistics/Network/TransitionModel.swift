import Kernels

/// The step model of a transition system: a state's tokens in, a score for each move out
/// (`spacy/ml/parser_model.pyx`; Kiperwasser and Goldberg 2016 with precomputed features).
///
/// The features of a row are computed once, in blocks, as the parser comes to it, and forgotten when its sentence is
/// done: a window over the batch, so that a text of any length needs little memory.
final class TransitionModel {
    /// Rows whose features are computed at a time.
    private static let block = 128

    let weights: TransitionWeights
    private let projection: MatrixProduct
    private let lower: MatrixProduct
    private let hidden = UnsafeMutablePointer<Float>.allocate(capacity: ModelShape.tile * ModelShape.hidden)
    private let input = UnsafeMutablePointer<Float>.allocate(capacity: ModelShape.tile * ModelShape.width)
    private var features: UnsafeMutablePointer<Float>
    private var capacity = 4 * TransitionModel.block
    /// The batch's vectors, and which of its rows have features.
    private var vectors: UnsafePointer<Float>?
    private var rows = 0
    private var window = 0..<0
    private let size: Int

    init(_ weights: TransitionWeights) throws {
        self.weights = weights
        size = weights.features * ModelShape.hiddenPieces
        projection = try MatrixProduct(
            inner: ModelShape.width, columns: ModelShape.hidden, weights: weights.projection,
            bias: weights.projectionBias)
        lower = try MatrixProduct(inner: ModelShape.hidden, columns: size, weights: weights.lower, bias: nil)
        features = .allocate(capacity: capacity * size)
    }

    deinit {
        hidden.deallocate()
        input.deallocate()
        features.deallocate()
    }

    /// Begins a batch of `rows` vectors, which must stay until it is done; its rows are asked for in order.
    func begin(_ vectors: UnsafePointer<Float>, rows: Int) {
        self.vectors = vectors
        self.rows = rows
        window = 0..<0
    }

    /// Scores all moves for a state.
    ///
    /// - Parameters:
    ///   - ids: the state's tokens, -1 for none; overwritten.
    ///   - first: the row of token 0.
    ///   - needed: no token before this one will be asked for again.
    ///   - scores: `weights.columns` numbers.
    @inline(__always)
    func score(
        _ ids: UnsafeMutablePointer<Int32>, first: Int, needed: Int, into scores: UnsafeMutablePointer<Float>
    ) {
        var last: Int32 = -1
        for i in 0..<weights.features { last = max(last, ids[i]) }
        while last >= 0 && first + Int(last) >= window.upperBound { extend(needed: first + needed) }
        let shift = Int32(first - window.lowerBound)
        for i in 0..<weights.features where ids[i] >= 0 { ids[i] += shift }
        ent_transition_scores(
            scores, features, weights.padding, ids, weights.features, weights.lowerBias, weights.output,
            weights.outputBias, weights.columns)
    }

    /// Computes the features of the next block, after dropping what is not needed any more.
    private func extend(needed: Int) {
        guard let vectors else { return }
        let (tile, width) = (ModelShape.tile, ModelShape.width)
        let keep = max(window.lowerBound, min(needed, window.upperBound))
        let kept = window.upperBound - keep
        if keep > window.lowerBound {
            features.update(from: features + (keep - window.lowerBound) * size, count: kept * size)
        }
        if kept + TransitionModel.block + tile > capacity {
            let larger = UnsafeMutablePointer<Float>.allocate(capacity: 2 * capacity * size)
            larger.update(from: features, count: kept * size)
            features.deallocate()
            features = larger
            capacity *= 2
        }
        let end = min(rows, window.upperBound + TransitionModel.block)
        for row in stride(from: window.upperBound, to: end, by: tile) {
            let part = min(tile, rows - row)
            input.update(from: vectors + row * width, count: part * width)
            projection.run(input, hidden)
            lower.run(hidden, features + (kept + row - window.upperBound) * size)
        }
        window = keep..<end
    }
}
