import ArgumentParser
import Formats

struct CodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Code the events of reports.",
        usage: "entente code [<options>] [<path> ...]",
        discussion: """
            A text file is one report. JSON Lines hold one report a line: {"id", "text"} and any of \
            published, title, url, publisher, language. Input of another extension, and standard \
            input, is read by what it begins with.

            json is the record of each report, indented, one after the other; jsonl is one line a report.

            Examples:
              entente code report.txt --published 2021-01-27
              entente code reports.jsonl --format jsonl > events.jsonl
            """)

    @OptionGroup var input: PathOptions

    @OptionGroup var workers: JobsOption

    @Option(help: ArgumentHelp("When reports that do not say so were published: YYYY-MM-DD.", valueName: "date"))
    var published: String?

    @Option(help: "How results are written.")
    var format = ReportFormat.table

    @Option(help: ArgumentHelp("Write only these PLOVER types: ACCUSE,PROTEST or comment.", valueName: "list"))
    var types: String?

    @Option(
        help: ArgumentHelp(
            "Write only events of this standing: actual, historical, future, hypothetical, negated.",
            valueName: "list"))
    var standing: String?

    @Option(help: ArgumentHelp("Write only events this sure, 0 to 1.", valueName: "x"))
    var minConfidence = 0.0

    @Option(help: "Colour in tables.")
    var color = ColorChoice.auto

    @OptionGroup(title: "Resources") var resources: ResourceOptions

    @OptionGroup(title: "Resources") var own: LexiconOption

    @OptionGroup(title: "Resources") var actors: ActorOptions

    func run() throws {
        let request = try CodeRequest(self)
        let writer = request.format.writer(filter: request.filter, terminal: request.look)
        let assembly = Assembly(request.resources)
        try Run(paths: request.paths, published: request.published, jobs: request.jobs).work {
            CodeWorker(base: try assembly.codingWorker(), writer: writer)
        }
    }
}

extension ReportFormat: ExpressibleByArgument {}
