import Foundation
import Glibc

/// Standard output: the results, in whole records, and nothing else.
///
/// Unchecked because the descriptor is guarded by a lock that the compiler cannot see; the lock is Foundation's since
/// an interrupted run waits for it with a limit.
final class StandardOutput: @unchecked Sendable {
    /// The process has one standard output, so there is one of these.
    static let shared = StandardOutput()

    private let lock = NSLock()

    private init() {}

    /// Writes records that end where the bytes end. A closed pipe ends the program quietly with status 0.
    ///
    /// - Throws: `OutputError` when the bytes cannot be written.
    func write(_ bytes: [UInt8]) throws {
        try lock.withLock {
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
                if count >= 0 {
                    rest = rest.dropFirst(count)
                } else if errno == EPIPE {
                    _exit(ExitStatus.done.rawValue)
                } else if errno != EINTR {
                    throw OutputError(reason: String(cString: strerror(errno)))
                }
            }
        }
    }

    /// Writes the only output of a run and ends it.
    func finish(writing bytes: [UInt8]) -> Never {
        do {
            try write(bytes)
            exit(ExitStatus.done.rawValue)
        } catch {
            Console.shared.warn("\(error)")
            exit(ExitStatus.couldNotRun.rawValue)
        }
    }

    /// Keeps everybody else from writing: after this, what is on standard output ends with a whole record. Gives up
    /// after a second, when the reader does not take what is being written.
    func holdForEnd() { _ = lock.lock(before: Date(timeIntervalSinceNow: 1)) }
}

/// The results cannot be written.
struct OutputError: Error, CustomStringConvertible {
    var reason: String

    var description: String { "cannot write to standard output: \(reason.lowercased())" }
}
