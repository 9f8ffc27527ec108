package import Annotation

/// Turns coded reports into the bytes of one format.
///
/// A report's bytes depend on that report alone, so writers run on any thread and in any order, and an output is the
/// concatenation of its reports' bytes.
package protocol ReportWriter: Sendable {
    /// Appends one report.
    func write(_ report: CodedReport, to output: inout [UInt8])
}

/// The formats that can be written today.
package enum ReportFormat: String, CaseIterable, Sendable {
    /// For reading on a terminal.
    case table
    /// The record of the report, indented.
    case json
    /// The same record, one line a report.
    case jsonl

    /// - Parameters:
    ///   - filter: which events are written.
    ///   - terminal: how wide the table is and whether it has colour; the records ignore it.
    package func writer(filter: EventFilter, terminal: TerminalLook) -> any ReportWriter {
        switch self {
        case .table: TableWriter(filter: filter, look: terminal)
        case .json: RecordWriter(.indented, filter: filter)
        case .jsonl: RecordWriter(.compact, filter: filter)
        }
    }
}
