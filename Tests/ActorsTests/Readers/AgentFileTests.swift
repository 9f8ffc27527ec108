import Actors
import Annotation
import Knowledge
import Testing

/// Dictionaries of agents: words for people by what they do.
@Suite struct AgentFiles {
    static let cases: [(text: String, forms: [String])] = [
        ("POLICEMAN {POLICEMEN} [~COP]", ["policeman", "policemen"]),
        ("POLICE {} [~COP]", ["police"]),
        ("SOLDIER [~MIL]", ["soldier", "soldiers"]),
        ("DEPUTY_ [~LEG]", ["deputy", "deputies"]),
        ("ENVOY [~GOV]", ["envoy", "envoys"]),
        ("COACH [~CVL]", ["coach", "coaches"]),
        ("BOSS [~CRM]", ["boss", "bosses"]),
        ("CHIEF_OF_STAFF [~GOV]", ["chief of staff", "chiefs of staff"]),
        ("ATTORNEY GENERAL {ATTORNEYS GENERAL} [~JUD]", ["attorney general", "attorneys general"]),
        ("!GUARD!_CAPTAIN {} [~MIL]", ["warden captain", "guardsman captain"]),
        (
            "!GUARD!_OF_GATES [~MIL]",
            ["warden of gates", "wardens of gates", "guardsman of gates", "guardsmen of gates"]
        ),
        (
            "!GUARD!_AT_ARMS {!GUARDS!_AT_ARMS} [~MIL]",
            ["warden at arms", "guardsman at arms", "wardens at arms", "guardsmen at arms"]
        ),
        ("FIREMAN {FIREMEN} [~GOV]\n+FIREFIGHTER", ["fireman", "firemen", "firefighter", "firefighters"]),
    ]

    static let sets = "!GUARD! = WARDEN, GUARDSMAN {GUARDSMEN}\n!GUARDS! = WARDENS,\n    GUARDSMEN\n"

    @Test(arguments: cases) func eachFormIsARecord(_ text: String, _ forms: [String]) {
        let reading = Reading(Self.sets + text)
        #expect(reading.records.map { $0.names.map(\.text) } == forms.map { [$0] })
        #expect(reading.records.allSatisfy { $0.names[0].use == .agent && $0.kind == .unknown })
        #expect(reading.faults == [])
    }

    @Test func theCodeKeepsItsMark() {
        #expect(Reading("SOLDIER {} [~MIL]").lines == ["soldier = unknown/agent: ~MIL"])
    }

    static let faults: [(text: String, fault: String)] = [
        ("!SMITH!_OF_GONDOR [~CVL]", "own:1: expected a set that is defined above, found \"!SMITH!\""),
        ("SMITH! [~CVL]", "own:1: expected a set's name between two exclamation marks, found \"SMITH!\""),
        ("SMITH [~CVL][GON]", "own:1: expected codes of actors or of agents, found both for \"SMITH\""),
        ("!SMITH = COOPER", "own:1: expected a set as !NAME! = WORD, WORD, found \"!SMITH = COOPER\""),
        ("!SMITH! = COOPER [~CVL]", "own:1: expected words of the set !SMITH!, found a code"),
    ]

    @Test(arguments: faults) func aFaultIsOneLine(_ text: String, _ fault: String) {
        let reading = Reading(text + "\nPOLICE {} [~COP]\n", as: .petrarch)
        #expect(reading.faults == [fault])
        #expect(reading.lines == ["police = unknown/agent: ~COP"])
    }

    /// Three sets of a thousand words each would be a thousand million forms.
    @Test func setsDoNotMultiplyWithoutEnd() {
        let words = (0..<1000).map { "W\($0)" }.joined(separator: ", ")
        let reading = Reading("!W! = \(words)\n!W!_!W!_!W! [~CVL]\nPOLICE {} [~COP]\n")
        #expect(reading.records.count == 1)
        #expect(reading.faults == ["own:2: expected at most 10000 forms, found \"!W!_!W!_!W!\""])
    }
}
