import Annotation
import ArgumentParser
import Formats

/// What a `code` command line means, checked and complete.
struct CodeRequest: Sendable {
    var paths: [String]
    var published: CivilDate?
    var format: ReportFormat
    var filter: EventFilter
    var look: TerminalLook
    var jobs: Int
    var resources: Resources

    /// - Throws: `ValidationError` naming the option, what it holds and what was expected.
    init(_ typed: CodeCommand) throws {
        paths = try typed.input.resolvedPaths()
        jobs = try typed.workers.resolvedJobs()
        published = try typed.published.map(CodeRequest.date)
        format = typed.format
        filter = EventFilter(
            kinds: try typed.types.map(CodeRequest.kinds), standing: try typed.standing.map(CodeRequest.standing),
            minConfidence: typed.minConfidence)
        guard (0...1).contains(filter.minConfidence) else {
            throw ValidationError("--min-confidence \(filter.minConfidence): expected a number from 0 to 1")
        }
        look = Terminal.look(color: typed.color)
        resources = typed.resources.resources(typed.own, typed.actors)
    }

    static func date(_ text: String) throws -> CivilDate {
        guard let date = CivilDate(text) else {
            throw ValidationError("--published \"\(text)\" is not a date: expected YYYY-MM-DD")
        }
        return date
    }

    private static func kinds(_ list: String) throws -> Set<EventFilter.Kind> {
        try items(list, option: "--types", expected: PloverType.allCases.map(\.rawValue) + ["comment"]) {
            EventFilter.Kind($0)
        }
    }

    private static func standing(_ list: String) throws -> Set<Standing> {
        try items(list, option: "--standing", expected: Standing.allCases.map(\.rawValue)) {
            Standing(rawValue: $0.lowercased())
        }
    }

    /// A list separated by commas.
    private static func items<Item: Hashable>(
        _ list: String, option: String, expected: [String], _ read: (String) -> Item?
    ) throws -> Set<Item> {
        var items: Set<Item> = []
        for part in list.split(separator: ",", omittingEmptySubsequences: false) {
            let name = String(part.drop { $0 == " " })
            guard let item = read(name) else {
                throw ValidationError("\(option) \"\(name)\": expected \(expected.joined(separator: ", "))")
            }
            items.insert(item)
        }
        return items
    }
}
