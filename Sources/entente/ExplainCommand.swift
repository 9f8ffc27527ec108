import Annotation
import ArgumentParser
import Coding
import Formats

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say in words how the events of reports came about.",
        usage: "entente explain [<options>] [<path> ...]",
        discussion: """
            Codes the reports and prints, for each event, its words, the lines of the lexicon that were \
            matched, why these parties, this date and this standing, and who says so. Ids are those of \
            entente code --format json; the first few letters of one are enough.
            """)

    @OptionGroup var input: PathOptions

    @Option(help: ArgumentHelp("Only the event with this id.", valueName: "id"))
    var event: String?

    @Option(help: ArgumentHelp("When reports that do not say so were published: YYYY-MM-DD.", valueName: "date"))
    var published: String?

    @Option(help: "Colour.")
    var color = ColorChoice.auto

    @OptionGroup(title: "Resources") var resources: ResourceOptions

    @OptionGroup(title: "Resources") var own: LexiconOption

    @OptionGroup(title: "Resources") var actors: ActorOptions

    func run() throws {
        let paths = try input.resolvedPaths()
        let date = try published.map(CodeRequest.date)
        let assembly = Assembly(resources.resources(own, actors))
        let look = Terminal.look(color: color)
        let wanted = event
        try Run(paths: paths, published: date, jobs: 1).work {
            let coder = try assembly.loadCoder()
            let data = try assembly.dataLocation()
            let writer = ExplanationWriter(
                sources: .init(line: { Coder.line($0, data: data) }, name: { coder.name(of: $0) }), look: look)
            return ExplainWorker(base: try assembly.codingWorker(), writer: writer, event: wanted)
        }
    }
}

private struct ExplainWorker: ReportWorker {
    let base: any ReportWorker<[CodedReport]>
    let writer: ExplanationWriter
    let event: String?

    func process(_ reports: [Report]) -> RenderedBatch {
        var batch = RenderedBatch()
        for coded in base.process(reports) {
            let chosen = coded.events.filter { event.map($0.id.hasPrefix) ?? true }
            if coded.events.isEmpty { Console.shared.warn("\(coded.report.id): tells of no event") }
            if let event, chosen.isEmpty, !coded.events.isEmpty {
                let known = coded.events.map(\.id).joined(separator: ", ")
                batch.problems.append(
                    "\(coded.report.id): no event \"\(event)\"; expected one of \(known)")
            }
            for event in chosen { writer.write(event, of: coded, to: &batch.bytes) }
        }
        return batch
    }
}
