package import Annotation

/// Writes the events of a report for a person to read.
///
/// A heading names the report; each event takes a row (what, from, to, when, standing) with its CAMEO codes under the
/// names, the words it was read from under that, and where it happened and who said so last.
package struct TableWriter: ReportWriter {
    private let filter: EventFilter
    private let look: TerminalLook

    package init(filter: EventFilter = EventFilter(), look: TerminalLook) {
        self.filter = filter
        self.look = look
    }

    package func write(_ coded: CodedReport, to output: inout [UInt8]) {
        var page = TablePage(look: look)
        let events = coded.events.filter(filter.passes)
        heading(of: coded, &page)
        if events.isEmpty {
            page.line(StyledText(nothingFound(in: coded)))
            page.blank()
        } else {
            page.blank()
            page.row(TablePage.headings.map { [StyledText($0, .dim)] })
            for event in events {
                EventRow(event: event, coded: coded).write(to: &page)
                page.blank()
            }
        }
        output.append(contentsOf: page.bytes)
    }

    private func heading(of coded: CodedReport, _ page: inout TablePage) {
        let report = coded.report
        var name = StyledText(report.id, .bold)
        if let published = report.published { name.append(" · \(published)") }
        if let publisher = report.publisher { name.append(" · \(publisher)") }
        page.paragraph(name)
        if let title = report.title { page.paragraph(StyledText(title)) }
    }

    private func nothingFound(in coded: CodedReport) -> String {
        switch coded.events.count {
        case 0: "no event found"
        case 1: "no event to show: the one that was coded does not pass the filter"
        case let count: "no event to show: none of the \(count) that were coded passes the filter"
        }
    }
}

/// A page of aligned columns that grows line by line.
struct TablePage {
    static let headings = ["EVENT", "FROM", "TO", "WHEN", "STANDING"]
    static let gap = 2

    private(set) var bytes: [UInt8] = []
    /// Columns of the page.
    let width: Int
    /// Columns of each of `headings`.
    let columns: [Int]
    private let colour: Bool

    init(look: TerminalLook) {
        colour = look.hasColour
        // Longer lines than this are hard to follow back to the next one.
        width = min(look.width, 140)
        let (event, when, standing) = (11, 10, 12)
        let names = (width - event - when - standing - 4 * TablePage.gap) / 2
        columns = [event, min(names, 40), min(names, 40), when, standing]
    }

    /// Where the words of an event begin: under the second column.
    var indent: Int { columns[0] + TablePage.gap }

    mutating func blank() { bytes.append(UInt8(ascii: "\n")) }

    mutating func line(_ text: StyledText) {
        text.write(to: &bytes, colour: colour)
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Text over the whole width.
    mutating func paragraph(_ text: StyledText) {
        for line in text.wrapped(to: width) { self.line(line) }
    }

    /// Cells side by side; each is its lines, already wrapped. No line ends in spaces.
    mutating func row(_ cells: [[StyledText]]) {
        for i in 0..<(cells.map(\.count).max() ?? 0) {
            var column = 0
            var reached = 0
            for (cell, width) in zip(cells, columns) {
                if i < cell.count, !cell[i].isEmpty {
                    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, column - reached)))
                    cell[i].write(to: &bytes, colour: colour)
                    reached = column + cell[i].width
                }
                column += width + TablePage.gap
            }
            bytes.append(UInt8(ascii: "\n"))
        }
    }

    /// Lines under the second column, the first with a label under the first column when it fits there.
    mutating func indented(_ lines: [StyledText], label: StyledText = StyledText()) {
        for (i, line) in lines.enumerated() {
            let label = i == 0 && label.width <= columns[0] ? label : StyledText()
            label.write(to: &bytes, colour: colour)
            bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent - label.width))
            self.line(line)
        }
    }
}
