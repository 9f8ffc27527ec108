import Foundation
import Knowledge
import TestSupport

@testable import Places

/// A world small enough to read, in the files that GeoNames' packages have.
final class World {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("entente-places-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write("cities500.json", Self.cities)
        try write("countries.json", Self.countries)
        try write("continents.json", Self.continents)
        try write("us_states.json", #"{"TX": {"code": "TX", "name": "Texas", "fips": "48", "geonameid": 4736286}}"#)
        try write("us_counties.json", #"[{"fips": "48277", "name": "Lamar County", "state": "TX"}]"#)
        try Data(Self.catalogue(["FR.11": "Île-de-France", "2988507": "Paris"])).write(
            to: folder.appendingPathComponent("geonames.mo"))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }

    func sources(cache: CacheLocation? = nil) throws -> GazetteerSources {
        GazetteerSources(data: try TestData.data(), folder: folder, cache: cache)
    }

    /// A cache in the folder.
    var cache: CacheLocation {
        CacheLocation(option: folder.appendingPathComponent("cache").path, environment: [:], executable: folder)
    }

    /// The whole gazetteer, where the set-up has put it; nil elsewhere.
    static var whole: GazetteerSources? {
        let folder = TestData.repository.appendingPathComponent(".entente/gazetteer")
        guard FileManager.default.fileExists(atPath: folder.appendingPathComponent("cities500.json").path),
            let data = try? TestData.data()
        else { return nil }
        return GazetteerSources(data: data, folder: folder, cache: TestData.cache)
    }

    /// A catalogue as gettext compiles it.
    static func catalogue(_ messages: [String: String]) -> [UInt8] {
        let sorted = messages.sorted { $0.key < $1.key }
        var bytes: [UInt8] = []
        func put(_ number: Int) { withUnsafeBytes(of: UInt32(number).littleEndian) { bytes.append(contentsOf: $0) } }
        let texts = sorted.map { Array($0.key.utf8) } + sorted.map { Array($0.value.utf8) }
        let table = 28
        [0x9504_12DE, 0, sorted.count, table, table + 8 * sorted.count, 0, 0].forEach(put)
        var offset = table + 16 * sorted.count
        for text in texts {
            put(text.count)
            put(offset)
            offset += text.count + 1
        }
        for text in texts { bytes += text + [0] }
        return bytes
    }

    private static let cities = #"""
        {"2988507": {"geonameid": 2988507, "name": "Paris", "latitude": 48.85341, "longitude": 2.3488,
          "countrycode": "FR", "population": 2138551, "timezone": "Europe/Paris", "admin1code": "11",
          "alternatenames": ["Lutetia", "PAR", "Parigi", "pari", "\u041f\u0430\u0440\u0438\u0436"]},
         "4717560": {"geonameid": 4717560, "name": "Paris", "latitude": 33.66094, "longitude": -95.55551,
          "countrycode": "US", "population": 24782, "timezone": "America/Chicago", "admin1code": "TX",
          "alternatenames": []},
         "4699066": {"geonameid": 4699066, "name": "Houston", "latitude": 29.76328, "longitude": -95.36327,
          "countrycode": "US", "population": 2296224, "timezone": "America/Chicago", "admin1code": "TX",
          "alternatenames": ["Hiustonas"]}}
        """#

    private static let countries = #"""
        {"FR": {"geonameid": 3017382, "name": "France", "iso": "FR", "iso3": "FRA", "areakm2": 547030, "capital": "Paris"},
         "US": {"geonameid": 6252001, "name": "United States", "iso": "US", "iso3": "USA", "areakm2": 9629091,
          "capital": "Washington"}}
        """#

    private static let continents = #"""
        {"EU": {"lng": "9.14062", "geonameId": 6255148, "asciiName": "Europe", "lat": "48.69096", "bbox": {"east": 1}}}
        """#
}
