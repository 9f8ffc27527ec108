import Annotation
import Coding
import Foundation
import TestSupport
import Testing

/// Where coders go wrong (../shared/ontology.md): one sentence of our own for each rule, which must tell that event and no
/// other.
@Suite struct BoundaryRules {
    static let fixtures = (try? TestData.fixture("CodingTests", "boundaries.parse.jsonl")) ?? []

    static let cases: [(sentence: String, type: PloverType, code: String)] = [
        ("The Polish premier will meet the Kenyan president on Friday.", .agree, "036"),
        ("France will recognise the state of Palestine next week.", .agree, "032"),
        ("Norway will send food to Malawi next month.", .agree, "0333"),
        ("India and Japan will hold a joint exercise in May.", .agree, "0312"),
        ("Ethiopia will withdraw its troops from Eritrea.", .concede, "0356"),
        ("Brazil invited the Peruvian president to Brasilia.", .agree, "036"),
        ("Serbia signed an agreement with Kosovo.", .support, "057"),
        ("Iran offered a deal to Iraq.", .agree, "032"),
        ("Egypt summoned the Ethiopian ambassador to complain about the dam.", .accuse, "114"),
        ("Turkey cancelled a meeting with Greece.", .reject, "125"),
        ("Poland expelled two Russian diplomats.", .sanction, "161"),
        ("Germany deported the preacher to Tunisia.", .coerce, "174"),
        ("A Turkish court sentenced the editor to five years in prison.", .sanction, "116"),
        ("The Malian army captured twelve rebels.", .assault, "181"),
        ("Nigerian soldiers rescued eleven hostages.", .aid, "070"),
        ("A British court ordered Libya to pay damages to the victims.", .sanction, "116"),
        ("North Korea held a military exercise near the border.", .mobilize, "150"),
        ("The South Korean navy held a joint exercise with the US navy.", .cooperate, "062"),
        ("Thousands of protesters marched against the Peruvian president to demand new elections.", .protest, "141"),
        ("Israel barred the Irish minister from entering the country.", .reject, "120"),
        ("China has forgiven the debt of Zambia.", .aid, "071"),
        ("India sent troops to Nepal to help victims of the earthquake.", .aid, "070"),
        ("The Russian army moved tanks to the town and shelled Ukrainian positions.", .assault, "194"),
        ("Thousands of villagers fled an attack by Boko Haram fighters in Nigeria.", .sanction, "160"),
    ]

    @Test(arguments: cases) func givesTheTypeOfTheRule(_ expected: (sentence: String, type: PloverType, code: String))
        throws
    {
        let fixture = try #require(Self.fixtures.first { $0.text == expected.sentence }, "no stored parse")
        let coded = try Reports.coded(fixture)
        #expect(coded.events.map(\.cameo) == [expected.code])
        #expect(coded.events.first?.type == expected.type)
    }

    /// A meeting, a deal, a clash: all parties stand in the source, once.
    @Test func namesTheSidesOfAnExerciseOnce() throws {
        let fixture = try #require(Self.fixtures.first { $0.text.hasPrefix("The South Korean navy") })
        let event = try #require(Reports.coded(fixture).events.first)
        #expect(event.reciprocal && event.source.count == 2 && event.target.isEmpty)
    }
}
