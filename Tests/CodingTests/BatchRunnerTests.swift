import Annotation
import Coding
import Foundation
import Synchronization
import Testing

/// Gives back the ids of a batch, after a pause that differs from batch to batch.
private struct EchoWorker: ReportWorker {
    func process(_ reports: [Report]) -> [String] {
        let pause = reports.reduce(0) { $0 &* 31 &+ $1.text.count } % 3
        if pause > 0 { Thread.sleep(forTimeInterval: Double(pause) / 1000) }
        return reports.map(\.id)
    }
}

private struct Trouble: Error {}

struct BatchRunnerTests {
    /// `count` reports of different lengths.
    private func source(_ count: Int) -> () -> Report? {
        var next = 0
        return {
            guard next < count else { return nil }
            defer { next += 1 }
            return Report(id: "\(next)", text: Array(repeating: 97, count: next % 7))
        }
    }

    @Test(arguments: [1, 2, 5], [BatchLimits(reports: 1, bytes: 10), BatchLimits(reports: 8, bytes: 20), .standard])
    func theOrderIsTheInputs(jobs: Int, limits: BatchLimits) throws {
        var ids: [String] = []
        var reports = 0
        try BatchRunner(jobs: jobs, limits: limits).run(source(300), makeWorker: { EchoWorker() }) {
            ids += $0
            reports += $1
        }
        #expect(ids == (0..<300).map(String.init))
        #expect(reports == 300)
    }

    @Test func noReportNeedsNoWorker() throws {
        let made = Atomic<Int>(0)
        try BatchRunner(jobs: 4).run(
            { nil },
            makeWorker: { () throws -> EchoWorker in
                made.add(1, ordering: .relaxed)
                return EchoWorker()
            }, consume: { _, _ in Issue.record("there is nothing to consume") })
        #expect(made.load(ordering: .relaxed) == 0)
    }

    @Test func oneBatchNeedsOneWorker() throws {
        let made = Atomic<Int>(0)
        try BatchRunner(jobs: 4).run(
            source(20),
            makeWorker: { () throws -> EchoWorker in
                made.add(1, ordering: .relaxed)
                return EchoWorker()
            }, consume: { _, _ in })
        #expect(made.load(ordering: .relaxed) == 1)
    }

    @Test func aWorkerThatCannotStartEndsTheRun() {
        #expect(throws: Trouble.self) {
            try BatchRunner(jobs: 3).run(
                source(100), makeWorker: { () throws -> EchoWorker in throw Trouble() }, consume: { _, _ in })
        }
    }

    @Test func aConsumerThatStopsEndsTheRun() {
        #expect(throws: Trouble.self) {
            try BatchRunner(jobs: 3, limits: BatchLimits(reports: 1, bytes: 1)).run(
                source(100_000), makeWorker: { EchoWorker() }, consume: { _, _ in throw Trouble() })
        }
    }

    @Test func readsNoFurtherAheadThanItsWindow() throws {
        let read = Atomic<Int>(0)
        var consumed = 0
        var furthest = 0
        let next = {
            let number = read.add(1, ordering: .relaxed).newValue
            return number > 200 ? nil : Report(id: "\(number)", text: [97])
        }
        try BatchRunner(jobs: 2, limits: BatchLimits(reports: 1, bytes: 1)).run(
            { next() }, makeWorker: { EchoWorker() },
            consume: { _, _ in
                furthest = max(furthest, read.load(ordering: .relaxed) - consumed)
                consumed += 1
                Thread.sleep(forTimeInterval: 0.001)
            })
        #expect(consumed == 200)
        // Two workers and a window of four, and the one that is being consumed.
        #expect(furthest <= 6)
    }
}
