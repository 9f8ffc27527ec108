import Annotation
import Foundation
import Knowledge
import TestSupport
import Testing

@testable import Actors

extension ActorDictionary {
    /// A dictionary compiled from our own format.
    static func compiled(_ text: String) -> ActorDictionary { ActorDictionary(bytes: bytes(text)) }

    static func bytes(_ text: String, identity: UInt64 = 0) -> [UInt8] {
        var builder = DictionaryBuilder()
        for record in Reading(text, as: .entente).records { builder.add(record) }
        return builder.build(identity: identity)
    }

    /// The actors of a name, by their first names.
    func names(_ name: String) -> [String] { find(name).map { record($0.actor).names[0].text } }
}

/// Names in a compiled dictionary.
@Suite struct DictionaryNames {
    static let found: [(name: String, printed: String)] = [
        ("Jane Doe", "JANE DOE"),
        // Without accents.
        ("Nicolás Doe", "Nicolas Doe"), ("Recep Erdoğan", "Recep Erdogan"), ("Łukasz Groß", "Lukasz Gross"),
        // Hyphens part words, as the tokenizer has it.
        ("Amir-Doe", "Amir-Doe"), ("Jean-Luc d'Or", "jean-luc d'or"),
        // Apostrophes, straight and curly.
        ("Yar'Adua", "Yar’Adua"), ("Workers' Party", "Workers’ Party"), ("Lord's Army", "Lord’s Army"),
        // The Arabic article, tied on and apart.
        ("Bashar al-Doe", "Bashar al Doe"), ("Bashar al Doe", "Bashar al-Doe"), ("Anwar el Doe", "Anwar el-Doe"),
        ("Salih ash-Doe", "Salih ash Doe"),
        // All at once.
        ("Sánchez al-Da'i", "Sanchez al Da’i"),
    ]

    @Test(arguments: found) func areFound(_ name: String, _ printed: String) {
        let dictionary = ActorDictionary.compiled("\(name) | | | m\n    GON")
        #expect(dictionary.names(name) == [name])
        #expect(dictionary.names(printed) == [name])
    }

    static let missed: [(name: String, printed: String)] = [
        ("Jane Doe", "Jane"), ("Jane Doe", "Doe"), ("Jane Doe", "Jane Doe Smith"), ("Jane Doe", ""),
        ("Jane Doe", "Janet Doe"), ("Amir-Doe", "Amir Doe"), ("Bashar al-Doe", "Bashar Doe"),
        ("Lord's Army", "Lords Army"),
    ]

    @Test(arguments: missed) func areNotFound(_ name: String, _ printed: String) {
        #expect(ActorDictionary.compiled("\(name) | | | m\n    GON").names(printed) == [])
    }

    @Test func ofTwoActorsComeInFileOrder() {
        let dictionary = ActorDictionary.compiled(
            """
            Zoe Smith | Jane Doe | | f
                GON
            Jane Doe | | | f
                MOR
            Ann Smith | Jane Doe, Jane Doe | Doe | f
                ROH
            """)
        #expect(dictionary.names("Jane Doe") == ["Zoe Smith", "Jane Doe", "Ann Smith"])
        #expect(dictionary.find("Jane Doe").map(\.use) == [.person, .person, .person])
        #expect(dictionary.find("Doe").map(\.use) == [.alone])
    }

    /// Whoever reads a text takes the last, which is the longest.
    @Test func areMatchedShortestFirst() {
        let dictionary = ActorDictionary.compiled(
            "Bank\n    GON\nBank of Gondor and Rohan\n    ROH\nBank of Gondor\n    MOR")
        let tokens = ["bank", "of", "gondor", "opened"].map { word in
            Token(
                start: 0, end: 0, head: 0, dependency: .none, tag: .none, pos: .none, isSentenceStart: false,
                hasTrailingSpace: true, morph: 0, lower: StringKey(word), lemma: StringKey(word), lemmaStart: 0,
                lemmaEnd: 0)
        }
        var found: [String] = []
        for start in tokens.indices {
            dictionary.match(tokens, at: start) { count, list in
                found.append("\(start)+\(count) \(dictionary.record(dictionary[list, 0].actor).names[0].text)")
            }
        }
        #expect(found == ["0+1 Bank", "0+3 Bank of Gondor"])
    }

    static let acronyms: [(name: String, isAcronym: Bool)] = [
        ("WHO", true), ("U.N.", true), ("G7", true), ("Who", false), ("GONDORIA", false), ("ETA Front", false),
    ]

    @Test(arguments: acronyms) func inCapitalsAreAcronyms(_ name: String, _ isAcronym: Bool) {
        #expect(ActorDictionary.compiled("\(name) | | | group\n    GON").find(name).map(\.isAcronym) == [isAcronym])
    }

    /// Only whole names of persons are found by another transliteration, and none by its surname.
    @Test func ofPersonsAreFoundByTransliteration() {
        let dictionary = ActorDictionary.compiled(
            "Mohamed Ghani | | Ghani | m\n    GON\nGhani Union | | | group\n    GON")
        func found(_ words: String...) -> [Int] { dictionary.find(folded: words.map(Spelling.folded)).map(\.actor) }
        #expect(found("Mohammed", "Gani") == [0])
        #expect(found("Gani") == [])
        #expect(found("Gani", "Union") == [])
    }
}

/// The compiled form of a dictionary.
@Suite struct CompiledDictionaries {
    static let text = """
        Jane Doe | J. Doe | Doe | f
            GONMIL | captain | 1990 | 1995-02 | recalled
            GONGOV | queen | 2001-01-20 | ?
        Gondor | Gondorian (people) | | country
            GON
        warden | | | agent
            ~COP
        """

    /// All but the names that are only to be found by.
    @Test func keepsWhatARecordSays() {
        let dictionary = ActorDictionary.compiled(Self.text)
        let records = Reading(Self.text, as: .entente).records
        #expect(dictionary.count == records.count)
        for (actor, var record) in records.enumerated() {
            record.names = [.init(record.names[0].text, .body)]
            #expect(dictionary.record(actor) == record)
        }
        #expect(dictionary.agents == [2])
    }

    /// A name is a few bytes, whatever the size of the largest dictionary.
    @Test func isSmallWhereTheDictionaryIs() {
        #expect(ActorDictionary.bytes("").count < 600)
        #expect(ActorDictionary.bytes("Jane Doe | | | f\n    GONGOV | queen | 2001 | 2009").count < 1000)
    }

    @Test func ofNobodyFindsNobody() {
        let dictionary = ActorDictionary.compiled("")
        #expect(dictionary.count == 0)
        #expect(dictionary.names("Jane Doe") == [])
    }

    @Test func findsEachOfManyNames() {
        let names = (0..<3000).map { "Jane\($0 % 60) Doe\($0)" }
        let dictionary = ActorDictionary.compiled(names.map { "\($0) | | | f\n    GON" }.joined(separator: "\n"))
        #expect(names.filter { dictionary.names($0) != [$0] } == [])
        #expect(dictionary.names("Jane0 Doe1") == [])
    }

    @Test func isTheSameWheneverItIsMade() {
        #expect(ActorDictionary.bytes(Self.text) == ActorDictionary.bytes(Self.text))
    }

    private static func mapped(_ bytes: [UInt8], identity: UInt64 = 7) throws -> ActorDictionary? {
        let folder = try Scratch()
        let file = folder.url.appendingPathComponent("some.actors")
        try Data(bytes).write(to: file)
        return ActorDictionary(path: file.path, identity: identity)
    }

    @Test func isReadFromAFile() throws {
        let dictionary = try Self.mapped(ActorDictionary.bytes(Self.text, identity: 7))
        #expect(dictionary?.names("J. Doe") == ["Jane Doe"])
    }

    @Test func isNotThereWithoutAFile() {
        #expect(ActorDictionary(path: "/nonexistent/some.actors", identity: 7) == nil)
    }

    /// The agents stand last: four bytes, and four to fill up.
    @Test func isNilWhereverTheFileIsCut() throws {
        let bytes = ActorDictionary.bytes(Self.text, identity: 7)
        for length in stride(from: 0, to: bytes.count - 4, by: 1) {
            #expect(try Self.mapped(Array(bytes[..<length])) == nil, "cut to \(length) of \(bytes.count) bytes")
        }
    }

    @Test func isNilOfAnotherIdentity() throws {
        #expect(try Self.mapped(ActorDictionary.bytes(Self.text, identity: 7), identity: 8) == nil)
    }

    /// Where the bytes stand: DictionaryBuilder's layout.
    static let foreign: [(what: String, offset: Int, bytes: [UInt8])] = [
        ("another magic", 0, Array("ENTENTEB".utf8)), ("another version", 8, [99, 0, 0, 0]),
        ("slots that are no power of two", 40, [48, 0, 0, 0, 0, 0, 0, 0]),
        ("no slots", 40, [0, 0, 0, 0, 0, 0, 0, 0]),
        ("slots behind the end", 32, [255, 255, 255, 255, 255, 255, 255, 255]),
        ("more texts than there are", 32 + 4 * 16 + 8, [255, 255, 255, 255, 255, 255, 255, 127]),
    ]

    @Test(arguments: foreign) func isNilOfForeignBytes(_ what: String, _ offset: Int, _ foreign: [UInt8]) throws {
        var bytes = ActorDictionary.bytes(Self.text, identity: 7)
        bytes.replaceSubrange(offset..<offset + foreign.count, with: foreign)
        #expect(try Self.mapped(bytes) == nil, "\(what)")
    }

    @Test func isNilOfNoise() throws {
        #expect(try Self.mapped(Array(repeating: 0, count: 4096)) == nil)
        #expect(try Self.mapped(Array(repeating: 255, count: 4096)) == nil)
        #expect(try Self.mapped(Array("Jane Doe | | | f\n    GON\n".utf8)) == nil)
    }
}
