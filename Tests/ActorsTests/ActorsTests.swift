import Actors
import Annotation
import TestSupport
import Testing

/// Who is meant, and with what code, in the sentences of Fixtures/sentences.jsonl.
@Suite struct ActorCodes {
    static let fixtures = (try? TestData.fixture("ActorsTests", "sentences.parse.jsonl")) ?? []

    static let cases: [(sentence: Int, mention: String, code: String)] = [
        (0, "Omamo", "KENGOV"), (1, "Obama", "USAELI"), (2, "commander", "LBNREBHEZ"), (3, "police", "AFGCOP"),
        (4, "Hassan", "YEMREB"), (5, "Tehran", "IRNGOV"), (6, "officers", "TURMIL"), (7, "official", "IGOUNO"),
        (8, "Fujimori", "PEROPP"), (9, "protesters", "IRQCVL"), (10, "group", "AFGREB"), (12, "forces", "NGACOP"),
    ]

    static func cast(_ sentence: Int) throws -> (Document, Cast) {
        let document = try #require(fixtures.count > sentence ? fixtures[sentence] : nil).document()
        let resolver = ActorResolver(
            knowledge: try ActorKnowledge(ActorSources(data: TestData.data(), cache: TestData.cache)))
        return (document, resolver.resolve(document, published: CivilDate("2021-06-15")))
    }

    @Test(arguments: cases.indices) func isCoded(_ i: Int) throws {
        let expected = Self.cases[i]
        let (document, cast) = try Self.cast(expected.sentence)
        let head = try #require(document.tokens.indices.last { document.text(of: $0) == expected.mention })
        let mention = try #require(cast.mention(at: head))
        #expect(cast.actors[mention.actor].code == expected.code)
    }

    @Test func aSurnameIsTheSamePerson() throws {
        let (document, cast) = try Self.cast(11)
        let named = document.tokens.indices.filter {
            document.text(of: $0) == "Abiy" || document.text(of: $0) == "Ahmed"
        }
        #expect(Set(named.compactMap { cast.mention(at: $0)?.actor }).count == 1)
    }

    @Test func aPronounIsTheLastSubject() throws {
        let (document, cast) = try Self.cast(11)
        let he = try #require(document.tokens.indices.first { document.text(of: $0) == "He" })
        let actor = try #require(cast.mention(at: he)?.actor)
        #expect(cast.actors[actor].name == "minister")
    }

    @Test func aCountryInTheNameOfASeaIsNobody() throws {
        let (document, cast) = try Self.cast(13)
        let japan = try #require(document.tokens.indices.first { document.text(of: $0) == "Japan" })
        #expect(cast.mention(at: japan) == nil)
    }

    @Test func aPluralTitleIsAnOffice() throws {
        let (document, cast) = try Self.cast(14)
        let sousa = try #require(document.tokens.indices.first { document.text(of: $0) == "Sousa" })
        let mention = try #require(cast.mention(at: sousa))
        #expect(cast.actors[mention.actor].sectors == ["GOV"])
    }

    /// Who speaks for a side is not the side.
    @Test func theTwoSidesAreThoseSpokenFor() throws {
        let (document, cast) = try Self.cast(15)
        let sides = try #require(document.tokens.indices.first { document.text(of: $0) == "sides" })
        let mention = try #require(cast.mention(at: sides))
        let names = (cast.members[mention.actor] ?? []).map { cast.actors[$0].name }
        #expect(Set(names) == ["Hezbollah", "Seychelles"])
    }
}
