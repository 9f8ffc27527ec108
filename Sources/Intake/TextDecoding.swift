import Annotation

/// Bytes that claim to be a text, turned into valid UTF-8.
enum TextDecoding {
    /// The text with a leading byte order mark removed and every invalid sequence replaced by U+FFFD (one for each
    /// maximal subpart, as Unicode 16 section 3.9 recommends), and a diagnostic when there was one.
    ///
    /// - Throws: `Refusal` when it is no UTF-8 text at all: another encoding, or binary data.
    static func decode(_ bytes: [UInt8]) throws(Refusal) -> (text: [UInt8], diagnostic: Diagnostic?) {
        try refuseOtherEncodings(bytes[...])
        var text = bytes
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
        if isValid(text) { return (text, nil) }
        let mended = mend(text)
        // A stray Latin-1 letter or a character cut at the end is a text; this many is another thing.
        guard mended.count * 10 <= text.count else {
            throw Refusal(reason: "is binary data or another encoding; expected text in UTF-8")
        }
        return (mended.text, mended.diagnostic)
    }

    /// Refuses what begins or looks like UTF-16 and what holds NUL bytes.
    static func refuseOtherEncodings(_ bytes: ArraySlice<UInt8>) throws(Refusal) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw Refusal(reason: "is in UTF-16; expected UTF-8 (iconv -f UTF-16 -t UTF-8 converts it)")
        }
        if bytes.contains(0) { throw Refusal(reason: "is binary data; expected text in UTF-8") }
    }

    static func isValid(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
    }

    /// - Returns: the text, how many sequences were replaced, and what to tell the user, with the place of the first.
    static func mend(_ bytes: [UInt8]) -> (text: [UInt8], count: Int, diagnostic: Diagnostic) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + 16)
        var count = 0
        var first = 0
        var firstByte = 0
        var read = 0
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        loop: while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar):
                text.append(contentsOf: scalar)
                read += scalar.count
            case .error(let length):
                if count == 0 { (first, firstByte) = (text.count, read) }
                count += 1
                read += length
                text.append(contentsOf: [0xEF, 0xBF, 0xBD])
            case .emptyInput: break loop
            }
        }
        let what = count == 1 ? "one byte sequence is" : "\(count) byte sequences are"
        let message =
            "\(what) not valid UTF-8 (the first at byte \(firstByte)); replaced by U+FFFD, expected UTF-8"
        let diagnostic = Diagnostic(.warning, message, span: TextSpan(start: first, end: first + 3))
        return (text, count, diagnostic)
    }
}
