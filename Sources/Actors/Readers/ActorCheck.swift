package import Knowledge

/// Looks through a dictionary for what can hardly be meant.
///
/// What a reader cannot take is a fault and never comes here; this is of rows that can be read and contradict each other, or
/// look like a slip.
package enum ActorCheck {
    /// What is found, by file and line.
    package static func findings(_ records: [ActorRecord]) -> [KnowledgeError] {
        var findings: [KnowledgeError] = []
        for record in records {
            checkWhole(record, &findings)
            for term in record.terms { check(term, of: record, &findings) }
            checkPairs(record, &findings)
        }
        checkNames(records, &findings)
        return findings.sorted()
    }

    private static func checkWhole(_ record: ActorRecord, _ findings: inout [KnowledgeError]) {
        if record.names.isEmpty || record.names.contains(where: { Lines.cleaned($0.text).isEmpty }) {
            findings.append(.init(file: record.file, line: record.line, "expected a name, found none"))
        }
        if record.terms.isEmpty {
            findings.append(
                .init(file: record.file, line: record.line, "expected a code for \(shown(record)), found none"))
        }
    }

    private static func check(
        _ term: ActorRecord.Term, of record: ActorRecord, _ findings: inout [KnowledgeError]
    ) {
        if term.period.isImpossible {
            findings.append(
                .init(
                    file: record.file, line: term.line,
                    "\(shown(record)) ends before it begins: \(term.period.shown)"))
        }
        if !CodeShape.isCAMEO(term.code) {
            findings.append(
                .init(
                    file: record.file, line: term.line,
                    "expected a code of three letters and groups of three more, found \"\(term.code)\""))
        }
    }

    // MARK: - Two terms of one actor

    /// The most terms of an actor that are compared with each other: more is no actor, and would take for ever.
    private static let mostTerms = 1000

    private static func checkPairs(_ record: ActorRecord, _ findings: inout [KnowledgeError]) {
        for (i, later) in record.terms.prefix(mostTerms).enumerated() {
            for earlier in record.terms[..<i] {
                guard let message = message(earlier, later) else { continue }
                findings.append(.init(file: record.file, line: later.line, "\(shown(record)) \(message)"))
                // One finding a line is enough to look at it.
                break
            }
        }
        checkGaps(record, &findings)
    }

    private static func message(_ a: ActorRecord.Term, _ b: ActorRecord.Term) -> String? {
        if a.code == b.code, a.role == b.role, a.period == b.period {
            return "has the term \(b.shown) twice, as in line \(a.line)"
        }
        // A code without dates is the default for when no other holds, and no contradiction to those.
        guard (a.period == .always) == (b.period == .always), let one = CodeShape.country(of: a.code),
            let other = CodeShape.country(of: b.code), one != other, a.period.surelyOverlaps(b.period)
        else { return nil }
        return "is of \(other) (\(b.period.shown)) and of \(one) (\(a.period.shown), line \(a.line)) at the same time"
    }

    /// An office that ends and begins again within a year.
    private static func checkGaps(_ record: ActorRecord, _ findings: inout [KnowledgeError]) {
        struct Office: Hashable {
            var code: String
            var role: String
        }
        let offices = Dictionary(grouping: record.terms) { Office(code: $0.code, role: $0.role.lowercased()) }
        for terms in offices.values where terms.count > 1 {
            let ordered = terms.filter { $0.period.from.isKnown || $0.period.until.isKnown }.chronological()
            for (before, after) in zip(ordered, ordered.dropFirst())
            where before.period.until.isKnown && after.period.from.isKnown {
                // One day is no gap: a term may end on the eve of the next.
                let days = after.period.from.first - before.period.until.last
                guard (2...366).contains(days) else { continue }
                findings.append(
                    .init(
                        file: record.file, line: after.line,
                        "\(shown(record)) stops being \(after.shown) on \(before.period.until.description) and begins again "
                            + "on \(after.period.from.description)"))
            }
        }
    }

    // MARK: - Two actors of one name

    private struct Claim: Hashable {
        var file: String
        var name: String
        /// Empty for agents, whose codes have none.
        var country: String
    }

    /// Names used alone are of many by nature, and codes that ignore a name are no actors.
    private static func checkNames(_ records: [ActorRecord], _ findings: inout [KnowledgeError]) {
        var claims: [Claim: Int] = [:]
        for (i, record) in records.enumerated() {
            var countries = Set(record.terms.compactMap { CodeShape.country(of: $0.code) })
            if record.terms.contains(where: { $0.code.hasPrefix("~") }) { countries.insert("") }
            var told: Set<Int> = []
            for name in record.names where name.use != .alone {
                for country in countries.sorted() {
                    let claim = Claim(file: record.file, name: name.text.lowercased(), country: country)
                    guard let first = claims[claim] else {
                        claims[claim] = i
                        continue
                    }
                    guard first != i, told.insert(first).inserted else { continue }
                    let of = country.isEmpty ? "" : " of \(country)"
                    findings.append(
                        .init(
                            file: record.file, line: record.line,
                            "\"\(name.text)\" stands for two actors\(of): this one and that in line \(records[first].line)"
                        ))
                }
            }
        }
    }

    private static func shown(_ record: ActorRecord) -> String { record.names.first?.text ?? "an actor" }
}

extension Period {
    /// Whether some day is in both, whatever the days that nobody knows. Touching ends are none: one resigns and is sworn in
    /// on a day.
    fileprivate func surelyOverlaps(_ other: Period) -> Bool {
        guard let a = core, let b = other.core else { return false }
        return max(a.lowerBound, b.lowerBound) < min(a.upperBound, b.upperBound)
    }

    /// From the last day on which it may begin to the first on which it may end.
    private var core: Range<Int>? {
        let begin: Int
        let end: Int
        switch (from.precision, until.precision) {
        case (.unknown, _), (_, .unknown): return nil
        case (.open, .open): (begin, end) = (.min, .max)
        case (.open, _): (begin, end) = (.min, until.first)
        case (_, .open): (begin, end) = (from.last, .max)
        default: (begin, end) = (from.last, until.first)
        }
        return begin < end ? begin..<end : nil
    }

    fileprivate var shown: String {
        self == .always ? "always" : "\(from.description) to \(until.description)"
    }
}

extension ActorRecord.Term {
    fileprivate var shown: String { role.isEmpty ? code : "\(code), \(role)" }
}
