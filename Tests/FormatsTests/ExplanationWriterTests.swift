import Annotation
import Testing

@testable import Formats

@Suite struct ExplanationWriterTests {
    private func explained(width: Int = 80, row: String = "verb | accuse | subj > obj | 112") -> String {
        let sample = Sample.accusation
        let sources = ExplanationWriter.Sources(
            line: { $0 == "accuse.txt:12" ? row : nil },
            name: { $0 == "112" ? "Accuse" : nil })
        let writer = ExplanationWriter(sources: sources, look: TerminalLook(width: width, hasColour: false))
        var bytes: [UInt8] = []
        var event = sample.coded.events[0]
        event.rule = "accuse.txt:12 accuse"
        writer.write(event, of: sample.coded, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        "ACCUSE 112", "Accuse", "accuse.txt:12 verb | accuse | subj > obj | 112", "Łukasz POLGOV", "北京 no code",
        "actual: told as done", "2021-01-27, the day of publication",
    ])
    func says(_ words: String) {
        #expect(explained(width: 200).contains(words))
    }

    /// Rows of the lexicon hold up to a hundred patterns; only those of the word that was matched are shown.
    @Test func showsThePatternsOfTheWord() {
        let text = explained(width: 200, row: "verb | blame, accuse of:, accuse @bodies, accusers | subj > obj | 112")
        #expect(text.contains("accuse.txt:12 verb | accuse of:, accuse @bodies, … | subj > obj | 112"))
    }

    @Test func keepsToTheWidth() {
        for line in explained(width: 60).split(separator: "\n") {
            #expect(line.reduce(0) { $0 + DisplayWidth.of($1) } <= 60, "\(line)")
        }
    }
}
