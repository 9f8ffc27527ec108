package import Annotation

/// Writes what dictionaries say of names: a line of JSON each, or a page for a person to read.
package struct ActorAnswerWriter: Sendable {
    private let look: TerminalLook

    package init(look: TerminalLook) { self.look = look }

    package func writeLine(_ answer: ActorAnswer, to output: inout [UInt8]) {
        let buffer = output
        output = []  // so that the writer holds the buffer alone and appends in place
        var json = JSONWriter(.compact, appendingTo: buffer)
        json.object { json in
            json.key("name")
            json.string(answer.name)
            json.key("asked")
            json.string(answer.asked)
            json.field("code", answer.code)
            json.field("country", answer.country)
            json.field("sectors", answer.sectors)
            json.field("role", answer.role)
            json.field("from", answer.from)
            json.field("until", answer.until)
            json.key("evidence")
            json.string(answer.evidence)
            json.field("checked", answer.checked)
        }
        json.newline()
        output = json.bytes
    }

    /// All answers to one name: the actor's name, then code, period, office and where it stands.
    package func writeTable(_ answers: [ActorAnswer], to output: inout [UInt8]) {
        var page = LabelledPage(look: look, indent: 38)
        var shown = ""
        for answer in answers {
            if answer.name != shown {
                if !shown.isEmpty { page.blank() }
                var heading = StyledText(answer.name, .bold)
                if answer.name != answer.asked { heading.append(" (asked: \(answer.asked))", .dim) }
                page.paragraph(heading)
                shown = answer.name
            }
            var period = "\(answer.from ?? "…") – \(answer.until ?? "…")"
            if answer.from == nil, answer.until == nil { period = "" }
            var what = StyledText(answer.role ?? "")
            what.append((answer.role == nil ? "" : " ") + answer.evidence, .dim)
            page.row([(2, StyledText(answer.code ?? "no code")), (14, StyledText(period))], what, at: 38)
        }
        output.append(contentsOf: page.bytes)
    }
}
