import Glibc
import Intake
import Synchronization

/// Standard error: messages, one line each, and under them a progress bar when a person watches.
final class Console: Sendable {
    /// The process has one standard error, so there is one of these.
    static let shared = Console()

    private struct State {
        var bar = ""
        var problems = 0
    }

    private let state = Mutex(State())

    private init() {}

    /// How many inputs could not be used.
    var problems: Int { state.withLock { $0.problems } }

    /// Names an input that could not be used.
    func report(_ problem: InputProblem) {
        self.problem("\(problem)")
    }

    /// Tells of an input that could be read and yet not be used as was asked.
    func problem(_ message: String) {
        state.withLock { $0.problems += 1 }
        warn(message)
    }

    func warn(_ message: String) { write("entente: \(message)") }

    func write(_ text: String) {
        state.withLock { state in
            put((state.bar.isEmpty ? "" : "\r\u{1B}[K") + Console.safe(text) + "\n" + state.bar)
        }
    }

    /// Shows a line that the next one replaces; "" takes it away.
    func show(bar: String) {
        state.withLock { state in
            if bar.isEmpty, state.bar.isEmpty { return }
            state.bar = bar
            put("\r\u{1B}[K" + bar)
        }
    }

    /// File names and dates in messages may hold anything; a terminal gets no control characters from them.
    private static func safe(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { ($0.value < 0x20 && $0 != "\n") || $0.value == 0x7F }) else {
            return text
        }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            clean.append((scalar.value < 0x20 && scalar != "\n") || scalar.value == 0x7F ? "\u{FFFD}" : scalar)
        }
        return String(clean)
    }

    /// A standard error that is gone is no reason to stop.
    private func put(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return }
            rest = rest.dropFirst(count)
        }
    }
}
