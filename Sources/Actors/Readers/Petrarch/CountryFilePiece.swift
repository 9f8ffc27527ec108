/// What a line of PETRARCH's file of countries is made of: a tag, or text between two.
enum CountryFilePiece {
    /// Lower-cased.
    case open(String)
    case close(String)
    case text(ArraySlice<UInt8>)

    /// Takes a piece off the front of a line, the white space after it too.
    init(takenFrom rest: inout ArraySlice<UInt8>) throws(Malformed) {
        let line = rest
        if Self.isTag(line, at: line.startIndex) {
            guard let end = line.firstIndex(of: UInt8(ascii: ">")) else {
                rest = []
                throw Malformed("expected > at the end of \(Lines.shown(String(decoding: line, as: UTF8.self)))")
            }
            rest = Lines.trimmed(line[(end + 1)...])
            var name = line[(line.startIndex + 1)..<end]
            let isEnd = name.first == UInt8(ascii: "/")
            if isEnd { name = name.dropFirst() }
            // What follows a space are attributes.
            let text = String(decoding: name.prefix { !Lines.isSpace($0) }, as: UTF8.self).lowercased()
            self = isEnd ? .close(text) : .open(text)
        } else {
            // The sign before a date, as in [<860504], begins no tag.
            let end = line.indices.first { Self.isTag(line, at: $0) } ?? line.endIndex
            self = .text(Lines.trimmed(line[..<end]))
            rest = line[end...]
        }
    }

    private static func isTag(_ line: ArraySlice<UInt8>, at place: Int) -> Bool {
        guard line[place] == UInt8(ascii: "<"), place + 1 < line.endIndex else { return false }
        let next = line[place + 1]
        return (97...122).contains(next | 0x20) || "/?!".utf8.contains(next)
    }
}
