/// The first cut of spaCy's tokenizer: runs of white space and runs of the rest, single spaces between them left out.
enum WhiteSpace {
    /// The chunks of a text of code points.
    static func chunks(_ text: [UInt32]) -> [Range<Int>] {
        guard let first = text.first else { return [] }
        var chunks: [Range<Int>] = []
        var start = 0
        var inSpace = PythonUnicode.isSpace(first)
        for (i, scalar) in text.enumerated() where PythonUnicode.isSpace(scalar) != inSpace {
            if start < i { chunks.append(start..<i) }
            start = scalar == 0x20 ? i + 1 : i
            inSpace.toggle()
        }
        if start < text.count { chunks.append(start..<text.count) }
        return chunks
    }
}
