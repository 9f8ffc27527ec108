/// An input that could not be used, told to the user in one line; the others go on.
package struct InputProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path as it was given; "-" for standard input.
    package var input: String
    /// In a file of many reports, counted from 1.
    package var line: Int?
    /// What is wrong and what was expected, in lower case.
    package var reason: String

    package init(input: String, line: Int? = nil, reason: String) {
        self.input = input
        self.line = line
        self.reason = reason
    }

    /// "reports.jsonl:12: no text: expected {"text": ...}".
    package var description: String {
        let name = input == "-" ? "standard input" : input
        return "\(name):\(line.map { "\($0):" } ?? "") \(reason)"
    }
}
