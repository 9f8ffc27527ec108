import ArgumentParser

/// What the launcher calls as the last step of a set-up; of no use to anybody else.
struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: "Prepare the language model.", shouldDisplay: false,
        subcommands: [Compile.self])

    struct Compile: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "compile",
            abstract: "Compile the model's folder into its cached form, and check the knowledge.")

        @OptionGroup(title: "Resources") var resources: ResourceOptions

        func run() throws {
            do {
                _ = try Assembly(resources.resources()).loadCoder()
            } catch {
                Console.shared.warn("\(error)")
                throw ExitStatus.couldNotRun
            }
        }
    }
}
