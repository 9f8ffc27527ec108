import Annotation
import Events
import TestSupport
import Testing

@Suite struct OntologyFacts {
    let ontology: Ontology

    init() throws { ontology = try Ontology(data: TestData.data()) }

    /// The manual's figures: type, quad class, score; then each mode with its score.
    static let scores = """
        AGREE 1 2.5
        CONSULT 1 2.5 visit 4 third-party 1 multilateral 4 phone 1.5
        SUPPORT 1 5
        CONCEDE 1 4.5
        COOPERATE 2 9.5
        AID 2 10
        RETREAT 2 6.5 withdraw 8 release 6.5 disarm 10 ceasefire 7.5 access 6.5 resign 4.5
        REQUEST 3 0 assist 0.5 change -1 yield -1 meet 0
        ACCUSE 3 -3 disapprove -2 investigate -3.5 allege -3.5
        REJECT 3 -2 assist -1.5 change -2 yield -2 meet -2
        THREATEN 3 -3.5 restrict -3 arrest -3.5 relations -3.5 expel -3.5 territory -4 violence -3.5
        PROTEST 4 -5 demo -5 riot -7 strike -5 hunger -4.5 boycott -4.5 obstruct -4.5 vandalize -5
        SANCTION 4 -6 convict -6 expel -5.5 withdraw -6 discontinue -6
        MOBILIZE 4 -5.5 troops -6.5 weapons -6.5 police -5.5 militia -6
        COERCE 4 -7 seize -7 restrict -7 censor -6.5 curfew -6.5 martial-law -7.5 arrest -7 deport -7 withhold -7 \
        misinformation -6.5 cyber -7
        ASSAULT 4 -9 abduct -8.5 beat -7.5 torture -8.5 sexual -8.5 targeted -9.5 destroy -8.5 primitive -8 \
        firearms -9 explosives -9 suicide-attack -9.5 aerial -9.5 drone -9.5 heavy-weapons -9.5 crowd-control -7.5 \
        unconventional -10
        """.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }

    @Test func everyTypeIsScored() {
        #expect(Self.scores.compactMap { PloverType(rawValue: $0[0]) } == PloverType.allCases)
    }

    @Test(arguments: scores) func typesAndModesHaveTheManualsScores(_ row: [String]) throws {
        let type = try #require(PloverType(rawValue: row[0]))
        #expect(ontology.quad(of: type) == Int(row[1]))
        #expect(ontology.score(of: type, modes: []) == Double(row[2]))
        for at in stride(from: 3, to: row.count, by: 2) {
            #expect(ontology.isMode(row[at], of: type), "\(row[at])")
            #expect(ontology.score(of: type, modes: [row[at]]) == Double(row[at + 1]), "\(row[at])")
        }
    }

    @Test func theStrongestOfSeveralModesCounts() {
        #expect(ontology.score(of: .assault, modes: ["beat", "firearms"]) == -9)
        #expect(ontology.score(of: .request, modes: ["meet", "yield"]) == -1)
    }

    @Test(arguments: [
        ("02", PloverType.request), ("036", .agree), ("0354", .concede), ("042", .consult), ("055", .concede),
        ("057", .support), ("0813", .concede), ("0871", .concede), ("0874", .retreat), ("112", .accuse),
        ("116", .sanction), ("155", .mobilize), ("163", .sanction), ("1712", .assault), ("175", .assault),
        ("176", .coerce), ("191", .coerce), ("1952", .assault), ("204", .assault),
    ])
    func aCodeHasTheManualsType(_ code: String, _ type: PloverType) {
        #expect(ontology.type(of: code) == type)
    }

    @Test(arguments: ["01", "010", "011", "015", "018"]) func aCommentHasNoType(_ code: String) {
        #expect(ontology.type(of: code) == nil)
        #expect(ontology.pentaClass(of: code) == 0)
    }

    @Test(arguments: [
        ("163", PloverType.coerce), ("055", .support), ("0871", .retreat), ("116", .accuse), ("0351", .agree),
        // Not in it, but of its logic.
        ("021", .request), ("176", .coerce),
    ])
    func theTableIsKeptBesideTheManual(_ code: String, _ type: PloverType) {
        #expect(ontology.tableType(of: code) == type)
    }

    @Test(arguments: [
        ("0871", PloverType.retreat, ["ceasefire"], ["military"]), ("0871", .concede, [], ["military"]),
        ("0874", .retreat, ["withdraw"], ["military"]), ("116", .sanction, ["convict"], ["legal"]),
        ("163", .coerce, ["restrict"], ["diplomatic"]), ("083", .retreat, ["resign"], ["political_institutions"]),
        ("0233", .request, ["assist"], ["human_security"]), ("0812", .concede, [], ["pro_democracy"]),
        // What the manual has dropped since.
        ("186", .assault, ["targeted"], []), ("132", .threaten, ["restrict"], ["executive"]),
        ("0842", .retreat, [], ["legal"]), ("175", .assault, [], ["military", "pro_autocracy"]),
    ])
    func aCodeBringsModesAndContexts(_ code: String, _ type: PloverType, _ modes: [String], _ contexts: [String]) {
        let conversion = ontology.conversion(of: code, as: type)
        #expect(conversion?.modes == modes)
        #expect(conversion?.contexts == contexts)
    }

    @Test func aCodeIsNothingInATypeThatItDoesNotBelongTo() {
        #expect(ontology.conversion(of: "112", as: .assault) == nil)
    }

    @Test func someModesBringTheirContext() {
        #expect(ontology.contexts(broughtBy: ["cyber"], of: .coerce) == ["cyber"])
        #expect(ontology.contexts(broughtBy: ["arrest", "misinformation"], of: .coerce) == ["misinformation"])
        #expect(ontology.contexts(broughtBy: ["arrest"], of: .coerce) == [])
    }

    /// GDELT counts by roots: 02 is verbal cooperation there and REQUEST verbal conflict for PLOVER.
    @Test(arguments: [
        ("010", 1, 0), ("020", 1, 1), ("057", 1, 1), ("061", 2, 2), ("0871", 2, 2), ("091", 3, 3), ("139", 3, 3),
        ("145", 4, 4), ("204", 4, 4),
    ])
    func aRootHasTheClassesOfGDELTAndPhoenix(_ code: String, _ quad: Int, _ penta: Int) {
        #expect(ontology.cameoQuad(of: code) == quad)
        #expect(ontology.pentaClass(of: code) == penta)
    }

    @Test(arguments: PloverType.allCases) func aTypesOwnCodeIsOfThatTypeEverywhere(_ type: PloverType) {
        #expect(ontology.type(of: ontology.root(of: type)) == type)
        #expect(ontology.tableType(of: ontology.root(of: type)) == type)
    }
}
