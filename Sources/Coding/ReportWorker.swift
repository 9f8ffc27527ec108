package import Annotation

/// Works through reports on one thread; holds the scratch memory that the work reuses.
///
/// The output of a report must not depend on the reports beside it, so that batches may be cut anywhere.
package protocol ReportWorker<Output> {
    associatedtype Output: Sendable

    /// - Parameter reports: one batch, never empty.
    func process(_ reports: [Report]) -> Output
}

/// How many reports are handed to a worker at once.
package struct BatchLimits: Hashable, Sendable {
    /// A batch is closed when it holds so many reports,
    package var reports: Int
    /// or so many bytes of text.
    package var bytes: Int

    /// Large enough to fill the matrix products of the parser, small enough to keep memory constant and workers busy.
    package static let standard = BatchLimits(reports: 64, bytes: 100_000)

    package init(reports: Int, bytes: Int) {
        self.reports = max(1, reports)
        self.bytes = bytes
    }
}
