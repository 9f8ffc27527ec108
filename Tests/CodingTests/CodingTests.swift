import Annotation
import Coding
import Foundation
import TestSupport
import Testing

/// Whole reports of our own, from their stored parses: what a careful reader records from each.
@Suite struct Reports {
    static let fixtures = (try? TestData.fixture("CodingTests", "reports.parse.jsonl")) ?? []

    struct Row: Sendable {
        var report: Int
        var type: PloverType
        var root: String
        var source: [String]
        var target: [String]
        var date: String
    }

    static let rows = [
        Row(report: 0, type: .consult, root: "04", source: ["KENGOV"], target: ["ETHGOV"], date: "2024-05-13"),
        Row(report: 0, type: .consult, root: "04", source: ["KENGOV", "ETHGOV"], target: [], date: "2024-05-14"),
        Row(report: 0, type: .request, root: "02", source: ["KENGOV"], target: ["ETHGOV"], date: "2024-05-14"),
        Row(report: 0, type: .accuse, root: "11", source: ["KENGOV"], target: ["ERIGOV"], date: "2024-05-15"),
        Row(report: 1, type: .assault, root: "17", source: ["KENCOP"], target: ["KENCVL"], date: "2024-06-21"),
        Row(report: 1, type: .coerce, root: "17", source: ["KENCOP"], target: ["KENEDU"], date: "2024-06-21"),
        Row(report: 2, type: .sanction, root: "16", source: ["USAGOV"], target: ["RUSBUS"], date: "2023-03-09"),
        Row(report: 2, type: .threaten, root: "13", source: ["RUSGOV"], target: ["USAGOV"], date: "2023-03-10"),
        Row(report: 2, type: .reject, root: "12", source: ["SAUGOV"], target: [], date: "2023-03-10"),
    ]

    static func coded(_ fixture: ParseFixture) throws -> CodedReport {
        let document = fixture.document()
        let report = Report(id: fixture.id, published: fixture.published.flatMap { CivilDate($0) }, text: document.text)
        return try Coder(data: TestData.data(), model: "stored parses", cache: TestData.cache).code(report, document)
    }

    @Test(arguments: rows) func isCoded(_ row: Row) throws {
        let coded = try Self.coded(#require(Self.fixtures.count > row.report ? Self.fixtures[row.report] : nil))
        func codes(_ parties: [Event.Party]) -> [String] { parties.map { coded.actors[$0.actor].code ?? "-" } }
        #expect(
            coded.events.contains {
                $0.type == row.type && $0.cameo.hasPrefix(row.root) && codes($0.source) == row.source
                    && codes($0.target) == row.target && $0.date?.from?.description == row.date
            },
            "found \(coded.events.map { "\($0.cameo) \(codes($0.source)) \(codes($0.target)) \($0.date?.from?.description ?? "")" })"
        )
    }

    @Test func accidentsAreNoAssaults() throws {
        let coded = try Self.coded(#require(Self.fixtures.count > 1 ? Self.fixtures[1] : nil))
        #expect(!coded.events.contains { $0.type == .assault && $0.sentences == [1] })
    }

    @Test func codingTwiceGivesTheSameIds() throws {
        let fixture = try #require(Self.fixtures.first)
        #expect(try Self.coded(fixture).events.map(\.id) == Self.coded(fixture).events.map(\.id))
    }

    @Test func anUndatedReportIsCoded() throws {
        var fixture = try #require(Self.fixtures.first)
        fixture.published = nil
        let coded = try Self.coded(fixture)
        #expect(!coded.events.isEmpty)
        #expect(coded.events.allSatisfy { $0.date?.from == nil })
    }
}

/// Sentences that tell of no political act: sport, weather, accidents, metaphor, culture.
@Suite struct Traps {
    static let fixtures = (try? TestData.fixture("CodingTests", "traps.parse.jsonl")) ?? []

    /// How many still give an event. The number only moves down.
    static let stillWrong = 3

    @Test func giveNoEvent() throws {
        #expect(Self.fixtures.count >= 190)
        let coder = try Coder(data: TestData.data(), model: "stored parses", cache: TestData.cache)
        let wrong = Self.fixtures.compactMap { fixture -> String? in
            let document = fixture.document()
            let coded = coder.code(Report(id: fixture.id, text: document.text), document)
            return coded.events.first.map { "\(fixture.text) gave \($0.rule)" }
        }
        #expect(wrong.count == Self.stillWrong, "fewer: lower the number; \(wrong)")
    }
}
