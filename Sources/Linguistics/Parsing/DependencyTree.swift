import Annotation

/// The result of a parse: for each token its head (a root is its own), its relation, and whether it begins a sentence.
struct DependencyTree {
    private(set) var heads: [Int32]
    private(set) var dependencies: [Dependency]
    private(set) var isSentenceStart: [Bool]

    /// The outermost tokens that a token governs, as spaCy computes them; its child lists are read inside them.
    private var leftEdges: [Int32] = []
    private var rightEdges: [Int32] = []

    /// Reads the arcs of a final state, puts lifted arcs back where they belong, and finds the sentences.
    init(_ state: ArcEagerState, moves: ParserMoves, isSpace: (Int) -> Bool) {
        let count = state.length
        heads = state.heads
        dependencies = [Dependency](repeating: .root, count: count)
        isSentenceStart = [Bool](repeating: false, count: count)
        var lifted: [(token: Int, to: Dependency)] = []
        for i in 0..<count {
            guard heads[i] >= 0 else {
                heads[i] = Int32(i)
                continue
            }
            let label = moves.labels[Int(state.moves[i])]
            dependencies[i] = label.dependency
            if let to = label.liftedTo { lifted.append((i, to)) }
        }
        findEdges()
        if !lifted.isEmpty {
            for (token, to) in lifted { heads[token] = newHead(of: Int32(token), to, isSpace: isSpace) }
            findEdges()
        }
        markSentences()
    }

    /// `nonproj._find_new_head`: breadth first below the head, the first token with the relation that was lifted over.
    private func newHead(of token: Int32, _ relation: Dependency, isSpace: (Int) -> Bool) -> Int32 {
        var queue = [heads[Int(token)]]
        while !queue.isEmpty {
            var deeper: [Int32] = []
            for parent in queue {
                let edges = min(leftEdges[Int(parent)], parent)...max(rightEdges[Int(parent)], parent)
                for child in edges where child != parent && heads[Int(child)] == parent {
                    if isSpace(Int(child)) || child == token { continue }
                    if dependencies[Int(child)] == relation { return child }
                    deeper.append(child)
                }
            }
            queue = deeper
        }
        return heads[Int(token)]
    }

    /// `set_children_from_heads`: edges by passes in both directions, again while a head lies outside its sentence.
    private mutating func findEdges() {
        let count = heads.count
        leftEdges = (0..<Int32(count)).map { $0 }
        rightEdges = leftEdges
        for pass in 0...11 {
            for i in 0..<count { widen(i) }
            for i in stride(from: count - 1, through: 0, by: -1) { widen(i) }
            if pass > 10 || headsAreWithinSentences() { break }
        }
    }

    private mutating func widen(_ child: Int) {
        let head = Int(heads[child])
        if leftEdges[child] < leftEdges[head] { leftEdges[head] = leftEdges[child] }
        if rightEdges[child] > rightEdges[head] { rightEdges[head] = rightEdges[child] }
    }

    private func headsAreWithinSentences() -> Bool {
        let count = heads.count
        var starts = [Bool](repeating: false, count: count)
        for i in 0..<count where Int(heads[i]) == i { starts[Int(leftEdges[i])] = true }
        var from = 0
        for i in 0..<count where (i > 0 && starts[i]) || i == count - 1 {
            for j in from..<i where Int(heads[j]) < from || Int(heads[j]) >= i + 1 { return false }
            from = i
        }
        return true
    }

    private mutating func markSentences() {
        for i in heads.indices where Int(heads[i]) == i { isSentenceStart[Int(leftEdges[i])] = true }
    }
}
