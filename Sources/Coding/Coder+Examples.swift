package import Annotation
package import Events

extension Coder {
    /// The examples of the lexicon, the user's own included.
    package var examples: [Lexicon.Example] { events.examples }

    /// The code that an example's marked parties come out with by an entry's own frame, when it is not the example's;
    /// nil when all is well.
    ///
    /// - Parameter document: the parse of the example's text.
    package func mistake(in example: Lexicon.Example, _ document: Document) -> String? {
        let parties = (example.source + example.target).map { Self.span(of: $0, in: document) }
        guard !parties.contains(nil) else { return "marks that are not in the sentence" }
        // A reciprocal act may mark both as source.
        let source = example.source.isEmpty ? nil : parties.first ?? nil
        let target = parties.dropFirst(source == nil ? 0 : 1).first ?? nil
        let relation = relate(document, MarkedPair(source: source, target: target), backstop: nil)
        guard let relation else { return "none" }
        if relation.rule.contains("nearness") { return "none" }
        return relation.cameo == example.code ? nil : "\(relation.cameo) by \(relation.rule)"
    }

    /// The first place where some words stand.
    private static func span(of words: String, in document: Document) -> TextSpan? {
        let wanted = Array(words.utf8)
        guard wanted.count <= document.text.count else { return nil }
        return (0...document.text.count - wanted.count).first { document.text[$0...].starts(with: wanted) }
            .map { TextSpan(start: $0, end: $0 + wanted.count) }
    }
}
