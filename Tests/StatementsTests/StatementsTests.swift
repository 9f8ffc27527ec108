import Annotation
import Clauses
import TestSupport
import Testing

@testable import Statements

/// Who says what in each sentence; the speakers are words, since nobody is resolved here.
@Suite struct StatementsOfSentences {
    static let fixtures = (try? TestData.fixture("StatementsTests", "sentences.parse.jsonl")) ?? []

    struct Case: Sendable {
        var speaker: String
        var cue: String
        var content: String
        var quoted = Statement.Quotation.indirect
        var addressee: String?
    }

    static let cases: [(sentence: Int, said: Case)] = [
        (0, Case(speaker: "minister", cue: "said", content: "the bridge would reopen in May")),
        (1, Case(speaker: "governor", cue: "said", content: "The road is closed", quoted: .direct)),
        (2, Case(speaker: "master", cue: "According to", content: "two ships left at dawn")),
        (3, Case(speaker: "envoy", cue: "told", content: "that the talks had failed", addressee: "council")),
        (5, Case(speaker: "bishop", cue: "urged", content: "to free the nurses", addressee: "rebels")),
        (7, Case(speaker: "spokesman", cue: "denied", content: "that the army had fired")),
    ]

    @Test(arguments: cases.indices) func isRead(_ i: Int) throws {
        let (sentence, said) = Self.cases[i]
        let (statements, document) = try Self.read(sentence)
        let statement = try #require(statements.first)
        #expect(statements.count == 1)
        #expect(statement.speaker.map { document.text(in: $0.span) } == said.speaker)
        #expect(document.text(in: statement.cue) == said.cue)
        #expect(statement.content.map { document.text(in: $0) } == [said.content])
        #expect(statement.quoted == said.quoted)
        #expect(statement.addressee.map { document.text(in: $0.span) } == said.addressee)
    }

    /// The parser hangs "of blocking" on "miners", where nobody looks for what they are accused of.
    @Test func anAccusationWhoseGerundHangsOnTheAccused() throws {
        let statements = try Self.read(4).statements
        withKnownIssue { #expect(statements.count == 1) }
    }

    @Test func aSentenceInWhichNobodySpeaksHasNone() throws {
        #expect(try Self.read(6).statements.isEmpty)
    }

    private static func read(_ sentence: Int) throws -> (statements: [Statement], document: Document) {
        let document = try #require(fixtures.count > sentence ? fixtures[sentence] : nil).document()
        let nobody = Cast(actors: [], mentions: [], tokenCount: document.tokens.count, members: [:])
        let reader = StatementReader(cues: try SpeechCues(data: TestData.data()))
        return (reader.read(document, ClauseReader(document), nobody), document)
    }
}
