import Annotation

/// The words an event was read from: its sentence, or the part of it around the parties and the trigger.
struct Excerpt {
    let event: Event
    let coded: CodedReport

    /// At most about `columns` columns, with the trigger marked and "…" where the sentence goes on.
    func text(columns: Int) -> StyledText {
        let sentence = coded.sentences.first { $0.contains(event.trigger) } ?? event.trigger
        var needed = event.trigger
        for party in event.source + event.target where sentence.contains(party.span) {
            needed = needed.union(party.span)
        }
        var start = sentence.start
        if styled(start, sentence.end).width > columns, styled(start, needed.end).width > columns {
            start = needed.start
            if styled(start, needed.end).width > columns { start = event.trigger.start }
        }
        var text = StyledText(start > sentence.start ? "… " : "")
        append(start, sentence.end, to: &text)
        return text
    }

    private func styled(_ start: Int, _ end: Int) -> StyledText {
        var text = StyledText()
        append(start, end, to: &text)
        return text
    }

    private func append(_ start: Int, _ end: Int, to text: inout StyledText) {
        let trigger = event.trigger
        text.append(words(start, min(max(start, trigger.start), end)))
        text.append(words(max(start, trigger.start), min(end, trigger.end)), .trigger)
        text.append(words(max(start, trigger.end), end))
    }

    private func words(_ start: Int, _ end: Int) -> String {
        start < end ? coded.report.words(TextSpan(start: start, end: end)) : ""
    }
}
