package import Annotation

/// Reads reports one after the other from many inputs, holding no more than one of them in memory.
///
/// An input that cannot be used is told to `problem` and skipped; the others follow. Not thread-safe: one caller at a
/// time, on whatever thread.
package final class ReportReader {
    package let progress: IntakeProgress
    private var paths: ArraySlice<String>
    private let published: CivilDate?
    private let allowsEmpty: Bool
    private let problem: (InputProblem) -> Void
    private var lines: JSONLinesReader?

    /// - Parameters:
    ///   - paths: in the order of reading; "-" is standard input.
    ///   - published: the date of every report that names none itself.
    ///   - allowsEmpty: whether a report without words is a report (to parse) or a problem (to code).
    ///   - problem: called during `next()`, in the order of the inputs.
    package init(
        paths: [String], published: CivilDate? = nil, allowsEmpty: Bool = false,
        problem: @escaping (InputProblem) -> Void
    ) {
        self.paths = paths[...]
        self.published = published
        self.allowsEmpty = allowsEmpty
        self.problem = problem
        let sizes = paths.map { InputKind(path: $0) == nil ? 0 : ByteSource.size(of: $0) }
        progress = IntakeProgress(bytesTotal: sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) })
    }

    /// The next report; nil when all inputs are read.
    package func next() -> Report? {
        while true {
            do {
                if let lines {
                    if let report = try lines.next(published: published, allowsEmpty: allowsEmpty) {
                        return tellMended(report, input: lines.path, line: lines.number)
                    }
                    self.lines = nil
                }
                guard let path = paths.popFirst() else { return nil }
                if let report = try open(path) { return tellMended(report, input: path, line: nil) }
            } catch {
                if error.line == nil { lines = nil }
                problem(error)
            }
        }
    }

    /// A report that could only be read in part is used, and its input named among the problems all the same.
    private func tellMended(_ report: Report, input: String, line: Int?) -> Report {
        for diagnostic in report.diagnostics {
            problem(InputProblem(input: input, line: line, reason: diagnostic.message))
        }
        return report
    }

    /// The report of a text file; nil when the path holds many reports, which `lines` then gives.
    private func open(_ path: String) throws(InputProblem) -> Report? {
        do throws(Refusal) {
            guard let kind = InputKind(path: path) else {
                throw Refusal(reason: "is of a kind that is not read; expected text (.txt) or JSON Lines (.jsonl)")
            }
            let source = try ByteSource(path: path, progress: progress)
            if try kind.isJSONLines(source) {
                lines = JSONLinesReader(path: path, source: source)
                return nil
            }
            let (text, diagnostic) = try TextDecoding.decode(try source.rest())
            guard allowsEmpty || !Report.isBlank(text) else {
                throw Refusal(reason: "is empty; expected the text of a report")
            }
            return Report(id: path, published: published, text: text, diagnostics: diagnostic.map { [$0] } ?? [])
        } catch {
            throw InputProblem(input: path, reason: error.reason)
        }
    }
}

extension Report {
    /// Whether a text holds nothing but ASCII white space.
    static func isBlank(_ text: [UInt8]) -> Bool {
        text.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }
}

/// How an input is read, by the extension of its path.
enum InputKind {
    case text
    case jsonLines
    /// No extension that says it: by the first characters.
    case byContent

    /// Nil for a kind that would only be misread as text.
    init?(path: String) {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
            self = .byContent
            return
        }
        switch name[dot...].lowercased() {
        case ".txt", ".text": self = .text
        case ".jsonl", ".ndjson", ".json": self = .jsonLines
        case ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".warc", ".gz", ".bz2", ".xz", ".zst", ".zip", ".pdf",
            ".doc", ".docx", ".odt", ".rtf", ".csv", ".tsv":
            return nil
        default: self = .byContent
        }
    }

    /// Whether the input is JSON Lines: it says so, or begins with an object's brace and a name in quotes.
    func isJSONLines(_ source: ByteSource) throws(Refusal) -> Bool {
        switch self {
        case .text: return false
        case .jsonLines: return true
        case .byContent:
            var start = try source.peek(256)
            if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
            let marks = start.lazy.filter { $0 != 0x20 && !(0x09...0x0D).contains($0) }.prefix(2)
            return marks.elementsEqual("{\"".utf8)
        }
    }
}
