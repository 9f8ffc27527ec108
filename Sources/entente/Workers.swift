import Annotation
import Coding
import Formats

/// A batch as it will stand on standard output, and what could not be done with it.
struct RenderedBatch: Sendable {
    var bytes: [UInt8] = []
    /// One line each; each counts as input that could not be used.
    var problems: [String] = []
}

/// Codes and writes on the worker's thread, so that the consumer only passes bytes on.
struct CodeWorker: ReportWorker {
    let base: any ReportWorker<[CodedReport]>
    let writer: any ReportWriter

    func process(_ reports: [Report]) -> RenderedBatch {
        var batch = RenderedBatch()
        for coded in base.process(reports) { writer.write(coded, to: &batch.bytes) }
        return batch
    }
}

/// Parses and writes on the worker's thread.
struct ParseWorker: ReportWorker {
    let base: any ReportWorker<[Document]>
    private let writer = ParseWriter()

    func process(_ reports: [Report]) -> RenderedBatch {
        var batch = RenderedBatch()
        for (report, document) in zip(reports, base.process(reports)) {
            writer.write(document, id: report.id, to: &batch.bytes)
        }
        return batch
    }
}
