import Annotation
import Clauses
import TestSupport
import Testing

@testable import Statements

/// Who says what in each sentence; the speakers are words, since nobody is resolved here.
@Suite struct StatementsOfSentences {
    struct Case: Sendable {
        var speaker: String?
        var cue: String
        var content: [String]
        var kind = Statement.Kind.say
        var quoted = Statement.Quotation.indirect
        var addressee: String?
        var via: [String] = []
    }

    /// What each sentence of `sentences.jsonl` attributes, in order of content.
    static let cases: [(sentence: Int, said: [Case])] = [
        (0, [Case(speaker: "The minister", cue: "said", content: ["the bridge would reopen in May"])]),
        (1, [Case(speaker: "the governor", cue: "said", content: ["\"The road is closed,\""], quoted: .direct)]),
        (2, [Case(speaker: "the harbour master", cue: "According to", content: ["two ships left at dawn"])]),
        (
            3,
            [
                Case(
                    speaker: "The envoy", cue: "told", content: ["that the talks had failed"], addressee: "the council")
            ]
        ),
        (4, [Case(speaker: "Lesotho", cue: "accused", content: ["the miners of blocking the pass"], kind: .judge)]),
        (
            5,
            [
                Case(
                    speaker: "The bishop", cue: "urged", content: ["the rebels to free the nurses"], kind: .ask,
                    addressee: "the rebels")
            ]
        ),
        (6, []),
        (7, [Case(speaker: "A spokesman", cue: "denied", content: ["that the army had fired"])]),
        (
            8,
            [
                Case(speaker: "The minister", cue: "said", content: ["that the bridge would reopen"]),
                Case(speaker: "The minister", cue: "adding", content: ["that two lanes would stay shut"]),
            ]
        ),
        (
            9,
            [
                Case(
                    speaker: "the colonel", cue: "said",
                    content: ["\"We lost the road,\"", "\"but we kept the bridge.\""],
                    quoted: .direct)
            ]
        ),
        (
            10,
            [
                Case(
                    speaker: "the mayor", cue: "said",
                    content: ["\"The wells are dry,\"", "\"We need water by June.\""],
                    quoted: .direct)
            ]
        ),
        (
            11,
            [
                Case(
                    speaker: "Officials", cue: "told", content: ["that the port was closed"], addressee: "Reuters",
                    via: ["Reuters", "an interview"])
            ]
        ),
        (
            12,
            [
                Case(
                    speaker: "The bishop", cue: "called", content: ["to free the nurses"], kind: .ask,
                    addressee: "the rebels")
            ]
        ),
        (
            13,
            [
                Case(
                    speaker: "Ivanov", cue: "said", content: ["that Petrov had told him that the army would leave"]),
                Case(speaker: "Petrov", cue: "told", content: ["that the army would leave"], addressee: "him"),
            ]
        ),
        (14, [Case(speaker: "The union", cue: "denounced", content: ["the law"], kind: .judge)]),
        (15, [Case(speaker: "The governor", cue: "denied", content: ["the report, which a clerk had confirmed"])]),
        (
            17,
            [
                Case(
                    speaker: "state media", cue: "according to", content: ["The general", "has fled the capital"])
            ]
        ),
        (20, [Case(speaker: "The workers", cue: "worried", content: ["their pensions"], kind: .feel)]),
        (21, [Case(speaker: nil, cue: "expected", content: ["The bank", "to raise its rates"], kind: .believe)]),
        (23, [Case(speaker: "his", cue: "In his view", content: ["the treaty is dead"])]),
        (24, [Case(speaker: nil, cue: "allegedly", content: ["The captain", "sold the boats"])]),
        (25, [Case(speaker: "the pilot", cue: "said", content: ["«Nous partons,»"], quoted: .direct)]),
        (26, [Case(speaker: "the senator", cue: "said", content: ["The plan", "would fail"])]),
        (28, [Case(speaker: "The judge", cue: "called", content: ["the strike illegal"])]),
        (29, [Case(speaker: "who", cue: "opposes", content: ["the reform"], kind: .stand)]),
        (30, [Case(speaker: "the lawyer", cue: "said", content: ["'We will sue,'"], quoted: .direct)]),
        (31, [Case(speaker: "Iran", cue: ":", content: ["US stalls talks"])]),
        (
            32,
            [
                Case(
                    speaker: "the colonel", cue: "said",
                    content: ["\"We lost the road,\"", "\"We kept the bridge. The enemy ran.", "\"Now we rest.\""],
                    quoted: .direct)
            ]
        ),
        (
            33,
            [
                Case(
                    speaker: "the boy", cue: "said", content: ["“He told me ‘go home’ twice,”"], quoted: .direct)
            ]
        ),
        (
            34,
            [
                Case(
                    speaker: "The minister", cue: "said",
                    content: ["the tax is “a gift to thieves. It will not pass.”"], quoted: .mixed)
            ]
        ),
    ]

    @Test(arguments: cases.indices) func areReadWithTheirWords(_ i: Int) throws {
        let (sentence, said) = Self.cases[i]
        let (statements, document) = try Statements.read(sentence)
        func words(_ party: Statement.Party) -> String { document.text(in: party.span) }
        #expect(statements.map { document.text(in: $0.cue) } == said.map(\.cue))
        for (statement, said) in zip(statements, said) {
            #expect(statement.content.map { document.text(in: $0) } == said.content)
            #expect(statement.speaker.map(words) == said.speaker)
            #expect(statement.kind == said.kind)
            #expect(statement.quoted == said.quoted)
            #expect(statement.addressee.map(words) == said.addressee)
            #expect(statement.via.map(words) == said.via)
        }
    }

    /// "refused to say whether …" is one statement, not a saying inside a refusal.
    @Test func aSayingThatIsRefusedIsNoStatementOfItsOwn() throws {
        #expect(try Statements.read(27).statements.map(\.kind) == [.plan])
    }

    /// "denounced the raid" does not tell of the raid; "said there was a raid" does.
    @Test func onlyClausesTell() throws {
        #expect(try Statements.read(14).statements.map(\.tells) == [false])
        #expect(try Statements.read(0).statements.map(\.tells) == [true])
        #expect(try Statements.read(16).statements.map(\.tells) == [true])
    }
}

/// Reading the stored sentences.
enum Statements {
    static let fixtures = (try? TestData.fixture("StatementsTests", "sentences.parse.jsonl")) ?? []

    static func read(_ sentence: Int) throws -> (statements: [Statement], document: Document) {
        let document = try #require(fixtures.count > sentence ? fixtures[sentence] : nil).document()
        return (try reader().read(document, ClauseReader(document), nobody(in: document)), document)
    }

    static func reader() throws -> StatementReader { StatementReader(cues: try AttributionCues(data: TestData.data())) }

    static func nobody(in document: Document) -> Cast {
        Cast(actors: [], mentions: [], tokenCount: document.tokens.count, members: [:])
    }
}
