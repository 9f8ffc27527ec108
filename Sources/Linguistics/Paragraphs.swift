import Annotation

/// Cuts a text into its paragraphs, so that no sentence runs from one into the next: a headline without a full stop is
/// no part of the first sentence below it.
///
/// Lines that a hand or a mail program has folded at some width are one paragraph: a line ends one only where the next
/// line's first word would still have had room on it. An empty line always does.
enum Paragraphs {
    /// Byte ranges that cover the text; each ends after its line breaks.
    static func pieces(_ text: ArraySlice<UInt8>) -> [Range<Int>] {
        let newline = UInt8(ascii: "\n")
        guard text.contains(newline) else { return [text.startIndex..<text.endIndex] }
        let width = longestLine(text)
        var pieces: [Range<Int>] = []
        var start = text.startIndex
        var line = start
        var at = start
        var hasWords = false
        while at < text.endIndex {
            guard text[at] == newline else {
                if text[at] > 32 { hasWords = true }
                at += 1
                continue
            }
            var next = at
            var breaks = 0
            while next < text.endIndex, text[next] <= 32 {
                if text[next] == newline { breaks += 1 }
                next += 1
            }
            // Indents belong to the paragraph they open.
            var cut = next
            while cut > at, text[cut - 1] != newline { cut -= 1 }
            if hasWords, next < text.endIndex, breaks > 1 || hasRoom(text, line..<at, next: next, width) {
                pieces.append(start..<cut)
                start = cut
                hasWords = false
            }
            line = cut
            at = next
        }
        pieces.append(start..<text.endIndex)
        return pieces
    }

    /// Whether the word at `next` would have fitted on the line.
    private static func hasRoom(_ text: ArraySlice<UInt8>, _ line: Range<Int>, next: Int, _ width: Int) -> Bool {
        var end = next
        while end < text.endIndex, text[end] > 32, end - next < width { end += 1 }
        return line.count + 1 + (end - next) <= width
    }

    private static func longestLine(_ text: ArraySlice<UInt8>) -> Int {
        var longest = 0
        var start = text.startIndex
        for at in text.indices where text[at] == UInt8(ascii: "\n") {
            longest = max(longest, at - start)
            start = at + 1
        }
        return max(longest, text.endIndex - start)
    }
}
