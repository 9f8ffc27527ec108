/// An attribution: somebody says something.
package struct Statement: Sendable {
    package enum Quotation: String, Sendable { case direct, mixed, indirect }

    /// Somebody named in the statement: an actor where one was resolved, and the words.
    package struct Party: Hashable, Sendable {
        /// Index in `CodedReport.actors`.
        package var actor: Int?
        package var span: TextSpan

        package init(actor: Int?, span: TextSpan) {
            self.actor = actor
            self.span = span
        }
    }

    /// Index in `CodedReport.statements`.
    package var id: Int
    package var speaker: Party?
    package var cue: TextSpan
    /// In text order; several when the cue interrupts.
    package var content: [TextSpan]
    package var quoted: Quotation
    package var addressee: Party?
    /// Media and intermediaries ("as reported by state media").
    package var via: [Party]
    package var date: EventDate?

    package init(
        id: Int, speaker: Party?, cue: TextSpan, content: [TextSpan], quoted: Quotation, addressee: Party? = nil,
        via: [Party] = [], date: EventDate? = nil
    ) {
        self.id = id
        self.speaker = speaker
        self.cue = cue
        self.content = content
        self.quoted = quoted
        self.addressee = addressee
        self.via = via
        self.date = date
    }
}
