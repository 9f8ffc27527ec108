import Annotation

/// An attribution as it is put together: tokens still, so that quotations can be joined and doubles found.
struct Draft {
    /// What the content is made of.
    enum Form { case clause, infinitive, phrase, quotation }

    var kind: Statement.Kind
    var form: Form
    /// The word that attributes.
    var cue: Int
    /// The words printed as the cue.
    var cueTokens: Range<Int>
    /// The head of whoever the source is, and the words that name them.
    var speaker: (head: Int, tokens: Range<Int>)?
    var content: [TextSpan]
    var addressee: Int?
    var via: [Int] = []

    var start: Int { content.first?.start ?? 0 }
    var end: Int { content.last?.end ?? 0 }

    /// Whether a span lies within what is said, gaps between its parts not counted.
    func holds(_ span: TextSpan) -> Bool { content.contains { $0.contains(span) } }
}
