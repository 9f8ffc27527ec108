package import Synchronization

/// How far the reading has come; written by the reader, read by whoever shows it.
package final class IntakeProgress: Sendable {
    package let bytesRead = Atomic<Int>(0)
    /// The size of all inputs together; nil when one of them is a pipe.
    package let bytesTotal: Int?

    package init(bytesTotal: Int?) { self.bytesTotal = bytesTotal }

    /// 0 to 1, nil where the end is not known.
    package var fraction: Double? {
        guard let bytesTotal, bytesTotal > 0 else { return nil }
        return min(1, Double(bytesRead.load(ordering: .relaxed)) / Double(bytesTotal))
    }
}
