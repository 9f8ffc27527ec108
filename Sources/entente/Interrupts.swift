import Foundation
import Glibc

/// Ends the run on Ctrl-C and SIGTERM between two records, not inside one.
///
/// The signals are blocked in every thread and one thread waits for them; it takes the output's lock and then lets the
/// signal kill the process, so that a shell sees what it sees of any interrupted program (status 130 and 143).
struct Interrupts {
    private var signals = sigset_t()

    init() { sigemptyset(&signals) }

    /// Called before any other thread starts, since threads inherit what is blocked.
    mutating func watch() {
        var isAnyWatched = false
        for number in [SIGINT, SIGTERM] where !isIgnored(number) {
            sigaddset(&signals, number)
            isAnyWatched = true
        }
        guard isAnyWatched else { return }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let watched = signals
        let thread = Thread {
            var watched = watched
            var caught: Int32 = 0
            guard sigwait(&watched, &caught) == 0 else { return }
            StandardOutput.shared.holdForEnd()
            Console.shared.show(bar: "")
            signal(caught, SIG_DFL)
            pthread_sigmask(SIG_UNBLOCK, &watched, nil)
            raise(caught)
        }
        thread.stackSize = 1 << 18
        thread.start()
    }

    /// `nohup` and shells that run a job in the background start it with the signal ignored; it stays so.
    private func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        sigaction(number, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }
}
