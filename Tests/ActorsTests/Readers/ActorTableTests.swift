import Actors
import Annotation
import Knowledge
import Testing

/// Tables with a header row.
@Suite struct ActorTables {
    static let header = "name,aliases,alone,kind,sex,code,country,sector,role,from,until,checked\n"

    static let rows: [(row: String, record: String)] = [
        (
            "Jane Doe,J. Doe; Jane P. Doe,Doe|Janie,person,f,GONGOV,,,president,2001-01-20,2009-01,recalled",
            "Jane Doe, J. Doe, Jane P. Doe, Doe:alone, Janie:alone = person f/person: GONGOV president 2001-01-20..2009-01 (recalled)"
        ),
        ("Jane Doe,,,,female,,GON,GOV,,,,", "Jane Doe = person f/person: GONGOV"),
        ("Jane Doe,,,,,GONGOV,,,queen,,,", "Jane Doe = person/person: GONGOV queen"),
        ("Jane Doe,,Doe,,,GONGOV,,,,,,", "Jane Doe, Doe:alone = person/person: GONGOV"),
        ("Jane Doe,,,,,GONGOV,,,,?,2001,", "Jane Doe = person/person: GONGOV ?..2001"),
        ("Gondor,,,,,GON,,,,,,", "Gondor = country/country: GON"),
        ("Gondor,,,,,,GON,,,,,", "Gondor = country/country: GON"),
        ("Gondor Guard,,,group,,,GON,MIL;REB,,,,", "Gondor Guard = group/body: GONMILREB"),
        ("Gondor Guard,,,Organisation,,GONMIL,,,,,,", "Gondor Guard = organization/body: GONMIL"),
        ("Gondor Guard,,,,,GONMIL,,,,,,", "Gondor Guard = organization/body: GONMIL"),
        ("Rangers,,,,,,,REB,,,,", "Rangers = organization/body: REB"),
        ("John Gondor,,,,,---,,,,,,", "John Gondor = organization/body: nobody"),
        (
            "\"Doe, Jane\",,,person,,GON,,,\"the \"\"old\"\" queen\",,,",
            "Doe, Jane = person/person: GON the \"old\" queen"
        ),
        ("\"Jane\nDoe\",,,person,,GON,,,,,,", "Jane Doe = person/person: GON"),
    ]

    @Test(arguments: rows) func aRowIsAnActor(_ row: String, _ record: String) {
        for ending in ["\n", "\r\n"] {
            let text = (Self.header + row + "\n").split(separator: "\n", omittingEmptySubsequences: false)
            let reading = Reading("\u{FEFF}" + text.joined(separator: ending))
            #expect(reading.lines == [record])
            #expect(reading.faults == [])
        }
    }

    @Test func anAgentIsARecordAName() {
        let reading = Reading("name,aliases,kind,code\nwarden,wardens,agent,MIL\nguard,,agent,~COP\n")
        #expect(
            reading.lines == [
                "warden = unknown/agent: ~MIL", "wardens = unknown/agent: ~MIL", "guard = unknown/agent: ~COP",
            ])
    }

    @Test func rowsOfOneNameAreTerms() {
        let reading = Reading(
            """
            code\tName\tfrom\tuntil\tnotes\trole

            GONELI\tJane Doe\t2009\t\tseen\t
            MOR\tMordor\t\t\t\t
            GONGOV\tJane Doe\t2001\t2009\t\tqueen
            """)
        #expect(
            reading.lines == [
                "Jane Doe = person/person: GONGOV queen 2001..2009, GONELI 2009..-", "Mordor = country/country: MOR",
            ])
        #expect(reading.records[0].terms.map(\.line) == [5, 3])
    }

    static let faults: [(row: String, fault: String)] = [
        (",,,,,GON,,,,,,", "own:2: expected a name, found none"),
        ("Doe,,,,,,,,,,,", "own:2: expected a code, or a country or sector, found none"),
        ("Doe,,,,,gon,,,,,,", "own:2: expected a code of capitals such as IRNGOV, found \"gon\""),
        ("Doe,,,,,,GONDOR,,,,,", "own:2: expected a country of three capitals such as IRN, found \"GONDOR\""),
        (
            "Doe,,,dwarf,,GON,,,,,,",
            "own:2: expected person, country, group, organization or agent, found \"dwarf\""
        ),
        ("Doe,,,,x,GON,,,,,,", "own:2: expected m or f, found \"x\""),
        ("Doe,,,group,m,GON,,,,,,", "own:2: expected a sex of a person alone, found one of \"Doe\""),
        ("Doe,,,,,~GOV,,,,,,", "own:2: expected the kind agent beside the code ~GOV"),
        (
            "Doe,,,,,GON,,,,2001-02-30,,",
            "own:2: expected a date as 2013, 2013-09 or 2013-09-10, ? or -, found \"2001-02-30\""
        ),
        ("Doe,,,,,GON,,,,2009,2001,", "own:2: expected dates in order, found 2009 to 2001"),
        ("Doe,,,,,GON,,,,,,,,", "own:2: expected 12 columns as in the header, found 14"),
        ("\"Doe,,,,,GON,,,,,,", "own:2: expected a closing quotation mark, found none"),
        ("\"Doe\" Jane,,,,,GON,,,,,,", "own:2: expected the end of the cell behind its quotation mark"),
    ]

    @Test(arguments: faults) func aFaultIsOneLine(_ row: String, _ fault: String) {
        let reading = Reading("\(Self.header)\(row)\nRohan,,,,,ROH\n")
        #expect(reading.faults == [fault])
        #expect(reading.lines == ["Rohan = country/country: ROH"])
    }

    /// The opening quotation mark of a cell further down would close it.
    @Test func anUnclosedQuoteTakesNoOtherRows() {
        let reading = Reading("name,code,checked\n\"Doe,GON\nRohan,ROH,\nMordor,MOR,\"by, me\"\n")
        #expect(reading.lines == ["Rohan = country/country: ROH", "Mordor = country/country: MOR (by, me)"])
        #expect(reading.faults == ["own:2: expected a closing quotation mark, found none"])
    }

    static let headers: [(header: String, fault: String)] = [
        (
            "name,kind",
            "own:1: expected a header with the columns name and code (or country, sector), found \"name, kind\""
        ),
        ("name,code,name", "own:1: expected each column once, found name twice"),
    ]

    /// Nobody knows then what the rows are.
    @Test(arguments: headers) func aTableNeedsItsColumns(_ header: String, _ fault: String) {
        let reading = Reading("\(header)\nRohan,ROH\nMordor,MOR\n", pathExtension: "csv")
        #expect(reading.faults == [fault])
        #expect(reading.records == [])
    }

    @Test func rowsOfOneNameMustAgree() {
        let reading = Reading("name,kind,code\nDoe,person,GON\nDoe,group,GONREB\n")
        #expect(reading.lines == ["Doe = person/person: GON"])
        #expect(reading.faults == ["own:3: expected person as for Doe in line 2, found group"])
    }
}
