import SpacyModel

/// The parts of a thinc network in the layouts that the kernels read.
///
/// Maxout pieces are laid out in planes: all outputs of the first piece, then all of the second, so that the maximum
/// of pieces is one of whole vectors.
struct NetworkParts {
    private let network: ThincModel
    private let file: String

    init(_ network: ThincModel, file: String) {
        self.network = network
        self.file = file
    }

    private func parameter(_ node: String, _ index: Int, _ name: String, _ shape: [Int]) throws -> Tensor {
        let nodes = network.all(node)
        guard index < nodes.count, let tensor = nodes[index].parameters[name], tensor.shape == shape else {
            throw ModelError.unexpected(file: file, expected: "\(node) \(index) with \(name) of shape \(shape)")
        }
        return tensor
    }

    /// Row r of a [outputs, pieces, inner] tensor's planes: plane p, output o is row p * outputs + o.
    private func planes(_ tensor: Tensor) -> [[Float]] {
        let (outputs, pieces) = (tensor.shape[0], tensor.shape[1])
        let inner = tensor.values.count / outputs / pieces
        return (0..<pieces * outputs).map { row in
            let from = (row % outputs * pieces + row / outputs) * inner
            return Array(tensor.values[from..<from + inner])
        }
    }

    private func transposed(_ rows: [[Float]], columns: Int) -> [Float] {
        let inner = rows.first?.count ?? 0
        var out = [Float](repeating: 0, count: inner * columns)
        for (column, row) in rows.enumerated() {
            for (i, value) in row.enumerated() { out[i * columns + column] = value }
        }
        return out
    }

    private func mixing(features: Int) throws -> [[Float]] {
        let width = ModelShape.width
        return planes(try parameter("maxout", 0, "W", [width, 3, width * (features + 1)]))
    }

    /// The seeds of the hash embeddings, in order.
    private func seeds(_ count: Int) throws -> [Float] {
        let nodes = network.all("hashembed")
        guard nodes.count == count else {
            throw ModelError.unexpected(file: file, expected: "\(count) hash embeddings")
        }
        return try nodes.map { node in
            guard let seed = node.numbers["seed"] else { throw ModelError.unexpected(file: file, expected: "a seed") }
            return Float(seed)
        }
    }

    /// Seeds, then the mixed rows of each table, then the mixing layer's bias, and its norm's gain and bias.
    func embedding(rows: [Int]) throws -> [Float] {
        let width = ModelShape.width
        let mix = try mixing(features: rows.count)
        var out = try seeds(rows.count)
        for (feature, count) in rows.enumerated() {
            let table = try parameter("hashembed", feature, "E", [count, width])
            let share = mix.map { Array($0[feature * width..<(feature + 1) * width]) }
            out += try product(table.values, rows: count, inner: width, by: transposed(share, columns: mix.count))
        }
        out += planes(try parameter("maxout", 0, "b", [width, 3])).map { $0[0] }
        out += try parameter("layernorm", 0, "G", [width]).values
        out += try parameter("layernorm", 0, "b", [width]).values
        return out
    }

    /// The static vectors after projection and mixing: [rows, 288].
    func mixed(_ vectors: Tensor, features: Int) throws -> [Float] {
        let width = ModelShape.width
        let projection = try parameter("static_vectors", 0, "W", [width, vectors.shape[1]])
        let share = try mixing(features: features).map { Array($0[(features * width)...]) }
        let projected = transposed(
            (0..<width).map { Array(projection.values[$0 * vectors.shape[1]..<($0 + 1) * vectors.shape[1]]) },
            columns: width)
        let narrow = try product(vectors.values, rows: vectors.shape[0], inner: vectors.shape[1], by: projected)
        return try product(narrow, rows: vectors.shape[0], inner: width, by: transposed(share, columns: share.count))
    }

    /// For each convolution: weights, bias, gain and bias of the norm. The first layer's weights are [288, 288], the
    /// others' six of [96, 288], as `Winograd` takes them.
    func encoder() throws -> [Float] {
        let width = ModelShape.width
        var out: [Float] = []
        for layer in 1...ModelShape.depth {
            let rows = planes(try parameter("maxout", layer, "W", [width, 3, 3 * width]))
            let plain = transposed(rows, columns: ModelShape.pieces)
            out += layer == 1 ? plain : Winograd.weights(plain, width: width, columns: ModelShape.pieces)
            out += planes(try parameter("maxout", layer, "b", [width, 3])).map { $0[0] }
            out += try parameter("layernorm", layer, "G", [width]).values
            out += try parameter("layernorm", layer, "b", [width]).values
        }
        return out
    }

    /// Projection [96, 64] and its bias; lower weights [64, features x 128], lower bias, padding; then output weights
    /// [64, padded classes] and bias.
    func transitions(features: Int) throws -> [Float] {
        let (width, hidden) = (ModelShape.width, ModelShape.hidden)
        // The first "linear" of the walk is the output, the second the projection.
        let classes = network.all("linear").first?.parameters["b"]?.shape.first ?? 0
        let output = try parameter("linear", 0, "W", [classes, hidden])
        let projection = try parameter("linear", 1, "W", [hidden, width])
        let lower = try parameter("precomputable_affine", 0, "W", [features, hidden, 2, hidden])
        let padding = try parameter("precomputable_affine", 0, "pad", [1, features, hidden, 2])
        func rows(_ values: [Float], _ width: Int) -> [[Float]] {
            stride(from: 0, to: values.count, by: width).map { Array(values[$0..<$0 + width]) }
        }
        var out = transposed(rows(projection.values, width), columns: hidden)
        out += try parameter("linear", 1, "b", [hidden]).values
        let perFeature = rows(lower.values, hidden * 2 * hidden).flatMap {
            planes(Tensor(shape: [hidden, 2, hidden], values: $0))
        }
        out += transposed(perFeature, columns: features * ModelShape.hiddenPieces)
        out += planes(try parameter("precomputable_affine", 0, "b", [hidden, 2])).map { $0[0] }
        out += rows(padding.values, hidden * 2).flatMap {
            planes(Tensor(shape: [hidden, 2], values: $0)).map { $0[0] }
        }
        out += transposed(rows(output.values, hidden), columns: ModelShape.padded(classes))
        let bias = try parameter("linear", 0, "b", [classes]).values
        return out + bias + [Float](repeating: 0, count: ModelShape.padded(classes) - classes)
    }

    /// Weights [96, 64] and bias of the tagger's output, padded.
    func softmax() throws -> [Float] {
        let labels = network.all("softmax").first?.parameters["b"]?.shape.first ?? 0
        let weights = try parameter("softmax", 0, "W", [labels, ModelShape.width])
        let rows = (0..<labels).map { Array(weights.values[$0 * ModelShape.width..<($0 + 1) * ModelShape.width]) }
        let columns = ModelShape.padded(labels)
        let bias = try parameter("softmax", 0, "b", [labels]).values
        return transposed(rows, columns: columns) + bias + [Float](repeating: 0, count: columns - labels)
    }

    private func product(_ values: [Float], rows: Int, inner: Int, by weights: [Float]) throws -> [Float] {
        let columns = weights.count / inner
        let product = try MatrixProduct(inner: inner, columns: columns, weights: weights, bias: nil)
        let tile = ModelShape.tile
        var input = [Float](repeating: 0, count: tile * inner)
        var output = [Float](repeating: 0, count: tile * columns)
        var out: [Float] = []
        out.reserveCapacity(rows * columns)
        for first in stride(from: 0, to: rows, by: tile) {
            let count = min(tile, rows - first)
            input.replaceSubrange(0..<count * inner, with: values[first * inner..<(first + count) * inner])
            input.withUnsafeBufferPointer { a in
                output.withUnsafeMutableBufferPointer { c in
                    guard let a = a.baseAddress, let c = c.baseAddress else { return }
                    product.run(a, c)
                }
            }
            out += output[0..<count * columns]
        }
        return out
    }
}
