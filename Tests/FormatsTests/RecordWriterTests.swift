import Annotation
import Formats
import Foundation
import Testing

struct RecordWriterTests {
    private func record(_ sample: Sample, filter: EventFilter = EventFilter()) throws -> [String: Any] {
        let line = ReportWriterBytes.text { RecordWriter(.compact, filter: filter).write(sample.coded, to: &$0) }
        #expect(line.hasSuffix("}\n"))
        #expect(line.filter { $0.isNewline }.count == 1)
        return try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    @Test func writesTheFieldsOfTheSchemaInItsOrder() {
        let line = ReportWriterBytes.text { RecordWriter(.compact).write(Sample.accusation.coded, to: &$0) }
        let expected = [
            #"{"schema":"entente-report/1","id":"report.txt","published":"2021-01-27","title":null,"url":null,"#,
            #""publisher":null,"language":null,"text":"Łukasz accused 北京 of lying, Åsa said.","#,
            #""sentences":[{"start":0,"end":37}],"actors":[{"id":0,"name":"Łukasz","kind":"person","code":"POLGOV","#,
            #""country":null,"sectors":[],"role":null,"role_evidence":[],"members":[],"#,
            #""mentions":[{"start":0,"end":6,"form":"name"}]},{"id":1,"#,
        ]
        #expect(line.hasPrefix(expected.joined()))
        let event = [
            #""events":[{"id":"e1","type":"ACCUSE","modes":[],"contexts":[],"cameo":"112","plover_from_cameo":null,"#,
            #""quad":3,"goldstein":null,"plover_score":null,"#,
            #""source":[{"actor":0,"code":"POLGOV","name":"Łukasz","start":0,"end":6}],"#,
            #""target":[{"actor":1,"code":null,"name":"北京","start":15,"end":17}],"reciprocal":false,"#,
            #""trigger":{"start":7,"end":14},"sentences":[0],"standing":["actual"],"#,
            #""date":{"from":"2021-01-27","to":"2021-01-27","granularity":"day","basis":"published","start":null,"#,
            #""end":null},"place":null,"attribution":{"statement":0,"asserted_by":"speaker"},"#,
            #""size":{"dead":null,"injured":null,"arrested":null,"people":null},"confidence":0.9,"#,
            #""rule":"accuse.txt:12"}],"coder":{"entente":"0.1.0","lexicon":"1","actors":"1","places":null,"model":"m"},"#,
            #""diagnostics":[]}"#,
        ]
        #expect(line.contains(event.joined()))
        let statement = [
            #""statements":[{"id":0,"kind":"say","speaker":{"actor":2,"start":28,"end":31},"#,
            #""cue":{"start":32,"end":36},"#,
            #""content":[{"start":0,"end":26}],"quoted":"indirect","addressee":null,"via":[],"date":null}]"#,
        ]
        #expect(line.contains(statement.joined()))
    }

    @Test func offsetsAreCodePointsOfTheTextThatIsWritten() throws {
        let object = try record(Sample.accusation)
        let text = try #require(object["text"] as? String)
        let events = try #require(object["events"] as? [[String: Any]])
        let target = try #require((events.first?["target"] as? [[String: Any]])?.first)
        let scalars = Array(text.unicodeScalars)
        let (start, end) = (try #require(target["start"] as? Int), try #require(target["end"] as? Int))
        var words = String.UnicodeScalarView()
        words.append(contentsOf: scalars[start..<end])
        #expect(String(words) == "北京")
    }

    @Test func indentedIsTheSameRecord() throws {
        let compact = ReportWriterBytes.text { RecordWriter(.compact).write(Sample.accusation.coded, to: &$0) }
        let indented = ReportWriterBytes.text { RecordWriter(.indented).write(Sample.accusation.coded, to: &$0) }
        let (a, b) = (
            try JSONSerialization.jsonObject(with: Data(compact.utf8)) as? NSDictionary,
            try JSONSerialization.jsonObject(with: Data(indented.utf8)) as? NSDictionary
        )
        #expect(a != nil && a == b)
        #expect(indented.split(separator: "\n").count > 40)
    }

    @Test func appendsToWhatIsThere() {
        let text = ReportWriterBytes.text { output in
            RecordWriter(.compact).write(Sample("One.", id: "1").coded, to: &output)
            RecordWriter(.compact).write(Sample("Two.", id: "2").coded, to: &output)
        }
        #expect(text.split(separator: "\n").count == 2)
    }

    @Test func anUnknownActorIsNullNotACrash() throws {
        var sample = Sample.accusation
        sample.coded.events[0].source[0].actor = 99
        let events = try #require(try record(sample)["events"] as? [[String: Any]])
        let source = try #require((events[0]["source"] as? [[String: Any]])?.first)
        #expect(source["code"] is NSNull && source["name"] is NSNull)
    }
}
