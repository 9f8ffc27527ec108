import ArgumentParser

struct ActorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actors",
        abstract: "Look actors up, check dictionaries, bring your own.",
        subcommands: [ActorsShowCommand.self, ActorsImportCommand.self, ActorsCheckCommand.self])
}
