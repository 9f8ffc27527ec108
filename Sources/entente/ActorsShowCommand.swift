import Actors
import Annotation
import ArgumentParser
import Formats
import Foundation

struct ActorsShowCommand: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case table, jsonl }

    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Say who a name stands for, with code, role and period.",
        usage: "entente actors show [<options>] <name> ...",
        discussion: """
            With - names are read from standard input, one a line, each with a tab and a date of its own \
            where it has one. jsonl is a line for each match: name, asked, code, country, sectors, role, \
            from, until, evidence.

            Exit status 1 when a name is unknown.

            Examples:
              entente actors show "Ali Shamkhani" --on 2021-01-27
              entente actors show Kremlin "Boko Haram" --format jsonl
            """)

    @Argument(help: "Names, or - for standard input.")
    var names: [String]

    @Option(help: ArgumentHelp("On this day: YYYY-MM-DD (default: all that is known).", valueName: "date"))
    var on: String?

    @Option(help: "How answers are written.")
    var format = Format.table

    @Option(help: "Colour in tables.")
    var color = ColorChoice.auto

    @Option(help: ArgumentHelp("The Data folder (default: ENTENTE_DATA, or beside the program).", valueName: "folder"))
    var data: String?

    @Option(help: ArgumentHelp("Where compiled forms are kept (default: XDG_CACHE_HOME).", valueName: "folder"))
    var cache: String?

    @OptionGroup(title: "Resources") var actors: ActorOptions

    func run() throws {
        let date = try on.map { text in
            guard let date = CivilDate(text) else {
                throw ValidationError("--on \"\(text)\" is not a date: expected YYYY-MM-DD")
            }
            return date
        }
        let knowledge: ActorKnowledge
        do {
            knowledge = try Assembly(resources).loadActors()
        } catch {
            Console.shared.warn("\(error)")
            throw ExitStatus.couldNotRun
        }
        for fault in knowledge.faults { Console.shared.problem("\(fault)") }
        let writer = ActorAnswerWriter(look: Terminal.look(color: color))
        var isUnknown = !knowledge.faults.isEmpty
        func answer(_ name: String, _ date: CivilDate?) throws {
            let answers = knowledge.answers(to: name, on: date)
            if answers.isEmpty {
                Console.shared.warn("no actor is called \"\(name)\"")
                isUnknown = true
            }
            var page: [UInt8] = []
            switch format {
            case .table: writer.writeTable(answers, to: &page)
            case .jsonl: for answer in answers { writer.writeLine(answer, to: &page) }
            }
            try StandardOutput.shared.write(page)
        }
        for name in names {
            guard name == "-" else {
                try answer(name, date)
                continue
            }
            var number = 0
            while let line = readLine() {
                number += 1
                let cells = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
                guard let name = cells.first, !name.isEmpty else { continue }
                let own = cells.count > 1 ? CivilDate(cells[1]) : nil
                if cells.count > 1, !cells[1].isEmpty, own == nil {
                    Console.shared.problem("line \(number): \"\(cells[1])\" is not a date: expected YYYY-MM-DD")
                    isUnknown = true
                    continue
                }
                try answer(String(name), own ?? date)
            }
        }
        if isUnknown { throw ExitStatus.someInputUnusable }
    }

    private var resources: Resources {
        Resources(
            data: data, cache: cache, actors: actors.actors + actors.actorsOnly,
            isActorsOnly: !actors.actorsOnly.isEmpty, hasPeople: !actors.noPeople)
    }
}
