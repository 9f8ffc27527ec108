import Actors
import ArgumentParser
import Foundation
import Knowledge

struct ActorsCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find overlaps, gaps and impossible periods in dictionaries.",
        usage: "entente actors check [<options>] [<file> ...]",
        discussion: """
            Names, each with file and line: rows that cannot be read, periods that end before they begin, offices \
            of two countries at one time, offices that stand twice, an office that stops and begins again within \
            a year, names of two actors of one country, and codes that are not shaped as CAMEO's. Without a \
            file the program's own people are checked.

            Exit status 1 when there is anything to name. Not all of it need be wrong: people do return to an office.
            """)

    @Argument(help: "Dictionaries, in any format that import reads (default: the program's own people).")
    var files: [String] = []

    @Option(help: ArgumentHelp("The Data folder (default: ENTENTE_DATA, or beside the program).", valueName: "folder"))
    var data: String?

    func run() throws {
        var findings: [KnowledgeError] = []
        var count = 0
        let paths: [URL]
        do {
            paths = try files.isEmpty ? Self.people(data) : files.map { URL(fileURLWithPath: $0) }
        } catch {
            Console.shared.warn("\(error)")
            throw ExitStatus.couldNotRun
        }
        for path in paths {
            var records: [ActorRecord] = []
            do {
                try DictionaryFormat.read(path, faults: &findings) { records.append($0) }
            } catch {
                findings.append(
                    KnowledgeError(file: path.path, line: nil, "is not readable: expected a dictionary of actors"))
            }
            count += records.count
            findings += ActorCheck.findings(records)
        }
        for finding in findings { try StandardOutput.shared.write(Array("\(finding)\n".utf8)) }
        guard findings.isEmpty else { throw ExitStatus.someInputUnusable }
        Console.shared.write("entente: nothing wrong in \(count) actors")
    }

    private static func people(_ data: String?) throws -> [URL] {
        let folder = try Assembly(Resources(data: data)).dataLocation().file("actors", "people")
        return FileManifest([folder]).files
    }
}
