import Annotation

/// How Entente's own format writes what a name is and which characters part columns: shared by its reader and its writer.
///
/// `|` parts columns, `,` names of one column; a backslash before one of them, before `#` at the beginning of a line, before
/// `(` or before itself makes it a character like others. What a name is to its actor, where the kind in the last column
/// does not tell, stands behind it: `Kabul (capital)`.
enum ActorNotation {
    private static let escape = UInt8(ascii: "\\")
    private static let escaped = Array("\\|,#(".utf8)

    private static let uses: [(word: String, use: ActorRecord.Use)] = [
        ("country", .country), ("people", .people), ("capital", .capital), ("seat", .seat), ("town", .town),
        ("body", .body), ("person", .person), ("alone", .alone), ("agent", .agent),
    ]

    /// Kinds of actor by the words of the fourth column, with the use of their names; the first of a kind is written.
    static let kinds: [(word: String, kind: Actor.Kind, sex: ActorRecord.Sex, use: ActorRecord.Use)] = [
        ("m", .person, .male, .person), ("f", .person, .female, .person), ("person", .person, .unknown, .person),
        ("", .person, .unknown, .person), ("country", .country, .unknown, .country), ("group", .group, .unknown, .body),
        ("organization", .organization, .unknown, .body), ("organisation", .organization, .unknown, .body),
        ("agent", .unknown, .unknown, .agent), ("unknown", .unknown, .unknown, .body),
    ]

    // MARK: - Reading

    /// The parts of a text without the white space around them, still escaped.
    static func parts(_ text: some BidirectionalCollection<UInt8>, at separator: UInt8) -> [ArraySlice<UInt8>] {
        let bytes = Array(text)
        var parts: [ArraySlice<UInt8>] = []
        var start = 0
        var i = 0
        while i < bytes.count {
            if bytes[i] == escape, i + 1 < bytes.count, escaped.contains(bytes[i + 1]) {
                i += 1
            } else if bytes[i] == separator {
                parts.append(Lines.trimmed(bytes[start..<i]))
                start = i + 1
            }
            i += 1
        }
        parts.append(Lines.trimmed(bytes[start...]))
        return parts
    }

    /// A cell's text; bytes that are no UTF-8 become U+FFFD.
    static func text(_ part: ArraySlice<UInt8>) -> String {
        guard part.contains(escape) else { return String(decoding: part, as: UTF8.self) }
        var bytes: [UInt8] = []
        var rest = part
        while let byte = rest.popFirst() {
            if byte == escape, let next = rest.first, escaped.contains(next) {
                bytes.append(next)
                rest = rest.dropFirst()
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A name with what it is, `use` where nothing is written.
    static func name(_ part: ArraySlice<UInt8>, _ use: ActorRecord.Use) -> ActorRecord.Name {
        guard let (word, written) = ending(part), part[part.endIndex - word.utf8.count - 3] != escape else {
            return .init(text(part), use)
        }
        return .init(text(Lines.trimmed(part.dropLast(word.utf8.count + 2))), written)
    }

    /// The word in brackets at the end of a name, where it is one of ours.
    private static func ending(_ name: ArraySlice<UInt8>) -> (word: String, use: ActorRecord.Use)? {
        guard name.last == UInt8(ascii: ")") else { return nil }
        return uses.first {
            name.count > $0.word.utf8.count + 2
                && name.dropLast().suffix($0.word.utf8.count + 1).elementsEqual("(\($0.word)".utf8)
        }
    }

    // MARK: - Writing

    /// - Parameter isName: commas part names, and brackets tell of them.
    static func write(_ text: String, isName: Bool, to bytes: inout [UInt8]) {
        let clean = Array(Lines.cleaned(text).utf8)
        let bracket = isName ? ending(clean[...]).map { clean.count - $0.word.utf8.count - 2 } : nil
        for (i, byte) in clean.enumerated() {
            let isSpecial =
                byte == escape || byte == UInt8(ascii: "|") || (isName && byte == UInt8(ascii: ",")) || i == bracket
                || (i == 0 && byte == UInt8(ascii: "#"))
            if isSpecial { bytes.append(escape) }
            bytes.append(byte)
        }
    }

    static func write(_ use: ActorRecord.Use, to bytes: inout [UInt8]) {
        guard let word = uses.first(where: { $0.use == use })?.word else { return }
        bytes += " (\(word))".utf8
    }
}
