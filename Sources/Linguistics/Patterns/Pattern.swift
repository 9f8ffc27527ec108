/// A compiled regular expression: a backtracking machine over code points with Python's leftmost-first choice.
///
/// Alternations of many literals, the bulk of spaCy's patterns, are chosen by the next character: a table from
/// ASCII characters to the alternatives that can begin with it.
struct Pattern: Sendable {
    /// One instruction; targets are indices in `program`.
    enum Instruction: Sendable {
        case scalar(UInt32)
        case set(Int)
        case split(first: Int, second: Int)
        /// Index in `choices`.
        case choice(Int)
        case jump(Int)
        case start
        case end
        /// Goes to `target` unless the character stands somewhere ahead.
        case unless(UInt32, target: Int)
        /// The look's own program begins next and ends in `match`; goes on at `then`. `width` steps back first.
        case look(width: Int, negated: Bool, then: Int)
        /// Fails: a look-behind before the text's start, alternatives exhausted.
        case fail
        case match
    }

    /// An alternation: where each alternative's code begins, in order, and which of them an ASCII character may begin.
    struct Choice: Sendable {
        var all: [Int]
        var byASCII: [[Int]]
    }

    private(set) var program: [Instruction] = []
    private(set) var sets: [ScalarSet] = []
    private(set) var choices: [Choice] = []
    /// Characters that every match holds.
    let required: [UInt32]
    /// For a pattern whose matches all end at the end of the text: how far from the end a match can begin, and the
    /// alternatives without such a bound. Nil for other patterns.
    let tail: Tail?

    struct Tail: Sendable {
        var most: Int
        var unbounded: [PatternNode]
    }

    /// - Throws: `PatternError`.
    init(_ text: String) throws {
        let node = try PatternParser.parse(text)
        required = node.required.sorted()
        tail = Pattern.endsAtEnd(node) ? Pattern.tail(node) : nil
        emit(node)
        program.append(.match)
    }

    private static func endsAtEnd(_ node: PatternNode) -> Bool {
        switch node {
        case .end: true
        case .sequence(let nodes): nodes.last.map(endsAtEnd) ?? false
        case .alternation(let nodes): nodes.allSatisfy(endsAtEnd)
        default: false
        }
    }

    private static func tail(_ node: PatternNode) -> Tail {
        let alternatives: [PatternNode] = if case .alternation(let nodes) = node { nodes } else { [node] }
        return Tail(
            most: alternatives.compactMap(\.most).max() ?? 0, unbounded: alternatives.filter { $0.most == nil })
    }

    private mutating func emit(_ node: PatternNode) {
        switch node {
        case .empty: break
        case .scalar(let scalar): program.append(.scalar(scalar))
        case .set(let set):
            sets.append(set)
            program.append(.set(sets.count - 1))
        case .sequence(let nodes): for node in nodes { emit(node) }
        case .alternation(let nodes): emitChoice(nodes)
        case .repetition(let node, let least, let most, let greedy):
            for _ in 0..<least { emit(node) }
            if let most { emitOptional(node, times: most - least, greedy) } else { emitStar(node, greedy) }
        case .start: program.append(.start)
        case .end: program.append(.end)
        case .look(let node, let ahead, let negated):
            if ahead { emitLook(node, width: 0, negated) } else { emitLookBehind(node, negated) }
        }
    }

    private mutating func emitChoice(_ nodes: [PatternNode]) {
        let index = choices.count
        choices.append(Choice(all: [], byASCII: []))
        program.append(.choice(index))
        var starts: [Int] = []
        var exits: [Int] = []
        for node in nodes {
            starts.append(program.count)
            emit(node)
            exits.append(program.count)
            program.append(.fail)
        }
        for exit in exits { program[exit] = .jump(program.count) }
        choices[index].all = starts
        choices[index].byASCII = (0..<128).map { scalar in
            zip(nodes, starts).filter { $0.0.canBegin(with: UInt32(scalar)) }.map(\.1)
        }
    }

    private mutating func emitOptional(_ node: PatternNode, times: Int, _ greedy: Bool) {
        // An unbounded option that lacks a character it needs would be tried at every length for nothing.
        let needed = node.most == nil ? node.required.sorted() : []
        let guards = needed.map { scalar in
            program.append(.unless(scalar, target: 0))
            return (program.count - 1, scalar)
        }
        defer { for (at, scalar) in guards { program[at] = .unless(scalar, target: program.count) } }
        var splits: [Int] = []
        for _ in 0..<times {
            splits.append(program.count)
            program.append(.fail)
            emit(node)
        }
        for at in splits {
            program[at] =
                greedy ? .split(first: at + 1, second: program.count) : .split(first: program.count, second: at + 1)
        }
    }

    private mutating func emitStar(_ node: PatternNode, _ greedy: Bool) {
        let at = program.count
        program.append(.fail)
        emit(node)
        program.append(.jump(at))
        program[at] =
            greedy ? .split(first: at + 1, second: program.count) : .split(first: program.count, second: at + 1)
    }

    private mutating func emitLook(_ node: PatternNode, width: Int, _ negated: Bool) {
        let at = program.count
        program.append(.fail)
        emit(node)
        program.append(.match)
        program[at] = .look(width: width, negated: negated, then: program.count)
    }

    /// Alternatives of one width share a look; others become looks of their own.
    private mutating func emitLookBehind(_ node: PatternNode, _ negated: Bool) {
        guard case .alternation(let nodes) = node, Set(nodes.map(\.least)).count > 1 else {
            emitLook(node, width: node.least, negated)
            return
        }
        if negated {
            for alternative in nodes { emitLook(alternative, width: alternative.least, true) }
        } else {
            emitChoice(nodes.map { .look($0, ahead: false, negated: false) })
        }
    }
}
