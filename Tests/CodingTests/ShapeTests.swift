import Annotation
import Coding
import Foundation
import TestSupport
import Testing

/// How many events a sentence tells, and what stands in their places, where words alone would mislead.
@Suite struct EventShapes {
    static let fixtures = (try? TestData.fixture("CodingTests", "shapes.parse.jsonl")) ?? []

    static func coded(_ index: Int) throws -> CodedReport {
        try Reports.coded(#require(fixtures.count > index ? fixtures[index] : nil))
    }

    @Test func aKillAndAWoundByOneHandAreOneEvent() throws {
        let coded = try Self.coded(0)
        let event = try #require(coded.events.first)
        #expect(coded.events.count == 1 && event.type == .assault)
        #expect(event.target.count == 2)
        #expect(event.size?.dead?.low == 3 && event.size?.injured?.low == 9)
    }

    @Test func aHurricaneIsNobody() throws {
        #expect(try Self.coded(1).events.isEmpty)
    }

    /// A town that no table knows is a target by its words, the same one when it is told of again.
    @Test func aTownIsOneTargetHoweverOftenTold() throws {
        let coded = try Self.coded(2)
        let targets = coded.events.flatMap(\.target)
        #expect(targets.count == 2 && Set(targets.map(\.actor)).count == 1)
        let town = try #require(targets.first.map { coded.actors[$0.actor] })
        #expect(town.name == "Goma" && town.code == nil && town.mentions.count == 2)
    }

    /// Only a court sentences, so the event is kept whoever the convict is.
    @Test func aSentenceNeedsNoNamedCourt() throws {
        #expect(try Self.coded(3).events.map(\.cameo) == ["116"])
    }

    @Test func aShootingByNobodyKnownIsNoPoliticalEvent() throws {
        #expect(try Self.coded(4).events.isEmpty)
    }

    /// The parser hangs "Zambian police" on the verb.
    @Test func aSubjectHungOnItsVerbIsTheDoer() throws {
        let coded = try Self.coded(5)
        let source = try #require(coded.events.first?.source.first)
        #expect(coded.actors[source.actor].code == "ZMBCOP")
    }
}
