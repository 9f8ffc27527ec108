import Actors
import Annotation
import Coding
import Foundation
import Knowledge
import Linguistics
import Places

/// Where the user says that things are; nil where the program finds them itself.
struct Resources: Sendable {
    var data: String?
    var model: String?
    var cache: String?
    var lexicon: String?
    /// Dictionaries of the user's own.
    var actors: [String] = []
    var isActorsOnly = false
    var hasPeople = true
}

/// Finds and loads the language engine, the knowledge and the coder, for every command.
///
/// They are loaded when the first report is there to work on, so a mistake in the paths is told at once, and they are
/// loaded once, whichever worker comes first.
final class Assembly: Sendable {
    private let engine: Once<LanguageEngine>
    private let coder: Once<Coder>
    private let data: Once<DataLocation>
    private let backstop: Once<Backstop?>
    private let actors: Once<ActorSources>
    private let gazetteer: Once<GazetteerSources>

    init(_ resources: Resources) {
        let environment = ProcessInfo.processInfo.environment
        let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let cache = CacheLocation(option: resources.cache, environment: environment, executable: executable)
        let engine = Once {
            let model = try ModelLocation(option: resources.model, environment: environment, executable: executable)
            return try LanguageEngine(modelFolder: model.folder, cache: cache) {
                Console.shared.write("entente: \($0)")
            }
        }
        self.engine = engine
        let data = Once {
            try DataLocation(
                option: resources.data, lexicon: resources.lexicon, environment: environment, executable: executable)
        }
        self.data = data
        backstop = Once { try Backstop(data: data.value(), vectors: engine.value().vectors) }
        let actors = Once {
            ActorSources(
                data: try data.value(), own: resources.actors.map { URL(fileURLWithPath: $0) },
                isOwnOnly: resources.isActorsOnly, cache: cache, hasPeople: resources.hasPeople)
        }
        self.actors = actors
        let gazetteer = Once {
            GazetteerSources(data: try data.value(), cache: cache, environment: environment, executable: executable)
        }
        self.gazetteer = gazetteer
        coder = Once {
            let coder = try Coder(
                data: data.value(), model: engine.value().name, actors: actors.value(), places: gazetteer.value())
            // What is wrong in the user's own files is told; the rest of them is used.
            for fault in coder.lexiconFaults + coder.actorFaults { Console.shared.problem("\(fault)") }
            return coder
        }
    }

    func codingWorker() throws -> any ReportWorker<[CodedReport]> {
        CodingWorker(parser: try engine.value().makeWorker(), coder: try coder.value())
    }

    func parsingWorker(byParagraph: Bool) throws -> any ReportWorker<[Document]> {
        ParsingWorker(parser: try engine.value().makeWorker(), byParagraph: byParagraph)
    }

    /// Loads the engine, compiling the model where that is not done yet.
    func loadEngine() throws -> LanguageEngine { try engine.value() }

    func dataLocation() throws -> DataLocation { try data.value() }

    func actorSources() throws -> ActorSources { try actors.value() }

    func gazetteerSources() throws -> GazetteerSources { try gazetteer.value() }

    func loadActors() throws -> ActorKnowledge { try ActorKnowledge(actors.value()) }

    func loadCoder() throws -> Coder { try coder.value() }

    func loadBackstop() throws -> Backstop? { try backstop.value() }
}

private struct CodingWorker: ReportWorker {
    let parser: LanguageWorker
    let coder: Coder

    func process(_ reports: [Report]) -> [CodedReport] {
        zip(reports, parser.parse(reports.map(\.text), byParagraph: true)).map { coder.code($0, $1) }
    }
}

private struct ParsingWorker: ReportWorker {
    let parser: LanguageWorker
    let byParagraph: Bool

    func process(_ reports: [Report]) -> [Document] {
        parser.parse(reports.map(\.text), byParagraph: byParagraph)
    }
}

/// A value made on first use, by one thread, for all.
///
/// Unchecked because the compiler cannot see that `made` is touched under the lock alone.
private final class Once<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private let make: @Sendable () throws -> Value
    private var made: Value?

    init(_ make: @escaping @Sendable () throws -> Value) { self.make = make }

    func value() throws -> Value {
        try lock.withLock {
            if let made { return made }
            let value = try make()
            made = value
            return value
        }
    }
}
