/// Makes a document from plain descriptions: for tests that need no model, and for parses made elsewhere.
package struct DocumentBuilder {
    private var text: [UInt8] = []
    private var tokens: [Token] = []
    private var lemmaText: [UInt8] = []
    private var morphs: [String] = [""]
    private var morphIndex: [String: UInt16] = ["": 0]
    private var entities: [EntityMention] = []

    package init() {}

    /// Adds a token after the text so far.
    ///
    /// - Parameters:
    ///   - head: index in the document of the head; the token's own index for a root.
    ///   - space: whether one space follows.
    package mutating func add(
        _ word: String, lemma: String, tag: Tag, pos: PartOfSpeech, dependency: Dependency, head: Int,
        morph: String = "", sentenceStart: Bool = false, space: Bool = true
    ) {
        let start = text.count
        text.append(contentsOf: word.utf8)
        let end = text.count
        if space { text.append(32) }
        let lemmaStart = lemmaText.count
        lemmaText.append(contentsOf: lemma.utf8)
        let index = morphIndex[morph] ?? UInt16(morphs.count)
        if Int(index) == morphs.count {
            morphs.append(morph)
            morphIndex[morph] = index
        }
        tokens.append(
            Token(
                start: Int32(start), end: Int32(end), head: Int32(head), dependency: dependency, tag: tag, pos: pos,
                isSentenceStart: sentenceStart || tokens.isEmpty, hasTrailingSpace: space, morph: index,
                lower: StringKey(word.lowercased()), lemma: StringKey(lemma), lemmaStart: Int32(lemmaStart),
                lemmaEnd: Int32(lemmaText.count)))
    }

    package mutating func addEntity(_ tokens: Range<Int>, _ label: EntityLabel) {
        entities.append(EntityMention(tokens: tokens, label: label))
    }

    package func build() -> Document {
        Document(text: text, tokens: tokens, entities: entities, lemmaText: lemmaText, morphs: morphs)
    }
}
