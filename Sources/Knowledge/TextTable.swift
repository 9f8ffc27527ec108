package import Foundation

/// A table of plain text that people edit: one row a line, columns parted by `|`, `#` at the start of a line for a
/// comment. Indented lines are notes to the row above them (the examples of a lexicon entry).
package struct TextTable: Sendable {
    /// One row with the place it came from.
    package struct Row: Sendable {
        /// Counted from 1.
        package var line: Int
        /// The columns without the white space around them; never empty, single columns may be.
        package var columns: [String]
        /// The indented lines under the row, without their indent.
        package var notes: [(line: Int, text: String)]

        /// The values of a column that lists several, parted by commas.
        package func list(_ column: Int) -> [String] {
            guard column < columns.count, !columns[column].isEmpty else { return [] }
            return columns[column].utf8.split(separator: UInt8(ascii: ",")).map { Bytes.trimmed($0) }
                .filter { !$0.isEmpty }
        }

        /// The text of a column, "" when the row is shorter.
        package func text(_ column: Int) -> String { column < columns.count ? columns[column] : "" }
    }

    /// The file's name, for messages and rules ("accuse.txt").
    package let name: String
    package let rows: [Row]

    /// Reads a file.
    ///
    /// - Parameter columns: how many columns a row may have.
    /// - Throws: `KnowledgeError` when the file cannot be read or a row has too few or too many columns.
    package init(file: URL, columns: ClosedRange<Int>) throws {
        guard let data = try? Data(contentsOf: file) else {
            throw KnowledgeError(file: file.path, line: nil, "is not readable")
        }
        try self.init(name: file.lastPathComponent, bytes: Array(data), columns: columns)
    }

    /// Reads a table that is in memory.
    package init(name: String, bytes: [UInt8], columns: ClosedRange<Int>) throws {
        var faults: [KnowledgeError] = []
        self.init(name: name, bytes: bytes, columns: columns, faults: &faults)
        if let first = faults.first { throw first }
    }

    /// Reads a table, leaving out what is no row and telling of it in `faults`.
    package init(name: String, bytes: [UInt8], columns: ClosedRange<Int>, faults: inout [KnowledgeError]) {
        self.name = name
        var rows: [Row] = []
        var isRowLeftOut = false
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let text = Bytes.trimmed(line)
            if text.isEmpty || text.utf8.first == UInt8(ascii: "#") { continue }
            if let first = line.first, first == 32 || first == 9 {
                if isRowLeftOut { continue }
                guard !rows.isEmpty else {
                    faults.append(KnowledgeError(file: name, line: number, "an indented line stands under no row"))
                    continue
                }
                rows[rows.count - 1].notes.append((number, text))
                continue
            }
            let cells = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
                .map { Bytes.trimmed($0) }
            isRowLeftOut = !columns.contains(cells.count)
            if isRowLeftOut {
                let (few, many) = (columns.lowerBound, columns.upperBound)
                let expected = few == many ? "\(few)" : "\(few) to \(many)"
                faults.append(
                    KnowledgeError(file: name, line: number, "expected \(expected) columns, found \(cells.count)"))
                continue
            }
            rows.append(Row(line: number, columns: cells, notes: []))
        }
        self.rows = rows
    }

    /// An error about one row.
    package func error(_ row: Row, _ message: String) -> KnowledgeError {
        KnowledgeError(file: name, line: row.line, message)
    }
}

/// A fault in the knowledge files: told to the user as `file:line: what was expected`.
package struct KnowledgeError: Error, CustomStringConvertible, Equatable, Comparable {
    package let file: String
    package let line: Int?
    package let message: String

    package init(file: String, line: Int?, _ message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    /// - Parameter origin: "accuse.txt:12".
    package init(origin: String, _ message: String) {
        let colon = origin.lastIndex(of: ":") ?? origin.endIndex
        self.init(file: String(origin[..<colon]), line: Int(origin[colon...].dropFirst()), message)
    }

    /// By file, line and message.
    package static func < (a: KnowledgeError, b: KnowledgeError) -> Bool {
        (a.file, a.line ?? 0, a.message) < (b.file, b.line ?? 0, b.message)
    }

    package var description: String {
        line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)"
    }
}

/// Small work on bytes: tables are read as the program starts, so nothing here goes through Foundation.
enum Bytes {
    static func trimmed(_ bytes: some BidirectionalCollection<UInt8>) -> String {
        func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }
        var slice = bytes[...]
        while let first = slice.first, isSpace(first) { slice = slice.dropFirst() }
        while let last = slice.last, isSpace(last) { slice = slice.dropLast() }
        return String(decoding: slice, as: UTF8.self)
    }
}
