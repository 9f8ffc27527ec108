import Annotation
import Testing

/// Who said what, when and where in the first acceptance text, as `expected.md` beside it lists them.
@Suite(.enabled(if: Seed.isThere, "needs ENTENTE_MODEL and ../shared/seed/report.txt")) struct SeedRoomsTests {
    struct Said: Sendable {
        var speaker: String
        var cue: String
        /// How one part of the content begins.
        var content: String
        var addressee: String?
        var via: String?
    }

    static let statements = [
        Said(speaker: "Ali Shamkhani", cue: "accusing", content: "the US of stalling"),
        Said(speaker: "Shamkhani", cue: "accused", content: "the US of seeking to create a deadlock"),
        Said(
            speaker: "Shamkhani", cue: "told", content: "\"The US does not seek peace", addressee: "the delegation",
            via: "state media"),
        Said(
            speaker: "Shamkhani", cue: "told", content: "\"The US strategy is to allow", addressee: "the delegation",
            via: "state media"),
        Said(speaker: "Shamkhani", cue: "stressed", content: "on the \"involvement of all Afghan groups\""),
        Said(speaker: "Shamkhani", cue: "stressing", content: "that Tehran will \"not recognize\" any group"),
        Said(
            speaker: "He", cue: "called", content: "to \"cooperate with the Afghan government\"",
            addressee: "the militant group"),
        Said(
            speaker: "Baradar", cue: "pointed",
            content: "to former US President Donald Trump's \"lack of commitment\"", via: "Iran's state media"),
        Said(speaker: "Saeed Khatibzadeh", cue: "said", content: "the visit was at the invitation of Tehran"),
        Said(speaker: "Mohammad Naeem", cue: "said", content: "the two sides will discuss"),
        Said(speaker: "the new US administration", cue: "said", content: "it will review the deal"),
        Said(speaker: "Iran", cue: "called", content: "for the ouster of US forces"),
    ]

    @Test(arguments: statements) func hearsWhoSaidWhat(_ said: Said) throws {
        let coded = try #require(Seed.coded)
        let found = coded.statements.filter { statement in
            Seed.words(statement.cue) == said.cue
                && statement.speaker.map { Seed.words($0.span).contains(said.speaker) } == true
                && statement.content.contains { Seed.words($0).hasPrefix(said.content) }
                && statement.addressee.map { Seed.words($0.span) } == said.addressee
                && (said.via == nil || statement.via.contains { Seed.words($0.span) == said.via })
        }
        #expect(found.count == 1)
    }

    static let times: [(words: String, value: String, count: Int)] = [
        ("Wednesday", "2021-01-27", 1), ("last year", "2020", 1), ("Tuesday morning", "2021-01-26TMO", 1),
        ("Tuesday", "2021-01-26", 1), ("earlier this month", "2021-01", 1), ("recent years", "PAST_REF", 3),
        ("November 2019", "2019-11", 1),
    ]

    @Test(arguments: times.indices) func readsTheTimes(_ i: Int) throws {
        let (words, value, count) = Self.times[i]
        let found = try #require(Seed.coded).times.filter { Seed.words($0.span) == words }
        #expect(found.map(\.value) == Array(repeating: value, count: count))
    }

    /// What a name stands for, by the words before it.
    static let places: [(before: String, name: String, use: Place.Use)] = [
        ("delegation visiting ", "Tehran", .place), ("peace talks in ", "Doha", .place),
        ("stressing that ", "Tehran", .government), ("had arrived in ", "Tehran", .place),
        ("at the invitation of ", "Tehran", .government), ("relations between ", "Tehran", .government),
        ("Tehran and ", "Kabul", .government), ("Afghan talks in ", "Doha", .place),
        ("leadership visiting ", "Tehran", .place), ("Baradar to ", "Tehran", .place),
    ]

    @Test(arguments: places.indices) func tellsPlacesFromGovernments(_ i: Int) throws {
        let (before, name, use) = Self.places[i]
        let coded = try #require(Seed.coded)
        let found = coded.places.filter {
            let start = $0.span.start - before.utf8.count
            return start >= 0 && Seed.words($0.span) == name
                && Seed.words(TextSpan(start: start, end: $0.span.start)) == before
        }
        #expect(found.map(\.use) == [use])
    }

    /// "held talks … with a Taliban delegation visiting Tehran", "had arrived in Tehran".
    @Test(arguments: ["talks", "arrived"]) func placesTheMeetingAndTheVisit(_ trigger: String) throws {
        let coded = try #require(Seed.coded)
        let event = try #require(
            coded.events.first { $0.type == .consult && $0.standing == [.actual] && Seed.words($0.trigger) == trigger })
        let site = try #require(event.place)
        #expect(Seed.words(coded.places[site.index].span) == "Tehran")
        #expect(site.basis == .clause)
    }
}
