import Annotation
import TestSupport
import Testing

@testable import Places

/// The places named in each sentence, and whether each stands for itself or for a government.
@Suite struct PlacesOfSentences {
    static let reader = try? PlaceReader(
        GazetteerSources(data: TestData.data(), folder: nil, cache: TestData.cache))
    static let sentences = (try? TestData.fixture("PlacesTests", "sentences.parse.jsonl")) ?? []
    static let uses = (try? TestData.fixture("PlacesTests", "uses.parse.jsonl")) ?? []

    static let cases: [(sentence: Int, name: String, use: Place.Use)] = [
        (0, "Nairobi", .place), (1, "Kenya", .government), (2, "Ghana", .place), (3, "Norway", .government),
        (4, "Aleppo", .place), (5, "Blue Nile River", .place), (6, "France", .government),
    ]

    @Test(arguments: cases.indices) func isRead(_ i: Int) throws {
        let (sentence, name, use) = Self.cases[i]
        let places = try Self.read(Self.sentences, sentence)
        let place = try #require(places.first?.place)
        #expect(places.count == 1)
        #expect(place.name == name)
        #expect(place.use == use)
    }

    /// Whether each name is a place or a government: one that is gone to, or one that acts, gives and is dealt with.
    static let useCases: [(sentence: Int, uses: [Place.Use])] = [
        (0, [.place]), (1, [.place]), (2, [.place]), (3, [.place]), (4, [.government]), (5, [.government]),
        (6, [.government, .government]), (8, [.government, .government]), (9, [.place, .place]),
        (10, [.government, .government]), (11, [.place]),
    ]

    @Test(arguments: useCases.indices) func isUsedAsWhatItIs(_ i: Int) throws {
        let (sentence, uses) = Self.useCases[i]
        #expect(try Self.read(Self.uses, sentence).map(\.place.use) == uses)
    }

    @Test func aSentenceWithoutAPlaceHasNone() throws { #expect(try Self.read(Self.sentences, 7).isEmpty) }

    @Test func withoutGeonamesTheRecordSaysSo() throws { #expect(try #require(Self.reader).version == "none") }

    private static func read(_ fixtures: [ParseFixture], _ sentence: Int) throws -> [PlaceMention] {
        try #require(reader).read(try #require(fixtures.count > sentence ? fixtures[sentence] : nil).document())
    }
}
