import Annotation
import Temporal
import TestSupport
import Testing

/// What the words around an expression decide: tense, and whether it is an expression at all. Seen from Wednesday
/// 2021-01-27; the first time of each sentence of `Fixtures/context.jsonl`, "" where there is none.
@Suite struct ContextTests {
    static let fixtures = (try? TestData.fixture("TemporalTests", "context.parse.jsonl")) ?? []
    static let reader: TimeReader? = (try? TimeKnowledge(data: TestData.data())).map { TimeReader(knowledge: $0) }

    static let cases: [(id: String, words: String, value: String)] = [
        ("future-will", "Friday", "2021-01-29"),
        ("future-set", "Monday", "2021-02-01"),
        ("future-agreed", "August", "2021-08"),
        ("past-implicative", "December", "2020-12"),
        ("past-passive", "December", "2020-12"),
        ("past-perfect", "Sunday", "2021-01-24"),
        ("future-modal", "March", "2021-03"),
        ("future-due", "Sunday", "2021-01-31"),
        ("postponed", "May", "2021-05"),
        ("delayed", "Feb. 14", "2021-02-14"),
        ("deadline", "Friday", "2021-01-29"),
        ("modal-may", "March", "2021-03"),
        ("verb-spring", "", ""),
        ("verb-fall", "", ""),
        ("ordinal-second", "", ""),
        ("march-on", "", ""),
        ("march-elections", "March", "2020-03"),
        ("people", "", ""),
        ("resolution", "", ""),
        ("year-adjective", "2008", "2008"),
        ("year-in", "1640", "1640"),
        ("clock-ahead", "10:15", "2021-01-25T10:15"),
        ("clock-with-day", "5 p.m. Sunday", "2021-01-24T17:00"),
        ("rate", "a day", "P1D"),
        ("length", "a day", "P1D"),
        ("summer-offensive", "summer", "2020-SU"),
        ("weekend", "the weekend", "2021-W03-WE"),
        ("same-period", "January", "2021-01"),
        ("history-word-in-news", "", ""),
        ("crossing-lines", "Jan.\n26", "2021-01-26"),
    ]

    @Test(arguments: cases) func isRead(_ id: String, _ words: String, _ value: String) throws {
        let document = try #require(Self.fixtures.first { $0.id == id }).document()
        let reader = try #require(Self.reader)
        let time = reader.read(document, published: CivilDate("2021-01-27")).first?.expression
        #expect((time.map { document.text(in: $0.span) } ?? "") == words)
        #expect((time?.value ?? "") == value)
    }
}
