/// The lines of TABARI's and PETRARCH's files without their comments.
///
/// A comment is `#` or `;` to the end of the line (not in brackets: `[###]` is a code), and `<!-- … -->` or `/* … */` over
/// as many lines as it takes.
enum PetrarchLines {
    /// A line or comment that cannot be read.
    typealias Problem = (line: Int, error: Malformed)

    /// Calls `body` with the number and the content of each line that has one, its indent kept.
    ///
    /// A comment that is never closed ends with its line, and is told of.
    @discardableResult
    static func each(of bytes: UnsafeRawBufferPointer, _ body: (Int, ArraySlice<UInt8>) -> Void) -> [Problem] {
        var problems: [Problem] = []
        var start = (offset: 0, number: 1)
        var hasBlocks = true
        while true {
            var stripper = CommentStripper(hasBlocks: hasBlocks)
            Lines.each(of: bytes, from: start) { number, line in
                guard line.count <= Lines.longest else {
                    problems.append((number, .tooLong(line.count)))
                    return
                }
                let content = stripper.content(of: line, number)
                if content.contains(where: { !Lines.isSpace($0) }) { body(number, content[...]) }
            }
            guard let open = stripper.open else { return problems }
            problems.append(
                (open.line, Malformed("expected \(open.closing) further down: the comment is never closed")))
            start = (open.next, open.line + 1)
            hasBlocks = false
        }
    }
}

/// Takes the comments out of one line after another.
private struct CommentStripper {
    /// A comment that goes on.
    struct Open {
        var line: Int
        /// Offset of the line after the one it begins in.
        var next: Int
        var closing: String
    }

    private static let blocks: [(opening: [UInt8], closing: String)] = [
        (Array("<!--".utf8), "-->"), (Array("/*".utf8), "*/"),
    ]

    /// Without it a block's opening is a comment to the end of its line.
    let hasBlocks: Bool
    private(set) var open: Open?

    init(hasBlocks: Bool) { self.hasBlocks = hasBlocks }

    mutating func content(of line: Lines.Line, _ number: Int) -> [UInt8] {
        var content: [UInt8] = []
        var rest = line
        var isInBrackets = false
        while let byte = rest.first {
            if let open {
                guard let end = Self.end(of: open.closing, in: rest) else { return content }
                rest = rest[end...]
                self.open = nil
                continue
            }
            switch byte {
            case UInt8(ascii: "["): isInBrackets = true
            case UInt8(ascii: "]"): isInBrackets = false
            case UInt8(ascii: "#"), UInt8(ascii: ";"): if !isInBrackets { return content }
            case UInt8(ascii: "<"), UInt8(ascii: "/"):
                guard let block = Self.blocks.first(where: { rest.starts(with: $0.opening) }) else { break }
                guard hasBlocks else { return content }
                open = Open(line: number, next: line.endIndex + 1, closing: block.closing)
                rest = rest.dropFirst(block.opening.count)
                continue
            default: break
            }
            content.append(byte)
            rest = rest.dropFirst()
        }
        return content
    }

    private static func end(of closing: String, in rest: Lines.Line) -> Int? {
        var rest = rest
        while !rest.isEmpty {
            if rest.starts(with: closing.utf8) { return rest.startIndex + closing.utf8.count }
            rest = rest.dropFirst()
        }
        return nil
    }
}
