import Annotation
import Foundation
import Knowledge

/// The program's tables of countries, towns and groups as records.
enum ActorTables {
    /// code | names | people and adjective | capital or seat | metonyms | region | from | until
    static func readCountries(_ table: TextTable, _ add: (ActorRecord) -> Void) throws {
        for row in table.rows {
            let code = row.text(0)
            guard code.utf8.count == 3 else {
                throw table.error(row, "expected a code of three letters, found \"\(code)\"")
            }
            guard !row.list(1).isEmpty else { throw table.error(row, "expected a name for \(code)") }
            let names: [ActorRecord.Name] =
                row.list(1).map { .init($0, .country) }
                + row.list(2).flatMap { [.init($0, .people), .init($0 + "s", .people)] }
                + row.list(3).map { .init($0, .capital) } + row.list(4).map { .init($0, .seat) }
            add(
                ActorRecord(
                    names: names, kind: .country,
                    terms: [.init(code: code + "GOV", period: try period(row, 6, table), line: row.line)],
                    file: table.name, line: row.line))
        }
    }

    /// code of the country | names
    static func readTowns(_ table: TextTable, _ add: (ActorRecord) -> Void) throws {
        for row in table.rows {
            guard row.text(0).utf8.count == 3 else {
                throw table.error(row, "expected a code of three letters, found \"\(row.text(0))\"")
            }
            for name in row.list(1) {
                add(
                    ActorRecord(
                        names: [.init(name, .town)], kind: .country, terms: [.init(code: row.text(0), line: row.line)],
                        file: table.name, line: row.line))
            }
        }
    }

    /// code | names | kind | country | from | until
    static func readGroups(_ table: TextTable, file: String, _ add: (ActorRecord) -> Void) throws {
        for row in table.rows {
            let names = row.list(1)
            guard !names.isEmpty else { throw table.error(row, "expected a name") }
            let kind: Actor.Kind
            switch row.text(2) {
            case "armed", "party", "people": kind = .group
            case "state", "igo", "ngo", "company", "media": kind = .organization
            default: throw table.error(row, "unknown kind \"\(row.text(2))\"")
            }
            add(
                ActorRecord(
                    names: names.map { .init($0, row.text(2) == "people" ? .people : .body) }, kind: kind,
                    terms: [.init(code: row.text(0), period: try period(row, 4, table), line: row.line)], file: file,
                    line: row.line))
        }
    }

    private static func period(_ row: TextTable.Row, _ column: Int, _ table: TextTable) throws -> Period {
        guard !row.text(column).isEmpty || !row.text(column + 1).isEmpty else { return .always }
        let (begin, end) = (row.text(column), row.text(column + 1))
        guard let from = Period.Bound(begin), let until = Period.Bound(end) else {
            throw table.error(
                row, "expected dates as 1994, 1994-09 or 1994-09-27, ? or -, found \"\(begin)\" and \"\(end)\"")
        }
        return Period(from: from, until: until)
    }
}
