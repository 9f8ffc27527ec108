/// The rows of a file of comma- or tab-separated values (RFC 4180): quoted cells may hold separators, line breaks and
/// doubled quotes.
struct DelimitedRows {
    let separator: UInt8

    /// Calls `body` with the number of the line that each row begins in, and its cells or why there are none. Blank lines
    /// are passed over.
    ///
    /// A quote that is never closed costs its line alone, and from there on none reaches over a line's end: the rows below
    /// are read, and no byte is looked at more than twice.
    func each(of bytes: UnsafeRawBufferPointer, _ body: (Int, Result<[String], Malformed>) -> Void) {
        var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var line = 1
        var reachesOver = true
        while at < bytes.count {
            var row = Row(start: at, line: line)
            var outcome = row.read(bytes, separator, reachesOver: reachesOver)
            if case .failure = outcome, reachesOver, row.line > line {
                reachesOver = false
                row = Row(start: at, line: line)
                outcome = row.read(bytes, separator, reachesOver: false)
            }
            if case .success(let cells) = outcome, cells.allSatisfy(\.isEmpty) {
                // A blank line.
            } else {
                body(line, outcome)
            }
            at = row.at
            line = row.line
        }
    }

    /// A row that is being read.
    private struct Row {
        let start: Int
        /// The next byte, and the line that it stands in.
        var at: Int
        var line: Int

        init(start: Int, line: Int) {
            self.start = start
            self.at = start
            self.line = line
        }

        /// Reads to the end of the row, also when it fails.
        mutating func read(
            _ bytes: UnsafeRawBufferPointer, _ separator: UInt8, reachesOver: Bool
        ) -> Result<[String], Malformed> {
            var cells: [String] = []
            var cell: [UInt8] = []
            var failure: Malformed?
            func finishCell() {
                if let text = String(validating: cell, as: UTF8.self) {
                    cells.append(Lines.cleaned(text))
                } else {
                    failure = failure ?? .notText
                }
                cell.removeAll(keepingCapacity: true)
            }
            while at < bytes.count, bytes[at] != 10 {
                let byte = bytes[at]
                if at - start > Lines.longest {
                    failure = failure ?? Malformed("expected a row of at most \(Lines.longest) bytes, found more")
                    at += 1
                } else if byte == separator {
                    finishCell()
                    at += 1
                } else if byte == UInt8(ascii: "\""), cell.allSatisfy(Lines.isSpace) {
                    cell.removeAll(keepingCapacity: true)
                    at += 1
                    if !readQuoted(bytes, &cell, reachesOver: reachesOver) {
                        failure = failure ?? Malformed("expected a closing quotation mark, found none")
                    } else if !isAtCellEnd(bytes, separator) {
                        // Often the opening mark of another cell, where the one before was never closed.
                        failure = failure ?? Malformed("expected the end of the cell behind its quotation mark")
                    }
                } else {
                    cell.append(byte)
                    at += 1
                }
            }
            finishCell()
            if at < bytes.count {
                at += 1
                line += 1
            }
            return failure.map { .failure($0) } ?? .success(cells)
        }

        private func isAtCellEnd(_ bytes: UnsafeRawBufferPointer, _ separator: UInt8) -> Bool {
            var next = at
            while next < bytes.count, bytes[next] != separator, Lines.isSpace(bytes[next]) { next += 1 }
            return next == bytes.count || bytes[next] == separator || bytes[next] == 10
        }

        /// Reads a quoted cell from behind its opening quote to behind its closing one.
        private mutating func readQuoted(
            _ bytes: UnsafeRawBufferPointer, _ cell: inout [UInt8], reachesOver: Bool
        ) -> Bool {
            let begin = at
            while at < bytes.count, at - begin <= Lines.longest {
                let byte = bytes[at]
                if byte == UInt8(ascii: "\"") {
                    guard at + 1 < bytes.count, bytes[at + 1] == byte else {
                        at += 1
                        return true
                    }
                    at += 1
                } else if byte == 10 {
                    if !reachesOver { return false }
                    line += 1
                }
                cell.append(byte)
                at += 1
            }
            return false
        }
    }
}
