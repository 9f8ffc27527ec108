/// Cutting bytes into lines and columns, without a copy of the whole.
enum Lines {
    typealias Line = Slice<UnsafeRawBufferPointer>

    /// The most bytes of one line or quoted cell: a longer one is no row of a dictionary.
    static let longest = 1 << 20

    /// Calls `body` with each line's number, from 1, and its bytes without the line feed.
    ///
    /// - Parameter start: where the first line begins, and its number.
    static func each(
        of bytes: UnsafeRawBufferPointer, from start: (offset: Int, number: Int) = (0, 1), _ body: (Int, Line) -> Void
    ) {
        var number = start.number
        var begin = start.offset
        // A byte-order mark says nothing here.
        if begin == 0, bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { begin = 3 }
        while begin < bytes.count {
            var end = begin
            while end < bytes.count, bytes[end] != 10 { end += 1 }
            body(number, bytes[begin..<end])
            number += 1
            begin = end + 1
        }
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

    /// Without the white space around them.
    static func trimmed<Bytes: BidirectionalCollection<UInt8>>(_ bytes: Bytes) -> Bytes.SubSequence {
        var slice = bytes[...]
        while let first = slice.first, isSpace(first) { slice = slice.dropFirst() }
        while let last = slice.last, isSpace(last) { slice = slice.dropLast() }
        return slice
    }

    /// A text in one line: runs of white space and control characters become one space, none stays at the ends.
    static func cleaned(_ text: some StringProtocol) -> String {
        func isBlank(_ byte: UInt8) -> Bool { byte <= 32 || byte == 127 }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if !isBlank(byte) {
                bytes.append(byte)
            } else if let last = bytes.last, last != 32 {
                bytes.append(32)
            }
        }
        if bytes.last == 32 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What was found, for a message: in quotation marks, in one line, cut where it is long.
    static func shown(_ text: some StringProtocol) -> String {
        let clean = cleaned(text.prefix(80))
        return text.utf8.count > clean.utf8.count + 40 ? "\"\(clean)…\"" : "\"\(clean)\""
    }
}

/// Why a row cannot be read: the message of a `KnowledgeError` that the reader gives its file and line.
struct Malformed: Error {
    let message: String

    init(_ message: String) { self.message = message }

    static let notText = Malformed("expected UTF-8, found other bytes")
    static func tooLong(_ count: Int) -> Malformed {
        Malformed("expected a line of at most \(Lines.longest) bytes, found \(count)")
    }
}
