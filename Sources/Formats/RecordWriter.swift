package import Annotation

/// Writes the record of one report, schema `entente-report/1`: one line, or indented over many.
///
/// Every offset is a Unicode code point of the record's own `text`. Absent is null. Several indented records follow
/// each other as a stream, as `jq` reads and writes them.
package struct RecordWriter: ReportWriter {
    private let layout: JSONWriter.Layout
    private let filter: EventFilter

    package init(_ layout: JSONWriter.Layout, filter: EventFilter = EventFilter()) {
        self.layout = layout
        self.filter = filter
    }

    package func write(_ coded: CodedReport, to output: inout [UInt8]) {
        let buffer = output
        output = []  // so that the writer holds the buffer alone and appends in place
        var json = JSONWriter(layout, appendingTo: buffer)
        let record = Record(coded: coded, points: CodePointMap(coded.report.text))
        record.write(coded.events.filter(filter.passes), to: &json)
        json.newline()
        output = json.bytes
    }
}

/// One report on its way out: the values and the map of its offsets.
struct Record {
    let coded: CodedReport
    let points: CodePointMap

    func write(_ events: [Event], to json: inout JSONWriter) {
        let report = coded.report
        json.object { json in
            json.field("schema", "entente-report/1")
            json.field("id", report.id)
            json.field("published", report.published?.description)
            json.field("title", report.title)
            json.field("url", report.url)
            json.field("publisher", report.publisher)
            json.field("language", report.language)
            json.key("text")
            report.text.withUnsafeBufferPointer { json.string(bytes: $0) }
            json.key("sentences")
            json.array(coded.sentences, span)
            json.key("actors")
            json.array(coded.actors, actor)
            json.key("times")
            json.array(coded.times, time)
            json.key("places")
            json.array(coded.places) { place(&$0, $1) }
            json.key("statements")
            json.array(coded.statements, statement)
            json.key("events")
            json.array(events, event)
            json.key("coder")
            coder(&json)
            json.key("diagnostics")
            json.array(coded.diagnostics, diagnostic)
        }
    }

    /// `"start"` and `"end"`, null both where there is no span.
    func bounds(_ json: inout JSONWriter, _ span: TextSpan?) {
        json.field("start", span.map { points.codePoint(at: $0.start) })
        json.field("end", span.map { points.codePoint(at: $0.end) })
    }

    func span(_ json: inout JSONWriter, _ span: TextSpan) {
        json.object(flat: true) { bounds(&$0, span) }
    }

    func words(_ span: TextSpan) -> String { coded.report.words(span) }

    private func actor(_ json: inout JSONWriter, _ actor: Actor) {
        json.object { json in
            json.field("id", actor.id)
            json.field("name", actor.name)
            json.field("kind", actor.kind.rawValue)
            json.field("code", actor.code)
            json.field("country", actor.country)
            json.field("sectors", actor.sectors)
            json.field("role", actor.role)
            json.key("role_evidence")
            json.array(actor.roleEvidence) { json, evidence in
                switch evidence {
                case .text(let words): span(&json, words)
                case .knowledge(let line): json.object(flat: true) { $0.field("knowledge", line) }
                }
            }
            json.key("members")
            json.array(actor.members, flat: true) { $0.int($1) }
            json.key("mentions")
            json.array(actor.mentions) { json, mention in
                json.object(flat: true) { json in
                    bounds(&json, mention.span)
                    json.field("form", mention.form.rawValue)
                }
            }
        }
    }

    private func time(_ json: inout JSONWriter, _ time: TimeExpression) {
        json.object(flat: true) { json in
            bounds(&json, time.span)
            json.field("text", words(time.span))
            json.field("type", time.kind.rawValue)
            json.field("value", time.value)
            json.field("from", time.from?.description)
            json.field("to", time.to?.description)
            json.field("granularity", time.granularity?.rawValue)
            if let modifier = time.modifier { json.field("mod", modifier.rawValue) }
        }
    }

    /// - Parameter basis: where the report says it, for an event's place.
    func place(_ json: inout JSONWriter, _ place: Place, basis: EventPlace.Basis? = nil) {
        json.object(flat: true) { json in
            bounds(&json, place.span)
            json.field("text", words(place.span))
            json.field("name", place.name)
            json.field("geonameid", place.geonameID)
            json.field("country", place.country)
            json.field("admin1", place.admin1)
            json.field("lat", place.latitude)
            json.field("lon", place.longitude)
            json.field("feature", place.feature)
            json.field("precision", place.precision?.rawValue)
            json.field("as", place.use.rawValue)
            json.field("reason", place.grounds.description)
            if let basis { json.field("basis", basis.rawValue) }
        }
    }

    private func statement(_ json: inout JSONWriter, _ statement: Statement) {
        json.object { json in
            json.field("id", statement.id)
            json.field("kind", statement.kind.rawValue)
            json.key("speaker")
            party(&json, statement.speaker)
            json.key("cue")
            span(&json, statement.cue)
            json.key("content")
            json.array(statement.content, flat: true, span)
            json.field("quoted", statement.quoted.rawValue)
            json.key("addressee")
            party(&json, statement.addressee)
            json.key("via")
            json.array(statement.via, flat: true, party)
            json.key("date")
            date(&json, statement.date)
        }
    }

    private func party(_ json: inout JSONWriter, _ party: Statement.Party?) {
        guard let party else { return json.null() }
        json.object(flat: true) { json in
            json.field("actor", party.actor)
            bounds(&json, party.span)
        }
    }

    private func coder(_ json: inout JSONWriter) {
        json.object { json in
            json.field("entente", coded.coder.entente)
            json.field("lexicon", coded.coder.lexicon)
            json.field("actors", coded.coder.actors)
            json.field("places", coded.coder.places)
            json.field("model", coded.coder.model)
        }
    }

    private func diagnostic(_ json: inout JSONWriter, _ diagnostic: Diagnostic) {
        json.object(flat: true) { json in
            json.field("severity", diagnostic.severity.rawValue)
            json.field("message", diagnostic.message)
            bounds(&json, diagnostic.span)
        }
    }
}
