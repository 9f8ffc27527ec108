import Annotation

/// A stretch of the text between quotation marks.
struct Quotation {
    /// With its marks, as far as they are printed.
    var span: TextSpan
    /// Its paragraph ends inside it and the next one goes on with a mark of its own.
    var goesOn: Bool
}

/// Finds the quotations of a text by their marks, whatever the parser made of them.
///
/// Curly, straight and doubled single marks, guillemets, low opening marks, and single marks where no apostrophe is
/// meant. A quotation inside another is part of it. A paragraph that opens a quotation and does not close it ends it; one
/// mark that has no fellow in its paragraph goes no further.
struct QuotationScanner {
    private enum Mark: Equatable { case curly, low, straight, doubled, guillemet, single, curlySingle }

    /// How many bytes a quotation in single marks is looked through for its end.
    private static let reach = 2000

    private let text: [UInt8]

    init(_ text: [UInt8]) { self.text = text }

    /// In text order, never overlapping.
    func quotations() -> [Quotation] {
        var found: [Quotation] = []
        var open: (mark: Mark, start: Int)?
        var i = 0
        while i < text.count {
            let byte = text[i]
            // Every mark begins with one of these bytes.
            guard byte == 10 || byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0xc2 || byte == 0xe2 else {
                i += 1
                continue
            }
            if byte == 10 {
                if let (mark, start) = open {
                    if let end = lastWord(before: i, from: start) {
                        found.append(Quotation(span: TextSpan(start: start, end: end), goesOn: opens(mark, after: i)))
                    }
                    open = nil
                }
                i += 1
                continue
            }
            if let (mark, start) = open {
                let length = closing(mark, at: i)
                if length > 0 {
                    found.append(Quotation(span: TextSpan(start: start, end: i + length), goesOn: false))
                    open = nil
                    i += length
                } else {
                    i += 1
                }
            } else if let (mark, length) = opening(at: i) {
                open = (mark, i)
                i += length
            } else {
                i += 1
            }
        }
        if let (_, start) = open, let end = lastWord(before: text.count, from: start) {
            found.append(Quotation(span: TextSpan(start: start, end: end), goesOn: false))
        }
        return found
    }

    // MARK: - Marks

    private func byte(_ i: Int) -> UInt8 { i >= 0 && i < text.count ? text[i] : 32 }

    private func isSequence(_ i: Int, _ b: UInt8, _ c: UInt8) -> Bool {
        byte(i) == 0xe2 && byte(i + 1) == b && byte(i + 2) == c
    }

    /// A mark that may open a quotation here, and how many bytes it has.
    private func opening(at i: Int) -> (Mark, Int)? {
        switch byte(i) {
        case 0x22: return mayOpen(i, length: 1) ? (.straight, 1) : nil
        case 0x60: return byte(i + 1) == 0x60 ? (.doubled, 2) : nil
        case 0x27:
            if byte(i + 1) == 0x27 { return mayOpen(i, length: 2) ? (.doubled, 2) : nil }
            return mayOpen(i, length: 1) && isLetter(byte(i + 1)) && endOfSingle(from: i + 1) != nil
                ? (.single, 1) : nil
        case 0xc2: return byte(i + 1) == 0xab ? (.guillemet, 2) : nil
        default:
            if isSequence(i, 0x80, 0x9c) { return (.curly, 3) }
            if isSequence(i, 0x80, 0x9e) { return (.low, 3) }
            // Some hands type the closing mark at both ends.
            if isSequence(i, 0x80, 0x9d) { return mayOpen(i, length: 3) ? (.curly, 3) : nil }
            if isSequence(i, 0x80, 0x98) {
                return endOfCurlySingle(from: i + 3) != nil ? (.curlySingle, 3) : nil
            }
            return nil
        }
    }

    /// How many bytes the mark that closes a quotation has here; 0 when none stands here.
    private func closing(_ mark: Mark, at i: Int) -> Int {
        switch mark {
        case .straight: return byte(i) == 0x22 ? 1 : isSequence(i, 0x80, 0x9d) ? 3 : 0
        case .doubled: return byte(i) == 0x27 && byte(i + 1) == 0x27 ? 2 : byte(i) == 0x22 ? 1 : 0
        case .guillemet: return byte(i) == 0xc2 && byte(i + 1) == 0xbb ? 2 : 0
        case .low: return isSequence(i, 0x80, 0x9c) || isSequence(i, 0x80, 0x9d) ? 3 : 0
        case .curly:
            if isSequence(i, 0x80, 0x9d) { return 3 }
            return byte(i) == 0x22 && !mayOpen(i, length: 1) ? 1 : 0
        case .single: return byte(i) == 0x27 && endOfSingle(from: i) == i ? 1 : 0
        case .curlySingle: return endOfCurlySingle(from: i) == i ? 3 : 0
        }
    }

    /// A mark opens after white space or a bracket and before a word.
    private func mayOpen(_ i: Int, length: Int) -> Bool {
        let before = byte(i - 1)
        let isApart =
            before <= 32 || before == 0x28 || before == 0x5b || before == 0x2d || before == 0x3a || before == 0x2f
            || (before >= 0x80 && (isSequence(i - 3, 0x80, 0x94) || isSequence(i - 3, 0x80, 0x93)))
        return isApart && byte(i + length) > 32
    }

    /// Where a quotation in single marks closes: after a stop, else before what is no letter; nil when nothing in the
    /// paragraph closes it. A mark between letters is an apostrophe.
    private func endOfSingle(from start: Int) -> Int? {
        var plain: Int?
        var i = start
        while i < min(text.count, start + Self.reach), text[i] != 10 {
            if text[i] == 0x27, !isLetter(byte(i + 1)), byte(i - 1) > 32 {
                if isStop(byte(i - 1)) { return i }
                plain = plain ?? i
            }
            i += 1
        }
        return plain
    }

    private func endOfCurlySingle(from start: Int) -> Int? {
        var plain: Int?
        var i = start
        while i + 2 < min(text.count, start + Self.reach), text[i] != 10 {
            if isSequence(i, 0x80, 0x99), !isLetter(byte(i + 3)) {
                if isStop(byte(i - 1)) { return i }
                plain = plain ?? i
            }
            i += 1
        }
        return plain
    }

    private func isStop(_ byte: UInt8) -> Bool { byte == 0x2c || byte == 0x2e || byte == 0x21 || byte == 0x3f }

    private func isLetter(_ byte: UInt8) -> Bool {
        (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte) || byte >= 0xc3
    }

    // MARK: - Paragraphs

    /// Whether the next paragraph begins with a mark that opens.
    private func opens(_ mark: Mark, after newline: Int) -> Bool {
        var i = newline
        while i < text.count, text[i] <= 32 { i += 1 }
        guard i < text.count, let (next, _) = opening(at: i) else { return false }
        return next == mark
    }

    /// The end of the last word before a byte; nil when there is none after the opening mark.
    private func lastWord(before end: Int, from start: Int) -> Int? {
        var last = end
        while last > start, text[last - 1] <= 32 { last -= 1 }
        return last - start > 4 ? last : nil
    }
}
