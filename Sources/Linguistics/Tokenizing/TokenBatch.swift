/// The tokens of a batch of documents, before anything is known of them but their form.
struct TokenBatch {
    /// One token; offsets are bytes of its document's text.
    struct Item {
        var lexeme: Int32
        var start: Int32
        var end: Int32
        var hasTrailingSpace: Bool
    }

    private(set) var items: [Item] = []
    /// Of each document, its range in `items`.
    private(set) var documents: [Range<Int>] = []

    mutating func clear() {
        items.removeAll(keepingCapacity: true)
        documents.removeAll(keepingCapacity: true)
    }

    mutating func append(_ item: Item) { items.append(item) }

    mutating func markLastSpaced() {
        guard !items.isEmpty else { return }
        items[items.count - 1].hasTrailingSpace = true
    }

    mutating func closeDocument() { documents.append((documents.last?.upperBound ?? 0)..<items.count) }

    /// Where the open document begins in `items`.
    var openStart: Int { documents.last?.upperBound ?? 0 }

    mutating func replaceOpen(from start: Int, with new: [Item]) {
        items.removeSubrange(start...)
        items += new
    }
}
