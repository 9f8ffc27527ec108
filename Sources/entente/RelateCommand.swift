import Annotation
import ArgumentParser
import Coding
import Formats
import Linguistics

struct RelateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relate",
        abstract: "Say what one marked party did to another.",
        usage: "entente relate [<options>] [<path> ...]",
        discussion: """
            Reads JSON Lines {"id", "text", "source": {"start", "end"}, "target": {"start", "end"}} with \
            offsets in Unicode code points; source or target may be null, for any party. Writes a line \
            {"id", "plover", "type", "cameo", "quad", "confidence", "rule"} for each: the best answer \
            there is, null where nothing relates them. plover is the type by the published table, type by \
            the manual.
            """)

    @OptionGroup var input: PathOptions

    @OptionGroup var workers: JobsOption

    @OptionGroup(title: "Resources") var resources: ResourceOptions

    @OptionGroup(title: "Resources") var own: LexiconOption

    @OptionGroup(title: "Resources") var actors: ActorOptions

    func run() throws {
        let paths = try input.resolvedPaths()
        let jobs = try workers.resolvedJobs()
        let assembly = Assembly(resources.resources(own, actors))
        try Run(paths: paths, jobs: jobs).work {
            RelateWorker(
                parser: try assembly.parsingWorker(byParagraph: false), coder: try assembly.loadCoder(),
                backstop: try assembly.loadBackstop())
        }
    }
}

/// Parses, relates and writes on the worker's thread.
private struct RelateWorker: ReportWorker {
    let parser: any ReportWorker<[Document]>
    let coder: Coder
    let backstop: Backstop?
    private let writer = RelationWriter()

    func process(_ reports: [Report]) -> RenderedBatch {
        var batch = RenderedBatch()
        for (report, document) in zip(reports, parser.process(reports)) {
            guard let marked = report.marked else {
                batch.problems.append("\(report.id): marks no parties; expected \"source\" and \"target\"")
                continue
            }
            let relation = coder.relate(document, marked, published: report.published, backstop: backstop)
            writer.write(relation, id: report.id, to: &batch.bytes)
        }
        return batch
    }
}
