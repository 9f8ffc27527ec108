package import Annotation
package import Actors
import Clauses
import Events
package import Knowledge
package import Places
import Statements
import Temporal

/// Codes parsed reports. The knowledge is loaded once; coding is pure, so one coder serves any number of workers.
///
/// The stages and what passes between them, in order:
///
///     Document ──Clauses──▶ predications
///     Document ──Temporal─▶ times      Document ──Places──▶ places     Document + places ──Actors──▶ Cast
///     predications + Cast ──Statements──▶ statements
///     predications + Cast ──Events──────▶ acts
///     acts + times + places + statements ──Assembly──▶ events, dated, placed, attributed, merged
package struct Coder: Sendable {
    let actors: ActorResolver
    private let times: TimeReader
    private let places: PlaceReader
    private let statements: StatementReader
    let events: EventReader
    let ontology: Ontology
    /// Rows of the user's own lexicon that were left out, and why.
    package let lexiconFaults: [KnowledgeError]
    /// Rows of the user's own dictionaries of actors that were left out, and why.
    package let actorFaults: [KnowledgeError]
    /// The versions that make a record.
    private let version: CodedReport.Coder

    /// Loads the knowledge.
    ///
    /// - Parameters:
    ///   - model: the language model's name and version, for the record.
    ///   - sources: where actors are known from.
    ///   - gazetteer: where places are.
    /// - Throws: `KnowledgeError` naming the file and line that is at fault.
    package init(
        data: DataLocation, model: String, actors sources: ActorSources, places gazetteer: GazetteerSources
    ) throws {
        ontology = try Ontology(data: data)
        let knowledge = try ActorKnowledge(sources)
        actors = ActorResolver(knowledge: knowledge)
        actorFaults = knowledge.faults
        times = TimeReader(knowledge: try TimeKnowledge(data: data))
        places = try PlaceReader(gazetteer)
        statements = StatementReader(cues: try AttributionCues(data: data))
        let lexicon = try Lexicon(data: data, ontology: ontology)
        lexiconFaults = lexicon.faults
        events = try EventReader(lexicon: lexicon, ontology: ontology, data: data)
        version = CodedReport.Coder(
            entente: EntenteVersion.current,
            lexicon: data.digest(of: ["lexicon", "ontology", "counts", "statements", "temporal"]),
            actors: knowledge.digest, places: places.version, model: model)
    }

    /// Loads the knowledge, with no dictionary but the program's own.
    package init(data: DataLocation, model: String, cache: CacheLocation?) throws {
        try self.init(
            data: data, model: model, actors: ActorSources(data: data, cache: cache),
            places: GazetteerSources(data: data, folder: nil, cache: cache))
    }

    /// Codes one report.
    ///
    /// - Parameter document: the parse of `report.text`.
    package func code(_ report: Report, _ document: Document) -> CodedReport {
        let clauses = ClauseReader(document)
        let times = times.read(document, published: report.published)
        let places = places.read(document)
        let cast = actors.resolve(document, published: report.published, towns: places)
        let statements = statements.read(document, clauses, cast)
        let acts = events.read(document, clauses, cast)
        let assembly = Assembly(
            report: report, document: document, cast: cast, times: times, places: places, statements: statements,
            ontology: ontology)
        let (coded, actors) = assembly.events(acts)
        let dated = assembly.dated(statements)
        return CodedReport(
            report: report, sentences: Self.sentences(of: document), actors: actors,
            times: times.map(\.expression),
            places: places.map(\.place), statements: dated, events: coded, coder: version,
            diagnostics: report.diagnostics + Self.notes(on: coded, actors, document))
    }

    /// Pronouns that take part in events and stand for nobody who is clear.
    private static func notes(on events: [Event], _ actors: [Actor], _ document: Document) -> [Diagnostic] {
        var spans: Set<TextSpan> = []
        for event in events {
            for party in event.source + event.target where actors[party.actor].isUnresolved { spans.insert(party.span) }
        }
        return spans.sorted().map {
            Diagnostic(.note, "the pronoun \"\(document.text(in: $0))\" has no clear antecedent", span: $0)
        }
    }

    /// Sentence spans without the white space around them.
    private static func sentences(of document: Document) -> [TextSpan] {
        document.sentences.map { range in
            let words = range.filter { document.tokens[$0].pos != .space }
            guard let first = words.first, let last = words.last else { return document.span(of: range) }
            return document.span(of: first..<(last + 1))
        }
    }
}
