import Annotation
import Knowledge

/// Reads the dictionaries of actors and agents of TABARI and PETRARCH.
///
///     JANE_DOE_ [USAGOV 930120-010120] [USA]
///     +J._DOE
///         [USALEG <930120]               codes may stand below the name
///     MINISTER_OF_JUSTICE [~GOV]         an agent, with its regular plural
///
/// Each form of an agent becomes a record of its own. A synonym of one word under a person of two or more is a name used
/// alone: it counts where it is clear who is meant.
struct PetrarchFileReader {
    let file: String

    func read(_ bytes: UnsafeRawBufferPointer, faults: inout [KnowledgeError], _ add: (ActorRecord) -> Void) {
        var work = Work(file: file)
        let problems = PetrarchLines.each(of: bytes) { number, content in
            do throws(Malformed) { try work.read(content, number, add) } catch { work.report(number, error) }
        }
        work.finish(add)
        for problem in problems { work.report(problem.line, problem.error) }
        faults += work.faults
    }
}

/// A file that is being read.
private struct Work {
    /// An entry whose lines may go on.
    struct Entry {
        var line: Int
        var name: String
        var plural: String?
        var synonyms: [String] = []
        var terms: [ActorRecord.Term] = []
    }

    let file: String
    private(set) var faults: [KnowledgeError] = []
    private var forms = AgentForms()
    private var entry: Entry?
    /// The entry above could not be read: what belongs to it is left out and not told of again.
    private var isLeftOut = false
    /// A set whose last line ended in a comma.
    private var openSet: String?

    init(file: String) { self.file = file }

    mutating func report(_ line: Int, _ error: Malformed) {
        faults.append(KnowledgeError(file: file, line: line, error.message))
    }

    mutating func read(
        _ content: ArraySlice<UInt8>, _ number: Int, _ add: (ActorRecord) -> Void
    ) throws(Malformed) {
        let line = Lines.trimmed(content)
        switch line.first {
        case UInt8(ascii: "+"): try readSynonym(line.dropFirst())
        case UInt8(ascii: "["): try readCodes(line, number)
        case UInt8(ascii: "!") where line.contains(UInt8(ascii: "=")):
            finish(add)
            try readSet(line)
        default:
            if let set = openSet, !line.contains(UInt8(ascii: "[")) { return try goOn(set, line) }
            finish(add)
            isLeftOut = true
            let parsed = try PetrarchLine(line)
            guard !PetrarchName.spaced(parsed.name).isEmpty, parsed.name.first != "<" else {
                throw Malformed("expected a name and a code in brackets, found \(Lines.shown(parsed.name))")
            }
            entry = Entry(
                line: number, name: parsed.name, plural: parsed.plural, terms: try terms(parsed.brackets, number))
            isLeftOut = false
        }
    }

    private mutating func readSynonym(_ line: ArraySlice<UInt8>) throws(Malformed) {
        guard entry != nil else {
            if isLeftOut { return }
            throw Malformed("expected a name above the synonym, found none")
        }
        let parsed = try PetrarchLine(line)
        guard parsed.brackets.isEmpty, !PetrarchName.spaced(parsed.name).isEmpty else {
            throw Malformed(
                "expected a synonym without a code, found \(Lines.shown(String(decoding: line, as: UTF8.self)))")
        }
        entry?.synonyms.append(parsed.name)
    }

    private mutating func readCodes(_ line: ArraySlice<UInt8>, _ number: Int) throws(Malformed) {
        guard entry != nil else {
            if isLeftOut { return }
            throw Malformed("expected a name above the codes, found none")
        }
        let more = try terms(PetrarchLine(line).brackets, number)
        entry?.terms += more
    }

    private func terms(_ brackets: [String], _ number: Int) throws(Malformed) -> [ActorRecord.Term] {
        var terms: [ActorRecord.Term] = []
        for bracket in brackets {
            let code = try PetrarchCode(bracket)
            guard !code.codes.isEmpty else {
                throw Malformed("expected a code before the dates, found \(Lines.shown(bracket))")
            }
            terms += code.codes.map { ActorRecord.Term(code: $0, period: code.period, line: number) }
        }
        return terms
    }

    // MARK: - Sets

    private mutating func readSet(_ line: ArraySlice<UInt8>) throws(Malformed) {
        isLeftOut = true
        guard let text = String(validating: line, as: UTF8.self) else { throw .notText }
        let parts = text.dropFirst().split(separator: "!", maxSplits: 1, omittingEmptySubsequences: false)
        let tail = parts.count == 2 ? Lines.cleaned(parts[1]) : ""
        guard tail.hasPrefix("="), !parts[0].isEmpty else {
            throw Malformed("expected a set as !NAME! = WORD, WORD, found \(Lines.shown(text))")
        }
        try define(String(parts[0]), as: String(tail.dropFirst()))
    }

    private mutating func goOn(_ set: String, _ line: ArraySlice<UInt8>) throws(Malformed) {
        guard let text = String(validating: line, as: UTF8.self) else { throw .notText }
        try define(set, as: text)
    }

    private mutating func define(_ set: String, as text: String) throws(Malformed) {
        openSet = text.utf8.last == UInt8(ascii: ",") ? set : nil
        try forms.define(set, as: text)
    }

    // MARK: - Records

    /// Hands on the entry whose lines have come to an end.
    mutating func finish(_ add: (ActorRecord) -> Void) {
        openSet = nil
        isLeftOut = false
        guard let entry else { return }
        self.entry = nil
        do throws(Malformed) {
            guard !entry.terms.isEmpty else {
                throw Malformed("expected a code in brackets, found \(Lines.shown(entry.name)) alone")
            }
            let agents = entry.terms.filter { $0.code.hasPrefix("~") }
            if agents.isEmpty { return add(actor(entry)) }
            guard agents.count == entry.terms.count else {
                throw Malformed("expected codes of actors or of agents, found both for \(Lines.shown(entry.name))")
            }
            for name in [entry.name] + entry.synonyms {
                for form in try forms.forms(of: name, plural: name == entry.name ? entry.plural : nil) {
                    add(
                        ActorRecord(
                            names: [.init(form, .agent)], kind: .unknown, terms: agents.asRestrictions(), file: file,
                            line: entry.line))
                }
            }
        } catch {
            report(entry.line, error)
        }
    }

    private func actor(_ entry: Entry) -> ActorRecord {
        let (kind, use) = KindGuess.kind(of: PetrarchName.spaced(entry.name), terms: entry.terms)
        func text(_ raw: String) -> String { PetrarchName.text(raw, mayBeAcronym: kind != .person) }
        var names = [ActorRecord.Name(text(entry.name), use)]
        for synonym in entry.synonyms.map(text) {
            names.append(.init(synonym, kind == .person && !synonym.utf8.contains(32) ? .alone : use))
        }
        return ActorRecord(
            names: names, kind: kind, terms: entry.terms.asRestrictions(), file: file, line: entry.line)
    }
}
