import Annotation
import Temporal
import Foundation
import TestSupport
import Testing

/// Every example in `Data/temporal` is a test, seen from Wednesday 2021-01-27.
///
/// "told 1940-05-10; by [the end of the month] -> 1940-05 END": a date told before, the text with the expression in
/// brackets (all of it without), the value, the modifier. "-> nothing" holds where there is no expression.
@Suite struct PatternExamples {
    static let knowledge: TimeKnowledge? = try? TimeKnowledge(data: TestData.data())

    @Test func knowledgeIsReadable() throws {
        _ = try TimeKnowledge(data: TestData.data())
    }

    @Test(arguments: knowledge?.examples ?? []) func holds(_ example: TimeKnowledge.Example) throws {
        let knowledge = try #require(Self.knowledge)
        let halves = example.text.components(separatedBy: " -> ")
        try #require(halves.count == 2, "\(example.origin): an example is \"text -> value\"")
        var text = halves[0]
        var told: String?
        if text.hasPrefix("told "), let end = text.firstIndex(of: ";") {
            told = String(text[text.index(text.startIndex, offsetBy: 5)..<end])
            text = String(text[end...].dropFirst(2))
        }
        let wantedText = text.split(separator: "[").last?.split(separator: "]").first.map(String.init) ?? text
        let hasBrackets = text.contains("[")
        text = text.filter { $0 != "[" && $0 != "]" }
        // A history is told by its dates: some years of it stand before the example.
        let history =
            told.map { told in
                let year = told.prefix(4)
                return String(repeating: "in \(year) , ", count: 6) + "on \(Self.words(told)) ; "
            } ?? ""
        let document = PlainDocument.make(history + text)
        let offset = history.utf8.count
        let found = TimeReader(knowledge: knowledge).read(document, published: CivilDate("2021-01-27"))
            .filter { $0.expression.span.start >= offset }
        if halves[1] == "nothing" {
            #expect(found.isEmpty, "\(example.origin)")
            return
        }
        let wanted = halves[1].split(separator: " ").map(String.init)
        let time = try #require(
            found.first { !hasBrackets || document.text(in: $0.expression.span) == wantedText },
            "\(example.origin): \(found.map { document.text(in: $0.expression.span) })")
        #expect(document.text(in: time.expression.span) == (hasBrackets ? wantedText : text), "\(example.origin)")
        #expect(time.expression.value == wanted[0], "\(example.origin)")
        #expect(time.expression.modifier?.rawValue == (wanted.count > 1 ? wanted[1] : nil), "\(example.origin)")
        #expect(time.expression.kind.rawValue == example.kind, "\(example.origin)")
    }

    /// "1940-05-10" as a text writes it.
    private static func words(_ date: String) -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let parts = date.split(separator: "-")
        guard parts.count > 1, let month = Int(parts[1]) else { return date }
        return (parts.count > 2 ? "\(Int(parts[2]) ?? 1) " : "") + months[month - 1] + " \(parts[0])"
    }
}
