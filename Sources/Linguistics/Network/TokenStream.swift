/// The layout of a batch of documents for the convolutions: rows of all documents one after another, with as many rows
/// of padding before, between and after them as the layers see to one side. thinc pads with zeros at the embedding
/// and lets every layer run over the padding (`with_array(pad=4)`), so no document sees another.
struct TokenStream {
    /// Rows of padding.
    static let pad = ModelShape.depth

    /// Of each document, the row of its first token.
    private(set) var starts: [Int] = []
    private(set) var rows = 0

    init(_ documents: [Range<Int>]) {
        rows = TokenStream.pad
        for document in documents {
            starts.append(rows)
            rows += document.count + TokenStream.pad
        }
    }
}
