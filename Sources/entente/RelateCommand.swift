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

    @OptionGroup var input: InputOptions

    @OptionGroup(title: "Resources") var resources: ResourceOptions

    func run() throws {
        let paths = try input.resolvedPaths()
        let jobs = try input.resolvedJobs()
        let assembly = Assembly(resources.resources)
        try Run(paths: paths, jobs: jobs).work {
            RelateWorker(
                parser: try assembly.parsingWorker(), coder: try assembly.loadCoder(),
                vectors: try assembly.loadEngine().vectors)
        }
    }
}

/// Parses, relates and writes on the worker's thread.
private struct RelateWorker: ReportWorker {
    let parser: any ReportWorker<[Document]>
    let coder: Coder
    let vectors: any WordVectors
    private let writer = RelationWriter()

    init(parser: any ReportWorker<[Document]>, coder: Coder, vectors: any WordVectors) {
        self.parser = parser
        self.coder = coder
        self.vectors = vectors
    }

    func process(_ reports: [Report]) -> RenderedBatch {
        var batch = RenderedBatch()
        for (report, document) in zip(reports, parser.process(reports)) {
            let marked = report.marked ?? MarkedPair(source: nil, target: nil)
            writer.write(coder.relate(document, marked, vectors: vectors), id: report.id, to: &batch.bytes)
        }
        return batch
    }
}
