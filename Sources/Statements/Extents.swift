import Annotation

/// The first and the last token under each token.
struct Extents {
    private var first: [Int32]
    private var last: [Int32]

    init(_ document: Document) {
        let count = document.tokens.count
        first = (0..<Int32(count)).map { $0 }
        last = first
        for i in 0..<count {
            var at = Int32(i)
            // Words come in order, so a token whose last is already this one has told all above it.
            while last[Int(at)] <= Int32(i) || first[Int(at)] > Int32(i) {
                last[Int(at)] = max(last[Int(at)], Int32(i))
                first[Int(at)] = min(first[Int(at)], Int32(i))
                let up = document.tokens[Int(at)].head
                if up == at { break }
                at = up
            }
        }
    }

    /// All that hangs on a token, gaps included.
    func range(of token: Int) -> Range<Int> { Int(first[token])..<Int(last[token]) + 1 }
}
