import Annotation
package import Knowledge

/// How letters are folded before names are compared: case, accents, spaces, hyphens, full stops and apostrophes take no
/// part, so that "São Paulo", "Sao Paulo" and "SAO PAULO", "Port-au-Prince" and "Port au Prince" are one name.
package struct NameFold: Sendable {
    /// For each code point of the tables, up to two ASCII letters, the first in the low byte; 0 for none known.
    private let letters: [UInt16]
    /// U+0080 to U+024F, then U+1E00 to U+1EFF.
    private static let low = 0x80..<0x250
    private static let high = 0x1E00..<0x1F00

    /// Reads `Data/places/letters.txt`: `letters | what they are read as`.
    ///
    /// - Throws: `KnowledgeError` naming file and line.
    package init(data: DataLocation) throws {
        let table = try TextTable(file: data.file("places", "letters.txt"), columns: 2...2)
        var letters = [UInt16](repeating: 0, count: Self.low.count + Self.high.count)
        for row in table.rows {
            let plain = Array(row.text(1).utf8)
            guard (1...2).contains(plain.count), plain.allSatisfy({ (97...122).contains($0) }) else {
                throw table.error(row, "\"\(row.text(1))\": expected one or two plain letters")
            }
            for scalar in row.text(0).unicodeScalars {
                guard let place = Self.place(of: scalar.value) else {
                    throw table.error(row, "\"\(scalar)\" is no Latin letter with a mark")
                }
                letters[place] = UInt16(plain[0]) | (plain.count > 1 ? UInt16(plain[1]) << 8 : 0)
            }
        }
        self.letters = letters
    }

    private static func place(of scalar: UInt32) -> Int? {
        let value = Int(scalar)
        if low.contains(value) { return value - low.lowerBound }
        return high.contains(value) ? low.count + value - high.lowerBound : nil
    }

    /// The hash of a name that is read bit by bit. FNV-1a over the folded letters, mixed at its end: among a million names
    /// two different ones have the same 64 bits with a chance of one in forty million.
    package struct Hash: Sendable {
        fileprivate var state: UInt64 = 0xCBF2_9CE4_8422_2325
        fileprivate var hasLetters = false

        package init() {}

        /// nil where nothing but marks was read.
        package var value: UInt64? {
            guard hasLetters else { return nil }
            var h = state
            h ^= h >> 33
            h = h &* 0xFF51_AFD7_ED55_8CCD
            h ^= h >> 33
            return h
        }

        @inline(__always) fileprivate mutating func add(_ byte: UInt8) {
            state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
            hasLetters = true
        }
    }

    /// Reads more of a name.
    ///
    /// - Parameter bytes: UTF-8; a letter is never cut in two by what is handed over.
    @inline(__always)
    package func read(_ bytes: UnsafeBufferPointer<UInt8>, into hash: inout Hash) {
        var i = 0
        let count = bytes.count
        while i < count {
            let byte = bytes[i]
            if byte < 0x80 {
                switch byte {
                case 97...122, 48...57: hash.add(byte)
                case 65...90: hash.add(byte | 0x20)
                default: break
                }
                i += 1
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            guard i + length <= count, length < 4 else {
                hash.add(byte)
                i += 1
                continue
            }
            let scalar =
                length == 2
                ? UInt32(byte & 0x1F) << 6 | UInt32(bytes[i + 1] & 0x3F)
                : UInt32(byte & 0x0F) << 12 | UInt32(bytes[i + 1] & 0x3F) << 6 | UInt32(bytes[i + 2] & 0x3F)
            if let place = Self.place(of: scalar), letters[place] != 0 {
                hash.add(UInt8(truncatingIfNeeded: letters[place]))
                if letters[place] > 0xFF { hash.add(UInt8(truncatingIfNeeded: letters[place] >> 8)) }
            } else if !(0x2010...0x206F).contains(scalar), !(0x2B0...0x36F).contains(scalar), scalar > 0xBF {
                for j in i..<(i + length) { hash.add(bytes[j]) }
            }
            i += length
        }
    }

    /// The hash of a whole name; nil where it has no letters.
    package func hash(of name: String) -> UInt64? {
        var hash = Hash()
        var copy = name
        copy.withUTF8 { read($0, into: &hash) }
        return hash.value
    }

    package func hash(of bytes: ArraySlice<UInt8>) -> UInt64? {
        var hash = Hash()
        bytes.withUnsafeBufferPointer { read($0, into: &hash) }
        return hash.value
    }

    /// Whether a name is of Latin letters and marks alone: names of other scripts never stand in English reports.
    package func isLatin(_ name: [UInt8]) -> Bool {
        var i = 0
        while i < name.count {
            let byte = name[i]
            if byte < 0x80 {
                i += 1
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            guard length < 4, i + length <= name.count else { return false }
            let scalar =
                length == 2
                ? UInt32(byte & 0x1F) << 6 | UInt32(name[i + 1] & 0x3F)
                : UInt32(byte & 0x0F) << 12 | UInt32(name[i + 1] & 0x3F) << 6 | UInt32(name[i + 2] & 0x3F)
            let isLetter = scalar < 0x250 || (0x1E00..<0x1F00).contains(scalar)
            guard isLetter || (0x2B0...0x36F).contains(scalar) || (0x2010...0x206F).contains(scalar) else {
                return false
            }
            i += length
        }
        return true
    }
}
