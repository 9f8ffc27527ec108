import Annotation
import Coding
import Foundation
import Knowledge
import TestSupport

/// Codes stored parses and prints what came out, sentence by sentence: for reading samples without a model.
///
/// usage: codeparses PARSES.jsonl [PUBLISHED] [--quiet]
/// A line's `published`, where it has one, comes before PUBLISHED.
@main
struct CodeParses {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("--") }
        guard let path = arguments.first else {
            print("usage: codeparses PARSES.jsonl [PUBLISHED] [--quiet]")
            return
        }
        let isQuiet = CommandLine.arguments.contains("--quiet")
        let fallback = arguments.dropFirst().first.flatMap { CivilDate($0) }
        let environment = ProcessInfo.processInfo.environment
        let executable = URL(fileURLWithPath: CommandLine.arguments[0])
        let data = try DataLocation(option: nil, environment: environment, executable: executable)
        let cache = CacheLocation(option: nil, environment: environment, executable: executable)
        let clock = ContinuousClock()
        let started = clock.now
        let coder = try Coder(data: data, model: "stored parses", cache: cache)
        let loading = clock.now - started
        var coding = Duration.zero
        var sentences = 0
        var events = 0
        for fixture in try ParseFixture.read(path) {
            let document = fixture.document()
            let report = Report(
                id: fixture.id, published: fixture.published.flatMap { CivilDate($0) } ?? fallback, text: document.text)
            let start = clock.now
            let coded = coder.code(report, document)
            coding += clock.now - start
            sentences += coded.sentences.count
            events += coded.events.count
            if !isQuiet { show(coded, document) }
        }
        let per = sentences == 0 ? Duration.zero : coding / sentences
        FileHandle.standardError.write(
            Data("loaded in \(loading); \(sentences) sentences, \(events) events, \(per) a sentence\n".utf8))
    }

    private static func show(_ coded: CodedReport, _ document: Document) {
        print("\n=== \(coded.report.id) \(coded.report.published?.description ?? "undated")")
        func party(_ p: Event.Party) -> String {
            let actor = coded.actors[p.actor]
            return "\(actor.name) [\(actor.code ?? "-")] \"\(document.text(in: p.span))\""
        }
        for (i, sentence) in coded.sentences.enumerated() {
            print("\(i)  \(document.text(in: sentence))")
            for event in coded.events where event.sentences.first == i {
                print(
                    "   * \(event.type?.rawValue ?? "-") \(event.cameo) \(event.modes) \(event.standing.map(\.rawValue).joined(separator: ",")) \"\(document.text(in: event.trigger))\" s\(event.sentences) c\(event.confidence)"
                )
                print("       from \(event.source.map(party).joined(separator: "; "))")
                if !event.target.isEmpty { print("       to   \(event.target.map(party).joined(separator: "; "))") }
                if let date = event.date {
                    print(
                        "       when \(date.from?.description ?? "?")…\(date.to?.description ?? "?") \(date.basis.rawValue) \(date.span.map { document.text(in: $0) } ?? "")\(event.place.map { " at " + coded.places[$0.index].name } ?? "")\(event.attribution.statement.map { " said by #\($0)" } ?? "")"
                    )
                }
                print("       rule \(event.rule)")
            }
        }
        for s in coded.statements {
            print(
                "   # \(s.id) \(s.speaker.map { document.text(in: $0.span) } ?? "?") | \(document.text(in: s.cue)) | \(s.content.map { document.text(in: $0) }.joined(separator: " … "))"
            )
        }
    }
}
