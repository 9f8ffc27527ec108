import Kernels

/// A token-to-vector network: embedded words through four residual convolutions (`MaxoutWindowEncoder.v2`).
///
/// One worker's: holds packed weights and scratch memory. Works through a batch in blocks that fit the second-level
/// cache.
final class Tok2Vec {
    private let first: NetworkWeights.Layer
    private let shares: WordShares
    private let layers: [(products: [MatrixProduct], weights: NetworkWeights.Layer)]
    // Blocks' rows before and after a layer, a tile's planes before and after its products, and the rows' shares.
    private let front = UnsafeMutablePointer<Float>.allocate(capacity: TokenBlock.capacity * ModelShape.width)
    private let back = UnsafeMutablePointer<Float>.allocate(capacity: TokenBlock.capacity * ModelShape.width)
    private let planes = UnsafeMutablePointer<Float>.allocate(
        capacity: Winograd.planes * ModelShape.tile * ModelShape.width)
    private let pieces = UnsafeMutablePointer<Float>.allocate(
        capacity: Winograd.planes * ModelShape.tile * ModelShape.pieces)
    private let pointers = UnsafeMutablePointer<UnsafePointer<Float>?>.allocate(capacity: TokenBlock.capacity)
    private var block = TokenBlock()
    private var words: [Int32] = []
    private var starts: [Int32] = []

    /// - Throws: `EngineError`.
    init(_ weights: NetworkWeights) throws {
        first = weights.layers[0]
        shares = try WordShares(first.weights, rows: TokenBlock.capacity)
        layers = try weights.layers.dropFirst().map { layer in
            let size = ModelShape.width * ModelShape.pieces
            let products = try (0..<Winograd.planes).map { plane in
                try MatrixProduct(
                    inner: ModelShape.width, columns: ModelShape.pieces, weights: layer.weights + plane * size,
                    bias: nil)
            }
            return (products, layer)
        }
        front.initialize(repeating: 0, count: TokenBlock.capacity * ModelShape.width)
        back.initialize(repeating: 0, count: TokenBlock.capacity * ModelShape.width)
    }

    deinit {
        front.deallocate()
        back.deallocate()
        planes.deallocate()
        pieces.deallocate()
        pointers.deallocate()
    }

    /// Forgets all words: their numbers get new meanings.
    func clear() { shares.clear() }

    /// Computes the vectors of a batch.
    ///
    /// - Parameters:
    ///   - documents: their tokens in the batch, one after another.
    ///   - output: a row of 96 for each token.
    ///   - word: a number for what a token is, the same for the same embedding.
    ///   - embedding: the 96 numbers of a word.
    func run(
        documents: [Range<Int>], output: UnsafeMutablePointer<Float>, word: (_ token: Int) -> Int32,
        embedding: (_ word: Int32) -> UnsafePointer<Float>
    ) {
        block.clear()
        for document in documents {
            for start in stride(from: document.lowerBound, to: document.upperBound, by: TokenBlock.segment) {
                block.add(start..<min(start + TokenBlock.segment, document.upperBound), of: document)
                if block.isFull {
                    compute(output, word, embedding)
                    block.clear()
                }
            }
        }
        if !block.segments.isEmpty { compute(output, word, embedding) }
    }

    private func compute(
        _ output: UnsafeMutablePointer<Float>, _ word: (Int) -> Int32, _ embedding: (Int32) -> UnsafePointer<Float>
    ) {
        let width = ModelShape.width
        words.removeAll(keepingCapacity: true)
        for (row, token) in block.tokens.enumerated() {
            guard token >= 0 else {
                words.append(-1)
                (front + row * width).update(repeating: 0, count: width)
                continue
            }
            let here = word(Int(token))
            words.append(here)
            (front + row * width).update(from: embedding(here), count: width)
        }
        shares.find(words[...], embeddings: front, into: pointers)
        let count = block.tokens.count
        ent_window_sum_norm(back + width, front + width, pointers, first.bias, first.gain, first.normBias, count - 2)
        clearSurroundings(of: back, reach: ModelShape.depth - 1)
        var (from, to) = (back, front)
        for (depth, layer) in layers.enumerated() {
            apply(layer, from: from, to: to, reach: ModelShape.depth - 2 - depth)
            swap(&from, &to)
        }
        for segment in block.segments {
            (output + segment.tokens.lowerBound * width).update(
                from: from + segment.row * width, count: segment.tokens.count * width)
        }
    }

    private func apply(
        _ layer: (products: [MatrixProduct], weights: NetworkWeights.Layer), from: UnsafeMutablePointer<Float>,
        to: UnsafeMutablePointer<Float>, reach: Int
    ) {
        let (width, tile) = (ModelShape.width, ModelShape.tile)
        clearSurroundings(of: to, reach: reach)
        block.quads(reach: reach, into: &starts)
        starts.withUnsafeBufferPointer { starts in
            guard let starts = starts.baseAddress else { return }
            for first in stride(from: 0, to: self.starts.count, by: tile) {
                ent_winograd_input(planes, from, starts + first, tile)
                for (i, product) in layer.products.enumerated() {
                    product.run(planes + i * tile * width, pieces + i * tile * ModelShape.pieces)
                }
                ent_winograd_output_norm(
                    to, from, pieces, starts + first, layer.weights.bias, layer.weights.gain, layer.weights.normBias,
                    tile)
            }
        }
    }

    /// Sets to zero what lies further than `reach` from the segments: a quad may read it, so it must be the same always.
    private func clearSurroundings(of rows: UnsafeMutablePointer<Float>, reach: Int) {
        let width = ModelShape.width
        for segment in block.segments {
            let before = TokenBlock.before - reach
            (rows + (segment.row - TokenBlock.before) * width).update(repeating: 0, count: before * width)
            let end = segment.row + segment.tokens.count + reach
            (rows + end * width).update(repeating: 0, count: (TokenBlock.after - reach) * width)
        }
    }
}
