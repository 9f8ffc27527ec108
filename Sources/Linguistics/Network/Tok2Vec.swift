import Kernels

/// A token-to-vector network: embedded words through four residual convolutions (`MaxoutWindowEncoder.v2`).
///
/// One worker's: holds packed weights and scratch memory. Works through the stream in blocks that fit the second-level
/// cache, each with a halo of the rows that the layers see.
final class Tok2Vec {
    /// Rows of output a block has.
    private static let block = 512
    private static let halo = ModelShape.depth
    private static let capacity = block + 2 * halo + 2 * ModelShape.tile

    private let first: NetworkWeights.Layer
    private let shares: WordShares
    private let layers: [(product: MatrixProduct, weights: NetworkWeights.Layer)]
    // Blocks' rows before and after a layer, an expanded window of one tile, its product, and the rows' shares.
    private let front = UnsafeMutablePointer<Float>.allocate(capacity: Tok2Vec.capacity * ModelShape.width)
    private let back = UnsafeMutablePointer<Float>.allocate(capacity: Tok2Vec.capacity * ModelShape.width)
    private let window = UnsafeMutablePointer<Float>.allocate(capacity: ModelShape.tile * 3 * ModelShape.width)
    private let pieces = UnsafeMutablePointer<Float>.allocate(capacity: ModelShape.tile * ModelShape.pieces)
    private let pointers = UnsafeMutablePointer<UnsafePointer<Float>?>.allocate(capacity: Tok2Vec.capacity)
    private var words: [Int32] = []

    /// - Throws: `EngineError`.
    init(_ weights: NetworkWeights) throws {
        first = weights.layers[0]
        shares = try WordShares(first.weights, rows: Tok2Vec.capacity)
        layers = try weights.layers.dropFirst().map { layer in
            let product = try MatrixProduct(
                inner: 3 * ModelShape.width, columns: ModelShape.pieces, weights: layer.weights, bias: layer.bias)
            return (product, layer)
        }
        front.initialize(repeating: 0, count: Tok2Vec.capacity * ModelShape.width)
        back.initialize(repeating: 0, count: Tok2Vec.capacity * ModelShape.width)
    }

    deinit {
        front.deallocate()
        back.deallocate()
        window.deallocate()
        pieces.deallocate()
        pointers.deallocate()
    }

    /// Forgets all words: their numbers get new meanings.
    func clear() { shares.clear() }

    /// Computes the vectors of a stream.
    ///
    /// - Parameters:
    ///   - rows: of the stream, padding and all.
    ///   - output: `rows` rows of 96.
    ///   - word: a number for what stands in a row, the same for the same embedding; -1 for padding.
    ///   - embedding: the 96 numbers of a word.
    func run(
        rows: Int, output: UnsafeMutablePointer<Float>, word: (_ row: Int) -> Int32,
        embedding: (_ word: Int32) -> UnsafePointer<Float>
    ) {
        let width = ModelShape.width
        for begin in stride(from: 0, to: rows, by: Tok2Vec.block) {
            let count = min(Tok2Vec.block, rows - begin)
            // Row r of the stream is row r - begin + halo of the block.
            let total = count + 2 * Tok2Vec.halo
            words.removeAll(keepingCapacity: true)
            for local in 0..<total {
                let row = begin + local - Tok2Vec.halo
                let here = row >= 0 && row < rows ? word(row) : -1
                words.append(here)
                if here >= 0 {
                    (front + local * width).update(from: embedding(here), count: width)
                } else {
                    (front + local * width).update(repeating: 0, count: width)
                }
            }
            shares.find(words[...], embeddings: front, into: pointers)
            ent_window_sum_norm(
                back + width, front + width, pointers, first.bias, first.gain, first.normBias, total - 2)
            var (from, to) = (back, front)
            for (depth, layer) in layers.enumerated() {
                apply(layer, from: from, to: to, rows: depth + 2..<total - depth - 2)
                swap(&from, &to)
            }
            (output + begin * width).update(from: from + Tok2Vec.halo * width, count: count * width)
        }
    }

    private func apply(
        _ layer: (product: MatrixProduct, weights: NetworkWeights.Layer), from: UnsafeMutablePointer<Float>,
        to: UnsafeMutablePointer<Float>, rows: Range<Int>
    ) {
        let (width, tile) = (ModelShape.width, ModelShape.tile)
        for row in stride(from: rows.lowerBound, to: rows.upperBound, by: tile) {
            // A window is three neighbouring rows, which lie one after another already.
            for i in 0..<tile {
                (window + i * 3 * width).update(from: from + (row + i - 1) * width, count: 3 * width)
            }
            layer.product.run(window, pieces)
            ent_maxout3_norm(
                to + row * width, from + row * width, pieces, layer.weights.gain, layer.weights.normBias, tile)
        }
    }
}
