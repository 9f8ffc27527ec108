import Annotation
import SpacyModel

/// The language model as the workers read it: a mapped file and the small tables made from it. Loaded once, read-only.
///
/// `@unchecked Sendable`: the pointers lead into the compiled model, which is read-only and which this keeps alive.
final class LanguageModel: @unchecked Sendable {
    let compiled: CompiledModel
    /// "en_core_web_md 3.8.0".
    let name: String
    let tokenizer: TokenizerRules
    let tags: [Tag]
    let parserMoves: ParserMoves
    let entityMoves: EntityMoves
    let attributes: AttributeRules
    let lemmas: LemmaTables
    let norms: KeyTable
    let normText: [UInt8]
    let vectorRows: KeyTable
    private let vectorBytes: UnsafeRawBufferPointer
    let shared: NetworkWeights
    let entity: NetworkWeights
    let tagger: OutputWeights
    let parser: TransitionWeights
    let recognizer: TransitionWeights

    /// - Throws: `ModelError` or `PatternError`.
    init(_ compiled: CompiledModel) throws {
        self.compiled = compiled
        name = try compiled.lines(.name).first ?? ""
        tokenizer = try TokenizerRules(message: compiled.bytes(.tokenizer))
        tags = try compiled.lines(.taggerLabels).map { label in
            guard let tag = Tag(label: label) else {
                throw ModelError.unexpected(file: "tagger/cfg", expected: "Penn Treebank tags, not '\(label)'")
            }
            return tag
        }
        parserMoves = try ParserMoves(compiled.lines(.parserMoves))
        entityMoves = try EntityMoves(compiled.lines(.entityMoves))
        attributes = try AttributeRules(message: compiled.bytes(.attributePatterns))
        lemmas = try LemmaTables(compiled)
        norms = try KeyTable(compiled.bytes(.norms), name: .norms)
        normText = [UInt8](try compiled.bytes(.normText))
        vectorRows = try KeyTable(compiled.bytes(.vectorRows), name: .vectorRows)
        vectorBytes = try compiled.bytes(.vectors)
        shared = try NetworkWeights(
            compiled, embedding: .taggerEmbedding, vectors: .taggerVectors, encoder: .taggerEncoder,
            rows: ModelShape.sharedRows)
        entity = try NetworkWeights(
            compiled, embedding: .entityEmbedding, vectors: .entityVectors, encoder: .entityEncoder,
            rows: ModelShape.entityRows)
        tagger = try OutputWeights(compiled, .taggerOutput, classes: tags.count)
        parser = try TransitionWeights(
            compiled, .parserLower, features: ModelShape.parserFeatures, classes: parserMoves.count)
        recognizer = try TransitionWeights(
            compiled, .entityLower, features: ModelShape.entityFeatures, classes: entityMoves.count)
    }

    /// The norm of a lexeme: the model's table, then spaCy's own, else the lower-cased form.
    func norm(orth: UInt64, lowerText: [UInt8]) -> UInt64 {
        guard let offset = norms[orth] else { return SpacyStrings.key(lowerText) }
        return SpacyStrings.key(Array(normText[Int(offset)...].prefix { $0 != 0 }))
    }
}

extension LanguageModel: WordVectors {
    var width: Int { ModelShape.vectorWidth }

    func add(_ form: ArraySlice<UInt8>, weight: Float, to sum: inout ArraySlice<Float>) -> Bool {
        guard let row = form.withUnsafeBytes({ vectorRows[SpacyStrings.key($0)] }) else { return false }
        let values = vectorBytes.bindMemory(to: Float.self)[Int(row) * width..<(Int(row) + 1) * width]
        let square = values.reduce(0) { $0 + $1 * $1 }
        guard square > 0 else { return false }
        let scale = weight / square.squareRoot()
        for (i, value) in zip(sum.indices, values) { sum[i] += scale * value }
        return true
    }
}
