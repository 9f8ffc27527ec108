package import Annotation

/// Writes the codebook for a person to read: all of it at one glance, or one page.
package struct CodebookWriter: Sendable {
    private static let label = 11
    private let look: TerminalLook

    package init(look: TerminalLook) { self.look = look }

    // MARK: - One page

    package func write(_ entry: CodebookEntry, to output: inout [UInt8]) {
        var page = LabelledPage(look: look, indent: CodebookWriter.label)
        var heading = StyledText(entry.name, TextStyle(quad: entry.quad))
        if let title = entry.title { heading.append("  \(title)", .bold) }
        page.paragraph(heading)
        page.paragraph(StyledText(entry.kind, .dim))
        if let definition = entry.definition {
            page.blank()
            page.paragraph(StyledText(definition))
        }
        page.blank()
        for section in entry.sections { write(section, &page) }
        output.append(contentsOf: page.bytes)
    }

    private func write(_ section: CodebookEntry.Section, _ page: inout LabelledPage) {
        let names = section.lines.map(\.name.count).max() ?? 0
        let hasScores = section.lines.contains { $0.score != nil }
        let scores = page.indent + (names > 0 ? names + 2 : 0)
        for (i, line) in section.lines.enumerated() {
            var cells = [(column: page.indent, text: StyledText(line.name, .bold))]
            if i == 0 { cells.insert((0, StyledText(section.label, .dim)), at: 0) }
            if let score = line.score {
                let digits = Self.number(score)
                cells.append((scores + 4 - digits.count, StyledText(digits)))
            }
            page.row(cells, StyledText(line.text), at: scores + (hasScores ? 6 : 0))
        }
    }

    // MARK: - At one glance

    package func write(_ overview: CodebookOverview, to output: inout [UInt8]) {
        var page = LabelledPage(look: look, indent: 2)
        page.paragraph(
            StyledText(
                "PLOVER: \(overview.types.count) types with \(overview.modeCount) modes, \(overview.contexts.count) "
                    + "contexts. CAMEO: \(overview.codeCount) codes under \(overview.roots.count) roots."))
        write(overview.types, &page)
        write(overview.roots, &page)
        page.blank()
        page.paragraph(StyledText("CONTEXTS", .dim))
        page.more(StyledText(overview.contexts.joined(separator: ", ")))
        page.blank()
        page.paragraph(
            StyledText(
                "entente ontology NAME tells more of one: a type, a mode (COERCE/arrest or arrest), a context, a code.",
                .dim))
        output.append(contentsOf: page.bytes)
    }

    private func write(_ types: [CodebookOverview.PloverRow], _ page: inout LabelledPage) {
        page.blank()
        page.row(
            [(0, StyledText("TYPE", .dim)), (13, StyledText("SCORE", .dim)), (20, StyledText("CAMEO", .dim))],
            StyledText("COVERS", .dim), at: 33)
        for quad in QuadClass.allCases {
            page.paragraph(StyledText(quad.words, .dim))
            for row in types where row.quad == quad.rawValue {
                let score = Self.number(row.score)
                page.row(
                    [
                        (2, StyledText(row.type.rawValue, TextStyle(quad: row.quad))),
                        (18 - score.count, StyledText(score)), (20, StyledText(row.roots.joined(separator: " "))),
                    ],
                    StyledText(row.covers), at: 33)
            }
        }
    }

    private func write(_ roots: [CodebookOverview.RootRow], _ page: inout LabelledPage) {
        page.blank()
        page.row(
            [(0, StyledText("ROOT", .dim)), (31, StyledText("GOLDSTEIN", .dim)), (42, StyledText("QUAD", .dim))],
            StyledText("TYPES", .dim), at: 48)
        for row in roots {
            let score = Self.number(row.goldstein)
            let types = row.types.isEmpty ? "none: comments" : row.types.map(\.rawValue).joined(separator: ", ")
            page.row(
                [
                    (2, StyledText(row.code, .bold)), (6, StyledText(row.name)),
                    (40 - score.count, StyledText(score)), (42, StyledText(String(row.quad))),
                ],
                StyledText(types), at: 48)
        }
    }

    /// 4, not 4.0.
    private static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
}
