import Annotation
import Knowledge

/// Reads a table with a header row (CSV or TSV).
///
/// Columns, in any order and any letters: name, aliases, alone (both parted by `;` or `|`), kind, sex, code, country, sector,
/// role, from, until, checked. A name, and a code or a country or sector, are needed; others may be absent, and columns of
/// other names are passed over. Rows of one name are terms of one actor, wherever they stand; records come in the order of
/// their first rows.
struct ActorTableReader {
    let file: String
    let separator: UInt8

    func read(_ bytes: UnsafeRawBufferPointer, faults: inout [KnowledgeError], _ add: (ActorRecord) -> Void) {
        var work = Work(file: file)
        DelimitedRows(separator: separator).each(of: bytes) { line, row in work.read(row, line) }
        work.finish(add)
        faults += work.faults
    }
}

/// Which cell of a row holds what.
private struct TableHeader {
    enum Column: String, CaseIterable {
        case name, aliases, alone, kind, sex, code, country, sector, role, from, until, checked
    }

    let width: Int
    private var places: [Column: Int] = [:]

    init(_ cells: [String]) throws(Malformed) {
        width = cells.count
        for (i, cell) in cells.enumerated() {
            guard let column = Column(rawValue: cell.lowercased()) else { continue }
            if places.updateValue(i, forKey: column) != nil {
                throw Malformed("expected each column once, found \(column.rawValue) twice")
            }
        }
        guard places[.name] != nil, places[.code] != nil || places[.country] != nil || places[.sector] != nil else {
            let found = Lines.shown(cells.joined(separator: ", "))
            throw Malformed("expected a header with the columns name and code (or country, sector), found \(found)")
        }
    }

    /// Empty where the table has no such column or the row ends before it.
    func text(_ column: Column, of row: [String]) -> String {
        guard let place = places[column], place < row.count else { return "" }
        return row[place]
    }

    func list(_ column: Column, of row: [String]) -> [String] {
        text(column, of: row).split { $0 == ";" || $0 == "|" }.map { Lines.cleaned($0) }.filter { !$0.isEmpty }
    }
}

/// A table that is being read.
private struct Work {
    let file: String
    private(set) var faults: [KnowledgeError] = []
    private var header: TableHeader?
    /// The header could not be read: nobody knows what the rows are.
    private var isLeftOut = false
    private var actors: [StatedActor] = []
    private var places: [String: Int] = [:]

    init(file: String) { self.file = file }

    mutating func read(_ row: Result<[String], Malformed>, _ line: Int) {
        if isLeftOut { return }
        do throws(Malformed) {
            let cells = try row.get()
            guard let header else {
                if cells.first?.hasPrefix("#") ?? false { return }
                isLeftOut = true
                self.header = try TableHeader(cells)
                isLeftOut = false
                return
            }
            guard cells.count <= header.width else {
                throw Malformed("expected \(header.width) columns as in the header, found \(cells.count)")
            }
            try take(try actor(cells, header, line))
        } catch {
            faults.append(KnowledgeError(file: file, line: line, error.message))
        }
    }

    private func actor(_ row: [String], _ header: TableHeader, _ line: Int) throws(Malformed) -> StatedActor {
        func text(_ column: TableHeader.Column) -> String { header.text(column, of: row) }
        var actor = try StatedActor(name: text(.name), line: line)
        actor.aliases = header.list(.aliases, of: row)
        actor.alone = header.list(.alone, of: row)
        actor.kind = try StatedActor.kind(text(.kind))
        actor.sex = try StatedActor.sex(text(.sex))
        try actor.addTerm(
            code: text(.code), country: text(.country), sector: text(.sector), role: text(.role), from: text(.from),
            until: text(.until), checked: text(.checked), line: line)
        return actor
    }

    private mutating func take(_ actor: StatedActor) throws(Malformed) {
        if let place = places[actor.name] {
            try actors[place].merge(actor)
        } else {
            places[actor.name] = actors.count
            actors.append(actor)
        }
    }

    mutating func finish(_ add: (ActorRecord) -> Void) {
        for actor in actors {
            do throws(Malformed) {
                for record in try actor.records(file: file) { add(record) }
            } catch {
                faults.append(KnowledgeError(file: file, line: actor.line, error.message))
            }
        }
    }
}
