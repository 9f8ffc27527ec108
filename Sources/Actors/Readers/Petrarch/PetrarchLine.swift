/// One line of a dictionary of TABARI or PETRARCH: `NAME {PLURAL} [CODE DATES] [CODE]`, each of which may be absent.
struct PetrarchLine {
    /// As it stands, underscores and all; empty where a line gives codes alone.
    var name: String
    /// Nil without braces, empty for `{}`.
    var plural: String?
    /// What stands in each pair of brackets.
    var brackets: [String] = []

    /// - Parameter content: of a line without its comments.
    init(_ content: ArraySlice<UInt8>) throws(Malformed) {
        var rest = Lines.trimmed(content)
        let end = rest.firstIndex { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") } ?? rest.endIndex
        name = try Self.text(rest[..<end])
        rest = rest[end...]
        if rest.first == UInt8(ascii: "{") {
            plural = try Self.inside(&rest, until: UInt8(ascii: "}"), "}")
        }
        while !rest.isEmpty {
            guard rest.first == UInt8(ascii: "[") else {
                throw Malformed(
                    "expected a code in brackets, found \(Lines.shown(String(decoding: rest, as: UTF8.self)))")
            }
            brackets.append(try Self.inside(&rest, until: UInt8(ascii: "]"), "]"))
        }
    }

    /// Takes a bracket off the front of a line.
    private static func inside(
        _ rest: inout ArraySlice<UInt8>, until closing: UInt8, _ shown: String
    ) throws(Malformed) -> String {
        guard let end = rest.firstIndex(of: closing) else {
            let found = Lines.shown(String(decoding: rest, as: UTF8.self))
            throw Malformed("expected \(shown) at the end of \(found)")
        }
        let text = try text(rest[rest.index(after: rest.startIndex)..<end])
        rest = Lines.trimmed(rest[(end + 1)...])
        return text
    }

    private static func text(_ bytes: ArraySlice<UInt8>) throws(Malformed) -> String {
        guard let text = String(validating: Lines.trimmed(bytes), as: UTF8.self) else { throw .notText }
        return text
    }
}
