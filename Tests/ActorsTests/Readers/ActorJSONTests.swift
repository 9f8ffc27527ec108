import Actors
import Annotation
import Knowledge
import Testing

/// JSON Lines, an actor a line.
@Suite struct ActorJSON {
    static let cases: [(line: String, record: String)] = [
        (#"{"name":"Gondor","code":"GON"}"#, "Gondor = country/country: GON"),
        (
            #"{"name":"Jane Doe","aliases":["J. Doe"],"alone":["Doe"],"sex":"f","terms":[{"code":"GONGOV","role":"queen","from":"2001-01-20","until":"2009","checked":"recalled"},{"code":"GONELI","from":"2009"}]}"#,
            "Jane Doe, J. Doe, Doe:alone = person f/person: GONGOV queen 2001-01-20..2009 (recalled), GONELI 2009..-"
        ),
        (
            #"{"name":"Jane Doe","kind":"person","code":"GONGOV","role":"queen","from":"2001","until":"-","note":[1,{}]}"#,
            "Jane Doe = person/person: GONGOV queen 2001..-"
        ),
        (
            #"{"name":"Gondor Guard","kind":"group","country":"GON","sector":"MIL"}"#,
            "Gondor Guard = group/body: GONMIL"
        ),
        (#"  {"name":"\u0052ohan","kind":null,"code":"ROH"}  "#, "Rohan = country/country: ROH"),
        (#"{"name":"warden","kind":"agent","code":"MIL"}"#, "warden = unknown/agent: ~MIL"),
    ]

    @Test(arguments: cases) func aLineIsAnActor(_ line: String, _ record: String) {
        let reading = Reading(line + "\r\n\n")
        #expect(reading.lines == [record])
        #expect(reading.faults == [])
    }

    static let faults: [(line: String, fault: String)] = [
        (#"{"name":"Gondor""#, #"own:1: expected an object of JSON in one line, found "{"name":"Gondor"""#),
        (#"["Gondor"]"#, "own:1: expected an object of JSON, found another value"),
        (#"{"name":5,"code":"GON"}"#, "own:1: expected text or a list of it in name, found another value"),
        (
            #"{"name":"Doe","terms":[{"code":7}]}"#,
            "own:1: expected text or a list of it in terms.0.code, found another value"
        ),
        (#"{"name":"Doe"}"#, "own:1: expected a code or terms for Doe, found neither"),
        (#"{"code":"GON"}"#, "own:1: expected a name, found none"),
        (
            #"{"name":"Doe","code":"GON","kind":"elf"}"#,
            "own:1: expected person, country, group, organization or agent, found \"elf\""
        ),
        (#"{"name":"Doe","code":"GON","sex":"elf"}"#, "own:1: expected m or f, found \"elf\""),
    ]

    @Test(arguments: faults) func aFaultIsOneLine(_ line: String, _ fault: String) {
        let reading = Reading("\(line)\n{\"name\":\"Rohan\",\"code\":\"ROH\"}\n", as: .jsonLines)
        #expect(reading.faults == [fault])
        #expect(reading.lines == ["Rohan = country/country: ROH"])
    }
}
