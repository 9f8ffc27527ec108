/// Cutting bytes into lines and columns, without a copy of the whole.
enum Lines {
    /// Calls `body` with each line's number, from 1, and its bytes without the line feed.
    static func each(of bytes: UnsafeRawBufferPointer, _ body: (Int, Slice<UnsafeRawBufferPointer>) -> Void) {
        var number = 0
        var start = 0
        // A byte-order mark says nothing here.
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { start = 3 }
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 10 { end += 1 }
            number += 1
            body(number, bytes[start..<end])
            start = end + 1
        }
    }

    /// The columns of a line parted by `|`, without the white space around them.
    static func cells(_ line: Slice<UnsafeRawBufferPointer>) -> [String] {
        line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map { trimmed($0) }
    }

    static func trimmed(_ bytes: some BidirectionalCollection<UInt8>) -> String {
        func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }
        var slice = bytes[...]
        while let first = slice.first, isSpace(first) { slice = slice.dropFirst() }
        while let last = slice.last, isSpace(last) { slice = slice.dropLast() }
        return String(decoding: slice, as: UTF8.self)
    }
}
