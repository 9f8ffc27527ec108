import Actors
import Annotation
import Foundation
import Knowledge
import TestSupport
import Testing

/// What the dictionaries answer to a name.
@Suite struct Answers {
    static let own = """
        Jane Doe | Jané P. Doe | Doe | f
            GONMIL | captain | 1995 | 1998 | recalled
            GONGOV | queen | 2001-01-20 | 2009-01 | recalled
        Gondor | Gondorian (people), Osgiliath (capital) | | country
            GON
        Mohamed Ghani | | | m
            GONREB | leader | 2001 | ?
        """

    /// A world of invented countries alone.
    static func world(_ text: String = own) throws -> ActorKnowledge {
        let folder = try Scratch()
        let file = try folder.file("own.txt", text)
        return try ActorKnowledge(ActorSources(data: TestData.data(), own: [file], isOwnOnly: true))
    }

    /// Code and role of each answer.
    static func told(_ answers: [ActorAnswer]) -> [String] {
        answers.map { [$0.code ?? "no code", $0.role].compactMap(\.self).joined(separator: " ") }
    }

    static let cases: [(name: String, day: String?, answers: [String])] = [
        // Before, in and after office.
        ("Jane Doe", "1990-06-01", ["GON"]),
        ("Jane Doe", "1996-06-01", ["GONMIL captain"]),
        ("Jane Doe", "1999-06-01", ["GONELI former captain"]),
        ("Jane Doe", "2005-06-01", ["GONGOV queen"]),
        ("Jane Doe", "2009-01-31", ["GONGOV queen"]),
        ("Jane Doe", "2009-02-01", ["GONELI former queen"]),
        ("Jane Doe", nil, ["GONMIL captain", "GONGOV queen"]),
        // Who led a movement is still of it.
        ("Mohamed Ghani", "2020-01-01", ["GONREB leader"]),
        // By other names, with an article, accents, another transliteration.
        ("doe", "2005-06-01", ["GONGOV queen"]),
        ("Jane P. Doe", "2005-06-01", ["GONGOV queen"]),
        ("Jané Doe", "2005-06-01", ["GONGOV queen"]),
        ("the Gondorian", "2005-06-01", ["GON"]),
        ("Mohammed Gani", "2002-01-01", ["GONREB leader"]),
        // By what people do.
        ("minister", "2005-06-01", ["GOV minister"]),
        // Nobody.
        ("John Smith", "2005-06-01", []), ("Jane", "2005-06-01", []), ("", "2005-06-01", []),
        // None of the program's own actors is in this world.
        ("Kremlin", "2005-06-01", []), ("France", nil, []), ("Emmanuel Macron", nil, []),
    ]

    @Test(arguments: cases) func areTold(_ name: String, _ day: String?, _ expected: [String]) throws {
        let date = try day.map { try #require(CivilDate($0)) }
        #expect(Self.told(try Self.world().answers(to: name, on: date)) == expected)
    }

    @Test func tellWhereTheyAreFrom() throws {
        let answers = try Self.world().answers(to: "doe", on: CivilDate("2005-06-01"))
        #expect(
            answers == [
                ActorAnswer(
                    name: "Jane Doe", asked: "doe", code: "GONGOV", country: "GON", sectors: ["GOV"], role: "queen",
                    from: "2001-01-20", until: "2009-01", evidence: "own.txt:3", checked: nil)
            ])
    }

    @Test func areOfAllTermsOfADay() throws {
        let knowledge = try Self.world("Jane Doe\n    GONGOV | queen | 2001\n    GONLEG | senator | 2001 | 2005")
        #expect(
            Self.told(knowledge.answers(to: "Jane Doe", on: CivilDate("2003-01-01"))) == [
                "GONGOV queen", "GONLEG senator",
            ])
    }

    @Test func ofAUsersDictionaryGoFirst() throws {
        let king = TestData.repository.appendingPathComponent("Tests/ActorsTests/Fixtures/king.txt")
        let knowledge = try ActorKnowledge(ActorSources(data: TestData.data(), own: [king], cache: TestData.cache))
        let answers = knowledge.answers(to: "Emmanuel Macron", on: CivilDate("2021-01-01"))
        #expect(Self.told(answers) == ["GONGOV king", "FRAGOV president"])
        #expect(Self.told(knowledge.answers(to: "Gondor", on: nil)) == ["GON"])
        #expect(Self.told(knowledge.answers(to: "France", on: nil)) == ["FRAGOV"])
    }

    /// Of a head of state of the program's own files.
    static let macron: [(day: String, answer: String)] = [
        ("2010-01-01", "FRA"), ("2015-01-01", "FRAGOV economy minister"),
        ("2017-01-01", "FRAELI former economy minister"), ("2021-01-01", "FRAGOV president"),
    ]

    @Test(arguments: macron) func areOfTheProgramsPeople(_ day: String, _ answer: String) throws {
        let knowledge = try ActorKnowledge(ActorSources(data: TestData.data(), cache: TestData.cache))
        #expect(Self.told(knowledge.answers(to: "Emmanuel Macron", on: CivilDate(day))) == [answer])
    }

    /// A report is resolved by the user's countries alone, with the program's words for people.
    static let resolved: [(text: String, own: String, actors: [String])] = [
        (
            "soldiers", "Bolivia | Bolivian (people) | | country\n    BOV",
            ["Bolivia BOV", "Bolivian soldiers BOVMIL"]
        ),
        ("soldiers", "Gondor | | | country\n    GON", ["Bolivian soldiers MIL"]),
        ("seat", "Gondor | Kremlin (seat) | | country\n    GON", ["Gondor GON"]),
    ]

    @Test(arguments: resolved)
    func areTheWorldOfAReport(_ id: String, _ own: String, _ actors: [String]) throws {
        let fixture = try #require(ResolvedText.fixtures.first { $0.id == id })
        let cast = ActorResolver(knowledge: try Self.world(own)).resolve(fixture.document(), published: nil)
        #expect(cast.actors.map { "\($0.name) \($0.code ?? "-")" } == actors)
    }
}

/// Dictionaries that were compiled before.
@Suite struct CachedDictionaries {
    static func load(_ folder: Scratch, _ file: URL) throws -> ActorKnowledge {
        try ActorKnowledge(
            ActorSources(data: TestData.data(), own: [file], isOwnOnly: true, cache: folder.cache))
    }

    static func codes(_ knowledge: ActorKnowledge) -> [String?] {
        knowledge.answers(to: "Jane Doe", on: nil).map(\.code)
    }

    /// What tells one file from another of the same name.
    static func identity(_ file: URL) throws -> [NSObject?] {
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        return [attributes[.systemFileNumber] as? NSNumber, attributes[.modificationDate] as? NSDate]
    }

    @Test func areMadeOnce() throws {
        let folder = try Scratch()
        let file = try folder.file("own.txt", "Jane Doe\n    GON\n")
        #expect(Self.codes(try Self.load(folder, file)) == ["GON"])
        let first = try folder.compiled()
        #expect(first.count == 1)
        let made = try first.map(Self.identity)
        #expect(Self.codes(try Self.load(folder, file)) == ["GON"])
        #expect(try folder.compiled() == first)
        #expect(try folder.compiled().map(Self.identity) == made)
    }

    @Test func areMadeAnewOfAChangedFile() throws {
        let folder = try Scratch()
        _ = try Self.load(folder, folder.file("own.txt", "Jane Doe\n    GON\n"))
        let old = try folder.compiled()
        #expect(Self.codes(try Self.load(folder, folder.file("own.txt", "Jane Doe\n    GONGOV\n"))) == ["GONGOV"])
        let new = try folder.compiled()
        #expect(new.count == 1)
        #expect(new != old)
    }

    @Test func areMadeAnewWhereDamaged() throws {
        let folder = try Scratch()
        let file = try folder.file("own.txt", "Jane Doe\n    GON\n")
        _ = try Self.load(folder, file)
        for compiled in try folder.compiled() { try Data("ENTENTEA, and no more".utf8).write(to: compiled) }
        #expect(Self.codes(try Self.load(folder, file)) == ["GON"])
        #expect(Self.codes(try Self.load(folder, file)) == ["GON"])
    }

    @Test func ofTwoFilesAreTwo() throws {
        let folder = try Scratch()
        let one = try folder.file("one.txt", "Jane Doe\n    GON\n")
        let two = try folder.file("two.txt", "Jane Doe\n    MOR\n")
        _ = try Self.load(folder, one)
        #expect(Self.codes(try Self.load(folder, two)) == ["MOR"])
        #expect(try folder.compiled().count == 2)
    }

    /// Else nobody would be told of them a second time.
    @Test func areNotKeptWithFaults() throws {
        let folder = try Scratch()
        let file = try folder.file("own.txt", "Jane Doe\n    GON\nGondor | | | realm\n    GON\n")
        for _ in 1...2 {
            let knowledge = try Self.load(folder, file)
            #expect(Self.codes(knowledge) == ["GON"])
            #expect(knowledge.faults.count == 1)
        }
        #expect(try folder.compiled() == [])
    }

    @Test func areNoneOfAMissingFile() throws {
        let folder = try Scratch()
        #expect(throws: KnowledgeError.self) {
            try Self.load(folder, folder.url.appendingPathComponent("missing.txt"))
        }
    }

    @Test func haveTheDigestOfWhatTheySay() throws {
        let folder = try Scratch()
        let one = try Self.load(folder, folder.file("one.txt", "Jane Doe\n    GON\n")).digest
        let same = try Self.load(folder, folder.file("same.txt", "Jane Doe\n    GON\n")).digest
        let other = try Self.load(folder, folder.file("other.txt", "Jane Doe\n    MOR\n")).digest
        #expect(one == same)
        #expect(one != other)
        #expect(one.count == 16)
    }
}
