import Annotation
import Events
import TestSupport
import Testing

@Suite struct OntologyFacts {
    let ontology: Ontology

    init() throws { ontology = try Ontology(data: TestData.data()) }

    @Test(arguments: [
        ("02", PloverType.request), ("036", .agree), ("0354", .concede), ("042", .consult), ("055", .concede),
        ("057", .support),
        ("0871", .concede), ("0874", .retreat), ("112", .accuse), ("116", .sanction), ("163", .sanction),
        ("1712", .assault),
        ("175", .assault), ("191", .coerce), ("195", .assault), ("204", .assault),
    ])
    func aCodeHasTheManualsType(_ code: String, _ type: PloverType) {
        #expect(ontology.type(of: code) == type)
    }

    @Test(arguments: ["010", "011", "015", "018"]) func aCommentHasNoType(_ code: String) {
        #expect(ontology.type(of: code) == nil)
    }

    @Test func theTableIsKeptBesideTheManual() {
        #expect(ontology.tableType(of: "163") == .coerce)
        #expect(ontology.tableType(of: "055") == .support)
    }

    @Test func aModeHasItsOwnScore() {
        #expect(ontology.score(of: .consult, modes: ["visit"]) == 4)
        #expect(ontology.score(of: .consult, modes: []) == 2.5)
        #expect(ontology.goldstein(of: "042") == 1.9)
        #expect(ontology.quad(of: .assault) == 4)
    }
}
