/// One token of a parsed document. Immutable once the document stands.
package struct Token: Sendable {
    /// Bytes of the document's text, half-open.
    package var start: Int32
    package var end: Int32
    /// Index in the document of the syntactic head; a sentence's root is its own head.
    package var head: Int32
    package var dependency: Dependency
    package var tag: Tag
    package var pos: PartOfSpeech
    package var isSentenceStart: Bool
    /// True when one space (U+0020) follows.
    package var hasTrailingSpace: Bool
    /// Index into `Document.morphs`.
    package var morph: UInt16
    /// Key of the lower-cased form.
    package var lower: StringKey
    /// Key of the lemma; the words are at `Document.lemma(_:)`.
    package var lemma: StringKey
    /// Bytes of `Document.lemmaText`, half-open.
    package var lemmaStart: Int32
    package var lemmaEnd: Int32

    package init(
        start: Int32, end: Int32, head: Int32, dependency: Dependency, tag: Tag, pos: PartOfSpeech,
        isSentenceStart: Bool, hasTrailingSpace: Bool, morph: UInt16, lower: StringKey, lemma: StringKey,
        lemmaStart: Int32, lemmaEnd: Int32
    ) {
        self.start = start
        self.end = end
        self.head = head
        self.dependency = dependency
        self.tag = tag
        self.pos = pos
        self.isSentenceStart = isSentenceStart
        self.hasTrailingSpace = hasTrailingSpace
        self.morph = morph
        self.lower = lower
        self.lemma = lemma
        self.lemmaStart = lemmaStart
        self.lemmaEnd = lemmaEnd
    }

    package var span: TextSpan { TextSpan(start: Int(start), end: Int(end)) }
}
