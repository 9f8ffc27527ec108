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

    private let layers: [(product: MatrixProduct, weights: NetworkWeights.Layer)]
    // Blocks' rows before and after a layer, an expanded window of one tile, and its product.
    private let front = UnsafeMutablePointer<Float>.allocate(capacity: Tok2Vec.capacity * ModelShape.width)
    private let back = UnsafeMutablePointer<Float>.allocate(capacity: Tok2Vec.capacity * ModelShape.width)
    private let window = UnsafeMutablePointer<Float>.allocate(capacity: ModelShape.tile * 3 * ModelShape.width)
    private let pieces = UnsafeMutablePointer<Float>.allocate(capacity: ModelShape.tile * ModelShape.pieces)

    /// - Throws: `EngineError`.
    init(_ weights: NetworkWeights) throws {
        layers = try weights.layers.map { layer in
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
    }

    /// Computes the vectors of a stream.
    ///
    /// - Parameters:
    ///   - embedding: copies the embedding of a row to where it is told, zeros for a row of padding.
    ///   - output: `stream.rows` rows of 96.
    func run(
        rows: Int, output: UnsafeMutablePointer<Float>,
        embedding: (_ row: Int, _ to: UnsafeMutablePointer<Float>) -> Void
    ) {
        let width = ModelShape.width
        for first in stride(from: 0, to: rows, by: Tok2Vec.block) {
            let count = min(Tok2Vec.block, rows - first)
            // Row r of the stream is row r - first + halo of the block; one row of slack on either side for windows.
            let low = 1
            let high = 1 + count + 2 * Tok2Vec.halo
            for local in low..<high {
                let row = first + local - 1 - Tok2Vec.halo
                let to = front + local * width
                if row >= 0, row < rows { embedding(row, to) } else { to.update(repeating: 0, count: width) }
            }
            var (from, to) = (front, back)
            for (depth, layer) in layers.enumerated() {
                apply(layer, from: from, to: to, rows: low + depth + 1..<high - depth - 1)
                swap(&from, &to)
            }
            (output + first * width).update(from: from + (low + Tok2Vec.halo) * width, count: count * width)
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
