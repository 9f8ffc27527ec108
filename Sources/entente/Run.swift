import Annotation
import Coding
import Intake

/// One pass over the inputs: reads, works, writes, and says at the end whether all could be used.
struct Run {
    var paths: [String]
    var published: CivilDate?
    var jobs: Int
    var allowsEmpty = false

    /// - Throws: the `ExitStatus` of a run that is not simply done.
    func work(_ makeWorker: @escaping @Sendable () throws -> any ReportWorker<RenderedBatch>) throws {
        let reader = ReportReader(paths: paths, published: published, allowsEmpty: allowsEmpty) {
            Console.shared.report($0)
        }
        var bar = ProgressBar(reader.progress)
        do {
            try BatchRunner(jobs: jobs).run({ reader.next() }, makeWorker: makeWorker) { batch, reports in
                for problem in batch.problems { Console.shared.problem(problem) }
                try StandardOutput.shared.write(batch.bytes)
                bar.advance(by: reports)
            }
        } catch {
            bar.clear()
            Console.shared.warn("\(error)")
            throw ExitStatus.couldNotRun
        }
        bar.clear()
        if Console.shared.problems > 0 { throw ExitStatus.someInputUnusable }
    }
}
