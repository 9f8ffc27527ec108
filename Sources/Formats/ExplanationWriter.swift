package import Annotation
import Foundation

/// Says in words how an event came about: the sentence with its marks, the entries that were matched, why these parties,
/// this date and this standing, and who vouches for it.
package struct ExplanationWriter: Sendable {
    /// What the writer must ask others about.
    package struct Sources: Sendable {
        /// The line of a file of the knowledge, by "accuse.txt:12"; nil when there is none.
        package var line: @Sendable (String) -> String?
        /// The name of a CAMEO code.
        package var name: @Sendable (String) -> String?

        package init(line: @escaping @Sendable (String) -> String?, name: @escaping @Sendable (String) -> String?) {
            self.line = line
            self.name = name
        }
    }

    private static let label = 10
    private let sources: Sources
    private let look: TerminalLook

    package init(sources: Sources, look: TerminalLook) {
        self.sources = sources
        self.look = look
    }

    package func write(_ event: Event, of coded: CodedReport, to output: inout [UInt8]) {
        var page = LabelledPage(look: look, indent: ExplanationWriter.label)
        page.entry(event.id, StyledText("\(event.type?.rawValue ?? "COMMENT") \(event.cameo)", .bold))
        if let name = sources.name(event.cameo) { page.more(StyledText(name)) }
        if let table = event.ploverFromCameo, table != event.type {
            page.more(
                StyledText("the published table makes \(table.rawValue) of this code; the manual is followed", .dim))
        }
        page.entry("words", Excerpt(event: event, coded: coded).text(columns: 4 * page.width))
        rule(of: event, &page)
        for (label, parties) in [(event.reciprocal ? "between" : "from", event.source), ("to", event.target)] {
            for (i, party) in parties.enumerated() { self.party(party, i == 0 ? label : "and", coded, &page) }
        }
        if event.source.isEmpty { page.entry("from", StyledText("nobody is named", .dim)) }
        page.entry("standing", StyledText(event.standing.map(Self.reason).joined(separator: "; ")))
        page.entry("when", StyledText(date(of: event, coded)))
        if let site = event.place, coded.places.indices.contains(site.index) {
            page.entry("where", StyledText("\(coded.places[site.index].name), \(Self.basis(site.basis))"))
        }
        page.entry("sayer", StyledText(sayer(of: event, coded)))
        page.entry("sure", StyledText("\(event.confidence) of 1"))
        output.append(contentsOf: page.bytes)
        output.append(UInt8(ascii: "\n"))
    }

    private static func basis(_ basis: EventPlace.Basis) -> String {
        switch basis {
        case .clause: "named beside it"
        case .sentence: "named in the clause that it continues"
        case .story: "where the story was shortly before"
        case .dateline: "from the dateline alone"
        }
    }

    // MARK: - What was matched

    /// The entries that a rule names, each with its line.
    private func rule(of event: Event, _ page: inout LabelledPage) {
        page.entry("rule", StyledText(event.rule))
        for origin in Self.origins(in: event.rule) {
            guard let line = sources.line(origin) else { continue }
            var text = StyledText(origin + "  ", .dim)
            text.append(Self.excerpt(line, of: Self.word(after: origin, in: event.rule)))
            page.more(text)
        }
    }

    /// The word that a rule says was matched by an entry: "kill" in "assault.txt:10 kill".
    private static func word(after origin: String, in rule: String) -> String? {
        let words = rule.split(whereSeparator: { " ()=,".contains($0) }).map(String.init)
        return words.firstIndex(of: origin).flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
    }

    /// A row with only those of its patterns that begin with a word; rows may hold a hundred.
    private static func excerpt(_ line: String, of word: String?) -> String {
        var columns = line.components(separatedBy: " | ")
        guard let word, columns.count > 2 else { return line }
        let patterns = columns[1].components(separatedBy: ", ")
        let fitting = patterns.filter { $0 == word || $0.hasPrefix(word + " ") }
        guard !fitting.isEmpty, fitting.count < patterns.count else { return line }
        columns[1] = fitting.joined(separator: ", ") + ", …"
        return columns.joined(separator: " | ")
    }

    /// "accuse.txt:12" wherever it stands in a rule.
    private static func origins(in rule: String) -> [String] {
        rule.split(whereSeparator: { " ()=,".contains($0) }).map(String.init).filter { word in
            guard let colon = word.lastIndex(of: ":") else { return false }
            return word[..<colon].hasSuffix(".txt") && Int(word[word.index(after: colon)...]) != nil
        }
    }

    // MARK: - Parties, date, sayer

    private func party(_ party: Event.Party, _ label: String, _ coded: CodedReport, _ page: inout LabelledPage) {
        guard coded.actors.indices.contains(party.actor) else { return }
        let actor = coded.actors[party.actor]
        var text = StyledText(actor.name, .bold)
        text.append(" \(party.code ?? actor.code ?? "no code")")
        let words = coded.report.words(party.span)
        if words != actor.name { text.append(", here \"\(words)\"") }
        page.entry(label, text)
        if let role = actor.role { page.more(StyledText("role: \(role)")) }
        for evidence in actor.roleEvidence.prefix(3) {
            switch evidence {
            case .text(let span): page.more(StyledText("the report says so: \"\(coded.report.words(span))\"", .dim))
            case .knowledge(let origin):
                page.more(StyledText("known from \(origin)\(sources.line(origin).map { ": \($0)" } ?? "")", .dim))
            }
        }
    }

    private static func reason(_ standing: Standing) -> String {
        switch standing {
        case .actual: "actual: told as done, neither denied nor conditional"
        case .historical: "historical: done well before the day of publication"
        case .future: "future: told as to come"
        case .hypothetical: "hypothetical: told as possible, meant or conditional"
        case .negated: "negated: told as not done"
        }
    }

    private func date(of event: Event, _ coded: CodedReport) -> String {
        guard let date = event.date else { return "unknown: the report names no day and none was given" }
        let value = DateWords.lines(date).joined(separator: " ")
        guard let span = date.span else { return "\(value), the day of publication: nothing near it names another" }
        return "\(value), from \"\(coded.report.words(span))\""
    }

    private func sayer(of event: Event, _ coded: CodedReport) -> String {
        guard let index = event.attribution.statement, coded.statements.indices.contains(index) else {
            return "the report itself: it stands in nobody's speech"
        }
        let statement = coded.statements[index]
        let speaker = statement.speaker.map { coded.report.words($0.span) } ?? "somebody unnamed"
        return "\(speaker), by \"\(coded.report.words(statement.cue))\""
    }

}
