import Annotation
import Kernels
import SpacyModel

/// A word type as this worker has met it.
struct Lexeme {
    /// spaCy's key of the form.
    var orth: UInt64
    var lower: StringKey
    /// Where the lower-cased form stands in `Lexicon.lowerText`.
    var lowerStart: Int32
    var lowerEnd: Int32
    var isSpace: Bool
    /// May begin a run that the tokenizer's special cases rewrite.
    var beginsPhrase: Bool
    /// Which of the attribute rules' conditions on the lower-cased form it meets.
    var formClass: UInt16
}

/// The word types of one worker, with their embeddings in both networks: each computed when it is first met.
///
/// Bounded: `isFull` asks the worker to start anew between batches; nothing that is written out depends on it.
final class Lexicon {
    /// Some 30 MB of embeddings.
    static let limit = 24_000

    let model: LanguageModel
    private(set) var lexemes: [Lexeme] = []
    private(set) var lowerText: [UInt8] = []
    private var index = IdentityTable()
    /// For each lexeme its vector in the tagger's and parser's network when no space follows and when one does, and
    /// in the entity recogniser's: 3 x 96.
    private(set) var embeddings: [Float] = []
    private var scratch = [Float](repeating: 0, count: 2 * ModelShape.pieces)
    private var scalars: [UInt32] = []

    static let stride = 3 * ModelShape.width

    init(model: LanguageModel) { self.model = model }

    var isFull: Bool { lexemes.count >= Lexicon.limit }

    func clear() {
        lexemes.removeAll(keepingCapacity: true)
        lowerText.removeAll(keepingCapacity: true)
        embeddings.removeAll(keepingCapacity: true)
        index.clear()
    }

    /// The lexeme of a form.
    ///
    /// - Parameter norm: a norm that a special case sets; 0 for the form's own. Lexemes of one form and different
    ///   norms are different.
    func lexeme(_ bytes: UnsafeRawBufferPointer, norm: UInt64) -> Int32 {
        let identity = StringKey(bytes: bytes).value ^ (norm &* 0x9e37_79b9_7f4a_7c15)
        if let known = index[identity] { return known }
        scalars.removeAll(keepingCapacity: true)
        scalars.append(contentsOf: String(decoding: bytes, as: UTF8.self).unicodeScalars.lazy.map(\.value))
        let attributes = LexicalAttributes(scalars, bytes: bytes)
        let id = Int32(lexemes.count)
        lexemes.append(
            Lexeme(
                orth: attributes.orth, lower: attributes.lower, lowerStart: Int32(lowerText.count),
                lowerEnd: Int32(lowerText.count + attributes.lowerText.count), isSpace: attributes.isSpace,
                beginsPhrase: model.tokenizer.phrases[attributes.orth] != nil,
                formClass: model.attributes.formClass(of: attributes.lowerText)))
        lowerText += attributes.lowerText
        embed(attributes, norm: norm != 0 ? norm : model.norm(orth: attributes.orth, lowerText: attributes.lowerText))
        index[identity] = id
        return id
    }

    /// The lower-cased form of a lexeme.
    func lowerText(of id: Int32) -> ArraySlice<UInt8> {
        let lexeme = lexemes[Int(id)]
        return lowerText[Int(lexeme.lowerStart)..<Int(lexeme.lowerEnd)]
    }

    /// `MultiHashEmbed` and its mixing layer, for the three vectors.
    private func embed(_ attributes: LexicalAttributes, norm: UInt64) {
        let (width, pieces) = (ModelShape.width, ModelShape.pieces)
        let (shared, entity) = (model.shared, model.entity)
        let row = model.vectorRows[attributes.orth].map { Int($0) * pieces }
        let start = embeddings.count
        embeddings.append(contentsOf: repeatElement(0, count: Lexicon.stride))
        let keys = [norm, attributes.prefix, attributes.suffix, attributes.shape]
        scratch.withUnsafeMutableBufferPointer { scratch in
            embeddings.withUnsafeMutableBufferPointer { embeddings in
                guard let sum = scratch.baseAddress, let out = embeddings.baseAddress.map({ $0 + start }) else {
                    return
                }
                // What does not depend on the space after the word is summed once.
                sum.update(from: shared.mixBias, count: pieces)
                Lexicon.add(keys, shared.tables[...], row.map { shared.vectors + $0 }, to: sum)
                Lexicon.add([attributes.isSpace ? 1 : 0], shared.tables.suffix(1), nil, to: sum)
                for space in 0..<2 {
                    let whole = sum + pieces
                    whole.update(from: sum, count: pieces)
                    Lexicon.add([UInt64(space)], shared.tables.dropFirst(keys.count), nil, to: whole)
                    ent_maxout3_norm(out + space * width, nil, whole, shared.mixGain, shared.mixNormBias, 1)
                }
                sum.update(from: entity.mixBias, count: pieces)
                Lexicon.add(keys, entity.tables[...], row.map { entity.vectors + $0 }, to: sum)
                ent_maxout3_norm(out + 2 * width, nil, sum, entity.mixGain, entity.mixNormBias, 1)
            }
        }
    }

    /// Adds the mixed rows of some keys, each of its own table, and perhaps a static vector.
    private static func add(
        _ keys: [UInt64], _ tables: ArraySlice<NetworkWeights.Table>, _ vector: UnsafePointer<Float>?,
        to sum: UnsafeMutablePointer<Float>
    ) {
        let pieces = ModelShape.pieces
        var rows: [UnsafePointer<Float>?] = []
        rows.reserveCapacity(4 * keys.count + 1)
        for (key, table) in zip(keys, tables) {
            var hashes: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
            withUnsafeMutablePointer(to: &hashes) {
                $0.withMemoryRebound(to: UInt32.self, capacity: 4) { ent_murmur3_128(key, table.seed, $0) }
            }
            for hash in [hashes.0, hashes.1, hashes.2, hashes.3] {
                rows.append(table.values + Int(hash % table.rows) * pieces)
            }
        }
        if let vector { rows.append(vector) }
        rows.withUnsafeBufferPointer { ent_sum_rows(sum, $0.baseAddress, rows.count, pieces) }
    }
}
