import Annotation
import Temporal
import TestSupport
import Testing

/// The value of each sentence's time, seen from Wednesday 2021-01-27.
@Suite struct TimeValues {
    static let fixtures = (try? TestData.fixture("TemporalTests", "sentences.parse.jsonl")) ?? []

    static let cases: [(text: String, value: String)] = [
        ("Tuesday", "2021-01-26"), ("Wednesday", "2021-01-27"), ("Friday", "2021-01-29"),
        ("Tuesday morning", "2021-01-26TMO"), ("last year", "2020"), ("earlier this month", "2021-01"),
        ("2014", "2014"),
        ("November 2019", "2019-11"), ("4 March 2020", "2020-03-04"), ("two days ago", "2021-01-25"),
        ("yesterday", "2021-01-26"), ("recent years", "PAST_REF"), ("December 30", "2020-12-30"),
        ("next month", "2021-02"),
    ]

    @Test(arguments: cases.indices) func isRead(_ i: Int) throws {
        let document = try #require(Self.fixtures.count > i ? Self.fixtures[i] : nil).document()
        let reader = TimeReader(knowledge: try TimeKnowledge(data: TestData.data()))
        let time = try #require(reader.read(document, published: CivilDate("2021-01-27")).first)
        #expect(document.text(in: time.expression.span) == Self.cases[i].text)
        #expect(time.expression.value == Self.cases[i].value)
    }

    @Test func withoutAPublishedDayTheValueIsOpen() throws {
        let document = try #require(Self.fixtures.first).document()
        let reader = TimeReader(knowledge: try TimeKnowledge(data: TestData.data()))
        let time = try #require(reader.read(document, published: nil).first)
        #expect(time.expression.value == "XXXX-XX-XX")
        #expect(time.expression.from == nil)
    }
}
