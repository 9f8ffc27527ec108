import Actors
import Annotation
import Knowledge
import Testing

/// PETRARCH's file of countries, with one of our own invention.
@Suite struct CountryFiles {
    static let text = """
        <!-- Countries of the west -->
        <CountryList>
        <Country>
        <CountryCode>GON</CountryCode>
        <CountryName>GONDOR</CountryName>
        <COW-Numeric>999</COW-Numeric>
        <Nationality>
        GONDORIAN
        DUNEDAIN_   ; the old name
        </Nationality>
        <Capital>
        OSGILIATH
        </Capital>
        <MajorCities>
        PELARGIR
        DOL_AMROTH
        </MajorCities>
        <Regions>
        LEBENNIN
        </Regions>
        <GeogFeatures>
        MINDOLLUIN
        </GeogFeatures>
        <GovernmentMembers>
        JANE_DOE_ [20010120-20090120][ELI >20090121]
        +J._DOE
        +DOE
        JOHN_ROE [<860504]
        JIM_POE [GONOPP]
        ANN_MOE
        </GovernmentMembers>
        </Country>
        </CountryList>
        """

    @Test func allNamesAreRead() {
        let reading = Reading(Self.text)
        #expect(
            reading.lines == [
                "Gondor, Gondorian:people, Gondorians:people, Dunedain:people, Dunedains:people, Osgiliath:capital"
                    + " = country/country: GON",
                "Pelargir = country/town: GON", "Dol Amroth = country/town: GON", "Lebennin = country/town: GON",
                "Mindolluin = country/town: GON",
                "Jane Doe, J. Doe, Doe:alone = person/person: GONGOV 2001-01-20..2009-01-20, GONELI 2009-01-21..-",
                "John Roe = person/person: GONGOV -..1986-05-03", "Jim Poe = person/person: GONOPP",
                "Ann Moe = person/person: GONGOV",
            ])
        #expect(reading.faults == [])
        #expect(reading.records[0].line == 3)
        #expect(reading.records[5].line == 25)
    }

    static let faults: [(body: String, fault: String)] = [
        (
            "<CountryName>MORDOR</CountryName>",
            "own:1: expected <CountryCode> of three capitals in the country, found \"\""
        ),
        (
            "<CountryCode>Mordor</CountryCode><CountryName>MORDOR</CountryName>",
            "own:1: expected <CountryCode> of three capitals in the country, found \"Mordor\""
        ),
        ("<CountryCode>MOR</CountryCode>", "own:1: expected <CountryName> in the country MOR, found none"),
        (
            "<CountryCode>MOR</CountryCode><CountryName>MORDOR [MOR]</CountryName><CountryName>MORDOR</CountryName>",
            "own:2: expected a name alone, found \"MORDOR [MOR]\""
        ),
        (
            "<CountryCode>MOR</CountryCode><CountryName>MORDOR</CountryName> BARAD_DUR",
            "own:2: expected a tag such as <CountryName>, found \"BARAD_DUR\""
        ),
    ]

    @Test(arguments: faults) func aFaultIsOneLine(_ body: String, _ fault: String) {
        let next = "<Country>\n<CountryCode>ROH</CountryCode><CountryName>ROHAN</CountryName></Country>"
        let reading = Reading("<Country>\n\(body)\n</Country>\n\(next)\n", as: .countries)
        #expect(reading.faults == [fault])
        #expect(reading.lines.last == "Rohan = country/country: ROH")
    }

    @Test func aCountryMayStayOpen() {
        let reading = Reading(
            "<Country>\n<CountryCode>ROH</CountryCode>\n<CountryName>ROHAN\n<Country>\n", as: .countries)
        #expect(reading.lines == ["Rohan = country/country: ROH"])
        #expect(reading.faults.count == 3)
    }
}
