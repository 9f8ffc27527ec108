/// An attribution: somebody says something.
package struct Statement: Sendable {
    package enum Quotation: String, Sendable { case direct, mixed, indirect }

    /// What the speaker does with the content.
    package enum Kind: String, Sendable, CaseIterable {
        /// Says or writes it.
        case say
        /// Asks for it, orders or proposes it.
        case ask
        /// Blames, praises or accuses.
        case judge
        /// Holds it true or not, knows, expects.
        case believe
        /// Wants, hopes, fears.
        case feel
        /// Means to do it, agrees or refuses to.
        case plan
        /// Is for it or against it.
        case stand
        /// Bears it out, as documents and polls do.
        case show
    }

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
    package var kind: Kind
    package var speaker: Party?
    package var cue: TextSpan
    /// In text order; several when the cue interrupts.
    package var content: [TextSpan]
    package var quoted: Quotation
    /// Whether the speaker tells what the content tells; false where the content only names a thing ("condemned the raid").
    package var tells: Bool
    package var addressee: Party?
    /// Media and intermediaries ("as reported by state media").
    package var via: [Party]
    package var date: EventDate?

    package init(
        id: Int, kind: Kind = .say, speaker: Party?, cue: TextSpan, content: [TextSpan], quoted: Quotation,
        tells: Bool = true, addressee: Party? = nil, via: [Party] = [], date: EventDate? = nil
    ) {
        self.id = id
        self.kind = kind
        self.tells = tells
        self.speaker = speaker
        self.cue = cue
        self.content = content
        self.quoted = quoted
        self.addressee = addressee
        self.via = via
        self.date = date
    }
}
