import Annotation

/// One event of the table.
struct EventRow {
    let event: Event
    let coded: CodedReport

    func write(to page: inout TablePage) {
        let columns = page.columns
        page.row([
            what(columns[0]), parties(event.source, columns[1]),
            event.reciprocal ? [StyledText("each other")] : parties(event.target, columns[2]), when(columns[3]),
            event.standing.map { StyledText($0.rawValue, $0 == .actual ? .plain : .doubtful) },
        ])
        let width = page.width - page.indent
        let words = Excerpt(event: event, coded: coded).text(columns: 2 * width - 12)
        page.indented(words.wrapped(to: width, limit: 2), label: StyledText(event.id, .dim))
        page.indented(StyledText(notes, .dim).wrapped(to: width))
    }

    private func what(_ width: Int) -> [StyledText] {
        var code = StyledText(event.cameo)
        for mode in event.modes { code.append(" \(mode)", .dim) }
        // The longest mode takes the gap beside it too, rather than break in the middle.
        return [StyledText(event.type?.rawValue ?? "COMMENT", TextStyle(quad: event.quad))]
            + code.wrapped(to: width + TablePage.gap)
    }

    private func parties(_ parties: [Event.Party], _ width: Int) -> [StyledText] {
        parties.flatMap { party -> [StyledText] in
            let actor = coded.actors.indices.contains(party.actor) ? coded.actors[party.actor] : nil
            let name = StyledText(actor?.name ?? coded.report.words(party.span)).wrapped(to: width, limit: 3)
            return name + [StyledText(party.code ?? actor?.code ?? "no code", .dim)]
        }
    }

    private func when(_ width: Int) -> [StyledText] {
        guard let date = event.date else { return [StyledText("–", .dim)] }
        var lines = DateWords.lines(date).map { StyledText($0) }
        // A day that nothing in the text says is told apart from one that the text gives.
        if date.basis == .published { lines.append(StyledText("published", .dim)) }
        return lines.flatMap { $0.wrapped(to: width) }
    }

    // MARK: - Where, how many, who says so

    private var notes: String {
        var notes: [String] = []
        if let site = event.place, coded.places.indices.contains(site.index) {
            let place = coded.places[site.index]
            // A country's name needs no code beside it.
            let code = place.precision == .country ? nil : place.country
            notes.append((place.precision == .point ? "at " : "in ") + place.name + (code.map { " (\($0))" } ?? ""))
        }
        if let size = event.size {
            let counts = [
                ("dead", size.dead), ("injured", size.injured), ("arrested", size.arrested), ("people", size.people),
            ]
            for case (let what, let count?) in counts { notes.append("\(DateWords.number(count)) \(what)") }
        }
        if let sayer { notes.append(sayer) }
        return notes.joined(separator: " · ")
    }

    private var sayer: String? {
        guard let index = event.attribution.statement, coded.statements.indices.contains(index) else { return nil }
        let statement = coded.statements[index]
        var text = "said by " + (statement.speaker.map(name) ?? "somebody unnamed")
        if !statement.via.isEmpty { text += ", via " + statement.via.map(name).joined(separator: ", ") }
        if event.attribution.assertedBy == .reporter { text += "; the report itself says it too" }
        return text
    }

    private func name(_ party: Statement.Party) -> String {
        if let index = party.actor, coded.actors.indices.contains(index) { return coded.actors[index].name }
        return coded.report.words(party.span)
    }

}
