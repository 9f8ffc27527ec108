import Actors
import Annotation
import Knowledge
import Testing

/// What can hardly be meant in a dictionary that can be read.
@Suite struct ActorChecks {
    static let cases: [(text: String, findings: [String])] = [
        ("Jane Doe\n    GONGOV | queen | 2001 | 2005\n    GONELI | | 2005", []),
        (
            "Jane Doe\n    GONGOV | queen | 2001 | 2005\n    MORGOV | envoy | 2005 | 2008",
            []
        ),
        (
            "Jane Doe\n    GONGOV | queen | 2001 | 2005\n    MORGOV | envoy | 2003 | 2008",
            ["own:3: Jane Doe is of MOR (2003 to 2008) and of GON (2001 to 2005, line 2) at the same time"]
        ),
        // Ends that touch, ends that nobody knows, offices of bodies of no country and the default are no contradiction.
        ("Jane Doe\n    GONGOV | queen | 2001-01-20 | 2005-01-20\n    MORGOV | envoy | 2005-01-20", []),
        ("Jane Doe\n    GONGOV | queen | 2001 | ?\n    MORGOV | envoy | 2003 | 2008", []),
        ("Jane Doe\n    GONGOV | queen | 2001 | 2005\n    IGOUNG | envoy | 2003 | 2008", []),
        ("Jane Doe\n    MOR\n    GONGOV | queen | 2001 | 2005", []),
        (
            "Guard | | | group\n    GONMIL\n    MORMIL",
            ["own:3: Guard is of MOR (always) and of GON (always, line 2) at the same time"]
        ),
        (
            "Jane Doe\n    GONGOV | queen | 2001\n    GONGOV | queen | 2001",
            ["own:3: Jane Doe has the term GONGOV, queen twice, as in line 2"]
        ),
        (
            "Jane Doe\n    GONGOV | queen | 2001-01-20 | 2005-01-20\n    GONGOV | Queen | 2005-03-01 | 2009",
            ["own:3: Jane Doe stops being GONGOV, Queen on 2005-01-20 and begins again on 2005-03-01"]
        ),
        ("Jane Doe\n    GONGOV | queen | 2001 | 2004\n    GONGOV | queen | 2005 | 2009", []),
        ("Jane Doe\n    GONGOV | queen | 2001 | 2002\n    GONGOV | queen | 2005 | 2009", []),
        (
            "Jane Doe | J. Doe | Doe\n    GONGOV\nJohn Doe | j. doe | Doe\n    GONMIL",
            ["own:3: \"j. doe\" stands for two actors of GON: this one and that in line 1"]
        ),
        ("Jane Doe\n    GONGOV\nJane Doe\n    MORGOV", []),
        (
            "guard | | | agent\n    ~COP\nguard | | | agent\n    ~MIL",
            ["own:3: \"guard\" stands for two actors: this one and that in line 1"]
        ),
        (
            "Jane Doe\n    GONGO\n    GO\nguard | | | agent\n    ~CO",
            [
                "own:2: expected a code of three letters and groups of three more, found \"GONGO\"",
                "own:3: expected a code of three letters and groups of three more, found \"GO\"",
                "own:5: expected a code of three letters and groups of three more, found \"~CO\"",
            ]
        ),
        ("Jane Smith\n    ---", []),
    ]

    @Test(arguments: cases) func aFindingNamesFileAndLine(_ text: String, _ findings: [String]) {
        let reading = Reading(text, as: .entente)
        #expect(reading.faults == [])
        #expect(ActorCheck.findings(reading.records).map(\.description) == findings)
    }

    /// A reader lets none of these through; a program may make them.
    @Test func recordsThatSayNothingAreFound() {
        let backwards = Period(from: .init(days: 400, precision: .day), until: .init(days: 3, precision: .day))
        let records = [
            ActorRecord(names: [], kind: .person, terms: [.init(code: "GON", line: 1)], file: "own", line: 1),
            ActorRecord(names: [.init("Doe", .person)], kind: .person, terms: [], file: "own", line: 3),
            ActorRecord(
                names: [.init("Roe", .person)], kind: .person, terms: [.init(code: "GON", period: backwards, line: 6)],
                file: "own", line: 5),
        ]
        #expect(
            ActorCheck.findings(records).map(\.description) == [
                "own:1: expected a name, found none", "own:3: expected a code for Doe, found none",
                "own:6: Roe ends before it begins: 1971-02-05 to 1970-01-04",
            ])
    }

    @Test func aCompoundIsFound() {
        let records = Reading("JOINT_COMMISSION [GON/MOR]").records
        #expect(
            ActorCheck.findings(records).map(\.description) == [
                "own:1: Joint Commission is of GON (always) and of MOR (always, line 1) at the same time"
            ])
    }
}
