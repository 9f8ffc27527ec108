import Annotation
import Coding
import Formats

/// A batch as it will stand on standard output, and what the coder has to say about it.
struct RenderedBatch: Sendable {
    var bytes: [UInt8] = []
    /// One line each.
    var messages: [String] = []
}

/// Codes and writes on the worker's thread, so that the consumer only passes bytes on.
struct CodeWorker: ReportWorker {
    let base: any ReportWorker<[CodedReport]>
    let writer: any ReportWriter

    func process(_ reports: [Report]) -> RenderedBatch {
        var batch = RenderedBatch()
        for (report, coded) in zip(reports, base.process(reports)) {
            // What the reading had to mend was told when it was read.
            for found in coded.diagnostics { batch.messages.append("\(report.id): \(found.message)") }
            var coded = coded
            coded.diagnostics = report.diagnostics + coded.diagnostics
            writer.write(coded, to: &batch.bytes)
        }
        return batch
    }
}

/// Parses and writes on the worker's thread.
struct ParseWorker: ReportWorker {
    let base: any ReportWorker<[Document]>
    private let writer = ParseWriter()

    init(base: any ReportWorker<[Document]>) { self.base = base }

    func process(_ reports: [Report]) -> RenderedBatch {
        var batch = RenderedBatch()
        for (report, document) in zip(reports, base.process(reports)) {
            writer.write(document, id: report.id, to: &batch.bytes)
        }
        return batch
    }
}
