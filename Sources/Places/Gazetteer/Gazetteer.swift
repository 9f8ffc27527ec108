import Annotation
import Knowledge

/// The compiled gazetteer: one file mapped into memory and read in place; `GazetteerBuilder` tells its layout.
///
/// A look-up hashes the folded name and reads two places of memory, over a million times a second. Entries are numbers;
/// what is asked of one is read from the file then.
///
/// `@unchecked Sendable`: the pointers are into `file`, which is read-only as long as it lives.
package final class Gazetteer: @unchecked Sendable {
    /// An entry that a name may stand for.
    package struct Reference: Hashable, Sendable {
        /// Index of the entry.
        package var entry: Int
        /// The entry's own name in English, or one as good; else another language's, or a former one.
        package var isGood: Bool
        /// A name only where it stands in capitals.
        package var isCapitals: Bool
        /// The people or the adjective of a country: evidence, and no name of a place.
        package var isPeople: Bool
    }

    /// What a name leads to, where it stands in the file. Great places first.
    package struct References: RandomAccessCollection, Sendable {
        fileprivate let gazetteer: Gazetteer
        package let startIndex: Int
        package let endIndex: Int

        package subscript(index: Int) -> Reference {
            let ref = gazetteer.load(UInt32.self, .refs, index * 4)
            let use = GazetteerBuilder.NameUse(rawValue: ref >> 28)
            return Reference(
                entry: Int(ref & 0xFFF_FFFF), isGood: use.contains(.good), isCapitals: use.contains(.capitals),
                isPeople: use.contains(.people))
        }
    }

    package let features: PlaceFeatures
    package let fold: NameFold
    private let file: SectionedFile
    private let sections: [UnsafeRawBufferPointer]

    init(file: SectionedFile, features: PlaceFeatures, fold: NameFold) {
        self.file = file
        self.features = features
        self.fold = fold
        sections = GazetteerBuilder.Section.allCases.map { file[$0.rawValue] }
    }

    /// What it was made from, for the record.
    package var digest: UInt64 { file.digest }
    package var count: Int { sections[GazetteerBuilder.Section.entries.rawValue].count / GazetteerBuilder.entryLength }
    /// Different names that can be looked up.
    package var nameCount: Int { sections[GazetteerBuilder.Section.hashes.rawValue].count / 8 }

    // MARK: - Looking names up

    /// What a name may stand for.
    package func candidates(of name: String) -> References { candidates(hash: fold.hash(of: name)) }

    /// The same by the hash of the folded name.
    package func candidates(hash: UInt64?) -> References {
        guard let hash else { return References(gazetteer: self, startIndex: 0, endIndex: 0) }
        let bucket = Int(hash >> 48) * 4
        let low = Int(load(UInt32.self, .buckets, bucket))
        let high = Int(load(UInt32.self, .buckets, bucket + 4))
        var at = low
        while at < high {
            let found = load(UInt64.self, .hashes, at * 8)
            if found >= hash {
                guard found == hash else { break }
                let start = Int(load(UInt32.self, .lists, at * 4))
                let end = Int(load(UInt32.self, .lists, at * 4 + 4))
                // A damaged file's lists may end before they begin.
                return References(gazetteer: self, startIndex: start, endIndex: Swift.max(start, end))
            }
            at += 1
        }
        return References(gazetteer: self, startIndex: 0, endIndex: 0)
    }

    // MARK: - Entries

    package func geonameID(_ entry: Int) -> Int? {
        let id = entryField(UInt32.self, entry, 0)
        return id == 0 ? nil : Int(id)
    }

    /// Degrees, WGS 84.
    package func latitude(_ entry: Int) -> Double { Double(entryField(Int32.self, entry, 4)) / 100_000 }
    package func longitude(_ entry: Int) -> Double { Double(entryField(Int32.self, entry, 8)) / 100_000 }
    package func population(_ entry: Int) -> Int { Int(entryField(UInt32.self, entry, 12)) }
    package func radius(_ entry: Int) -> Int { Int(entryField(UInt16.self, entry, 24)) }

    package func name(_ entry: Int) -> String {
        let texts = sections[GazetteerBuilder.Section.texts.rawValue]
        let start = Int(entryField(UInt32.self, entry, 16))
        let length = Int(entryField(UInt8.self, entry, 26))
        guard start + length <= texts.count else { return "" }
        return String(decoding: texts[start..<start + length], as: UTF8.self)
    }

    package func feature(_ entry: Int) -> PlaceFeatures.Feature {
        features.all[Swift.min(Int(entryField(UInt8.self, entry, 27)), features.all.count - 1)]
    }

    package func kind(_ entry: Int) -> PlaceKind { feature(entry).kind }

    /// Index of the country that an entry lies in, or is.
    package func country(_ entry: Int) -> Int? {
        let country = Int(entryField(UInt16.self, entry, 20))
        return country == 0xFFFF ? nil : country
    }

    /// Index of the first-level division that an entry lies in, or is.
    package func division(_ entry: Int) -> Int? {
        let division = Int(entryField(UInt16.self, entry, 22))
        return division == 0xFFFF ? nil : division
    }

    /// Indices of the countries that something lies in that lies in several, or touches them.
    package func countries(_ entry: Int) -> [Int] {
        let start = Int(entryField(UInt32.self, entry, 32))
        return (0..<Int(entryField(UInt8.self, entry, 29))).map {
            Int(load(UInt16.self, .members, (start + $0) * 2))
        }
    }

    func origin(_ entry: Int) -> PlaceRecord.Origin {
        PlaceRecord.Origin(rawValue: entryField(UInt8.self, entry, 28)) ?? .geonames
    }

    // MARK: - Countries and divisions

    package var countryCount: Int {
        sections[GazetteerBuilder.Section.countries.rawValue].count / GazetteerBuilder.countryLength
    }

    /// ISO 3166-1 alpha-3.
    package func code(ofCountry country: Int) -> String {
        let bytes = sections[GazetteerBuilder.Section.countries.rawValue]
        let start = country * GazetteerBuilder.countryLength
        guard start >= 0, start + 3 <= bytes.count else { return "" }
        return String(decoding: bytes[start..<start + 3], as: UTF8.self)
    }

    package func entry(ofCountry country: Int) -> Int? {
        number(load(UInt32.self, .countries, country * GazetteerBuilder.countryLength + 4))
    }

    package func capital(ofCountry country: Int) -> Int? {
        number(load(UInt32.self, .countries, country * GazetteerBuilder.countryLength + 12))
    }

    /// GeoNames' code of a division ("IR.26").
    package func key(ofDivision division: Int) -> String {
        let bytes = sections[GazetteerBuilder.Section.divisions.rawValue]
        let start = division * GazetteerBuilder.divisionLength
        guard start >= 0, start + 8 <= bytes.count else { return "" }
        return String(decoding: bytes[start..<start + 8].prefix { $0 != 0 }, as: UTF8.self)
    }

    package func entry(ofDivision division: Int) -> Int? {
        number(load(UInt32.self, .divisions, division * GazetteerBuilder.divisionLength + 8))
    }

    private func number(_ value: UInt32) -> Int? { value == GazetteerBuilder.none ? nil : Int(value) }

    @inline(__always)
    private func entryField<T: FixedWidthInteger>(_ type: T.Type, _ entry: Int, _ offset: Int) -> T {
        load(type, .entries, entry * GazetteerBuilder.entryLength + offset)
    }

    /// 0 where a damaged file points outside itself.
    @inline(__always)
    fileprivate func load<T: FixedWidthInteger>(
        _ type: T.Type, _ section: GazetteerBuilder.Section, _ offset: Int
    ) -> T {
        let bytes = sections[section.rawValue]
        guard offset >= 0, offset + MemoryLayout<T>.size <= bytes.count else { return 0 }
        return T(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: T.self))
    }
}
