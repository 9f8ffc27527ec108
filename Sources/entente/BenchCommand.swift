import Annotation
import ArgumentParser
import Intake

struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure the speed of parsing and coding on this machine.",
        usage: "entente bench [<options>] [<path> ...]",
        discussion: """
            Reads all reports into memory, works through them once untimed, then again until the \
            time is up, and prints tokens and sentences a second, the time to start, and peak \
            memory. Compare figures only within one run of Benchmarks/run: machines differ, and \
            shared ones drift.
            """)

    @OptionGroup var input: PathOptions

    @OptionGroup var workers: JobsOption

    @Flag(help: "Time coding as well as parsing.")
    var code = false

    @Flag(help: "Time the gazetteer and the reading of places instead, on one thread.")
    var places = false

    @Option(help: ArgumentHelp("Measure for at least so long.", valueName: "seconds"))
    var seconds = 3.0

    @Flag(help: "Write one line of JSON instead of a table.")
    var json = false

    @OptionGroup(title: "Resources") var resources: ResourceOptions

    func run() throws {
        let jobs = try workers.resolvedJobs()
        guard seconds >= 0 else { throw ValidationError("--seconds \(seconds): expected no less than 0") }
        let reader = ReportReader(paths: try input.resolvedPaths(), allowsEmpty: true) { Console.shared.report($0) }
        var reports: [Report] = []
        while let report = reader.next() { reports.append(report) }
        guard !reports.isEmpty else {
            Console.shared.warn("nothing to measure: no report could be read")
            throw ExitStatus.someInputUnusable
        }
        do {
            if places {
                let figures = try PlacesBenchmark(reports: reports, assembly: Assembly(resources.resources()))
                    .measure(seconds: seconds, json: json)
                return try StandardOutput.shared.write(Array(figures.utf8))
            }
            let benchmark = Benchmark(reports: reports, jobs: jobs, assembly: Assembly(resources.resources()))
            let figures = try benchmark.measure(codes: code, seconds: seconds)
            try StandardOutput.shared.write(Array((json ? figures.json : figures.table).utf8))
        } catch {
            Console.shared.warn("\(error)")
            throw ExitStatus.couldNotRun
        }
    }
}
