import Annotation
import Knowledge

/// Makes the compiled gazetteer: bytes that `Gazetteer` reads in place.
///
/// Sections, little-endian:
///
///     buckets    where the hashes begin whose top 16 bits are the bucket's number (32 bits each), and their end
///     hashes     of the folded names, ascending (64 each)
///     lists      for each hash where its references begin (32 each), and their end
///     refs       entry (28 bits) and what the name is to it (4 bits)
///     entries    geonameid, latitude, longitude (10^-5 degrees), population, where the name begins in texts (32 each),
///                country, division, radius in km (16 each), length of the name, feature, origin, number of countries
///                (8 each), 2 bytes unused, where the countries begin in members (32)
///     countries  code (3 bytes), continent (1), entry (32), area in km² (32), capital's entry (32)
///     divisions  key ("IR.26") as 8 bytes padded with zeros, entry (32), country (16), unused (16)
///     members    countries of what lies in several (16 each)
///     texts      UTF-8
struct GazetteerBuilder {
    static let format = SectionedFile.Format(magic: "ENTENTEG", version: 1, sections: Section.allCases.count)
    static let entryLength = 36
    static let countryLength = 16
    static let divisionLength = 16
    static let none: UInt32 = 0xFFFF_FFFF

    enum Section: Int, CaseIterable { case buckets, hashes, lists, refs, entries, countries, divisions, members, texts }

    struct Country {
        var code: String
        var entry: UInt32 = none
        var area: UInt32 = 0
        var capital: UInt32 = none
    }

    struct Division {
        var key: String
        var country: Int
        var entry: UInt32 = none
    }

    /// What a name is to an entry.
    struct NameUse: OptionSet {
        let rawValue: UInt32
        /// Its own name in English, or one as good.
        static let good = NameUse(rawValue: 1)
        /// Only where it stands in capitals ("US").
        static let capitals = NameUse(rawValue: 2)
        /// The adjective or the people ("Iranian"): evidence, and no name of a place.
        static let people = NameUse(rawValue: 4)
    }

    let fold: NameFold
    private(set) var records: [PlaceRecord] = []
    var countries: [Country] = []
    var divisions: [Division] = []
    private var refs: [(hash: UInt64, ref: UInt32, rank: UInt32)] = []

    init(fold: NameFold) { self.fold = fold }

    /// Adds an entry with its names.
    ///
    /// - Returns: its index.
    @discardableResult
    mutating func add(_ record: PlaceRecord) -> Int {
        let index = records.count
        records.append(record)
        for (i, name) in record.names.enumerated() {
            refer(to: index, by: name, i < record.goodNames ? .good : [])
        }
        return index
    }

    mutating func change(_ entry: Int, _ body: (inout PlaceRecord) -> Void) { body(&records[entry]) }

    /// Lets a name lead to an entry. Names in capitals of up to four letters are known by them alone.
    mutating func refer(to entry: Int, by name: [UInt8], _ use: NameUse) {
        guard let hash = fold.hash(of: name[...]) else { return }
        var use = use
        if name.count <= 6, name.allSatisfy({ (65...90).contains($0) || $0 == UInt8(ascii: ".") }) {
            use.insert(.capitals)
        }
        refs.append((hash, UInt32(entry) | use.rawValue << 28, records[entry].population))
    }

    mutating func build(identity: UInt64 = 0, digest: UInt64 = 0) -> [UInt8] {
        var sections = [[UInt8]](repeating: [], count: Section.allCases.count)
        func put(_ number: some FixedWidthInteger, _ section: Section) {
            withUnsafeBytes(of: number.littleEndian) { sections[section.rawValue].append(contentsOf: $0) }
        }
        // Entries without a point are none. Great places first; of two uses of one name for one entry the better.
        refs.removeAll { records[Int($0.ref & 0xFFF_FFFF)].isNowhere }
        refs.sort {
            ($0.hash, $1.rank, $0.ref & 0xFFF_FFFF, Self.order($0.ref))
                < ($1.hash, $0.rank, $1.ref & 0xFFF_FFFF, Self.order($1.ref))
        }
        var bucket = 0
        var hashes: UInt32 = 0
        var count: UInt32 = 0
        var i = 0
        while i < refs.count {
            let hash = refs[i].hash
            while bucket <= Int(hash >> 48) {
                put(hashes, .buckets)
                bucket += 1
            }
            put(hash, .hashes)
            put(count, .lists)
            hashes += 1
            var last: UInt32?
            while i < refs.count, refs[i].hash == hash {
                if last != refs[i].ref & 0xFFF_FFFF {
                    put(refs[i].ref, .refs)
                    count += 1
                }
                last = refs[i].ref & 0xFFF_FFFF
                i += 1
            }
        }
        while bucket <= 1 << 16 {
            put(hashes, .buckets)
            bucket += 1
        }
        put(count, .lists)
        putEntries(&sections)
        for country in countries {
            sections[Section.countries.rawValue] += Array(country.code.utf8.prefix(3)) + [0]
            put(country.entry, .countries)
            put(country.area, .countries)
            put(country.capital, .countries)
        }
        for division in divisions {
            let key = Array(division.key.utf8.prefix(8))
            sections[Section.divisions.rawValue] += key + [UInt8](repeating: 0, count: 8 - key.count)
            put(division.entry, .divisions)
            put(UInt16(division.country), .divisions)
            put(UInt16(0), .divisions)
        }
        return SectionedFile.encode(sections, Self.format, identity: identity, digest: digest)
    }

    /// A name of its own before another language's before its people's.
    private static func order(_ ref: UInt32) -> Int {
        let use = NameUse(rawValue: ref >> 28)
        return use.contains(.people) ? 2 : use.contains(.good) ? 0 : 1
    }

    private func putEntries(_ sections: inout [[UInt8]]) {
        var entries: [UInt8] = []
        var members: [UInt8] = []
        var texts: [UInt8] = []
        entries.reserveCapacity(records.count * Self.entryLength)
        func append(_ number: some FixedWidthInteger, _ bytes: inout [UInt8]) {
            withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        }
        for record in records {
            let name = record.names[0].prefix(255)
            append(record.geonameID, &entries)
            append(Int32((record.latitude * 100_000).rounded()), &entries)
            append(Int32((record.longitude * 100_000).rounded()), &entries)
            append(record.population, &entries)
            append(UInt32(texts.count), &entries)
            append(UInt16(record.country ?? 0xFFFF), &entries)
            append(UInt16(record.division ?? 0xFFFF), &entries)
            append(record.radius, &entries)
            append(UInt8(name.count), &entries)
            append(UInt8(record.feature), &entries)
            append(record.origin.rawValue, &entries)
            append(UInt8(clamping: record.countries.count), &entries)
            append(UInt16(0), &entries)
            append(UInt32(members.count / 2), &entries)
            for country in record.countries.prefix(255) { append(UInt16(country), &members) }
            texts += name
        }
        sections[Section.entries.rawValue] = entries
        sections[Section.members.rawValue] = members
        sections[Section.texts.rawValue] = texts
    }
}
