import Intake

/// How far a long run has come, for a person who watches; draws nothing for a short run or without a terminal.
struct ProgressBar {
    /// A run is long when it has not ended after this.
    private static let patience = Duration.seconds(1)
    private static let pause = Duration.milliseconds(100)

    private let progress: IntakeProgress
    private let isShown = Terminal.canShowProgress
    private let start = ContinuousClock.now
    private var drawn = ContinuousClock.now
    private var reports = 0

    init(_ progress: IntakeProgress) { self.progress = progress }

    mutating func advance(by count: Int) {
        reports += count
        guard isShown else { return }
        let now = ContinuousClock.now
        guard now - start > ProgressBar.patience, now - drawn > ProgressBar.pause else { return }
        drawn = now
        let rate = Int(Double(reports) / ((now - start) / Duration.seconds(1)))
        Console.shared.show(bar: bar + "\(reports) reports, \(rate) a second")
    }

    func clear() { Console.shared.show(bar: "") }

    private var bar: String {
        guard let fraction = progress.fraction else { return "" }
        let full = Int(fraction * 20)
        let percent = Int(fraction * 100)
        return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: 20 - full) + "] \(percent) %  "
    }
}
