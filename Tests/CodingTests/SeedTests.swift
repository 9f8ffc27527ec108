import Annotation
import Coding
import Foundation
import Knowledge
import Linguistics
import TestSupport
import Testing

/// The first acceptance text, coded once by the whole program, engine and all, where it is beside the repository.
enum Seed {
    private static let modelFolder = ProcessInfo.processInfo.environment["ENTENTE_MODEL"]
        .flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }
    private static let file = TestData.repository.deletingLastPathComponent()
        .appendingPathComponent("shared/seed/report.txt")
    static let isThere = modelFolder != nil && FileManager.default.fileExists(atPath: file.path)

    static let coded: CodedReport? = {
        do {
            guard let folder = modelFolder else { return nil }
            let cache = CacheLocation(
                option: nil, environment: ProcessInfo.processInfo.environment, executable: folder)
            let text = [UInt8](try Data(contentsOf: file))
            let worker = try LanguageEngine(modelFolder: folder, cache: cache).makeWorker()
            let report = Report(id: "seed", published: CivilDate("2021-01-27"), text: text)
            return try Coder(data: TestData.data(), model: "stored parses", cache: TestData.cache).code(
                report, worker.parse([text], byParagraph: true)[0])
        } catch {
            Issue.record("\(error)")
            return nil
        }
    }()

    /// The words of a span of it.
    static func words(_ span: TextSpan) -> String {
        coded.map { String(decoding: $0.report.text[span.start..<span.end], as: UTF8.self) } ?? ""
    }
}

/// The first acceptance text through the whole program, engine and all, where it is beside the repository.
@Suite(.enabled(if: Seed.isThere, "needs ENTENTE_MODEL and ../shared/seed/report.txt")) struct SeedTests {
    struct Row: Sendable {
        var type: PloverType
        var root: String
        /// Codes and words of each party.
        var source: [String]
        var target: [String]
        var date: String?
        /// The words that give the date; nil for the day of publication.
        var dateWords: String?
        var standing: Standing = .actual
    }

    static let rows = [
        Row(
            type: .consult, root: "04", source: ["IRNGOV Ali Shamkhani", "AFGREB Taliban delegation"], target: [],
            date: "2021-01-27", dateWords: "Wednesday"),
        Row(
            type: .accuse, root: "11", source: ["IRNGOV Ali Shamkhani"], target: ["USAGOV US"], date: "2021-01-27",
            dateWords: "Wednesday"),
        Row(
            type: .request, root: "02", source: ["IRNGOV He"], target: ["AFGREB militant group"], date: "2021-01-27"),
        Row(
            type: .accuse, root: "11", source: ["AFGREB Baradar"], target: ["USAELI Donald Trump"],
            date: "2021-01-27"),
        Row(
            type: .consult, root: "04", source: ["AFGREB delegation"], target: ["IRNGOV Tehran"],
            date: "2021-01-26", dateWords: "Tuesday morning"),
        Row(
            type: .reject, root: "12", source: ["IRNGOV Tehran"], target: ["- group"], date: "2021-01-27",
            standing: .future),
        Row(
            type: .support, root: "05", source: ["AFGREB Taliban", "AFGGOV Afghan government"], target: [],
            date: "2020-01-01", dateWords: "last year", standing: .historical),
        Row(
            type: .agree, root: "03", source: ["AFGREB delegation"],
            target: ["IRNGOV officials", "IRNGOV Javad Zarif", "IRNGOV special envoy"], date: "2021-01-27",
            standing: .future),
        Row(
            type: .agree, root: "03", source: ["AFGREB two sides", "IRNGOV two sides"], target: [],
            date: "2021-01-26", dateWords: "Tuesday", standing: .future),
        Row(
            type: .support, root: "05", source: ["AFGREB Taliban", "USAGOV Trump administration"], target: [],
            standing: .historical),
        Row(
            type: .support, root: "05", source: ["IRNGOV Iran"], target: ["AFGREB Taliban"], dateWords: "recent years",
            standing: .historical),
    ]

    @Test(arguments: rows) func isCodedWithItsWords(_ row: Row) throws {
        let coded = try #require(Seed.coded)
        func agree(_ parties: [Event.Party], _ wanted: [String]) -> Bool {
            parties.count == wanted.count
                && zip(parties, wanted).allSatisfy { party, wanted in
                    let code = coded.actors[party.actor].code ?? "-"
                    let name = wanted.dropFirst(code.count + 1)
                    return wanted.hasPrefix(code + " ") && Seed.words(party.span).contains(name)
                }
        }
        let found = coded.events.filter {
            $0.type == row.type && $0.cameo.hasPrefix(row.root) && agree($0.source, row.source)
                && agree($0.target, row.target) && $0.date?.from?.description == row.date
                && $0.date?.span.map(Seed.words) == row.dateWords && $0.standing == [row.standing]
                && !Seed.words($0.trigger).isEmpty
        }
        let all = coded.events.map { event in
            "\(event.cameo) \(event.source.map { Seed.words($0.span) }) \(event.target.map { Seed.words($0.span) })"
        }
        #expect(found.count == 1, "found \(all)")
    }

    /// "an event told in two sentences" is one event of both.
    @Test func tellsTheMeetingOnce() throws {
        let coded = try #require(Seed.coded)
        #expect(coded.events.first { $0.type == .accuse }?.sentences == [0, 1])
    }
}
