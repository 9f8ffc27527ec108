/// The identity of a string: its 64-bit MurmurHash2 with seed 1, as spaCy's `StringStore` computes it.
///
/// Lexicons are keyed by it, so that a word is hashed once, when its lexeme is first met, and looked up by
/// number ever after. The empty string has key 0, as in spaCy.
package struct StringKey: Hashable, Sendable {
    package let value: UInt64

    package init(value: UInt64) { self.value = value }

    package init(_ string: some StringProtocol) {
        var copy = String(string)
        self = copy.withUTF8 { StringKey(bytes: UnsafeRawBufferPointer($0)) }
    }

    package init(bytes: UnsafeRawBufferPointer) {
        value = bytes.isEmpty ? 0 : StringKey.murmur64A(bytes, seed: 1)
    }

    package static let empty = StringKey(value: 0)

    /// MurmurHash64A (Austin Appleby), little-endian.
    package static func murmur64A(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
        let m: UInt64 = 0xc6a4_a793_5bd1_e995
        let count = bytes.count
        var h = seed ^ (UInt64(truncatingIfNeeded: count) &* m)
        var offset = 0
        while offset + 8 <= count {
            var k = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            k = k &* m
            k ^= k >> 47
            k = k &* m
            h ^= k
            h = h &* m
            offset += 8
        }
        if offset < count {
            var tail: UInt64 = 0
            for i in stride(from: count - 1, through: offset, by: -1) { tail = tail << 8 | UInt64(bytes[i]) }
            h ^= tail
            h = h &* m
        }
        h ^= h >> 47
        h = h &* m
        h ^= h >> 47
        return h
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension StringKey: ExpressibleByStringLiteral {
    /// For the closed classes of the grammar ("be", "not", "by"); open classes are data.
    package init(stringLiteral value: String) { self.init(value) }
}
