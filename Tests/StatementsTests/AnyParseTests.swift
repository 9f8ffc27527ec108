import Annotation
import Clauses
import TestSupport
import Testing

@testable import Statements

/// Whatever the parse: spans are inside the text, contents in order, ids count.
@Suite struct AnyParse {
    private static let words = [
        "said", "told", "accused", "of", "that", "to", "leave", "according", "claim", "worried", "about", "\"", ",",
        ".",
        ":", "the", "minister", "\n\n", "who", "allegedly", "called", "for", "Iran", "“", "”", "his", "in", "view",
    ]

    @Test(arguments: 0..<60) func isReadWithoutHarm(_ seed: Int) throws {
        var generator = SplitMix(state: UInt64(seed))
        func any(_ count: Int) -> Int { Int(generator.next() % UInt64(count)) }
        var builder = DocumentBuilder()
        let count = any(40)
        for i in 0..<count {
            let word = Self.words[any(Self.words.count)]
            builder.add(
                word, lemma: word == "said" ? "say" : word == "told" ? "tell" : word,
                tag: Tag.allCases[any(Tag.allCases.count)],
                pos: word == "\n\n" ? .space : PartOfSpeech.allCases[any(PartOfSpeech.allCases.count)],
                dependency: Dependency.allCases[any(Dependency.allCases.count)],
                head: i == 0 ? 0 : any(2) == 0 ? any(i) : i)
        }
        let document = builder.build()
        let statements = try Statements.reader().read(document, ClauseReader(document), Statements.nobody(in: document))
        for (i, statement) in statements.enumerated() {
            #expect(statement.id == i)
            #expect(!statement.content.isEmpty)
            for (a, b) in zip(statement.content, statement.content.dropFirst()) { #expect(a.end <= b.start) }
            for span in statement.content + [statement.cue] {
                #expect(span.start < span.end && span.end <= document.text.count)
            }
        }
    }
}
