import Annotation
import Coding
import Events
import TestSupport
import Testing

/// Every example of the lexicon, coded from its stored parse: the type and code of its entry, the marked parties.
@Suite struct LexiconExamples {
    static let parses: [String: ParseFixture] = {
        let fixtures = (try? TestData.fixture("EventsTests", "examples.parse.jsonl")) ?? []
        return Dictionary(fixtures.map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
    }()

    static let examples: [Lexicon.Example] = {
        guard let data = try? TestData.data(), let ontology = try? Ontology(data: data),
            let lexicon = try? Lexicon(data: data, ontology: ontology)
        else { return [] }
        return lexicon.examples
    }()

    static let coder: Result<Coder, any Error> = Result { try Coder(data: TestData.data()) }

    @Test func theLexiconHasExamples() { #expect(Self.examples.count > 200) }

    @Test(arguments: examples) func codes(_ example: Lexicon.Example) throws {
        let fixture = try #require(
            Self.parses[example.text],
            "\(example.origin) has no stored parse; run Tools/fixtures/examples.sh")
        let document = fixture.document()
        let coded = try Self.coder.get().code(Report(id: example.origin, text: document.text), document)
        let event = try #require(
            coded.events.first { $0.type == example.type && $0.cameo == example.code },
            "\(example.origin): expected \(example.code) in \"\(example.text)\", found \(coded.events.map(\.cameo))")
        // A party named by a pronoun is marked by its name.
        func words(_ parties: [Event.Party]) -> [String] {
            parties.map { document.text(in: $0.span) }
                + parties.flatMap { coded.actors[$0.actor].mentions.map { document.text(in: $0.span) } }
        }
        let sources = words(event.source)
        let targets = words(event.target)
        for marked in example.source {
            #expect(
                sources.contains { $0.contains(marked) || marked.contains($0) },
                "\(example.origin): source \(marked) not in \(sources)")
        }
        for marked in example.target {
            #expect(
                targets.contains { $0.contains(marked) || marked.contains($0) },
                "\(example.origin): target \(marked) not in \(targets)")
        }
    }
}
