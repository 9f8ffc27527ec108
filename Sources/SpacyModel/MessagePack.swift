/// A value of a MessagePack stream, as spaCy's `srsly` writes them.
package enum MessagePack: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    /// Only values above `Int64.max`: hash keys.
    case unsigned(UInt64)
    case double(Double)
    case string(String)
    /// A range of the reader's bytes: large blobs are not copied.
    case binary(Range<Int>)
    case array([MessagePack])
    /// In the stream's order; keys need not be strings.
    case map([(key: MessagePack, value: MessagePack)])

    package var string: String? { if case .string(let s) = self { s } else { nil } }
    package var array: [MessagePack]? { if case .array(let a) = self { a } else { nil } }
    package var map: [(key: MessagePack, value: MessagePack)]? { if case .map(let m) = self { m } else { nil } }

    package var int: Int? {
        switch self {
        case .int(let i): Int(exactly: i)
        default: nil
        }
    }

    /// The 64 bits of a hash key, whichever sign it was written with.
    package var key: UInt64? {
        switch self {
        case .int(let i): UInt64(bitPattern: i)
        case .unsigned(let u): u
        default: nil
        }
    }

    /// The value under a string key of a map.
    package subscript(_ name: String) -> MessagePack? { map?.first { $0.key.string == name }?.value }
}

/// Reads MessagePack from memory, in one pass, checking every length against what is there.
package struct MessagePackReader {
    package let bytes: [UInt8]
    package private(set) var position = 0

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next value.
    ///
    /// - Throws: `ModelError.malformed` at a truncated or unknown item.
    package mutating func next(depth: Int = 0) throws -> MessagePack {
        guard depth < 64 else { throw ModelError.malformed("message nested too deep", at: position) }
        let tag = try byte()
        switch tag {
        case 0x00...0x7f: return .int(Int64(tag))
        case 0x80...0x8f: return try map(Int(tag & 15), depth)
        case 0x90...0x9f: return try list(Int(tag & 15), depth)
        case 0xa0...0xbf: return try text(Int(tag & 31))
        case 0xc0: return .null
        case 0xc2: return .bool(false)
        case 0xc3: return .bool(true)
        case 0xc4, 0xc5, 0xc6: return .binary(try take(Int(unsigned(1 << Int(tag - 0xc4)))))
        case 0xca: return .double(Double(Float(bitPattern: UInt32(try unsigned(4)))))
        case 0xcb: return .double(Double(bitPattern: try unsigned(8)))
        case 0xcc, 0xcd, 0xce, 0xcf:
            let value = try unsigned(1 << Int(tag - 0xcc))
            return value <= UInt64(Int64.max) ? .int(Int64(value)) : .unsigned(value)
        case 0xd0: return .int(Int64(Int8(truncatingIfNeeded: try unsigned(1))))
        case 0xd1: return .int(Int64(Int16(truncatingIfNeeded: try unsigned(2))))
        case 0xd2: return .int(Int64(Int32(truncatingIfNeeded: try unsigned(4))))
        case 0xd3: return .int(Int64(bitPattern: try unsigned(8)))
        case 0xd9, 0xda, 0xdb: return try text(Int(unsigned(1 << Int(tag - 0xd9))))
        case 0xdc, 0xdd: return try list(Int(unsigned(2 << Int(tag - 0xdc))), depth)
        case 0xde, 0xdf: return try map(Int(unsigned(2 << Int(tag - 0xde))), depth)
        case 0xe0...0xff: return .int(Int64(Int8(bitPattern: tag)))
        default: throw ModelError.malformed("unknown message tag \(tag)", at: position - 1)
        }
    }

    private mutating func byte() throws -> UInt8 {
        guard position < bytes.count else { throw ModelError.malformed("message ends early", at: position) }
        defer { position += 1 }
        return bytes[position]
    }

    /// A big-endian number of `width` bytes.
    private mutating func unsigned(_ width: Int) throws -> UInt64 {
        var value: UInt64 = 0
        for _ in 0..<width { value = value << 8 | UInt64(try byte()) }
        return value
    }

    private mutating func take(_ count: Int) throws -> Range<Int> {
        guard count <= bytes.count - position else { throw ModelError.malformed("message ends early", at: position) }
        defer { position += count }
        return position..<position + count
    }

    private mutating func text(_ count: Int) throws -> MessagePack {
        .string(String(decoding: bytes[try take(count)], as: UTF8.self))
    }

    private mutating func list(_ count: Int, _ depth: Int) throws -> MessagePack {
        var items: [MessagePack] = []
        items.reserveCapacity(min(count, bytes.count - position))
        for _ in 0..<count { items.append(try next(depth: depth + 1)) }
        return .array(items)
    }

    private mutating func map(_ count: Int, _ depth: Int) throws -> MessagePack {
        var items: [(key: MessagePack, value: MessagePack)] = []
        items.reserveCapacity(min(count, bytes.count - position))
        for _ in 0..<count { items.append((try next(depth: depth + 1), try next(depth: depth + 1))) }
        return .map(items)
    }
}
