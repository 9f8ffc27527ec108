/// Turns byte offsets of a UTF-8 text into code point offsets.
///
/// One forward pass marks every 64th byte, so a question costs at most 64 bytes of counting; an ASCII text costs
/// nothing.
package struct CodePointMap: Sendable {
    private let text: [UInt8]
    /// Code points that begin before byte 64 i; empty for ASCII.
    private let marks: [Int32]

    package init(_ text: [UInt8]) {
        self.text = text
        guard text.contains(where: { $0 >= 0x80 }) else {
            marks = []
            return
        }
        var marks: [Int32] = []
        marks.reserveCapacity(text.count / 64 + 1)
        var points: Int32 = 0
        for (i, byte) in text.enumerated() {
            if i & 63 == 0 { marks.append(points) }
            if byte & 0xC0 != 0x80 { points += 1 }
        }
        if text.count & 63 == 0 { marks.append(points) }
        self.marks = marks
    }

    /// The number of code points that begin before `byte`.
    package func codePoint(at byte: Int) -> Int {
        guard !marks.isEmpty else { return byte }
        var points = Int(marks[byte >> 6])
        for i in (byte & ~63)..<byte where text[i] & 0xC0 != 0x80 { points += 1 }
        return points
    }
}
