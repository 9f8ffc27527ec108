/// The rows that a network works on at a time: segments of documents side by side, each with all the rows around it
/// that its layers see.
///
/// What a token's vector becomes must not depend on its neighbours in the batch, to the last bit: a document is cut at
/// fixed places, its convolution's quads are counted from its own start, and no row of another segment is in reach.
/// Beyond a document's ends lie rows of zeros, over which the layers run as over words (thinc's `with_array(pad=4)`).
struct TokenBlock {
    /// Tokens of one segment: a multiple of a quad.
    static let segment = 512
    /// Rows before a segment's first token: what four layers see.
    static let before = ModelShape.depth
    /// Rows after its last: what they see, and what the last quad reads beyond.
    static let after = ModelShape.depth + 2
    /// The most rows of a block, and some more for quads that fill a tile up: they read and write only there.
    static let rows = 2 * segment
    static let spare = Winograd.quad + 2
    static let capacity = rows + segment + before + after + spare

    /// A piece of a document: its tokens in the batch, and the row of the first of them.
    struct Segment {
        var tokens: Range<Int>
        var row: Int
    }

    private(set) var segments: [Segment] = []
    /// The token of each row, -1 for a row of zeros.
    private(set) var tokens: [Int32] = []

    var isFull: Bool { tokens.count >= TokenBlock.rows }

    mutating func clear() {
        segments.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
    }

    /// Adds a segment of a document.
    mutating func add(_ range: Range<Int>, of document: Range<Int>) {
        segments.append(Segment(tokens: range, row: tokens.count + TokenBlock.before))
        for token in range.lowerBound - TokenBlock.before..<range.upperBound + TokenBlock.after {
            // The last rows are only there to be read beyond: what they hold must not depend on where the cut is.
            let isSeen = token < range.upperBound + ModelShape.depth
            tokens.append(document.contains(token) && isSeen ? Int32(token) : -1)
        }
    }

    /// The first rows of the quads that a layer needs, `reach` rows around each segment; the list is filled up to whole
    /// tiles with quads of the spare rows.
    func quads(reach: Int, into starts: inout [Int32]) {
        starts.removeAll(keepingCapacity: true)
        for segment in segments {
            let end = segment.row + segment.tokens.count + reach
            for start in stride(from: segment.row - reach, to: end, by: Winograd.quad) { starts.append(Int32(start)) }
        }
        while starts.count % ModelShape.tile != 0 { starts.append(Int32(tokens.count + 1)) }
    }
}
