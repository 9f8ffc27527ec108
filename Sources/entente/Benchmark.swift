import Annotation
import Coding
import Foundation
import Linguistics

/// Measures the pipeline over reports that are in memory: every thread has its own share and works through it once
/// untimed, which fills the caches as a long run has them; then all begin together and repeat it.
struct Benchmark: Sendable {
    /// Reports handed to the parser at once.
    private static let batch = 64

    let reports: [Report]
    let jobs: Int
    let assembly: Assembly

    /// - Parameters:
    ///   - codes: whether events are coded too, or texts only parsed.
    ///   - seconds: every thread works at least so long, and through its share at least once.
    func measure(codes: Bool, seconds: Double) throws -> BenchmarkFigures {
        let clock = ContinuousClock()
        let start = clock.now
        _ = try assembly.loadEngine().makeWorker().parse([reports[0].text])
        var figures = BenchmarkFigures(jobs: jobs, startUp: (clock.now - start) / .seconds(1))
        let gate = StartingGate(runners: jobs)
        for job in 0..<jobs {
            let thread = Thread { gate.run { try self.work(job, codes: codes, seconds: seconds, at: gate) } }
            thread.stackSize = 16 << 20
            thread.start()
        }
        for share in try gate.results() { figures.add(share) }
        return figures
    }

    private func work(_ job: Int, codes: Bool, seconds: Double, at gate: StartingGate) throws -> BenchmarkFigures.Share
    {
        let worker = try assembly.loadEngine().makeWorker()
        let coder = codes ? try assembly.loadCoder() : nil
        let own = stride(from: job, to: reports.count, by: jobs).map { reports[$0] }
        _ = pass(own, worker, coder)
        gate.wait()
        let clock = ContinuousClock()
        let start = clock.now
        var share = BenchmarkFigures.Share()
        repeat {
            share.add(pass(own, worker, coder))
            share.seconds = (clock.now - start) / .seconds(1)
        } while share.seconds < seconds && !own.isEmpty
        return share
    }

    private func pass(_ reports: [Report], _ worker: LanguageWorker, _ coder: Coder?) -> BenchmarkFigures.Share {
        var share = BenchmarkFigures.Share()
        for first in Swift.stride(from: 0, to: reports.count, by: Benchmark.batch) {
            let part = reports[first..<min(first + Benchmark.batch, reports.count)]
            for (report, document) in zip(part, worker.parse(part.map(\.text), byParagraph: coder != nil)) {
                share.tokens += document.tokens.count
                share.sentences += document.sentences.count
                share.events += coder?.code(report, document).events.count ?? 0
            }
        }
        return share
    }
}

/// Where the benchmark's threads wait for each other, and leave what they measured.
///
/// Unchecked because the compiler cannot see that everything is touched under the condition's lock.
private final class StartingGate: @unchecked Sendable {
    private let condition = NSCondition()
    private let runners: Int
    private var waiting = 0
    private var finished: [Result<BenchmarkFigures.Share, any Error>] = []

    init(runners: Int) { self.runners = runners }

    /// Returns when all runners wait here or have failed.
    func wait() {
        condition.withLock {
            waiting += 1
            condition.broadcast()
            while waiting < runners { condition.wait() }
        }
    }

    func run(_ body: () throws -> BenchmarkFigures.Share) {
        let result = Result { try body() }
        condition.withLock {
            // One that failed before the gate must not keep the others there.
            if case .failure = result { waiting = runners }
            finished.append(result)
            condition.broadcast()
        }
    }

    func results() throws -> [BenchmarkFigures.Share] {
        try condition.withLock {
            while finished.count < runners { condition.wait() }
            return try finished.map { try $0.get() }
        }
    }
}
