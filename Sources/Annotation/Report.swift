/// One news report as it came in, before anything is read from it.
package struct Report: Sendable {
    /// The input's own id, else the path as it was given.
    package var id: String
    /// The day it was published; nil when nobody said.
    package var published: CivilDate?
    package var title: String?
    package var url: String?
    package var publisher: String?
    /// BCP 47; nil when unknown.
    package var language: String?
    /// The whole text as UTF-8, exactly as given (invalid bytes replaced by U+FFFD and reported).
    package var text: [UInt8]
    /// What reading the input had to mend; stands first in `CodedReport.diagnostics`.
    package var diagnostics: [Diagnostic]
    /// Two parties that somebody marked in the text, to be asked what the one did to the other; nil for a plain report.
    package var marked: MarkedPair?

    package init(
        id: String, published: CivilDate? = nil, title: String? = nil, url: String? = nil, publisher: String? = nil,
        language: String? = nil, text: [UInt8], diagnostics: [Diagnostic] = [], marked: MarkedPair? = nil
    ) {
        self.id = id
        self.published = published
        self.title = title
        self.url = url
        self.publisher = publisher
        self.language = language
        self.text = text
        self.diagnostics = diagnostics
        self.marked = marked
    }
}

extension Report {
    /// The words of a span of its text.
    package func words(_ span: TextSpan) -> String { String(decoding: text[span.start..<span.end], as: UTF8.self) }
}

/// Two marked stretches of a text; nil stands for any party.
package struct MarkedPair: Hashable, Sendable {
    package var source: TextSpan?
    package var target: TextSpan?

    package init(source: TextSpan?, target: TextSpan?) {
        self.source = source
        self.target = target
    }
}
