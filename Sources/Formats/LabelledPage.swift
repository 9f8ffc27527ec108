/// A page of labels in one column and what is said of them in another, wrapped under itself.
struct LabelledPage {
    /// Columns of the page.
    let width: Int
    /// Where the second column begins.
    let indent: Int
    private let colour: Bool
    private(set) var bytes: [UInt8] = []

    /// - Parameter widest: longer lines than this are hard to follow back to the next one.
    init(look: TerminalLook, indent: Int, widest: Int = 100) {
        width = min(look.width, widest)
        self.indent = indent
        colour = look.hasColour
    }

    mutating func blank() { bytes.append(UInt8(ascii: "\n")) }

    /// Text over the whole width.
    mutating func paragraph(_ text: StyledText) { row([], text, at: 0) }

    mutating func entry(_ label: String, _ text: StyledText) {
        // An id may be longer than the column.
        row([(0, StyledText(label, .dim))], text, at: max(indent, label.count + 1))
    }

    /// More about the label above.
    mutating func more(_ text: StyledText) { row([], text, at: indent) }

    /// Cells at their columns, then text that wraps at a column of its own. No line ends in spaces.
    mutating func row(_ cells: [(column: Int, text: StyledText)], _ text: StyledText, at indent: Int) {
        var reached = 0
        func fill(to column: Int) {
            bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, column - reached)))
        }
        for cell in cells where !cell.text.isEmpty {
            fill(to: cell.column)
            cell.text.write(to: &bytes, colour: colour)
            reached = max(reached, cell.column) + cell.text.width
        }
        let lines = text.wrapped(to: width - indent)
        for line in lines {
            fill(to: indent)
            line.write(to: &bytes, colour: colour)
            bytes.append(UInt8(ascii: "\n"))
            reached = 0
        }
        if lines.isEmpty { blank() }
    }
}
