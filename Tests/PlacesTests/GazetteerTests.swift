import Foundation
import Knowledge
import TestSupport
import Testing

@testable import Places

@Suite struct GazetteerTests {
    let world: World
    let gazetteer: Gazetteer

    init() throws {
        world = try World()
        gazetteer = try world.sources().load()
    }

    private func entries(_ name: String) -> [Int] { gazetteer.candidates(of: name).map(\.entry) }

    private func ids(_ name: String) -> [Int?] { entries(name).map { gazetteer.geonameID($0) } }

    @Test func findsATownByItsNameAndTheGreaterFirst() { #expect(ids("paris").prefix(2) == [2_988_507, 4_717_560]) }

    @Test func tellsWhatATownIs() throws {
        let paris = try #require(entries("Paris").first)
        #expect(gazetteer.name(paris) == "Paris")
        #expect(gazetteer.feature(paris).code == "PPLC")
        #expect(gazetteer.country(paris).map { gazetteer.code(ofCountry: $0) } == "FRA")
        #expect(gazetteer.population(paris) == 2_138_551)
        #expect(abs(gazetteer.latitude(paris) - 48.85341) < 0.00001)
        #expect(abs(gazetteer.longitude(paris) - 2.3488) < 0.00001)
        let division = try #require(gazetteer.division(paris))
        #expect(gazetteer.key(ofDivision: division) == "FR.11")
        #expect(gazetteer.entry(ofDivision: division).map { gazetteer.name($0) } == "Île-de-France")
    }

    @Test func aFormerNameLeadsToATownAndIsLessGood() throws {
        let reference = try #require(gazetteer.candidates(of: "Lutetia").first)
        #expect(gazetteer.geonameID(reference.entry) == 2_988_507)
        #expect(!reference.isGood)
    }

    @Test(arguments: ["PAR", "pari", "Париж"]) func codesTranscriptionsAndOtherScriptsAreLeftOut(_ name: String) {
        #expect(!ids(name).contains(2_988_507))
    }

    @Test func aDivisionStandsInTheMiddleOfItsTowns() throws {
        // Texas has a point of its own in states.txt, Île-de-France only its towns.
        let division = try #require(entries("Île-de-France").first)
        #expect(gazetteer.kind(division) == .division)
        #expect(abs(gazetteer.latitude(division) - 49) < 1)
        #expect(gazetteer.radius(division) > 0)
    }

    @Test func aCountyWithoutATownOfItsNameStandsInTheMiddleOfItsState() throws {
        let county = try #require(entries("Lamar County").first)
        #expect(gazetteer.kind(county) == .district)
        #expect(gazetteer.division(county).map { gazetteer.key(ofDivision: $0) } == "US.TX")
    }

    @Test func countriesHaveNamesPeoplesAndPoints() throws {
        let country = try #require(gazetteer.candidates(of: "France").first { gazetteer.kind($0.entry) == .country })
        #expect(gazetteer.geonameID(country.entry) == 3_017_382)
        #expect(gazetteer.candidates(of: "French").contains { $0.entry == country.entry && $0.isPeople })
        #expect(gazetteer.candidates(of: "US").contains { $0.isCapitals })
    }

    @Test func everyNameLeadsToAnEntryWithAPointOnTheEarth() {
        for entry in 0..<gazetteer.count {
            #expect(abs(gazetteer.latitude(entry)) <= 90 && abs(gazetteer.longitude(entry)) <= 180)
            #expect(!gazetteer.name(entry).isEmpty)
        }
    }

    @Test(arguments: ["", "Zzyzx Nowhere", "-", "Parisian suburb of dreams"])
    func whatIsUnknownHasNoCandidates(_ name: String) { #expect(entries(name).isEmpty) }

    @Test func isReadFromTheCacheTheSecondTime() throws {
        let first = try world.sources(cache: world.cache).load()
        let second = try world.sources(cache: world.cache).load()
        #expect(first.digest == second.digest)
        #expect(first.count == second.count)
        let made = try FileManager.default.contentsOfDirectory(atPath: world.folder.path + "/cache")
        #expect(made.filter { $0.hasSuffix(".gazetteer") }.count == 1)
    }

    @Test func aDamagedCompiledFormIsMadeAgain() throws {
        _ = try world.sources(cache: world.cache).load()
        let folder = world.folder.appendingPathComponent("cache")
        let name = try #require(
            FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasSuffix(".gazetteer") })
        try Data("ENTENTEG".utf8).write(to: folder.appendingPathComponent(name))
        #expect(try world.sources(cache: world.cache).load().count == gazetteer.count)
    }

    /// What a compiled form is read with, when bytes of it were lost or turned over on the disk: no answer is a crash.
    @Test func aCompiledFormWithWrongBytesAnswersSomething() throws {
        var compiler = try GazetteerCompiler(
            fold: NameFold(data: TestData.data()), features: PlaceFeatures(data: TestData.data()),
            words: PlaceWords(data: TestData.data()))
        try compiler.read(world.sources())
        let bytes = compiler.build(identity: 0)
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20 {
            var broken = bytes
            // The header is checked when the file is opened; what follows is trusted only as far as it leads.
            for _ in 0..<2000 { broken[Int.random(in: 200..<broken.count, using: &random)] = .random(in: 0...255) }
            guard let file = try? SectionedFile(bytes: broken, GazetteerBuilder.format) else { continue }
            let gazetteer = Gazetteer(file: file, features: compiler.features, fold: compiler.fold)
            for name in ["Paris", "Texas", "France", "Lutetia", "Lamar County"] {
                for reference in gazetteer.candidates(of: name).prefix(100) {
                    _ = gazetteer.name(reference.entry)
                    _ = gazetteer.feature(reference.entry)
                    _ = gazetteer.countries(reference.entry)
                    _ = gazetteer.division(reference.entry).map { gazetteer.key(ofDivision: $0) }
                    _ = gazetteer.country(reference.entry).map { gazetteer.code(ofCountry: $0) }
                }
            }
        }
    }

    /// A file that is cut short or is another one is told in one line that names it.
    @Test(arguments: [
        ("cities500.json", #"{"1": {"geonameid": 1, "na"#, "cities500.json: ends inside a string"),
        ("cities500.json", "[]", "cities500.json: expected \"{\""),
        ("cities500.json", "", "cities500.json: ends too early"),
        ("countries.json", #"{"FR": 5}"#, "countries.json: expected \"{\""),
        ("geonames.mo", "hello", "geonames.mo: is no catalogue of messages (.mo)"),
    ])
    func aDamagedSourceIsNamed(_ file: String, _ text: String, _ message: String) throws {
        let world = try World()
        try world.write(file, text)
        let error = #expect(throws: KnowledgeError.self) { try world.sources().load() }
        #expect(try #require(error).description.hasPrefix(message))
    }

    @Test func withoutGeonamesTheProjectsOwnTablesRemain() throws {
        let gazetteer = try GazetteerSources(data: TestData.data(), folder: nil, cache: nil).load()
        #expect(gazetteer.candidates(of: "Strait of Hormuz").count == 1)
        #expect(gazetteer.candidates(of: "Iran").contains { gazetteer.kind($0.entry) == .country })
    }
}
