import Annotation
import Coding
import TestSupport
import Testing

/// What becomes of actors in the events of a report; the texts are those of Fixtures/actors.jsonl.
@Suite struct ActorsOfEvents {
    static let fixtures = (try? TestData.fixture("CodingTests", "actors.parse.jsonl")) ?? []

    static func coded(_ id: String) throws -> CodedReport {
        try Reports.coded(#require(fixtures.first { $0.id == id }, "no text \(id) in actors.parse.jsonl"))
    }

    /// The report is of 2023, when Merkel was out of office.
    static let dated: [(text: String, code: String)] = [
        ("out-of-office-now", "DEUELI"), ("in-office-then", "DEUGOV"), ("before-office-then", "DEUPTY"),
        ("the-text-says", "DEUELI"),
    ]

    @Test(arguments: dated) func areWhatTheyWereOnItsDay(_ id: String, _ code: String) throws {
        let coded = try Self.coded(id)
        let source = try #require(coded.events.first?.source.first)
        #expect(source.code ?? coded.actors[source.actor].code == code)
        #expect(coded.actors[source.actor].code == "DEUELI", "the actor is what it is on the report's day")
    }

    @Test func aPronounOfTwoIsTold() throws {
        let coded = try Self.coded("he-of-two")
        let accusation = try #require(coded.events.first { $0.type == .accuse }?.source.first)
        #expect(coded.actors[accusation.actor].isUnresolved)
        #expect(coded.diagnostics.map(\.message) == ["the pronoun \"He\" has no clear antecedent"])
        #expect(coded.diagnostics.first?.span == accusation.span)
    }

    @Test func aPronounOfOneIsNot() throws {
        let coded = try Self.coded("he-of-one")
        let accusation = try #require(coded.events.first { $0.type == .accuse }?.source.first)
        #expect(coded.actors[accusation.actor].name == "Peter Kamau")
        #expect(coded.diagnostics.map(\.message) == [])
    }
}
