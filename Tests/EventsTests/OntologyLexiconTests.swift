import Annotation
import TestSupport
import Testing

@testable import Events

/// What the lexicon codes, and what its operators make, holds together: type and code agree by the table or by a row of
/// `differences.txt`.
@Suite struct OntologyInTheLexicon {
    let ontology: Ontology
    let lexicon: Lexicon

    init() throws {
        ontology = try Ontology(data: TestData.data())
        lexicon = try Lexicon(data: TestData.data(), ontology: ontology)
    }

    @Test func everyEntrysTypeAndCodeAgree() {
        for entry in LexiconUses(lexicon).entries {
            let row = "\(entry.file):\(entry.line)"
            guard let type = entry.type else {
                #expect(ontology.type(of: entry.code) == nil, "\(row): \(entry.code) is no comment")
                continue
            }
            let agrees = ontology.conversion(of: entry.code, as: type) != nil
            #expect(
                agrees,
                """
                \(row): \(type.rawValue) and \(entry.code), which is \(ontology.type(of: entry.code)?.rawValue ?? "a comment"); \
                change one of them, or say in Data/ontology/differences.txt why some deeds under \(entry.code) are \
                \(type.rawValue)
                """)
            for context in ontology.contexts(broughtBy: entry.modes, of: type) {
                #expect(entry.contexts.contains(context), "\(row): \(context)")
            }
        }
    }

    /// Operators take their type from the code, so that the two cannot part; comments may come out of them.
    @Test func everyCompositionMakesACode() {
        for (name, compositions) in lexicon.compositions {
            // "=" leaves the inner code as it is; a root is no code of an event.
            for one in compositions where one.code != "=" {
                let isFull = ontology.isCode(one.code) && one.code.count > 2
                #expect(isFull, "\(name) \(one.prefix) makes \(one.code)")
            }
        }
    }
}
