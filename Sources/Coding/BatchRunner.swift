package import Annotation
import Foundation

/// Runs reports through workers on several threads, giving the results back in the order of the reports.
///
/// Workers are threads, not tasks: oneDNN's thread count is a setting of the calling thread, and deep parse trees want a
/// large stack. A worker takes the next batch from the source itself, so nothing is read before somebody can work on it,
/// and at most `jobs + 2` batches exist at a time: memory does not grow with the number of reports. Jobs and limits never
/// show in the results.
package struct BatchRunner: Sendable {
    /// Worker threads.
    package var jobs: Int
    package var limits: BatchLimits

    package init(jobs: Int, limits: BatchLimits = .standard) {
        self.jobs = max(1, jobs)
        self.limits = limits
    }

    /// Works through all reports; returns when every result has been consumed.
    ///
    /// - Parameters:
    ///   - next: the source; called by one worker at a time, on that worker's thread, until it gives nil.
    ///   - makeWorker: called on a thread when it has its first batch, so idle threads cost nothing.
    ///   - consume: called on the caller's thread with each batch's result and how many reports it is of.
    /// - Throws: what `makeWorker` or `consume` threw. Then the source is not asked again, but a worker may still be
    ///   inside it or inside a batch, whose result is dropped.
    package func run<Output: Sendable>(
        _ next: sending @escaping () -> Report?,
        makeWorker: @escaping @Sendable () throws -> any ReportWorker<Output>,
        consume: (_ result: Output, _ reports: Int) throws -> Void
    ) throws {
        let exchange = BatchExchange<Output>(next, limits: limits, window: jobs + 2)
        defer { exchange.stop() }
        for _ in 0..<jobs {
            let thread = Thread { exchange.work(makeWorker) }
            thread.stackSize = 16 << 20
            exchange.enter()
            thread.start()
        }
        while let batch = try exchange.nextResult() { try consume(batch.output, batch.reports) }
    }
}

/// Where the workers and the consumer meet.
///
/// Unchecked because the compiler cannot see its two locks: `source` is touched under `intake` alone, everything else
/// under `state`.
private final class BatchExchange<Output: Sendable>: @unchecked Sendable {
    struct Finished {
        var output: Output
        var reports: Int
    }

    private let limits: BatchLimits
    private let window: Int

    private let intake = NSLock()
    private var source: (() -> Report?)?

    private let state = NSCondition()
    private var finished: [Int: Finished] = [:]
    private var taken = 0
    private var consumed = 0
    private var workers = 0
    private var failure: (any Error)?
    private var isStopped = false

    init(_ source: @escaping () -> Report?, limits: BatchLimits, window: Int) {
        self.source = source
        self.limits = limits
        self.window = window
    }

    /// Counts a worker; before its thread starts, so that the consumer never finds none and gives up.
    func enter() { state.withLock { workers += 1 } }

    func stop() {
        state.withLock {
            isStopped = true
            state.broadcast()
        }
    }

    // MARK: - On the consumer's thread

    /// Waits for the next batch in order; nil when all are consumed.
    func nextResult() throws -> Finished? {
        try state.withLock {
            while true {
                if let failure { throw failure }
                if let next = finished.removeValue(forKey: consumed) {
                    consumed += 1
                    state.broadcast()
                    return next
                }
                if workers == 0 { return nil }
                state.wait()
            }
        }
    }

    // MARK: - On a worker's thread

    func work(_ makeWorker: () throws -> any ReportWorker<Output>) {
        defer {
            state.withLock {
                workers -= 1
                state.broadcast()
            }
        }
        do {
            var worker: (any ReportWorker<Output>)?
            while let (number, reports) = takeBatch() {
                let ready = try worker ?? makeWorker()
                worker = ready
                let result = Finished(output: ready.process(reports), reports: reports.count)
                state.withLock {
                    finished[number] = result
                    state.broadcast()
                }
            }
        } catch {
            state.withLock {
                failure = failure ?? error
                isStopped = true
                state.broadcast()
            }
        }
    }

    /// The next batch and its number; nil at the end of the source or of the run.
    private func takeBatch() -> (number: Int, reports: [Report])? {
        intake.withLock {
            guard let source, waitForRoom() else { return nil }
            var reports: [Report] = []
            var bytes = 0
            while reports.count < limits.reports, bytes < limits.bytes {
                guard let report = source() else {
                    self.source = nil
                    break
                }
                bytes += report.text.count
                reports.append(report)
            }
            if reports.isEmpty { return nil }
            return state.withLock {
                defer { taken += 1 }
                return (taken, reports)
            }
        }
    }

    /// Waits until the consumer is near enough; false when the run is over.
    private func waitForRoom() -> Bool {
        state.withLock {
            while !isStopped, taken - consumed >= window { state.wait() }
            return !isStopped
        }
    }
}
