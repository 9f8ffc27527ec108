import Kernels

/// What words contribute to the first convolution, kept per word: a window is linear before its maximum, so the
/// products of an embedding with the three parts of the first layer's weights are computed once a word.
///
/// The first words met keep a place for good, which are the frequent ones; when all places are taken the others are
/// computed again for each block. `clear` follows the lexicon's.
final class WordShares {
    /// Places for good: 28 MB when all are taken.
    private static let limit = 8192
    private static let page = 256
    private static let size = 3 * ModelShape.pieces

    private let product: MatrixProduct
    private var pages: [UnsafeMutablePointer<Float>] = []
    /// Words of the block without a place for good.
    private let passing: UnsafeMutablePointer<Float>
    private var passingWords: [Int32] = []
    private var kept = 0
    /// Place of a word; -1 for none. Places from `limit` on are passing.
    private var places: [Int32] = []
    private let zeros = UnsafeMutablePointer<Float>.allocate(capacity: WordShares.size)
    private let input = UnsafeMutablePointer<Float>.allocate(capacity: ModelShape.tile * ModelShape.width)
    private let output = UnsafeMutablePointer<Float>.allocate(capacity: ModelShape.tile * WordShares.size)

    /// - Parameters:
    ///   - weights: the first layer's, [288, 288].
    ///   - rows: the most rows that one block asks for.
    init(_ weights: UnsafePointer<Float>, rows: Int) throws {
        let (width, pieces) = (ModelShape.width, ModelShape.pieces)
        // From [part, inner, outer] to [inner, part, outer]: one product makes all three shares.
        var turned = [Float](repeating: 0, count: 3 * width * pieces)
        for part in 0..<3 {
            for inner in 0..<width {
                for outer in 0..<pieces {
                    turned[(inner * 3 + part) * pieces + outer] = weights[(part * width + inner) * pieces + outer]
                }
            }
        }
        product = try MatrixProduct(inner: width, columns: 3 * pieces, weights: turned, bias: nil)
        passing = .allocate(capacity: rows * WordShares.size)
        zeros.initialize(repeating: 0, count: WordShares.size)
        input.initialize(repeating: 0, count: ModelShape.tile * width)
    }

    deinit {
        for page in pages { page.deallocate() }
        passing.deallocate()
        zeros.deallocate()
        input.deallocate()
        output.deallocate()
    }

    func clear() {
        kept = 0
        places.removeAll(keepingCapacity: true)
    }

    /// Points each row to its word's shares; they stay until the next call.
    ///
    /// - Parameters:
    ///   - words: the rows' words, -1 for padding, which has no share.
    ///   - embeddings: the rows' embeddings.
    func find(
        _ words: ArraySlice<Int32>, embeddings: UnsafePointer<Float>,
        into shares: UnsafeMutablePointer<UnsafePointer<Float>?>
    ) {
        for word in passingWords where Int(word) < places.count { places[Int(word)] = -1 }
        passingWords.removeAll(keepingCapacity: true)
        var new: [(place: Int32, row: Int)] = []
        for (row, word) in words.enumerated() where word >= 0 {
            let word = Int(word)
            if word >= places.count {
                places.append(contentsOf: repeatElement(-1, count: word + 1 - places.count))
            }
            if places[word] >= 0 { continue }
            if kept < WordShares.limit {
                places[word] = Int32(kept)
                kept += 1
            } else {
                places[word] = Int32(WordShares.limit + passingWords.count)
                passingWords.append(Int32(word))
            }
            new.append((places[word], row))
        }
        compute(new, embeddings)
        for (row, word) in words.enumerated() {
            shares[row] = word < 0 ? UnsafePointer(zeros) : UnsafePointer(memory(places[Int(word)]))
        }
    }

    private func compute(_ new: [(place: Int32, row: Int)], _ embeddings: UnsafePointer<Float>) {
        let (tile, width) = (ModelShape.tile, ModelShape.width)
        for first in stride(from: 0, to: new.count, by: tile) {
            let part = new[first..<min(first + tile, new.count)]
            for (i, word) in part.enumerated() {
                (input + i * width).update(from: embeddings + word.row * width, count: width)
            }
            product.run(input, output)
            for (i, word) in part.enumerated() {
                memory(word.place).update(from: output + i * WordShares.size, count: WordShares.size)
            }
        }
    }

    private func memory(_ place: Int32) -> UnsafeMutablePointer<Float> {
        let place = Int(place)
        if place >= WordShares.limit { return passing + (place - WordShares.limit) * WordShares.size }
        while pages.count <= place / WordShares.page {
            pages.append(.allocate(capacity: WordShares.page * WordShares.size))
        }
        return pages[place / WordShares.page] + place % WordShares.page * WordShares.size
    }
}
