/// A named entity as the recogniser found it: a run of tokens with an OntoNotes label.
package struct EntityMention: Hashable, Sendable {
    /// Token indices, half-open.
    package var tokens: Range<Int>
    package var label: EntityLabel

    package init(tokens: Range<Int>, label: EntityLabel) {
        self.tokens = tokens
        self.label = label
    }
}
