import Annotation
import Foundation
import Knowledge

/// Reads all that is known of places into one gazetteer.
///
/// Order matters: countries, then GeoNames' divisions and cities, then the project's own tables, which add names to what
/// GeoNames has and entries where it has none; last the points of divisions, which are the middle of their cities.
struct GazetteerCompiler {
    let fold: NameFold
    let features: PlaceFeatures
    let words: PlaceWords
    var builder: GazetteerBuilder
    /// By ISO 3166-1 alpha-3, and by alpha-2.
    var countryByCode: [String: Int] = [:]
    var countryByShortCode: [String: Int] = [:]
    var divisionByKey: [String: Int] = [:]
    /// Cities by the hash of their own name.
    var citiesByName: [UInt64: [Int]] = [:]
    /// Divisions by country and the hash of their names without the word for what they are.
    var divisionsByName: [NamedDivision: Int] = [:]
    var middles: [Int: Middle] = [:]
    /// What stood in the files.
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325

    struct NamedDivision: Hashable {
        var country: Int
        var hash: UInt64
    }

    init(fold: NameFold, features: PlaceFeatures, words: PlaceWords) {
        self.fold = fold
        self.features = features
        self.words = words
        builder = GazetteerBuilder(fold: fold)
    }

    mutating func read(_ sources: GazetteerSources) throws {
        try readCountryCodes(sources)
        for name in GazetteerSources.countryTables { try readTable(sources.data.file("places", name)) }
        if let folder = sources.folder { try readGeonames(folder) }
        for name in GazetteerSources.tables { try readTable(sources.data.file("places", name)) }
        try readCountryNames(sources)
        placeDivisions()
    }

    mutating func build(identity: UInt64) -> [UInt8] { builder.build(identity: identity, digest: digest) }

    mutating func note(_ file: Data) {
        digest = (digest ^ file.withUnsafeBytes { StringKey(bytes: $0).value }) &* 0x100_0000_01B3
    }

    // MARK: - Countries

    /// The codes of `Data/actors/countries.txt` in their order: both rooms know the same countries.
    private mutating func readCountryCodes(_ sources: GazetteerSources) throws {
        let table = try TextTable(file: sources.data.file("actors", "countries.txt"), columns: 1...8)
        for row in table.rows where countryByCode[row.text(0)] == nil {
            countryByCode[row.text(0)] = builder.countries.count
            builder.countries.append(GazetteerBuilder.Country(code: row.text(0)))
        }
        note(try Data(contentsOf: sources.data.file("actors", "countries.txt")))
    }

    /// The names and peoples of countries. A name that is also one of its divisions' ("Scotland") is left to them.
    private mutating func readCountryNames(_ sources: GazetteerSources) throws {
        let table = try TextTable(file: sources.data.file("actors", "countries.txt"), columns: 1...8)
        for row in table.rows {
            guard let country = countryByCode[row.text(0)] else { continue }
            let entry = builder.countries[country].entry
            guard entry != GazetteerBuilder.none else { continue }
            for (i, name) in row.list(1).enumerated() {
                guard let hash = fold.hash(of: name) else { continue }
                // Mexico has a state of Mexico and is one all the same.
                if i > 0, divisionsByName[NamedDivision(country: country, hash: hash)] != nil { continue }
                builder.refer(to: Int(entry), by: Array(name.utf8), .good)
            }
            for people in row.list(2) {
                builder.refer(to: Int(entry), by: Array(people.utf8), .people)
                builder.refer(to: Int(entry), by: Array("\(people)s".utf8), .people)
            }
        }
    }

    // MARK: - The project's tables

    /// Rows of `names | latitude | longitude | countries | feature | radius`.
    private mutating func readTable(_ file: URL) throws {
        let table = try TextTable(file: file, columns: 6...6)
        note(try Data(contentsOf: file))
        for row in table.rows {
            let names = row.list(0).map { Array($0.utf8) }
            guard let name = names.first, let hash = fold.hash(of: name[...]) else {
                throw table.error(row, "has no name")
            }
            guard let latitude = Double(row.text(1)), abs(latitude) <= 90 else {
                throw table.error(row, "\"\(row.text(1))\": expected a latitude in degrees")
            }
            guard let longitude = Double(row.text(2)), abs(longitude) <= 180 else {
                throw table.error(row, "\"\(row.text(2))\": expected a longitude in degrees")
            }
            guard let feature = features.number(of: row.text(4)) else {
                throw table.error(row, "\"\(row.text(4))\" is no feature of features.txt")
            }
            guard let radius = UInt16(row.text(5)) else {
                throw table.error(row, "\"\(row.text(5))\": expected a radius in whole kilometres")
            }
            let countries = try row.list(3).filter { $0 != "-" }.map { code -> Int in
                guard let country = countryByCode[code] else {
                    throw table.error(row, "\"\(code)\" is no country of actors/countries.txt")
                }
                return country
            }
            let record = PlaceRecord(
                names: names, latitude: latitude, longitude: longitude, feature: feature,
                country: countries.count == 1 ? countries[0] : nil, countries: countries.count > 1 ? countries : [],
                radius: radius, origin: .tables, goodNames: names.count)
            add(record, hash)
        }
    }

    /// A row that tells of what is known already gives it names, and a division its point; else it is a new entry.
    private mutating func add(_ record: PlaceRecord, _ hash: UInt64) {
        switch features.all[record.feature].kind {
        case .country:
            guard let country = record.country else { break }
            let known = builder.countries[country].entry
            // A former country's name ("Gold Coast") is no longer as good as the country's own.
            let isFormer = features.all[record.feature].code == "PCLH"
            guard known == GazetteerBuilder.none else { return refer(record, to: Int(known), isFormer ? [] : .good) }
            builder.countries[country].entry = UInt32(builder.add(record))
            return
        case .continent:
            if let known = continents[hash] { return refer(record, to: known) }
        case .division:
            guard let country = record.country, let division = namedDivision(record, country) else { break }
            let entry = Int(builder.divisions[division].entry)
            refer(record, to: entry)
            referBare(record, to: entry)
            builder.change(entry) {
                ($0.latitude, $0.longitude, $0.radius) = (record.latitude, record.longitude, record.radius)
                ($0.origin, $0.isNowhere) = (.tables, false)
            }
            return
        case .city:
            for name in record.names {
                if let near = nearCity(name, record) { return refer(record, to: near) }
            }
        default: break
        }
        let entry = builder.add(record)
        if [.division, .district].contains(features.all[record.feature].kind) { referBare(record, to: entry) }
    }

    private mutating func refer(_ record: PlaceRecord, to entry: Int, _ use: GazetteerBuilder.NameUse = .good) {
        for name in record.names { builder.refer(to: entry, by: name, use) }
    }

    /// "Laguna Province" is called Laguna too, though a town has more of a claim to the name.
    private mutating func referBare(_ record: PlaceRecord, to entry: Int) {
        for name in record.names {
            let bare = words.withoutKind(name)
            if bare != name, !bare.isEmpty, !record.names.contains(bare) { builder.refer(to: entry, by: bare, []) }
        }
    }

    private func namedDivision(_ record: PlaceRecord, _ country: Int) -> Int? {
        for name in record.names {
            for hash in [fold.hash(of: name[...]), fold.hash(of: words.withoutKind(name)[...])].compactMap({ $0 }) {
                if let division = divisionsByName[NamedDivision(country: country, hash: hash)],
                    builder.divisions[division].entry != GazetteerBuilder.none
                {
                    return division
                }
            }
        }
        return nil
    }

    /// GeoNames' city of a name within 25 km of a row's.
    private func nearCity(_ name: [UInt8], _ record: PlaceRecord) -> Int? {
        guard let hash = fold.hash(of: name[...]) else { return nil }
        return citiesByName[hash]?.first {
            let city = builder.records[$0]
            return city.country == record.country
                && Geodesy.kilometres(record.latitude, record.longitude, city.latitude, city.longitude) < 25
        }
    }

    var continents: [UInt64: Int] = [:]
    /// GeoNames' ids of the states of the USA.
    var stateIDs: [String: UInt32] = [:]
}
