import ArgumentParser
import Foundation
import Glibc

/// What every command that reads reports takes.
struct PathOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Reports: text (.txt), JSON Lines (.jsonl), or - for standard input.", valueName: "path"))
    var paths: [String] = []

    /// The inputs to read; standard input when none is named and something is piped in.
    func resolvedPaths() throws -> [String] {
        if !paths.isEmpty { return paths }
        guard isatty(0) != 1 else {
            throw ValidationError("no report to read: name a file, or - for standard input")
        }
        return ["-"]
    }

}

/// What every command that works on reports in parallel takes.
struct JobsOption: ParsableArguments {
    @Option(help: ArgumentHelp("Worker threads (default: one a processor).", valueName: "n"))
    var jobs: Int?

    func resolvedJobs() throws -> Int {
        guard let jobs else { return ProcessInfo.processInfo.activeProcessorCount }
        guard (1...256).contains(jobs) else { throw ValidationError("--jobs \(jobs): expected 1 to 256") }
        return jobs
    }
}

/// Where the knowledge and the model are; all are found by themselves in an installed program.
struct ResourceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The Data folder (default: ENTENTE_DATA, or beside the program).", valueName: "folder"))
    var data: String?

    @Option(help: ArgumentHelp("The spaCy model's folder (default: the one that was installed).", valueName: "folder"))
    var model: String?

    @Option(help: ArgumentHelp("Where compiled forms are kept (default: XDG_CACHE_HOME).", valueName: "folder"))
    var cache: String?

    /// - Parameters:
    ///   - own: the lexicon option of a command that codes.
    ///   - actors: the dictionaries of a command that codes.
    func resources(_ own: LexiconOption? = nil, _ actors: ActorOptions? = nil) -> Resources {
        Resources(
            data: data, model: model, cache: cache, lexicon: own?.lexicon,
            actors: (actors?.actors ?? []) + (actors?.actorsOnly ?? []),
            isActorsOnly: actors?.actorsOnly.isEmpty == false, hasPeople: actors?.noPeople != true)
    }
}

/// What commands take that code: dictionaries of actors.
struct ActorOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A dictionary of actors of your own, asked before the built-in one; may be given several times.",
            valueName: "file"))
    var actors: [String] = []

    @Option(
        help: ArgumentHelp(
            "The same, instead of the built-in countries, groups and people.", valueName: "file"))
    var actorsOnly: [String] = []

    @Flag(help: "Leave the people's files out: the text alone says who holds which office.")
    var noPeople = false
}

/// What commands take whose answers come from the lexicon: code, explain, relate, lint-lexicon.
struct LexiconOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A lexicon folder of your own: it adds to the lexicon's entries or replaces them.", valueName: "folder"))
    var lexicon: String?
}
