import Annotation
import TestSupport
import Testing

@testable import Places

/// The place named in each sentence, and whether it stands for itself or for a government.
@Suite struct PlacesOfSentences {
    static let fixtures = (try? TestData.fixture("PlacesTests", "sentences.parse.jsonl")) ?? []

    static let cases: [(sentence: Int, name: String, use: Place.Use)] = [
        (0, "Nairobi", .place), (1, "Kenya", .government), (2, "Ghana", .place), (3, "Norway", .government),
        (4, "Aleppo", .place), (5, "Blue Nile", .place), (6, "France", .government),
    ]

    @Test(arguments: cases.indices) func isRead(_ i: Int) throws {
        let (sentence, name, use) = Self.cases[i]
        let places = try Self.read(sentence)
        let place = try #require(places.first?.place)
        #expect(places.count == 1)
        #expect(place.name == name)
        #expect(place.use == use)
    }

    @Test func aSentenceWithoutAPlaceHasNone() throws { #expect(try Self.read(7).isEmpty) }

    private static func read(_ sentence: Int) throws -> [PlaceMention] {
        PlaceReader().read(try #require(fixtures.count > sentence ? fixtures[sentence] : nil).document())
    }
}
