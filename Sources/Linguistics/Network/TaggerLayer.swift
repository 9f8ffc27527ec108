import Kernels

/// The tagger's output: a linear layer over token vectors, and the greatest of its scores (`Tagger.v2`).
final class TaggerLayer {
    private let product: MatrixProduct
    private let weights: OutputWeights
    private var scores: [Float]
    private var input: [Float]

    init(_ weights: OutputWeights) throws {
        self.weights = weights
        product = try MatrixProduct(
            inner: ModelShape.width, columns: weights.columns, weights: weights.weights, bias: weights.bias)
        scores = [Float](repeating: 0, count: ModelShape.tile * weights.columns)
        input = [Float](repeating: 0, count: ModelShape.tile * ModelShape.width)
    }

    /// Appends the class of each of `count` rows of vectors.
    func classify(_ vectors: UnsafePointer<Float>, count: Int, into classes: inout [UInt8]) {
        let (tile, width) = (ModelShape.tile, ModelShape.width)
        scores.withUnsafeMutableBufferPointer { scores in
            input.withUnsafeMutableBufferPointer { input in
                guard let scores = scores.baseAddress, let input = input.baseAddress else { return }
                for row in stride(from: 0, to: count, by: tile) {
                    let part = min(tile, count - row)
                    input.update(from: vectors + row * width, count: part * width)
                    product.run(input, scores)
                    for i in 0..<part {
                        classes.append(UInt8(ent_argmax(scores + i * weights.columns, weights.classes)))
                    }
                }
            }
        }
    }
}
