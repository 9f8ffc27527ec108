/// Everything read from one report; the writers of `Formats` turn it into the record of the design.
package struct CodedReport: Sendable {
    /// The versions that made the record.
    package struct Coder: Hashable, Sendable {
        package var entente: String
        package var lexicon: String
        package var actors: String
        package var places: String
        package var model: String

        package init(entente: String, lexicon: String, actors: String, places: String, model: String) {
            self.entente = entente
            self.lexicon = lexicon
            self.actors = actors
            self.places = places
            self.model = model
        }
    }

    package var report: Report
    /// Sentence spans in text order, without the white space around them.
    package var sentences: [TextSpan]
    package var actors: [Actor]
    package var times: [TimeExpression]
    package var places: [Place]
    package var statements: [Statement]
    package var events: [Event]
    package var coder: Coder
    package var diagnostics: [Diagnostic]

    package init(
        report: Report, sentences: [TextSpan], actors: [Actor], times: [TimeExpression], places: [Place],
        statements: [Statement], events: [Event], coder: Coder, diagnostics: [Diagnostic]
    ) {
        self.report = report
        self.sentences = sentences
        self.actors = actors
        self.times = times
        self.places = places
        self.statements = statements
        self.events = events
        self.coder = coder
        self.diagnostics = diagnostics
    }
}
