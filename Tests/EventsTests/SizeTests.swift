import Annotation
import Coding
import TestSupport
import Testing

/// How many people events are about, from stored parses of our own sentences.
@Suite struct SizeTests {
    static let fixtures = (try? TestData.fixture("EventsTests", "sizes.parse.jsonl")) ?? []

    /// By sentence: dead, injured, arrested, people, as "low-high" ("14-" for at least 14).
    static let expected: [[String?]] = [
        ["14-", "31-", nil, nil],
        ["24-", nil, nil, nil],
        [nil, nil, "1200-1200", nil],
        [nil, nil, nil, "2000-"],
        ["0-200", "10-15", nil, nil],
        ["200-200", nil, nil, nil],
    ]

    @Test(arguments: expected.indices) func isRead(_ i: Int) throws {
        let fixture = try #require(Self.fixtures.count > i ? Self.fixtures[i] : nil)
        let document = fixture.document()
        let report = Report(id: fixture.id, published: CivilDate("2026-01-05"), text: document.text)
        let event = try #require(
            Coder(data: TestData.data(), model: "stored parses", cache: TestData.cache).code(report, document).events
                .first)
        func short(_ count: Event.Count?) -> String? { count.map { "\($0.low)-\($0.high.map(String.init) ?? "")" } }
        let size = [event.size?.dead, event.size?.injured, event.size?.arrested, event.size?.people].map(short)
        #expect(size == Self.expected[i], "\(fixture.text)")
    }
}
