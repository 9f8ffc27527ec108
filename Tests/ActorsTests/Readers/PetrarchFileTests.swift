import Actors
import Annotation
import Knowledge
import Testing

/// Dictionaries of actors as TABARI and PETRARCH read them. All names are invented.
@Suite struct PetrarchFiles {
    static let names: [(text: String, record: String)] = [
        ("GONDOR [GON]", "Gondor = country/country: GON"),
        ("GONDOR_ [GON]", "Gondor = country/country: GON"),
        ("  GONDOR\t[GON]  ", "Gondor = country/country: GON"),
        ("BANK_OF_GONDOR_ [GONBUS]", "Bank of Gondor = organization/body: GONBUS"),
        ("BANK OF GONDOR [GONBUS]", "Bank of Gondor = organization/body: GONBUS"),
        ("Bank of Gondor [GONBUS]", "Bank of Gondor = organization/body: GONBUS"),
        ("PERE-LACHAISE_GUARD [GONMIL]", "Pere-Lachaise Guard = organization/body: GONMIL"),
        // Capitals alone match capitals alone: only what is surely an acronym keeps them.
        ("UNG [IGOUNG]", "UNG = organization/body: IGOUNG"),
        ("FMLG [GONREB]", "FMLG = organization/body: GONREB"),
        ("GATO [IGOGAT]", "Gato = organization/body: IGOGAT"),
        ("ÉCLAIR [GONBUS]", "Éclair = organization/body: GONBUS"),
        ("BO_LIN\n+BO\n    [GONGOV >930120]", "Bo Lin, Bo:alone = person/person: GONGOV 1993-01-20..-"),
        // What stands for no country stands for a body.
        ("ORCS [REB]", "Orcs = organization/body: REB"),
        ("BILBO_SMITH [---]", "Bilbo Smith = organization/body: nobody"),
        ("BILBO_SMITH [###]", "Bilbo Smith = organization/body: nobody"),
        ("GONDOR [GON] ; entered by hand [XXX] 3/12", "Gondor = country/country: GON"),
        ("GONDOR [GON] # entered by hand", "Gondor = country/country: GON"),
        ("GONDOR [GON] <!-- entered --> ", "Gondor = country/country: GON"),
        ("GON<!-- entered -->DOR [GON]", "Gondor = country/country: GON"),
    ]

    @Test(arguments: names) func aNameHasACode(_ text: String, _ record: String) {
        let reading = Reading(text)
        #expect(reading.lines == [record])
        #expect(reading.faults == [])
    }

    /// A default first, then by the beginning: the last that holds is taken.
    static let dates: [(codes: String, terms: String)] = [
        ("[GONGOV 930120-010120]", "GONGOV 1993-01-20..2001-01-20"),
        ("[GONGOV 19930120-20010120]", "GONGOV 1993-01-20..2001-01-20"),
        ("[GONGOV 930120 - 010120]", "GONGOV 1993-01-20..2001-01-20"),
        ("[GONELI >010120]", "GONELI 2001-01-20..-"),
        ("[GONELI > 010120]", "GONELI 2001-01-20..-"),
        // Before that day, so until its eve.
        ("[GONLEG <930120]", "GONLEG -..1993-01-19"),
        ("[GONGOV >930120 <010120]", "GONGOV 1993-01-20..2001-01-19"),
        ("[GONGOV 700101-691231]", "GONGOV 1970-01-01..2069-12-31"),
        (
            "[GONELI >010120] [GONGOV 930120-010120] [GONLEG <930120]",
            "GONLEG -..1993-01-19, GONGOV 1993-01-20..2001-01-20, GONELI 2001-01-20..-"
        ),
        ("[GONGOV 930120-010120] [GON]", "GON, GONGOV 1993-01-20..2001-01-20"),
        ("[GON][GONGOV >930120]", "GON, GONGOV 1993-01-20..-"),
        // The first of the file is taken, so it stands last.
        ("[GONGOV >930120][GONMIL >930120]", "GONMIL 1993-01-20..-, GONGOV 1993-01-20..-"),
    ]

    @Test(arguments: dates) func aCodeHoldsBetweenDates(_ codes: String, _ terms: String) {
        let reading = Reading("JANE_DOE \(codes)")
        #expect(reading.lines == ["Jane Doe = person/person: \(terms)"])
        #expect(reading.faults == [])
    }

    @Test func codesMayStandBelow() {
        let reading = Reading(
            """
            # Actors of Gondor

            JANE_DOE_
            +J._DOE
            \t[GONELI >20010120]\t; former
                [GONGOV 930120-010120]
            +DOE
            GONDOR [GON]
            """)
        #expect(
            reading.lines == [
                "Jane Doe, J. Doe, Doe:alone = person/person: GONGOV 1993-01-20..2001-01-20, GONELI 2001-01-20..-",
                "Gondor = country/country: GON",
            ])
        #expect(reading.records[0].terms.map(\.line) == [6, 5])
        #expect(reading.records.map(\.line) == [3, 8])
        #expect(reading.faults == [])
    }

    @Test func aCountryThatIsOverIsNoPerson() {
        #expect(Reading("EAST_GONDOR [GON <900101]").lines == ["East Gondor = country/country: GON -..1989-12-31"])
    }

    /// Both codes hold: who reads an event has one code an actor, and `ActorCheck` tells of the other.
    @Test func aCompoundHasATermForEachPart() {
        let reading = Reading("JOINT_COMMISSION [GON/MOR]")
        #expect(reading.lines == ["Joint Commission = organization/body: MOR, GON"])
        #expect(reading.faults == [])
    }

    @Test func commentsGoOverLines() {
        let reading = Reading(
            """
            <!-- Actors
            MORDOR [MOR]
            -->
            /* of Gondor
               ROHAN [ROH] */
            GONDOR [GON] <!-- and
            --> HARAD [HAR]
            """)
        #expect(reading.lines == ["Gondor = country/country: GON", "Harad = country/country: HAR"])
        #expect(reading.faults == [])
    }

    static let faults: [(text: String, fault: String)] = [
        ("GONDOR", "own:1: expected a code in brackets, found \"GONDOR\" alone"),
        ("GONDOR [GON", "own:1: expected ] at the end of \"[GON\""),
        ("GONDOR []", "own:1: expected a code in brackets, found \"[]\""),
        ("GONDOR [GON] or so", "own:1: expected a code in brackets, found \"or so\""),
        ("GONDOR [gon]", "own:1: expected a code of capitals such as IRNGOV, found \"gon\""),
        ("GONDOR [GON/]", "own:1: expected codes parted by /, found \"GON/\""),
        ("GONDOR [GON 930230-940101]", "own:1: expected a day of the calendar, found 930230"),
        ("GONDOR [GON >19931301]", "own:1: expected a day of the calendar, found 19931301"),
        (
            "GONDOR [GON <00010101]",
            "own:1: expected dates as >yymmdd, <yymmdd or yymmdd-yymmdd (or yyyymmdd), found \"<00010101\""
        ),
        ("GONDOR [GON 940101-930101]", "own:1: expected dates in order, found \"GON 940101-930101\""),
        (
            "GONDOR [GON >1993]",
            "own:1: expected dates as >yymmdd, <yymmdd or yymmdd-yymmdd (or yyyymmdd), found \">1993\""
        ),
        (
            "GONDOR [GON 930101]",
            "own:1: expected dates as >yymmdd, <yymmdd or yymmdd-yymmdd (or yyyymmdd), found \"930101\""
        ),
        ("GONDOR [>930101]", "own:1: expected a code before the dates, found \">930101\""),
        ("[GON]", "own:1: expected a name above the codes, found none"),
        ("+GONDOR", "own:1: expected a name above the synonym, found none"),
        ("_ [GON]", "own:1: expected a name and a code in brackets, found \"_\""),
        ("<!-- GONDOR [GON]", "own:1: expected --> further down: the comment is never closed"),
        ("GONDOR {GONDORS [GON]", "own:1: expected } at the end of \"{GONDORS [GON]\""),
    ]

    /// The rows beside it are read, and what belongs to the wrong one is left out without a word.
    @Test(arguments: faults) func aFaultIsOneLine(_ text: String, _ fault: String) {
        let reading = Reading("\(text)\nROHAN [ROH]\n", as: .petrarch)
        #expect(reading.faults == [fault])
        #expect(reading.lines == ["Rohan = country/country: ROH"])
    }

    @Test func whatBelongsToAFaultIsLeftOut() {
        let reading = Reading("GONDOR [gon]\n+GONDORIANS\n    [GONGOV]\nROHAN [ROH]\n")
        #expect(reading.lines == ["Rohan = country/country: ROH"])
        #expect(reading.faults.count == 1)
    }

    @Test func bytesThatAreNoTextAreAFault() {
        let latin = Array("ROHAN [ROH] ; caf".utf8) + [0xE9, 10] + Array("CAF".utf8) + [0xC9] + Array("S [GON]\n".utf8)
        let reading = Reading(latin)
        #expect(reading.lines == ["Rohan = country/country: ROH"])
        #expect(reading.faults == ["own:2: expected UTF-8, found other bytes"])
    }
}
