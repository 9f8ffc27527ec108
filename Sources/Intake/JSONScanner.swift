/// Reads the values of one line of JSON (RFC 8259) from front to back.
///
/// Strings come out exactly as they went in, whatever code points they hold; Foundation's reader was not used because it
/// refuses lone surrogates and costs a bridge to its own strings. Raw control characters in strings are let through.
struct JSONScanner {
    private let bytes: [UInt8]
    private var position = 0
    private(set) var loneSurrogates = 0

    /// - Parameter bytes: valid UTF-8.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return position == bytes.count
        }
    }

    // MARK: - Punctuation

    mutating func takeIfPresent(_ mark: Unicode.Scalar) -> Bool {
        skipSpace()
        guard position < bytes.count, UInt32(bytes[position]) == mark.value else { return false }
        position += 1
        return true
    }

    mutating func take(_ mark: Unicode.Scalar) throws(Refusal) {
        guard takeIfPresent(mark) else { throw unexpected("\"\(mark)\"") }
    }

    /// What is wrong at the place where the scanner stands.
    func unexpected(_ expected: String) -> Refusal {
        let column = bytes[..<position].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        let what = position == bytes.count ? "the line ends at column \(column)" : "is not JSON at column \(column)"
        return Refusal(reason: "\(what): expected \(expected)")
    }

    // MARK: - Values

    /// The value of "text": a string, or nil for null.
    mutating func text() throws(Refusal) -> [UInt8]? {
        if takeWord("null") { return nil }
        guard peek() == UInt8(ascii: "\"") else { throw unexpected("a string as the text") }
        return try string()
    }

    /// A short value: a string, a number as it is written, or nil for null and "".
    mutating func scalar(of name: String) throws(Refusal) -> String? {
        if takeWord("null") { return nil }
        switch peek() {
        case UInt8(ascii: "\""):
            let value = String(decoding: try string(), as: UTF8.self)
            return value.isEmpty ? nil : value
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): return number()
        default: throw unexpected("a string as the \(name)")
        }
    }

    /// A stretch of text, `{"start": 3, "end": 9}` with whatever else beside it, or nil for null. A value of any other
    /// kind is not about marked text and is passed over.
    mutating func span(of name: String) throws(Refusal) -> Range<Int>? {
        if takeWord("null") { return nil }
        guard peek() == UInt8(ascii: "{") else {
            try skipValue()
            return nil
        }
        try take("{")
        var bounds: [String: Int] = [:]
        if !takeIfPresent("}") {
            repeat {
                let member = String(decoding: try string(), as: UTF8.self)
                try take(":")
                if member == "start" || member == "end" {
                    guard let value = try scalar(of: member).flatMap({ Int($0) }), value >= 0 else {
                        throw unexpected("a whole number as the \(member) of \(name)")
                    }
                    bounds[member] = value
                } else {
                    try skipValue()
                }
            } while takeIfPresent(",")
            try take("}")
        }
        guard let start = bounds["start"], let end = bounds["end"], start < end else {
            throw unexpected("start and end of \(name), the end after the start")
        }
        return start..<end
    }

    mutating func string() throws(Refusal) -> [UInt8] {
        try take("\"")
        var value: [UInt8] = []
        while true {
            let run = position
            while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\") {
                position += 1
            }
            value.append(contentsOf: bytes[run..<position])
            guard position < bytes.count else { throw unexpected("the end of a string") }
            position += 1
            if bytes[position - 1] == UInt8(ascii: "\"") { return value }
            try escape(into: &value)
        }
    }

    /// Skips a value of any kind; inside it only strings and the balance of brackets are checked.
    mutating func skipValue() throws(Refusal) {
        var open: [UInt8] = []
        repeat {
            switch peek() {
            case UInt8(ascii: "\""): _ = try string()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                open.append(bytes[position] + 2)  // "}" and "]" stand two after their partners
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard open.popLast() == bytes[position] else { throw unexpected("a value") }
                position += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                guard !open.isEmpty else { throw unexpected("a value") }
                position += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): _ = number()
            default:
                guard takeWord("null") || takeWord("true") || takeWord("false") else { throw unexpected("a value") }
            }
        } while !open.isEmpty
    }

    // MARK: - Private

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    /// The first byte of the next value; 0 at the end of the line.
    private mutating func peek() -> UInt8 {
        skipSpace()
        return position < bytes.count ? bytes[position] : 0
    }

    private mutating func takeWord(_ word: String) -> Bool {
        skipSpace()
        guard bytes[position...].starts(with: word.utf8) else { return false }
        position += word.utf8.count
        return true
    }

    private mutating func number() -> String {
        let start = position
        while position < bytes.count, "+-.0123456789eE".utf8.contains(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func escape(into value: inout [UInt8]) throws(Refusal) {
        guard position < bytes.count else { throw unexpected("the end of a string") }
        position += 1
        switch bytes[position - 1] {
        case UInt8(ascii: "n"): value.append(0x0A)
        case UInt8(ascii: "t"): value.append(0x09)
        case UInt8(ascii: "r"): value.append(0x0D)
        case UInt8(ascii: "b"): value.append(0x08)
        case UInt8(ascii: "f"): value.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): value.append(bytes[position - 1])
        case UInt8(ascii: "u"): value.append(contentsOf: String(try scalar()).utf8)
        default:
            position -= 1
            throw unexpected("an escape of JSON after \"\\\"")
        }
    }

    /// The scalar of `\uXXXX`, or of the two escapes of a surrogate pair; the "\u" has been read.
    private mutating func scalar() throws(Refusal) -> Unicode.Scalar {
        let unit = try fourDigits()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        if unit < 0xDC00, bytes[position...].starts(with: "\\u".utf8) {
            let restart = position
            position += 2
            let second = try fourDigits()
            if (0xDC00...0xDFFF).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
            {
                return scalar
            }
            position = restart
        }
        loneSurrogates += 1
        return "\u{FFFD}"
    }

    private mutating func fourDigits() throws(Refusal) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard position < bytes.count, let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue else {
                throw unexpected("four hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
