import Annotation

/// A place name that was found in a document, not yet resolved.
struct PlaceName {
    /// What says that it is one.
    enum Source { case parser, words, body }

    /// The tokens of the name, without an article.
    var tokens: Range<Int>
    /// Of the folded name.
    var hash: UInt64
    var source: Source
    /// What the words beside it say that it is.
    var kind: PlaceKind?
    /// Whether the gazetteer knows it.
    var isKnown: Bool
}
