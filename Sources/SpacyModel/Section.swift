/// The parts of a compiled model.
package enum Section: UInt64, CaseIterable, Sendable {
    /// "en_core_web_md 3.8.0".
    case name = 1
    /// The model's own `tokenizer` message.
    case tokenizer
    /// The model's own `attribute_ruler/patterns` message.
    case attributePatterns
    /// Lines: labels and moves in the order of the networks' outputs.
    case taggerLabels, parserMoves, entityMoves
    /// `KeyTable` from a string's key to an offset in `normText`, where the norm stands, ended by a zero byte.
    case norms, normText
    /// Lines "pos\told\tnew" in the model's order.
    case lemmaRules
    /// `KeyTable` whose keys are a form's key mixed with its part of speech; the value says nothing.
    case lemmaIndex
    /// `KeyTable` from such a key to an offset in `lemmaText`: forms ended by a zero byte, the list by an empty one.
    case lemmaExceptions, lemmaText
    /// `KeyTable` from a string's key to its row of the mixed static vectors.
    case vectorRows
    /// The static vectors as they are, rows of 300: what words mean, for those above who compare them.
    case vectors
    // The shared network of tagger and parser, then the entity recogniser's own.
    case taggerEmbedding, taggerVectors, taggerEncoder
    case entityEmbedding, entityVectors, entityEncoder
    case taggerOutput, parserLower, entityLower
}
