/// Parses a Python regular expression (`re` on `str`) into a `PatternNode`.
///
/// Known: literals, escapes, `.`, brackets, `\d \D \w \W \s \S`, `^ $`, groups (not kept), alternation, `* + ? {m,n}`
/// with `?`, look-ahead and look-behind of either sign, a leading `(?u)`. Anything else is an error, never a guess.
struct PatternParser {
    private let source: [UInt32]
    private var position = 0

    /// - Throws: `PatternError` with the place in the pattern.
    static func parse(_ pattern: String) throws -> PatternNode {
        var parser = PatternParser(source: pattern.unicodeScalars.map(\.value))
        if pattern.hasPrefix("(?u)") { parser.position = 4 }
        let node = try parser.alternation()
        guard parser.position == parser.source.count else { throw parser.error("unbalanced parenthesis") }
        return node
    }

    private init(source: [UInt32]) { self.source = source }

    private func error(_ what: String) -> PatternError { PatternError(what: what, position: position) }

    private var next: UInt32? { position < source.count ? source[position] : nil }

    private func isNext(_ text: String) -> Bool {
        let scalars = text.unicodeScalars.map(\.value)
        return position + scalars.count <= source.count && Array(source[position..<position + scalars.count]) == scalars
    }

    private mutating func take(_ text: String) -> Bool {
        guard isNext(text) else { return false }
        position += text.unicodeScalars.count
        return true
    }

    private mutating func alternation() throws -> PatternNode {
        var alternatives = [try sequence()]
        while take("|") { alternatives.append(try sequence()) }
        return alternatives.count == 1 ? alternatives[0] : .alternation(alternatives)
    }

    private mutating func sequence() throws -> PatternNode {
        var nodes: [PatternNode] = []
        while let scalar = next, scalar != 0x7c, scalar != 0x29 { nodes.append(try quantified()) }
        return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? .empty : .sequence(nodes)
    }

    private mutating func quantified() throws -> PatternNode {
        let node = try atom()
        let bounds: (Int, Int?)
        if take("*") {
            bounds = (0, nil)
        } else if take("+") {
            bounds = (1, nil)
        } else if take("?") {
            bounds = (0, 1)
        } else if next == 0x7b, let counted = try braces() {
            bounds = counted
        } else {
            return node
        }
        let greedy = !take("?")
        if bounds.1 == nil, node.least == 0 { throw error("repetition of what may be empty") }
        return .repetition(node, least: bounds.0, most: bounds.1, greedy: greedy)
    }

    /// `{m}`, `{m,}`, `{,n}`, `{m,n}`; nil, and nothing taken, for a brace that is a literal.
    private mutating func braces() throws -> (Int, Int?)? {
        let start = position
        position += 1
        let least = number()
        let range = take(",")
        let most = range ? number() : least
        guard take("}"), least != nil || most != nil else {
            position = start
            return nil
        }
        return (least ?? 0, most)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let digit = next, (0x30...0x39).contains(digit) {
            value = (value ?? 0) * 10 + Int(digit - 0x30)
            position += 1
        }
        return value
    }

    private mutating func atom() throws -> PatternNode {
        guard let scalar = next else { throw error("pattern ends early") }
        switch scalar {
        case 0x28: return try group()
        case 0x5b: return .set(try bracket())
        case 0x5c:
            position += 1
            switch try escape() {
            case .scalar(let value): return .scalar(value)
            case .scalarClass(let known): return .set(ScalarSet(ranges: [], classes: [known], negated: false))
            }
        case 0x5e:
            position += 1
            return .start
        case 0x24:
            position += 1
            return .end
        case 0x2e:
            position += 1
            return .set(ScalarSet(ranges: [0x0a...0x0a], classes: [], negated: true))
        case 0x2a, 0x2b, 0x3f: throw error("nothing to repeat")
        default:
            position += 1
            return .scalar(scalar)
        }
    }

    private mutating func group() throws -> PatternNode {
        let look: (ahead: Bool, negated: Bool)?
        if take("(?:") {
            look = nil
        } else if take("(?=") {
            look = (true, false)
        } else if take("(?!") {
            look = (true, true)
        } else if take("(?<=") {
            look = (false, false)
        } else if take("(?<!") {
            look = (false, true)
        } else if isNext("(?") {
            throw error("unknown kind of group")
        } else {
            position += 1
            look = nil
        }
        let inner = try alternation()
        guard take(")") else { throw error("missing )") }
        guard let look else { return inner }
        if !look.ahead { try checkWidths(inner) }
        return .look(inner, ahead: look.ahead, negated: look.negated)
    }

    /// Each alternative of a look-behind must have one width.
    private func checkWidths(_ node: PatternNode) throws {
        let alternatives: [PatternNode] = if case .alternation(let nodes) = node { nodes } else { [node] }
        for alternative in alternatives where alternative.most != alternative.least {
            throw error("look-behind of no fixed width")
        }
    }

    private enum Escape {
        case scalar(UInt32)
        case scalarClass(ScalarClass)
    }

    /// What follows a backslash that is already taken.
    private mutating func escape() throws -> Escape {
        guard let scalar = next else { throw error("pattern ends in a backslash") }
        position += 1
        switch Unicode.Scalar(scalar) {
        case "d": return .scalarClass(.digit)
        case "D": return .scalarClass(.notDigit)
        case "w": return .scalarClass(.word)
        case "W": return .scalarClass(.notWord)
        case "s": return .scalarClass(.space)
        case "S": return .scalarClass(.notSpace)
        case "n": return .scalar(0x0a)
        case "r": return .scalar(0x0d)
        case "t": return .scalar(0x09)
        case "f": return .scalar(0x0c)
        case "v": return .scalar(0x0b)
        case "x": return .scalar(try hexadecimal(2))
        case "u": return .scalar(try hexadecimal(4))
        case "U": return .scalar(try hexadecimal(8))
        case let other?:
            guard !PythonUnicode.isWord(other.value) || other.value >= 0x80 else {
                throw error("unknown escape \\\(other)")
            }
            return .scalar(scalar)
        case nil: throw error("unknown escape")
        }
    }

    private mutating func hexadecimal(_ digits: Int) throws -> UInt32 {
        guard position + digits <= source.count else { throw error("escape ends early") }
        let text = String(
            String.UnicodeScalarView(source[position..<position + digits].compactMap(Unicode.Scalar.init)))
        guard let value = UInt32(text, radix: 16) else { throw error("not a hexadecimal number: \(text)") }
        position += digits
        return value
    }

    private mutating func bracket() throws -> ScalarSet {
        position += 1
        let negated = take("^")
        var ranges: [ClosedRange<UInt32>] = []
        var classes: [ScalarClass] = []
        var isFirst = true
        while isFirst || next != 0x5d {
            isFirst = false
            guard let low = try member() else { throw error("missing ]") }
            guard case .scalar(let from) = low else {
                if case .scalarClass(let known) = low { classes.append(known) }
                continue
            }
            // A hyphen before the closing bracket is itself.
            guard next == 0x2d, position + 1 < source.count, source[position + 1] != 0x5d else {
                ranges.append(from...from)
                continue
            }
            position += 1
            guard case .scalar(let to)? = try member(), from <= to else { throw error("bad range in brackets") }
            ranges.append(from...to)
        }
        position += 1
        return ScalarSet(ranges: ranges, classes: classes, negated: negated)
    }

    private mutating func member() throws -> Escape? {
        guard let scalar = next else { return nil }
        position += 1
        return scalar == 0x5c ? try escape() : .scalar(scalar)
    }
}

/// A regular expression of the model that this program cannot read.
struct PatternError: Error, CustomStringConvertible {
    var what: String
    /// Code point offset in the pattern.
    var position: Int

    var description: String { "tokenizer pattern: \(what), at character \(position)" }
}
