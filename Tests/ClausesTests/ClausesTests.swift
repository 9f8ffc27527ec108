import Annotation
import Clauses
import TestSupport
import Testing

/// One form for every clothing: who does what to whom in each sentence of Fixtures/sentences.jsonl.
@Suite struct Predications {
    struct Case: Sendable {
        var sentence: Int
        var trigger: String
        var subjects: [String]
        var objects: [String]
    }

    static let fixtures = (try? TestData.fixture("ClausesTests", "sentences.parse.jsonl")) ?? []

    static let cases = [
        Case(sentence: 0, trigger: "accused", subjects: ["Iran"], objects: ["Israel"]),
        Case(sentence: 0, trigger: "lying", subjects: ["Israel"], objects: []),
        Case(sentence: 1, trigger: "accused", subjects: ["Iran"], objects: ["Israel"]),
        Case(sentence: 2, trigger: "met", subjects: ["minister"], objects: ["envoy"]),
        Case(sentence: 3, trigger: "burned", subjects: ["rebels"], objects: ["it"]),
        Case(sentence: 4, trigger: "angering", subjects: ["Kenya"], objects: ["Uganda"]),
        Case(sentence: 5, trigger: "signed", subjects: ["Peru", "Chile"], objects: ["treaty"]),
        Case(sentence: 6, trigger: "release", subjects: ["Sudan"], objects: ["pilot"]),
        Case(sentence: 11, trigger: "meet", subjects: ["general"], objects: ["envoy"]),
    ]

    /// Headlines' present tense comes tagged as a plural noun.
    @Test func aVerbTaggedAsANounIsStillAVerb() throws {
        let (document, p) = try Self.predication(12, "sentences")
        #expect(document.tokens[p.trigger].pos == .noun)
        #expect(p.subjects.map { document.text(of: $0) } == ["court"])
        #expect(p.objects.map { document.text(of: $0) } == ["Ruiz"])
        #expect(p.tense == .present)
    }

    @Test func whatADecreeDoesIsDoneByWhoSignsIt() throws {
        let (document, p) = try Self.predication(13, "lifting")
        #expect(p.subjects.map { document.text(of: $0) } == ["decree"])
        #expect(p.issuers.map { document.text(of: $0) } == ["president"])
    }

    @Test func aReasonForPunishmentIsThePunishedOnesDeed() throws {
        let (document, p) = try Self.predication(14, "helping")
        #expect(p.subjects.map { document.text(of: $0) } == ["charity"])
    }

    static func predication(_ sentence: Int, _ trigger: String) throws -> (Document, Predication) {
        let document = try #require(fixtures.count > sentence ? fixtures[sentence] : nil).document()
        let reader = ClauseReader(document)
        return (document, try #require(reader.verbs.first { document.text(of: $0.trigger) == trigger }))
    }

    @Test(arguments: cases) func hasLogicalArguments(_ expected: Case) throws {
        let (document, p) = try Self.predication(expected.sentence, expected.trigger)
        #expect(p.subjects.map { document.text(of: $0) } == expected.subjects)
        #expect(p.objects.map { document.text(of: $0) } == expected.objects)
    }

    @Test func knowsWhatIsToComeAndDenied() throws {
        let (_, p) = try Self.predication(7, "attack")
        #expect(p.tense == .future)
        #expect(p.isNegated)
    }

    @Test func knowsACondition() throws {
        #expect(try Self.predication(8, "attack").1.isConditional)
    }

    @Test func lendsTheLightVerbsArgumentsToItsNoun() throws {
        let document = try #require(Self.fixtures.count > 9 ? Self.fixtures[9] : nil).document()
        let reader = ClauseReader(document)
        let talks = try #require(document.tokens.indices.first { document.text(of: $0) == "talks" })
        let p = reader.noun(at: talks) { _ in true }
        #expect(p.subjects.map { document.text(of: $0) } == ["army"])
        #expect(p.heads(of: "with").map { document.text(of: $0) } == ["rebels"])
        #expect(p.tense == .past)
    }

    @Test func findsTheOwnerOfADeed() throws {
        let document = try #require(Self.fixtures.count > 10 ? Self.fixtures[10] : nil).document()
        let strike = try #require(document.tokens.indices.first { document.text(of: $0) == "strike" })
        let p = ClauseReader(document).noun(at: strike) { _ in false }
        #expect(p.subjects.map { document.text(of: $0) } == ["Israel"])
        #expect(p.heads(of: "on").map { document.text(of: $0) } == ["Syria"])
    }
}
