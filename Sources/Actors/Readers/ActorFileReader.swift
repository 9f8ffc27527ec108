import Annotation
import Knowledge

/// Reads Entente's own format of dictionaries: an actor in the first column, its offices indented below.
///
///     Ali Shamkhani | Ali Shamkhany | Shamkhani | m
///         IRNGOV | secretary of the Supreme National Security Council | 2013-09-10 | 2023-05-22 | recalled
///
/// name | other whole names | names used alone | m, f, person, country, group, organization or agent; and code | office | from |
/// until | checked, of which the code alone must be there. It goes line by line, so that its size does not matter.
struct ActorFileReader {
    /// As evidence names it: "people/asia.txt".
    let file: String

    func read(
        _ bytes: UnsafeRawBufferPointer, faults: inout [KnowledgeError], _ add: (ActorRecord) -> Void
    ) {
        var current: ActorRecord?
        var isLeftOut = false
        func finish(_ faults: inout [KnowledgeError]) {
            guard let record = current else { return }
            current = nil
            if record.terms.isEmpty {
                faults.append(error(record.line, "\(record.names[0].text) has no code: expected an indented line below"))
            } else {
                add(record)
            }
        }
        Lines.each(of: bytes) { number, line in
            guard let first = line.first(where: { $0 != 32 && $0 != 9 && $0 != 13 }), first != UInt8(ascii: "#") else {
                return
            }
            let cells = Lines.cells(line)
            if line.first == 32 || line.first == 9 {
                if isLeftOut { return }
                guard current != nil else {
                    faults.append(error(number, "an indented line stands under no actor"))
                    return
                }
                if let term = term(cells, number, &faults) { current?.terms.append(term) }
                return
            }
            finish(&faults)
            current = actor(cells, number, &faults)
            isLeftOut = current == nil
        }
        finish(&faults)
    }

    private func actor(_ cells: [String], _ line: Int, _ faults: inout [KnowledgeError]) -> ActorRecord? {
        guard (1...4).contains(cells.count), !cells[0].isEmpty else {
            faults.append(error(line, "expected a name and up to 3 columns more, found \(cells.count) columns"))
            return nil
        }
        func cell(_ i: Int) -> String { i < cells.count ? cells[i] : "" }
        func list(_ i: Int) -> [String] {
            cell(i).split(separator: ",").map { Lines.trimmed($0.utf8) }.filter { !$0.isEmpty }
        }
        let kind: Actor.Kind
        var sex = ActorRecord.Sex.unknown
        var use = ActorRecord.Use.body
        switch cell(3) {
        case "m": (kind, sex, use) = (.person, .male, .person)
        case "f": (kind, sex, use) = (.person, .female, .person)
        case "person", "": (kind, use) = (.person, .person)
        case "country": (kind, use) = (.country, .country)
        case "group": kind = .group
        case "organization", "organisation": kind = .organization
        case "agent": (kind, use) = (.unknown, .agent)
        default:
            faults.append(
                error(line, "expected m, f, person, country, group, organization or agent, found \"\(cell(3))\""))
            return nil
        }
        let names = ([cell(0)] + list(1)).map { ActorRecord.Name($0, use) } + list(2).map { .init($0, .alone) }
        return ActorRecord(names: names, kind: kind, sex: sex, terms: [], file: file, line: line)
    }

    private func term(_ cells: [String], _ line: Int, _ faults: inout [KnowledgeError]) -> ActorRecord.Term? {
        guard (1...5).contains(cells.count) else {
            faults.append(error(line, "expected a code and up to 4 columns more, found \(cells.count) columns"))
            return nil
        }
        func cell(_ i: Int) -> String { i < cells.count ? cells[i] : "" }
        let code = cells[0]
        guard code.utf8.allSatisfy({ (65...90).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "~") }) else {
            faults.append(error(line, "expected a code of capitals such as IRNGOV, found \"\(code)\""))
            return nil
        }
        func bound(_ i: Int) -> Period.Bound? { cell(i).isEmpty ? .open : Period.Bound(cell(i)) }
        guard let from = bound(2), let until = bound(3) else {
            faults.append(
                error(line, "expected dates as 2013, 2013-09 or 2013-09-10, ? or -, found \"\(cell(2))\" and \"\(cell(3))\""))
            return nil
        }
        let period = Period(from: from, until: until)
        if period.isImpossible {
            faults.append(error(line, "the period ends before it begins: \(cell(2)) to \(cell(3))"))
            return nil
        }
        return ActorRecord.Term(code: code, role: cell(1), period: period, checked: cell(4), line: line)
    }

    private func error(_ line: Int, _ message: String) -> KnowledgeError {
        KnowledgeError(file: file, line: line, message)
    }
}
