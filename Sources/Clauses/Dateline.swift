package import Annotation

/// The dateline of a wire story: "KABUL, Jan 27 (Reuters) - ", at the start of a paragraph. It says where the report was
/// written and takes no part in what it tells.
package enum Dateline {
    /// The most tokens one has, its dash included.
    private static let longest = 14

    /// Token ranges of the datelines, dash and all, in text order.
    package static func ranges(in document: Document) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for start in document.tokens.indices where startsParagraph(start, document) {
            if let end = end(from: start, document) { ranges.append(start..<end) }
        }
        return ranges
    }

    private static func startsParagraph(_ token: Int, _ document: Document) -> Bool {
        guard token > 0 else { return true }
        let before = document.tokens[token - 1]
        return document.text[Int(before.start)..<Int(document.tokens[token].start)].contains(0x0a)
    }

    /// One past the dash: capital letters first, then nothing but names, numbers and marks up to a dash between spaces.
    private static func end(from start: Int, _ document: Document) -> Int? {
        let first = document.text[document.tokens[start].span.start..<document.tokens[start].span.end]
        guard first.count >= 3, first.allSatisfy({ (65...90).contains($0) || $0 >= 0x80 || $0 == 0x2d || $0 == 0x2e })
        else { return nil }
        for token in start + 1..<min(start + longest, document.tokens.count) {
            let t = document.tokens[token]
            if ["-", "–", "—", "--"].contains(document.text(of: token)) {
                let isApart = document.tokens[token - 1].hasTrailingSpace && t.hasTrailingSpace
                return isApart ? token + 1 : nil
            }
            let byte = document.text[Int(t.start)]
            guard !(97...122).contains(byte) || ["and", "of"].contains(t.lower), t.pos != .verb else { return nil }
        }
        return nil
    }
}
