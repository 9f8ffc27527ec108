/// Who is meant at which token: the resolved actors of a report and where each is named.
///
/// Made by `Actors`; `Statements` and `Events` ask it by the head token of an argument.
package struct Cast: Sendable {
    /// One place where an actor is named.
    package struct Mention: Hashable, Sendable {
        package var actor: Int
        /// Token indices, half-open; the head is among them.
        package var tokens: Range<Int>
        package var form: Actor.Mention.Form

        package init(actor: Int, tokens: Range<Int>, form: Actor.Mention.Form) {
            self.actor = actor
            self.tokens = tokens
            self.form = form
        }
    }

    package let actors: [Actor]
    /// Whom an actor stands for together ("the two sides"), by its index; most stand for themselves and have no entry.
    package let members: [Int: [Int]]
    private let mentions: [Mention]
    private let mentionAt: [Int32]

    /// - Parameters:
    ///   - mentions: with the token each hangs on.
    ///   - tokenCount: of the document.
    ///   - members: of actors that stand for several.
    package init(
        actors: [Actor], mentions: [(head: Int, mention: Mention)], tokenCount: Int, members: [Int: [Int]] = [:]
    ) {
        self.actors = actors
        self.members = members
        var at = [Int32](repeating: -1, count: tokenCount)
        for (i, m) in mentions.enumerated() { at[m.head] = Int32(i) }
        mentionAt = at
        self.mentions = mentions.map(\.mention)
    }

    /// The mention whose head is at a token.
    package func mention(at head: Int) -> Mention? {
        mentionAt[head] < 0 ? nil : mentions[Int(mentionAt[head])]
    }
}
