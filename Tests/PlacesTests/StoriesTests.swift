import Annotation
import TestSupport
import Testing

@testable import Places

/// What names mean in small stories, with the whole gazetteer: the same name means another place in another story.
@Suite(.enabled(if: World.whole != nil, "the set-up has fetched no gazetteer")) struct StoriesTests {
    static let fixtures = (try? TestData.fixture("PlacesTests", "stories.parse.jsonl")) ?? []
    static let reader = World.whole.flatMap { try? PlaceReader($0) }

    /// The names of a story in their order: name, country, and the division or the feature that tells it apart.
    static let cases: [(story: String, places: [(name: String, country: String?, more: String?)])] = [
        ("texas", [("Paris", "USA", "Texas"), ("Texas", "USA", "ADM1")]),
        ("france", [("Paris", "FRA", "PPLC"), ("Lyon", "FRA", nil)]),
        ("libya", [("Tripoli", "LBY", "PPLC"), ("Misratah", "LBY", nil), ("Benghazi", "LBY", nil)]),
        ("lebanon", [("Tripoli", "LBN", nil), ("Beirut", "LBN", "PPLC"), ("Sidon", "LBN", nil)]),
        ("caucasus", [("Georgia", "GEO", "PCLI"), ("Armenia", "ARM", nil), ("Azerbaijan", "AZE", nil)]),
        (
            "state",
            [("Georgia", "USA", "ADM1"), ("Alabama", "USA", nil), ("Florida", "USA", nil), ("Atlanta", "USA", nil)]
        ),
        ("ontario", [("London", "CAN", "Ontario"), ("Ontario", "CAN", "ADM1"), ("Toronto", "CAN", nil)]),
        ("cuba", [("Santiago de Cuba", "CUB", nil), ("Havana", "CUB", nil)]),
        ("venezuela", [("Valencia", "VEN", nil), ("Maracay", "VEN", nil)]),
        ("spain", [("Valencia", "ESP", nil), ("Castellon", "ESP", nil)]),
        ("india", [("Hyderabad", "IND", "Telangana"), ("Telangana", "IND", "ADM1")]),
        ("pakistan", [("Hyderābād", "PAK", nil), ("Karachi", "PAK", nil), ("Sindh Province", "PAK", "ADM1")]),
        ("dateline", [("Kabul", "AFG", "PPLC")]),
        ("province", [("Helmand Province", "AFG", "ADM1"), ("Sangin District", "AFG", "ADM2")]),
        ("direction", [("Iraq", "IRQ", "PCLI"), ("Mosul", "IRQ", nil)]),
        ("embassy", [("United States", "USA", "PCLI"), ("Nairobi", "KEN", nil)]),
        ("bank", []), ("virus", []), ("demonym", []), ("money", []), ("person", []),
        ("strait", [("Strait of Hormuz", nil, "STRT"), ("Black Sea", nil, "SEA")]),
        ("donbas", [("Donbas", "UKR", nil), ("Bakhmut", "UKR", nil), ("Ukraine", "UKR", nil)]),
        ("saigon", [("Ho Chi Minh City", "VNM", nil), ("Vietnam", "VNM", nil)]),
        ("camp", [("Dadaab", "KEN", nil), ("Kenya", "KEN", nil)]),
        ("westbank", [("Jenin", "PSE", nil), ("Nablus", "PSE", nil), ("West Bank", "PSE", nil)]),
        ("ivoire", [("Abidjan", "CIV", nil), ("Ivory Coast", "CIV", "PCLI"), ("São Tomé", "STP", nil)]),
        ("list", [("China", "CHN", "PCLI"), ("Japan", "JPN", "PCLI"), ("South Korea", "KOR", "PCLI")]),
        ("africa", [("Sub-Saharan Africa", nil, "RGN"), ("Mahdia", "TUN", nil)]),
        (
            "brackets",
            [
                ("Democratic Republic of the Congo", "COD", nil), ("Democratic Republic of the Congo", "COD", nil),
                ("Democratic Republic of the Congo", "COD", nil),
            ]
        ),
        ("vance", [("Paris", "FRA", nil), ("United States", "USA", nil)]),
        ("german", [("Berlin", "DEU", nil)]),
        ("us", [("United States", "USA", "PCLI")]),
        ("county", [("Orange County", "USA", "California"), ("California", "USA", "ADM1")]),
    ]

    @Test(arguments: cases.indices) func meanWhatTheStorySays(_ i: Int) throws {
        let (story, expected) = Self.cases[i]
        let fixture = try #require(Self.fixtures.first { $0.id == story })
        let places = try #require(Self.reader).read(fixture.document()).map(\.place)
        #expect(places.map(\.name) == expected.map(\.name))
        for (place, wanted) in zip(places, expected) {
            #expect(place.country == wanted.country)
            if let more = wanted.more { #expect([place.admin1, place.feature].contains(more)) }
            #expect(place.latitude != nil && place.longitude != nil && place.precision != nil)
            #expect(place.grounds.description != nil)
        }
    }

    /// "the village of Umbala in South Kordofan": no gazetteer knows the village, and the text says where it lies.
    @Test func aVillageThatNobodyKnowsLiesWhereTheTextSays() throws {
        let fixture = try #require(Self.fixtures.first { $0.id == "village" })
        let places = try #require(Self.reader).read(fixture.document()).map(\.place)
        let village = try #require(places.first)
        #expect(village.name == "Umbala")
        #expect(village.geonameID == nil)
        #expect(village.country == "SDN")
        #expect(village.precision == .region)
        #expect(village.latitude == places.last?.latitude)
    }

    @Test func candidatesAreShownWithTheOneThatWins() throws {
        let reader = try #require(Self.reader)
        #expect(reader.candidates(of: "Tripoli").first?.countries == ["LBY"])
        let story = try #require(Self.fixtures.first { $0.id == "lebanon" }).document()
        let candidates = reader.candidates(of: "Tripoli", in: story)
        #expect(candidates.first?.countries == ["LBN"])
        #expect(candidates.first?.wins == true)
        #expect(candidates.filter(\.wins).count == 1)
    }
}
