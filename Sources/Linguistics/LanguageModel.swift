import Annotation
import SpacyModel

/// The language model as the workers read it: a mapped file and the small tables made from it. Loaded once, read-only.
final class LanguageModel: Sendable {
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
