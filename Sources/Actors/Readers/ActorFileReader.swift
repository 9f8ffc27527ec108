import Annotation
import Knowledge

/// Reads Entente's own format of dictionaries: an actor in the first column, its offices indented below.
///
///     Ali Shamkhani | Ali Shamkhany | Shamkhani | m
///         IRNGOV | secretary of the Supreme National Security Council | 2013-09-10 | 2023-05-22 | recalled
///
/// name | other whole names | names used alone | m, f, person, country, group, organization, agent or unknown; and code |
/// office | from | until | checked, of which the code alone must be there. `---` is the code of a name that stands for nobody.
/// `ActorNotation` tells how names are marked and characters escaped. It goes line by line, so that its size does not
/// matter.
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
            do throws(Malformed) {
                for record in try finished(record) { add(record) }
            } catch {
                faults.append(self.error(record.line, error.message))
            }
        }
        Lines.each(of: bytes) { number, line in
            guard let first = line.first(where: { !Lines.isSpace($0) }), first != UInt8(ascii: "#") else { return }
            let isTerm = line.first == 32 || line.first == 9
            do throws(Malformed) {
                if isTerm {
                    if isLeftOut { return }
                    guard current != nil else { throw Malformed("an indented line stands under no actor") }
                    current?.terms.append(try term(cells(line), number))
                } else {
                    finish(&faults)
                    isLeftOut = true
                    current = try actor(cells(line), number)
                    isLeftOut = false
                }
            } catch {
                faults.append(self.error(number, error.message))
            }
        }
        finish(&faults)
    }

    private func cells(_ line: Lines.Line) throws(Malformed) -> [ArraySlice<UInt8>] {
        guard line.count <= Lines.longest else { throw .tooLong(line.count) }
        guard line.allSatisfy({ $0 < 0x80 }) || String(validating: line, as: UTF8.self) != nil else { throw .notText }
        return ActorNotation.parts(line, at: UInt8(ascii: "|"))
    }

    private func actor(_ cells: [ArraySlice<UInt8>], _ line: Int) throws(Malformed) -> ActorRecord {
        guard (1...4).contains(cells.count), !cells[0].isEmpty else {
            throw Malformed("expected a name and up to 3 columns more, found \(cells.count) columns")
        }
        func list(_ i: Int, _ use: ActorRecord.Use) -> [ActorRecord.Name] {
            guard i < cells.count else { return [] }
            return ActorNotation.parts(cells[i], at: UInt8(ascii: ",")).filter { !$0.isEmpty }
                .map { ActorNotation.name($0, use) }
        }
        let word = cells.count > 3 ? ActorNotation.text(cells[3]) : ""
        guard let kind = ActorNotation.kinds.first(where: { $0.word == word }) else {
            throw Malformed(
                "expected m, f, person, country, group, organization, agent or unknown, found \(Lines.shown(word))")
        }
        return ActorRecord(
            names: [ActorNotation.name(cells[0], kind.use)] + list(1, kind.use) + list(2, .alone), kind: kind.kind,
            sex: kind.sex, terms: [], file: file, line: line)
    }

    private func term(_ cells: [ArraySlice<UInt8>], _ line: Int) throws(Malformed) -> ActorRecord.Term {
        guard (1...5).contains(cells.count) else {
            throw Malformed("expected a code and up to 4 columns more, found \(cells.count) columns")
        }
        func cell(_ i: Int) -> String { i < cells.count ? ActorNotation.text(cells[i]) : "" }
        let code = try CodeShape.read(cell(0))
        func bound(_ i: Int) -> Period.Bound? { cell(i).isEmpty ? .open : Period.Bound(cell(i)) }
        guard let from = bound(2), let until = bound(3) else {
            throw Malformed(
                "expected dates as 2013, 2013-09 or 2013-09-10, ? or -, found \(Lines.shown(cell(2))) and "
                    + Lines.shown(cell(3)))
        }
        let period = Period(from: from, until: until)
        if period.isImpossible {
            throw Malformed("the period ends before it begins: \(cell(2)) to \(cell(3))")
        }
        return ActorRecord.Term(code: code, role: cell(1), period: period, checked: cell(4), line: line)
    }

    /// What stands when the actor's lines have come to an end: an agent is one record a name, as each is a word by itself.
    private func finished(_ record: ActorRecord) throws(Malformed) -> [ActorRecord] {
        guard !record.terms.isEmpty else {
            throw Malformed("\(record.names[0].text) has no code: expected an indented line below")
        }
        guard record.names[0].use == .agent else { return [record] }
        if let other = record.terms.first(where: { !$0.code.isEmpty && !$0.code.hasPrefix("~") }) {
            throw Malformed("expected the code of an agent such as ~GOV, found \"\(other.code)\"")
        }
        return record.names.map { name in
            var one = record
            one.names = [name]
            return one
        }
    }

    private func error(_ line: Int, _ message: String) -> KnowledgeError {
        KnowledgeError(file: file, line: line, message)
    }
}
