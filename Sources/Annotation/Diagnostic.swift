/// Trouble that does not stop the run: collected beside the results and told to the user in one line.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Sendable { case note, warning, error }

    package var severity: Severity
    /// Lower case; names the thing and what was expected.
    package var message: String
    /// Where in the report's text, when it is about a place in it.
    package var span: TextSpan?

    package init(_ severity: Severity, _ message: String, span: TextSpan? = nil) {
        self.severity = severity
        self.message = message
        self.span = span
    }
}
