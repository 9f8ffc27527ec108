/// The syntax tree of a Python regular expression: the part of the language that spaCy's tokenizers use.
indirect enum PatternNode: Sendable {
    case empty
    case scalar(UInt32)
    case set(ScalarSet)
    case sequence([PatternNode])
    case alternation([PatternNode])
    /// Greedy or not, of a node that never matches the empty string.
    case repetition(PatternNode, least: Int, most: Int?, greedy: Bool)
    case start
    case end
    case look(PatternNode, ahead: Bool, negated: Bool)

    /// The fewest code points a match has.
    var least: Int {
        switch self {
        case .empty, .start, .end, .look: 0
        case .scalar, .set: 1
        case .sequence(let nodes): nodes.reduce(0) { $0 + $1.least }
        case .alternation(let nodes): nodes.map(\.least).min() ?? 0
        case .repetition(let node, let least, _, _): node.least * least
        }
    }

    /// The most code points a match has; nil when there is no bound.
    var most: Int? {
        switch self {
        case .empty, .start, .end, .look: return 0
        case .scalar, .set: return 1
        case .sequence(let nodes):
            var sum = 0
            for node in nodes {
                guard let most = node.most else { return nil }
                sum += most
            }
            return sum
        case .alternation(let nodes):
            var greatest = 0
            for node in nodes {
                guard let most = node.most else { return nil }
                greatest = max(greatest, most)
            }
            return greatest
        case .repetition(let node, _, let most, _):
            guard let most, let each = node.most else { return nil }
            return most * each
        }
    }

    /// Whether a match can begin with this character, or be empty. True where in doubt.
    func canBegin(with scalar: UInt32) -> Bool {
        switch self {
        case .empty, .start, .end, .look: return true
        case .scalar(let own): return own == scalar
        case .set(let set): return set.contains(scalar)
        case .sequence(let nodes):
            for node in nodes {
                if node.least > 0 { return node.canBegin(with: scalar) }
                if node.most != 0, node.canBegin(with: scalar) { return true }
            }
            return true
        case .alternation(let nodes): return nodes.contains { $0.canBegin(with: scalar) }
        case .repetition(let node, let least, _, _): return least == 0 || node.canBegin(with: scalar)
        }
    }

    /// Whether a match can end with this character, or be empty. True where in doubt.
    func canEnd(with scalar: UInt32) -> Bool {
        switch self {
        case .empty, .start, .end, .look: return true
        case .scalar(let own): return own == scalar
        case .set(let set): return set.contains(scalar)
        case .sequence(let nodes):
            for node in nodes.reversed() {
                if node.least > 0 { return node.canEnd(with: scalar) }
                if node.most != 0, node.canEnd(with: scalar) { return true }
            }
            return true
        case .alternation(let nodes): return nodes.contains { $0.canEnd(with: scalar) }
        case .repetition(let node, let least, _, _): return least == 0 || node.canEnd(with: scalar)
        }
    }

    /// Characters that every match holds.
    var required: Set<UInt32> {
        switch self {
        case .empty, .set, .start, .end, .look: return []
        case .scalar(let scalar): return [scalar]
        case .sequence(let nodes): return nodes.reduce(into: []) { $0.formUnion($1.required) }
        case .alternation(let nodes):
            guard var common = nodes.first?.required else { return [] }
            for node in nodes.dropFirst() where !common.isEmpty { common.formIntersection(node.required) }
            return common
        case .repetition(let node, let least, _, _): return least > 0 ? node.required : []
        }
    }
}
