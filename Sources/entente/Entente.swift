import ArgumentParser

@main
struct Entente: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entente", abstract: "Who did what to whom, and who said so.")
}
