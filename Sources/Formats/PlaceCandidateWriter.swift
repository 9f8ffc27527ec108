package import Annotation

/// Writes what a name may stand for: a line of JSON each, or a page for a person to read.
package struct PlaceCandidateWriter: Sendable {
    private let look: TerminalLook

    package init(look: TerminalLook) { self.look = look }

    package func writeLine(_ candidate: PlaceCandidate, to output: inout [UInt8]) {
        let buffer = output
        output = []  // so that the writer holds the buffer alone and appends in place
        var json = JSONWriter(.compact, appendingTo: buffer)
        json.object { json in
            json.field("asked", candidate.asked)
            json.field("name", candidate.name)
            json.field("feature", candidate.feature)
            json.field("precision", candidate.precision.rawValue)
            json.field("countries", candidate.countries)
            json.field("admin1", candidate.admin1)
            json.field("admin1_code", candidate.admin1Code)
            json.field("population", candidate.population)
            json.field("lat", candidate.latitude)
            json.field("lon", candidate.longitude)
            json.field("geonameid", candidate.geonameID)
            json.field("points", candidate.points)
            json.field("wins", candidate.wins)
            json.field("reason", candidate.grounds.description)
        }
        json.newline()
        output = json.bytes
    }

    /// All that one name may stand for, the likeliest first.
    ///
    /// - Parameter most: rows shown; how many more there are is said.
    package func writeTable(_ candidates: [PlaceCandidate], most: Int, to output: inout [UInt8]) {
        guard let first = candidates.first else { return }
        var page = LabelledPage(look: look, indent: Self.last)
        var heading = StyledText(first.asked, .bold)
        heading.append(candidates.count == 1 ? " · one place" : " · \(candidates.count) places", .dim)
        page.paragraph(heading)
        for candidate in candidates.prefix(most) {
            var rest = StyledText(candidate.admin1 ?? "")
            if candidate.admin1 != nil { rest.append("; ") }
            rest.append("\(candidate.latitude), \(candidate.longitude)", .dim)
            if let id = candidate.geonameID { rest.append("; geonames \(id)", .dim) }
            var country = candidate.countries.first ?? ""
            if candidate.countries.count > 1 { country += "+\(candidate.countries.count - 1)" }
            page.row(
                [
                    (2, StyledText(shortened(candidate.name, to: 19), candidate.wins ? .bold : .plain)),
                    (22, StyledText(shortened(candidate.kind, to: 13))), (36, StyledText(country)),
                    (42, StyledText(candidate.population.map(Self.grouped) ?? "")),
                ], rest, at: Self.last)
        }
        if candidates.count > most { page.paragraph(StyledText("and \(candidates.count - most) more", .dim)) }
        if let winner = candidates.first(where: \.wins), let why = winner.grounds.description {
            page.paragraph(StyledText("\(winner.name), \(winner.countries.first ?? winner.kind), wins: \(why)"))
        }
        output.append(contentsOf: page.bytes)
    }

    /// Where the last column begins.
    private static let last = 54

    private func shortened(_ text: String, to width: Int) -> String {
        StyledText(text).width <= width ? text : String(text.prefix(width - 1)) + "…"
    }

    /// 7153309 as "7,153,309".
    private static func grouped(_ number: Int) -> String {
        var digits = String(number)
        var at = digits.count - 3
        while at > 0 {
            digits.insert(",", at: digits.index(digits.startIndex, offsetBy: at))
            at -= 3
        }
        return digits
    }
}
