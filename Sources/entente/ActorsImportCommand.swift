import Actors
import ArgumentParser
import Foundation
import Knowledge

struct ActorsImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Turn dictionaries of other programs into Entente's own format.",
        usage: "entente actors import <file> ... > mine.txt",
        discussion: """
            Reads TABARI's and PETRARCH's dictionaries (actors, countries, agents), CSV and TSV with a header row \
            (name, code and any of aliases, alone, kind, sex, country, sector, role, from, until, checked), \
            JSON Lines, and Entente's own format. The format is told by the content. What it writes can be \
            edited, and used with --actors; so can the files themselves, without being imported.

            Exit status 1 when a line could not be used; each is named with its file and number.
            """)

    @Argument(help: "Dictionaries.")
    var files: [String]

    func run() throws {
        var isFaulty = false
        for path in files {
            var page: [UInt8] = []
            var faults: [KnowledgeError] = []
            var count = 0
            do {
                try DictionaryFormat.read(URL(fileURLWithPath: path), faults: &faults) { record in
                    ActorFileWriter.write(record, to: &page)
                    count += 1
                }
            } catch {
                Console.shared.problem("\(path): is not readable: expected a dictionary of actors")
                isFaulty = true
                continue
            }
            try StandardOutput.shared.write(page)
            for fault in faults { Console.shared.problem("\(fault)") }
            isFaulty = isFaulty || !faults.isEmpty
            let unused = faults.isEmpty ? "" : ", \(faults.count) of its lines not used"
            Console.shared.write("entente: \(path): \(count) actors\(unused)")
        }
        if isFaulty { throw ExitStatus.someInputUnusable }
    }
}
