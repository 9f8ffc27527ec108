import Annotation
import SpacyModel

/// The arc-eager moves in the order of the parser's output: shift, reduce, left and right arcs by label, break.
struct ParserMoves: Sendable {
    /// What an arc's label says: a relation, and for a lifted arc the relation of the head it really belongs to
    /// (pseudo-projective parsing, Nivre and Nilsson 2005).
    struct Label: Sendable {
        var dependency: Dependency
        var liftedTo: Dependency?
    }

    let count: Int
    let shift: Int
    let reduce: Int
    let left: Range<Int>
    let right: Range<Int>
    let breakSentence: Int
    /// By move; `.none` for moves without a label.
    let labels: [Label]

    /// - Throws: `ModelError.unexpected` for moves in another order or labels of another set.
    init(_ lines: [String]) throws {
        func range(_ kind: String) throws -> Range<Int> {
            let indices = lines.indices.filter { lines[$0].hasPrefix(kind + "-") }
            guard let first = indices.first, let last = indices.last, last - first + 1 == indices.count else {
                throw ModelError.unexpected(file: "parser/moves", expected: "moves of kind \(kind) side by side")
            }
            return first..<last + 1
        }
        count = lines.count
        shift = try range("S").lowerBound
        reduce = try range("D").lowerBound
        left = try range("L")
        right = try range("R")
        breakSentence = try range("B").lowerBound
        labels = try lines.map { line in
            let parts = line.drop { $0 != "-" }.dropFirst().split(separator: "|", omittingEmptySubsequences: true)
            func dependency(_ text: Substring) throws -> Dependency {
                guard let known = Dependency(label: String(text)) else {
                    throw ModelError.unexpected(file: "parser/moves", expected: "CLEAR relations, not '\(text)'")
                }
                return known
            }
            guard let first = parts.first else { return Label(dependency: .none, liftedTo: nil) }
            return Label(
                dependency: try dependency(first), liftedTo: try parts.count > 1 ? dependency(parts[1]) : nil)
        }
    }
}
