import Annotation
import Coding
import Events
import TestSupport
import Testing

/// Every event that is coded from the stored parses: type and code agree by the table or a recorded difference, modes are
/// the type's own, and the classes and scores are the ontology's.
@Suite struct OntologyOfCodedEvents {
    @Test(arguments: [("EventsTests", "examples.parse.jsonl"), ("CodingTests", "traps.parse.jsonl")])
    func agree(_ target: String, _ name: String) throws {
        let ontology = try Ontology(data: TestData.data())
        let coder = try Coder(data: TestData.data(), model: "stored parses", cache: TestData.cache)
        let fixtures = try TestData.fixture(target, name)
        #expect(!fixtures.isEmpty)
        for fixture in fixtures {
            let document = fixture.document()
            for event in coder.code(Report(id: name, text: document.text), document).events {
                let what = "\(event.type?.rawValue ?? "comment") \(event.cameo) by \(event.rule) in \"\(fixture.text)\""
                let isCode = ontology.isCode(event.cameo) && event.cameo.count > 2
                #expect(isCode, "\(what)")
                guard let type = event.type else {
                    let isComment = ontology.type(of: event.cameo) == nil
                    #expect(isComment, "\(what)")
                    continue
                }
                let agrees = ontology.conversion(of: event.cameo, as: type) != nil
                #expect(agrees, "\(what)")
                let strange = event.modes.filter { !ontology.isMode($0, of: type) }
                #expect(strange == [], "\(what)")
                let unknown = event.contexts.filter { !ontology.isContext($0) }
                #expect(unknown == [], "\(what)")
                let quad = ontology.quad(of: type)
                #expect(event.quad == quad, "\(what)")
                let table = ontology.tableType(of: event.cameo)
                #expect(event.ploverFromCameo == table, "\(what)")
            }
        }
    }
}
