import ArgumentParser
import Coding
import Glibc

/// The program: reads the words of the command line and gives the run its exit status.
@main
struct Entente: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entente",
        abstract: "Who did what to whom, and who said so.",
        discussion: """
            Reads news reports and writes down their events by PLOVER and CAMEO: what was done, \
            by whom, to whom, when and where, who said so, and the words that say it.

            Exit status: 0 done, 1 some input could not be used, 2 wrong usage, 3 the run could not start or go on.
            """,
        version: EntenteVersion.current,
        subcommands: [
            CodeCommand.self, ParseCommand.self, ExplainCommand.self, RelateCommand.self, OntologyCommand.self,
            ActorsCommand.self, PlacesCommand.self, LintLexiconCommand.self, BenchCommand.self, ModelCommand.self,
            TrainCommand.self,
        ])

    static func main() {
        // A reader that has seen enough closes the pipe: that ends the run at the next write, it does not kill it.
        signal(SIGPIPE, SIG_IGN)
        var interrupts = Interrupts()
        interrupts.watch()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let status as ExitStatus {
            Glibc.exit(status.rawValue)
        } catch {
            end(with: error)
        }
    }

    /// Help goes to standard output, a mistake to standard error: one line, and where to read more.
    private static func end(with error: any Error) -> Never {
        guard exitCode(for: error) != .success else {
            StandardOutput.shared.finish(writing: Array((fullMessage(for: error) + "\n").utf8))
        }
        let message = message(for: error)
        let mistake = message.prefix(1).lowercased() + message.dropFirst()
        Console.shared.write("entente: \(mistake)\nsee 'entente --help' or 'entente code --help'")
        Glibc.exit(ExitStatus.usage.rawValue)
    }
}

/// How a run ends; scripts rely on the numbers.
enum ExitStatus: Int32, Error {
    case done = 0
    /// Some input could not be used; each was named and the rest done.
    case someInputUnusable = 1
    case usage = 2
    /// No model, no data, no place to write to.
    case couldNotRun = 3
}
