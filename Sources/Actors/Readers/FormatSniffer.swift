/// Tells a dictionary's format by its first lines.
struct FormatSniffer {
    /// What the lines of a dictionary look like, counted.
    private struct Votes {
        var lines = 0
        var petrarch = 0
        var entente = 0
    }

    /// How much of a file is looked at.
    private static let reach = 1 << 16

    private let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = UnsafeRawBufferPointer(rebasing: bytes.prefix(Self.reach))
    }

    /// A file of white space and comments is an empty one of our own.
    func format(pathExtension: String) -> DictionaryFormat? {
        // No text holds a NUL, and UTF-16 is full of them.
        if bytes.contains(0) { return nil }
        var first: DictionaryFormat?
        var isCountries = false
        var votes = Votes()
        PetrarchLines.each(of: bytes) { _, content in
            votes.lines += 1
            if votes.lines == 1 { first = Self.firstLine(content) }
            if Self.begins(content, with: "<country") { isCountries = true }
            Self.count(content, &votes)
        }
        if votes.lines == 0 { return .entente }
        if let first { return first }
        if isCountries { return .countries }
        // A bracket in prose or a bar in a README makes no dictionary.
        if max(votes.petrarch, votes.entente) * 10 >= votes.lines, votes.petrarch != votes.entente {
            return votes.petrarch > votes.entente ? .petrarch : .entente
        }
        switch pathExtension {
        case "csv": return .csv
        case "tsv", "tab": return .tsv
        case "jsonl", "ndjson": return .jsonLines
        case "actors", "agents": return .petrarch
        default: return nil
        }
    }

    /// What a file is told of that is in no format.
    static func unknown(_ bytes: UnsafeRawBufferPointer) -> String {
        let expected =
            "expected a dictionary of actors (Entente's own, TABARI or PETRARCH, CSV or TSV with a header, JSON Lines)"
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return "\(expected) in UTF-8, found UTF-16"
        }
        let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(reach))
        // Control characters that no text holds.
        if head.contains(where: { $0 < 8 }) { return "\(expected), found a binary file" }
        var first = ""
        PetrarchLines.each(of: head) { _, content in
            if first.isEmpty { first = Lines.shown(String(decoding: content.prefix(200), as: UTF8.self)) }
        }
        return "\(expected), found \(first)"
    }

    private static func firstLine(_ content: ArraySlice<UInt8>) -> DictionaryFormat? {
        let line = Lines.trimmed(content)
        if line.first == UInt8(ascii: "{"), Lines.trimmed(line.dropFirst()).first == UInt8(ascii: "\"") {
            return .jsonLines
        }
        for (separator, format) in [(UInt8(ascii: "\t"), DictionaryFormat.tsv), (UInt8(ascii: ","), .csv)] {
            let cells = line.split(separator: separator).map { cell in
                String(decoding: Lines.trimmed(cell).filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self).lowercased()
            }
            if cells.contains("name"), cells.contains(where: ["code", "country", "sector"].contains) { return format }
        }
        return nil
    }

    private static func count(_ content: ArraySlice<UInt8>, _ votes: inout Votes) {
        let line = Lines.trimmed(content)
        if isPetrarch(line) {
            votes.petrarch += 1
        } else if line.contains(UInt8(ascii: "|")) || isBareCode(content) {
            votes.entente += 1
        }
    }

    /// `… [USAGOV]`, `+NAME` or `!SET! = …`.
    private static func isPetrarch(_ line: ArraySlice<UInt8>) -> Bool {
        if line.first == UInt8(ascii: "+") { return line.count > 1 && !line.contains(UInt8(ascii: "|")) }
        if line.first == UInt8(ascii: "!"), line.contains(UInt8(ascii: "=")) { return true }
        guard line.last == UInt8(ascii: "]"), let open = line.lastIndex(of: UInt8(ascii: "[")) else { return false }
        let inside = line[(open + 1)...].dropLast()
        guard let first = inside.first, !(48...57).contains(first) else { return false }
        return inside.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || "~/<>-# \t".utf8.contains($0) }
    }

    /// An indented line that is a code and nothing more, as our own files have it.
    private static func isBareCode(_ content: ArraySlice<UInt8>) -> Bool {
        guard let first = content.first, Lines.isSpace(first) else { return false }
        let code = Lines.trimmed(content)
        return code.count >= 3 && code.allSatisfy { (65...90).contains($0) || $0 == UInt8(ascii: "~") }
    }

    private static func begins(_ content: ArraySlice<UInt8>, with tag: String) -> Bool {
        let head = Lines.trimmed(content).prefix(tag.utf8.count)
        return head.elementsEqual(tag.utf8) { ($0 | 0x20) == ($1 | 0x20) }
    }
}
