import Knowledge

/// All patterns in one trie over words, classes and phrases. A token that begins no pattern costs one look-up.
struct PatternTrie: Sendable {
    struct Edge: Sendable {
        enum Kind: UInt8, Sendable { case word, wordClass, phrase }
        var kind: Kind
        /// An entry of the lexicon, a class's number, or categories as bits.
        var symbol: UInt16
        var target: Int32
    }

    private struct Draft: Sendable {
        var edges: [Edge] = []
        var accepts: [Int32] = []
    }

    /// A node by its stretches of `edges` and `ends`.
    struct Node: Sendable {
        var edges: Range<Int32>
        var ends: Range<Int32>
    }

    /// The end of a pattern.
    struct Accept: Sendable {
        var recipe: Recipe
        /// Places before it are only seen; the expression begins here.
        var first: Int32
        /// Places from it on are only seen.
        var end: Int32
        /// Rows stand in the order of the files; the earlier one wins a tie.
        var row: Int32
        var conditions: [TimeCondition]
        var need: TextNeed
    }

    private var drafts: [Draft] = [Draft()]
    private(set) var nodes: [Node] = []
    private(set) var edges: [Edge] = []
    /// Numbers of `accepts`.
    private(set) var ends: [Int32] = []
    private(set) var accepts: [Accept] = []
    /// Where a pattern goes on after its first word: by entry, by class, by kind of phrase.
    private(set) var rootByWord: [Int32] = []
    private(set) var rootByClass: [Int32] = Array(repeating: 0, count: 64)
    private(set) var rootByPhrase: [Edge] = []
    /// Classes and entries that begin a pattern.
    private(set) var rootClasses: UInt64 = 0
    /// Rows that begin with something seen ("<<"), entered with the phrase that was just found.
    private(set) var contextRoot: Int32 = 0

    init() { contextRoot = makeNode() }

    private mutating func makeNode() -> Int32 {
        drafts.append(Draft())
        return Int32(drafts.count - 1)
    }

    mutating func add(_ alternative: PatternAlternative, _ accept: Accept, lexicon: inout TimeLexicon) {
        var node: Int32 = alternative.first > 0 ? contextRoot : 0
        for element in alternative.elements {
            let (kind, symbol): (Edge.Kind, UInt16) =
                switch element {
                case .word(let word): (.word, lexicon.literal(word))
                case .wordClass(let wordClass): (.wordClass, UInt16(wordClass.rawValue))
                case .phrase(let mask): (.phrase, mask)
                }
            if let known = drafts[Int(node)].edges.first(where: { $0.kind == kind && $0.symbol == symbol }) {
                node = known.target
            } else {
                let target = makeNode()
                drafts[Int(node)].edges.append(Edge(kind: kind, symbol: symbol, target: target))
                node = target
            }
        }
        drafts[Int(node)].accepts.append(Int32(accepts.count))
        accepts.append(accept)
    }

    /// Lays the nodes out in a row and spreads the root's edges into tables; after the last `add`.
    mutating func freeze(entries: Int) {
        for draft in drafts {
            let (edge, end) = (Int32(edges.count), Int32(ends.count))
            edges += draft.edges
            ends += draft.accepts
            nodes.append(Node(edges: edge..<Int32(edges.count), ends: end..<Int32(ends.count)))
        }
        rootByWord = Array(repeating: 0, count: entries)
        for edge in drafts[0].edges {
            switch edge.kind {
            case .word: rootByWord[Int(edge.symbol)] = edge.target
            case .wordClass:
                rootByClass[Int(edge.symbol)] = edge.target
                rootClasses |= 1 << UInt64(edge.symbol)
            case .phrase: rootByPhrase.append(edge)
            }
        }
        drafts = []
    }
}
