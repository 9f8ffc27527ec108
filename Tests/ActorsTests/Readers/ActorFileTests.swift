import Actors
import Annotation
import Knowledge
import Testing

/// Entente's own format, read and written.
@Suite struct ActorFiles {
    static let cases: [(text: String, records: [String])] = [
        (
            "Jane Doe | J. Doe, Jane P. Doe | Doe | f\n    GONGOV | queen | 2001-01-20 | ? | recalled",
            ["Jane Doe, J. Doe, Jane P. Doe, Doe:alone = person f/person: GONGOV queen 2001-01-20..? (recalled)"]
        ),
        (
            "Gondor | Gondorian (people), Osgiliath (capital) | | country\n    GON",
            ["Gondor, Gondorian:people, Osgiliath:capital = country/country: GON"]
        ),
        ("Pelargir (town) | | | country\n    GON", ["Pelargir = country/town: GON"]),
        (
            "Doe\\, Sons \\| Co | Doe \\(body) | | organization\n    GONBUS",
            ["Doe, Sons | Co, Doe (body) = organization/body: GONBUS"]
        ),
        ("\\#1 Guard (old) | | | group\n    GONMIL | a \\| b", ["#1 Guard (old) = group/body: GONMIL a | b"]),
        ("Gondor Smith\n    ---", ["Gondor Smith = person/person: nobody"]),
        ("warden | wardens | | agent\n    ~MIL", ["warden = unknown/agent: ~MIL", "wardens = unknown/agent: ~MIL"]),
    ]

    @Test(arguments: cases) func isReadAndWritten(_ text: String, _ records: [String]) {
        let reading = Reading(text, as: .entente)
        #expect(reading.lines == records)
        #expect(reading.faults == [])
        #expect(Self.unplaced(Self.again(reading.records)) == Self.unplaced(reading.records))
    }

    static let faults: [(text: String, fault: String)] = [
        ("    GON", "own:1: an indented line stands under no actor"),
        (
            "Gondor | | | realm\n    GON",
            "own:1: expected m, f, person, country, group, organization, agent or unknown, found \"realm\""
        ),
        ("Gondor | | | country", "own:1: Gondor has no code: expected an indented line below"),
        ("warden | | | agent\n    MIL", "own:1: expected the code of an agent such as ~GOV, found \"MIL\""),
        ("Gondor | | | country | x\n    GON", "own:1: expected a name and up to 3 columns more, found 5 columns"),
    ]

    @Test(arguments: faults) func aFaultIsOneLine(_ text: String, _ fault: String) {
        let reading = Reading("\(text)\nRohan | | | country\n    ROH\n", as: .entente)
        #expect(reading.faults == [fault])
        #expect(reading.lines == ["Rohan = country/country: ROH"])
    }

    /// What the readers of all formats make comes back from our own.
    @Test func everyFormatGoesRound() {
        let texts: [(String, DictionaryFormat)] =
            PetrarchFiles.names.map { ($0.text, .petrarch) }
            + PetrarchFiles.dates.map { ("JANE_DOE \($0.codes)", .petrarch) }
            + AgentFiles.cases.map { (AgentFiles.sets + $0.text, .petrarch) }
            + ActorTables.rows.map { (ActorTables.header + $0.row, .csv) }
            + ActorJSON.cases.map { ($0.line, .jsonLines) } + [(CountryFiles.text, .countries)]
        for (text, format) in texts {
            let records = Reading(text, as: format).records
            #expect(!records.isEmpty)
            #expect(Self.unplaced(Self.again(records)) == Self.unplaced(records))
        }
    }

    /// Whatever the noise makes of itself, too.
    @Test(arguments: DictionaryFormat.allCases) func noiseGoesRound(_ format: DictionaryFormat) {
        for bytes in DictionaryFormats.noise {
            let header = format == .csv ? "name,code\n" : format == .tsv ? "name\tcode\n" : ""
            let records = Reading(Array(header.utf8) + bytes, as: format).records
            let once = Self.again(records)
            #expect(once.count == records.count)
            #expect(Self.unplaced(Self.again(once)) == Self.unplaced(once))
        }
    }

    @Test func allKindsAndUsesGoRound() {
        let kinds: [Actor.Kind] = [.person, .country, .group, .organization, .unknown]
        for kind in kinds {
            for first in ActorRecord.Use.allCases where first != .agent {
                let names = [ActorRecord.Name("A, b", first)] + ActorRecord.Use.allCases.map { .init("C | \($0)", $0) }
                let record = ActorRecord(
                    names: names, kind: kind, sex: kind == .person ? .female : .unknown,
                    terms: [.init(code: "GON", role: "# a \\ b", line: 2), .init(code: "", line: 3)], file: "own",
                    line: 1)
                #expect(Self.again([record]) == [record])
            }
        }
    }

    @Test func whatSaysNothingIsNotWritten() {
        #expect(
            Self.again([
                ActorRecord(names: [], kind: .person, terms: [.init(code: "GON", line: 1)], file: "own", line: 1)
            ]) == [])
        #expect(
            Self.again([ActorRecord(names: [.init("Doe", .person)], kind: .person, terms: [], file: "own", line: 1)])
                == [])
    }

    static func again(_ records: [ActorRecord]) -> [ActorRecord] {
        var bytes: [UInt8] = []
        for record in records { ActorFileWriter.write(record, to: &bytes) }
        let reading = Reading(bytes, as: .entente)
        #expect(reading.faults == [])
        return reading.records
    }

    /// Without file and lines.
    static func unplaced(_ records: [ActorRecord]) -> [ActorRecord] {
        records.map { record in
            var record = record
            record.line = 0
            for i in record.terms.indices { record.terms[i].line = 0 }
            return record
        }
    }
}
