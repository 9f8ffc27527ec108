import Testing

@testable import Annotation

@Suite struct StringKeyTests {
    /// Keys that spaCy's `StringStore` gives these words.
    @Test(arguments: [
        ("coffee", UInt64(3_197_928_453_018_144_401)), ("apple", 8_566_208_034_543_834_098), ("", 0),
        ("I", 4_690_420_944_186_131_903),
    ])
    func agreesWithSpacy(_ word: String, _ key: UInt64) {
        #expect(StringKey(word).value == key)
    }
}

@Suite struct CodePointMapTests {
    @Test(arguments: ["", "plain ASCII", "é1", "سلام دنیا", "😀 and 👩‍👩‍👧", String(repeating: "ab€", count: 100)])
    func countsCodePointsBeforeEachByte(_ text: String) {
        let map = CodePointMap(Array(text.utf8))
        var byte = 0
        for (points, scalar) in text.unicodeScalars.enumerated() {
            #expect(map.codePoint(at: byte) == points)
            byte += UTF8.width(scalar)
        }
        #expect(map.codePoint(at: byte) == text.unicodeScalars.count)
    }
}

@Suite struct CivilDateTests {
    @Test(arguments: [
        ("2021-01-27", 3), ("1970-01-01", 4), ("2000-02-29", 2), ("1900-03-01", 4), ("2026-11-24", 2),
    ])
    func knowsWeekdays(_ text: String, _ weekday: Int) {
        #expect(CivilDate(text)?.weekday == weekday)
    }

    @Test(arguments: [
        "2021-02-29", "2021-13-01", "2021-00-10", "21-01-27", "2021-1-27", "yesterday", "", "2021-01-27x",
    ])
    func refusesWhatIsNoDay(_ text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func countsDaysAcrossMonthsAndYears() {
        #expect(CivilDate("2020-12-31")?.adding(days: 1)?.description == "2021-01-01")
        #expect(CivilDate("2020-03-01")?.adding(days: -1)?.description == "2020-02-29")
        #expect(CivilDate("2021-01-27T10:00:00Z")?.description == "2021-01-27")
    }
}

@Suite struct DocumentTests {
    private let document: Document = {
        var builder = DocumentBuilder()
        builder.add("Iran", lemma: "Iran", tag: .nnp, pos: .propn, dependency: .nsubj, head: 1)
        builder.add("agreed", lemma: "agree", tag: .vbd, pos: .verb, dependency: .root, head: 1, space: false)
        builder.add(".", lemma: ".", tag: .sentenceEnd, pos: .punct, dependency: .punct, head: 1)
        builder.add("Talks", lemma: "talk", tag: .nns, pos: .noun, dependency: .nsubj, head: 4, sentenceStart: true)
        builder.add("began", lemma: "begin", tag: .vbd, pos: .verb, dependency: .root, head: 4, space: false)
        return builder.build()
    }()

    @Test func listsSentencesAndChildren() {
        #expect(document.sentences == [0..<3, 3..<5])
        #expect(Array(document.children(of: 1)) == [0, 2])
        #expect(Array(document.children(of: 0)) == [])
        #expect((0..<5).map { document.sentence(of: $0) } == [0, 0, 0, 1, 1])
    }

    @Test func cutsTextByTokens() {
        #expect(document.text(of: 0..<3) == "Iran agreed.")
        #expect(document.lemma(of: 1) == "agree")
    }

    @Test func isEmptyForAnEmptyText() {
        let empty = DocumentBuilder().build()
        #expect(empty.sentences.isEmpty && empty.tokens.isEmpty)
    }
}

@Suite struct LabelTests {
    @Test func namesEveryLabelOnce() {
        #expect(Tag.allCases.allSatisfy { Tag(label: $0.label) == $0 })
        #expect(Dependency.allCases.allSatisfy { Dependency(label: $0.label) == $0 })
        #expect(PartOfSpeech.allCases.allSatisfy { PartOfSpeech(label: $0.label) == $0 })
        #expect(EntityLabel.allCases.allSatisfy { EntityLabel(label: $0.label) == $0 })
        #expect(EntityLabel.workOfArt.label == "WORK_OF_ART")
        #expect(Tag(label: "nonsense") == nil)
    }
}
