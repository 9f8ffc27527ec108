import Annotation
import Formats
import Testing

struct ParseWriterTests {
    @Test func writesTokensAsSpaCySpellsThem() {
        var builder = DocumentBuilder()
        builder.add(
            "Åsa", lemma: "Åsa", tag: .nnp, pos: .propn, dependency: .nsubj, head: 1, morph: "Number=Sing")
        builder.add("spoke", lemma: "speak", tag: .vbd, pos: .verb, dependency: .root, head: 1, space: false)
        builder.addEntity(0..<1, .person)
        let line = ReportWriterBytes.text { ParseWriter().write(builder.build(), id: "", to: &$0) }
        let expected = [
            #"{"id":"","tokens":[{"text":"Åsa","start":0,"end":3,"tag":"NNP","pos":"PROPN","morph":"Number=Sing","#,
            #""lemma":"Åsa","dep":"nsubj","head":1,"sent_start":true},{"text":"spoke","start":4,"end":9,"tag":"VBD","#,
            #""pos":"VERB","morph":"","lemma":"speak","dep":"ROOT","head":1,"sent_start":false}],"#,
            #""entities":[{"start":0,"end":3,"label":"PERSON"}]}"#,
        ]
        #expect(line == expected.joined() + "\n")
    }

    @Test func anEmptyTextHasNoTokens() {
        let line = ReportWriterBytes.text { ParseWriter().write(DocumentBuilder().build(), id: "x", to: &$0) }
        #expect(line == #"{"id":"x","tokens":[],"entities":[]}"# + "\n")
    }
}
