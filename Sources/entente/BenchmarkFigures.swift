import Glibc

/// What a benchmark measured, and how it is written.
struct BenchmarkFigures: Sendable {
    /// One thread's work.
    struct Share: Sendable {
        var tokens = 0
        var sentences = 0
        var events = 0
        var seconds = 0.0

        mutating func add(_ other: Share) {
            tokens += other.tokens
            sentences += other.sentences
            events += other.events
        }
    }

    let jobs: Int
    /// Seconds from the start of loading to the first parsed report.
    let startUp: Double
    private(set) var total = Share()
    private(set) var tokensPerSecond = 0.0
    private(set) var sentencesPerSecond = 0.0

    init(jobs: Int, startUp: Double) {
        self.jobs = jobs
        self.startUp = startUp
    }

    /// Adds a thread: rates add up, and the longest time counts.
    mutating func add(_ share: Share) {
        guard share.seconds > 0 else { return }
        total.add(share)
        total.seconds = max(total.seconds, share.seconds)
        tokensPerSecond += Double(share.tokens) / share.seconds
        sentencesPerSecond += Double(share.sentences) / share.seconds
    }

    /// One line; `seconds` is such that tokens / seconds is the rate of all threads together.
    var json: String {
        let seconds = tokensPerSecond > 0 ? Double(total.tokens) / tokensPerSecond : 0
        return """
            {"tokens":\(total.tokens),"sentences":\(total.sentences),"events":\(total.events),"seconds":\(seconds),\
            "tokens_per_second":\(tokensPerSecond),"sentences_per_second":\(sentencesPerSecond),"jobs":\(jobs),\
            "start_seconds":\(startUp),"peak_megabytes":\(Self.peakMegabytes)}

            """
    }

    var table: String {
        let rows = [
            ("tokens a second", "\(Int(tokensPerSecond))"), ("sentences a second", "\(Int(sentencesPerSecond))"),
            ("workers", "\(jobs)"), ("loading and first report", "\(Int(startUp * 1000)) ms"),
            ("peak memory", "\(Int(Self.peakMegabytes)) MB"),
        ]
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { $0.0 + String(repeating: " ", count: width - $0.0.count + 2) + $0.1 + "\n" }.joined()
    }

    private static var peakMegabytes: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_maxrss) / 1024
    }
}
