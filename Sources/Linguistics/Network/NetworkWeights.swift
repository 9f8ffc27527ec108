import SpacyModel

/// Views of a compiled network: where each part's numbers begin. The memory is the compiled model's.
///
/// `@unchecked Sendable`: pointers into a read-only mapping that the `LanguageModel` keeps alive.
struct NetworkWeights: @unchecked Sendable {
    /// One hash table's mixed rows of 288, and its hash seed.
    struct Table {
        var seed: UInt32
        var rows: UInt32
        var values: UnsafePointer<Float>
    }

    struct Layer {
        /// [288, 288] of the first layer, six times [96, 288] of the others (`Winograd`).
        var weights: UnsafePointer<Float>
        var bias: UnsafePointer<Float>
        var gain: UnsafePointer<Float>
        var normBias: UnsafePointer<Float>
    }

    let tables: [Table]
    let mixBias: UnsafePointer<Float>
    let mixGain: UnsafePointer<Float>
    let mixNormBias: UnsafePointer<Float>
    /// Static vectors after projection and mixing, rows of 288.
    let vectors: UnsafePointer<Float>
    let layers: [Layer]

    init(_ compiled: CompiledModel, embedding: Section, vectors: Section, encoder: Section, rows: [Int]) throws {
        let (width, pieces) = (ModelShape.width, ModelShape.pieces)
        let count = rows.count + rows.reduce(0, +) * pieces + pieces + 2 * width
        let base = try compiled.floats(embedding, count: count)
        var at = base + rows.count
        var tables: [Table] = []
        for (i, size) in rows.enumerated() {
            tables.append(Table(seed: UInt32(base[i]), rows: UInt32(size), values: at))
            at += size * pieces
        }
        self.tables = tables
        mixBias = at
        mixGain = at + pieces
        mixNormBias = at + pieces + width
        let vectorBytes = try compiled.bytes(vectors)
        self.vectors = try compiled.floats(vectors, count: vectorBytes.count / 4)
        let sizes = (0..<ModelShape.depth).map { layer in
            (layer == 0 ? pieces * pieces : Winograd.planes * width * pieces) + pieces + 2 * width
        }
        at = try compiled.floats(encoder, count: sizes.reduce(0, +))
        layers = sizes.map { size in
            let bias = at + size - pieces - 2 * width
            defer { at += size }
            return Layer(weights: at, bias: bias, gain: bias + pieces, normBias: bias + pieces + width)
        }
    }
}

/// A linear output over token vectors: [96, columns] and a bias; columns are padded.
struct OutputWeights: @unchecked Sendable {
    let weights: UnsafePointer<Float>
    let bias: UnsafePointer<Float>
    let classes: Int
    let columns: Int

    init(_ compiled: CompiledModel, _ section: Section, classes: Int) throws {
        columns = ModelShape.padded(classes)
        self.classes = classes
        weights = try compiled.floats(section, count: (ModelShape.width + 1) * columns)
        bias = weights + ModelShape.width * columns
    }
}

/// The weights of a transition model (`TransitionBasedParser.v2` with an upper layer).
struct TransitionWeights: @unchecked Sendable {
    let features: Int
    let classes: Int
    /// Columns of the output, padded.
    let columns: Int
    /// [96, 64] and 64.
    let projection: UnsafePointer<Float>
    let projectionBias: UnsafePointer<Float>
    /// [64, features x 128].
    let lower: UnsafePointer<Float>
    let lowerBias: UnsafePointer<Float>
    let padding: UnsafePointer<Float>
    /// [64, columns] and columns.
    let output: UnsafePointer<Float>
    let outputBias: UnsafePointer<Float>

    init(_ compiled: CompiledModel, _ section: Section, features: Int, classes: Int) throws {
        let (width, hidden, pieces) = (ModelShape.width, ModelShape.hidden, ModelShape.hiddenPieces)
        self.features = features
        self.classes = classes
        columns = ModelShape.padded(classes)
        let sizes = [
            width * hidden, hidden, hidden * features * pieces, pieces, features * pieces, hidden * columns, columns,
        ]
        var at = try compiled.floats(section, count: sizes.reduce(0, +))
        var parts: [UnsafePointer<Float>] = []
        for size in sizes {
            parts.append(at)
            at += size
        }
        (projection, projectionBias, lower, lowerBias) = (parts[0], parts[1], parts[2], parts[3])
        (padding, output, outputBias) = (parts[4], parts[5], parts[6])
    }
}
