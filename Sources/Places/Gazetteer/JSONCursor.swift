import Knowledge

/// Goes through JSON that is in memory, in its order, and keeps nothing: the cities' file has eighty million bytes, of
/// which a tree of values would need ten times as many.
struct JSONCursor {
    private let bytes: [UInt8]
    private(set) var at = 0
    /// For messages.
    private let file: String

    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    func fault(_ message: String) -> KnowledgeError {
        KnowledgeError(file: file, line: nil, "\(message) at byte \(at)")
    }

    private mutating func peek() throws -> UInt8 {
        while at < bytes.count {
            switch bytes[at] {
            case 32, 10, 13, 9: at += 1
            default: return bytes[at]
            }
        }
        throw fault("ends too early")
    }

    private mutating func take(_ character: Unicode.Scalar) throws {
        guard try peek() == UInt8(ascii: character) else { throw fault("expected \"\(character)\"") }
        at += 1
    }

    /// Goes through the members of an object; `body` reads or skips the value of each.
    mutating func members(_ body: (_ key: [UInt8], _ json: inout JSONCursor) throws -> Void) throws {
        try take("{")
        if try peek() == UInt8(ascii: "}") { return at += 1 }
        while true {
            let key = try string()
            try take(":")
            try body(key, &self)
            if try peek() == UInt8(ascii: ",") {
                at += 1
            } else {
                return try take("}")
            }
        }
    }

    /// Goes through the elements of an array; `body` reads or skips each.
    mutating func elements(_ body: (_ json: inout JSONCursor) throws -> Void) throws {
        try take("[")
        if try peek() == UInt8(ascii: "]") { return at += 1 }
        while true {
            try body(&self)
            if try peek() == UInt8(ascii: ",") {
                at += 1
            } else {
                return try take("]")
            }
        }
    }

    /// A string's UTF-8, escapes resolved.
    mutating func string() throws -> [UInt8] {
        try take("\"")
        var out: [UInt8] = []
        while at < bytes.count {
            let start = at
            while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") { at += 1 }
            out.append(contentsOf: bytes[start..<at])
            guard at + 1 < bytes.count || (at < bytes.count && bytes[at] == UInt8(ascii: "\"")) else { break }
            at += 1
            if bytes[at - 1] == UInt8(ascii: "\"") { return out }
            try escape(into: &out)
        }
        throw fault("ends inside a string")
    }

    private mutating func escape(into out: inout [UInt8]) throws {
        let letter = bytes[at]
        at += 1
        switch letter {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"):
            out.append(32)
        case UInt8(ascii: "u"):
            var value = try hexadecimal()
            if (0xD800..<0xDC00).contains(value), at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\") {
                at += 2
                value = 0x10000 + (value - 0xD800) << 10 + (try hexadecimal() & 0x3FF)
            }
            out.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
        default: out.append(letter)
        }
    }

    private mutating func hexadecimal() throws -> UInt32 {
        guard at + 4 <= bytes.count, let text = String(validating: bytes[at..<at + 4], as: UTF8.self),
            let value = UInt32(text, radix: 16)
        else { throw fault("has a bad escape") }
        at += 4
        return value
    }

    /// A number, or the number that a string holds.
    mutating func number() throws -> Double {
        let isQuoted = try peek() == UInt8(ascii: "\"")
        if isQuoted { at += 1 }
        let start = at
        while at < bytes.count,
            bytes[at] == 43 || bytes[at] == 45 || bytes[at] == 46 || bytes[at] == 101
                || (48...57).contains(bytes[at])
        { at += 1 }
        guard let value = Double(String(decoding: bytes[start..<at], as: UTF8.self)) else {
            throw fault("expected a number")
        }
        if isQuoted { try take("\"") }
        return value
    }

    /// A whole number, 0 for what is none or is too great.
    mutating func whole() throws -> UInt32 { UInt32(exactly: try number().rounded()) ?? 0 }

    /// Steps over a value of any kind.
    mutating func skip() throws {
        switch try peek() {
        case UInt8(ascii: "{"): try members { _, json in try json.skip() }
        case UInt8(ascii: "["): try elements { try $0.skip() }
        case UInt8(ascii: "\""): _ = try string()
        default:
            while at < bytes.count, ![44, 93, 125].contains(bytes[at]) { at += 1 }
        }
    }
}
