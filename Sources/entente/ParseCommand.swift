import ArgumentParser

struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Write the tokens, tags, syntax and names of texts.",
        usage: "entente parse [<options>] [<path> ...]",
        discussion: """
            One line of JSON a text: tokens with tag, pos, morph, lemma, dep, head and sent_start, \
            and entities. Offsets are Unicode code points, heads are token indices.
            """)

    @OptionGroup var input: PathOptions

    @Flag(help: "End sentences where paragraphs end, as 'code' does; spaCy lets them run on.")
    var paragraphs = false

    @OptionGroup var workers: JobsOption

    @OptionGroup(title: "Resources") var resources: ResourceOptions

    func run() throws {
        let paths = try input.resolvedPaths()
        let jobs = try workers.resolvedJobs()
        let assembly = Assembly(resources.resources())
        try Run(paths: paths, jobs: jobs, allowsEmpty: true).work {
            ParseWorker(base: try assembly.parsingWorker(byParagraph: paragraphs))
        }
    }
}
