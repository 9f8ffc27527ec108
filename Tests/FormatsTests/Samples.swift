import Annotation

/// A coded report made by hand: spans are found by their words, so that a test reads like the text.
struct Sample {
    let text: String
    var coded: CodedReport

    init(_ text: String, id: String = "report.txt") {
        self.text = text
        let report = Report(id: id, published: CivilDate(year: 2021, month: 1, day: 27), text: Array(text.utf8))
        coded = CodedReport(
            report: report, sentences: [TextSpan(start: 0, end: text.utf8.count)], actors: [], times: [], places: [],
            statements: [], events: [],
            coder: CodedReport.Coder(entente: "0.1.0", lexicon: "1", actors: "1", places: "", model: "m"),
            diagnostics: [])
    }

    /// The bytes of the first time that `words` stand in the text.
    func span(_ words: String) -> TextSpan {
        let bytes = Array(text.utf8)
        let wanted = Array(words.utf8)
        for start in 0...(bytes.count - wanted.count) where bytes[start...].starts(with: wanted) {
            return TextSpan(start: start, end: start + wanted.count)
        }
        return TextSpan(start: 0, end: 0)
    }

    @discardableResult
    mutating func actor(_ words: String, code: String?) -> Event.Party {
        let id = coded.actors.count
        let mention = Actor.Mention(span: span(words), form: .name, tokens: 0..<1)
        coded.actors.append(Actor(id: id, name: words, kind: .person, code: code, mentions: [mention]))
        return Event.Party(actor: id, span: span(words))
    }

    mutating func event(
        _ type: PloverType?, cameo: String, trigger: String, source: [Event.Party], target: [Event.Party],
        reciprocal: Bool = false, standing: [Standing] = [.actual], quad: Int? = nil, confidence: Double = 0.9
    ) {
        let day = coded.report.published
        coded.events.append(
            Event(
                id: "e\(coded.events.count + 1)", type: type, cameo: cameo, quad: quad, source: source, target: target,
                reciprocal: reciprocal, triggerToken: 0, trigger: span(trigger), sentences: [0], standing: standing,
                date: EventDate(from: day, to: day, granularity: .day, basis: .published), confidence: confidence,
                rule: "accuse.txt:12"))
    }

    /// "Łukasz accused 北京 of lying, Åsa said." with its event, place and statement.
    static var accusation: Sample {
        var sample = Sample("Łukasz accused 北京 of lying, Åsa said.")
        let source = sample.actor("Łukasz", code: "POLGOV")
        let target = sample.actor("北京", code: nil)
        let speaker = sample.actor("Åsa", code: "SWEGOV")
        sample.coded.statements = [
            Statement(
                id: 0, speaker: Statement.Party(actor: speaker.actor, span: speaker.span), cue: sample.span("said"),
                content: [sample.span("Łukasz accused 北京 of lying")], quoted: .indirect)
        ]
        sample.event(.accuse, cameo: "112", trigger: "accused", source: [source], target: [target], quad: 3)
        sample.coded.events[0].attribution = Event.Attribution(statement: 0, assertedBy: .speaker)
        return sample
    }
}

extension ReportWriterBytes {
    /// What a writer makes of one report.
    static func text(_ body: (inout [UInt8]) -> Void) -> String {
        var output: [UInt8] = []
        body(&output)
        return String(decoding: output, as: UTF8.self)
    }
}

enum ReportWriterBytes {}
