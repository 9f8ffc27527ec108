package import Annotation

extension Codebook {
    /// The types, the roots and the contexts.
    package var overview: CodebookOverview {
        let leaves = codes.map(\.name).filter { $0.count > 2 }
        let rows = types.map { row in
            CodebookOverview.PloverRow(
                type: row.type, quad: ontology.quad(of: row.type) ?? 0,
                score: ontology.score(of: row.type, modes: []) ?? 0,
                roots: Self.distinct(leaves.filter { ontology.type(of: $0) == row.type }.map { String($0.prefix(2)) }),
                covers: row.covers)
        }
        let roots = codes.filter { $0.name.count == 2 }.map { root in
            CodebookOverview.RootRow(
                code: root.name, name: ontology.name(of: root.name) ?? "",
                goldstein: ontology.goldstein(of: root.name) ?? 0, quad: ontology.cameoQuad(of: root.name) ?? 0,
                types: Self.distinct(
                    leaves.filter { $0.hasPrefix(root.name) }.compactMap { ontology.type(of: $0) }))
        }
        return CodebookOverview(
            types: rows, roots: roots, contexts: contexts.map(\.name), modeCount: modes.count,
            codeCount: leaves.count)
    }

    // MARK: - Parts of pages

    func quad(of type: PloverType) -> [CodebookEntry.Line] {
        ontology.quad(of: type).flatMap(QuadClass.init).map { [CodebookEntry.Line($0.words)] } ?? []
    }

    /// The codes that fit, without those whose parent fits already.
    func topmost(_ fits: (String) -> Bool) -> [CodebookEntry.Line] {
        codes.map(\.name).filter { code in
            code.count > 2 && fits(code) && !(code.count > 3 && fits(String(code.dropLast())))
        }.map { CodebookEntry.Line(ontology.name(of: $0) ?? "", name: $0) }
    }

    /// Differences in words, those of one kind together.
    func lines(_ chosen: [Difference], naming: Bool) -> [CodebookEntry.Line] {
        var kinds: [(words: String, codes: [String])] = []
        for one in chosen {
            let manual = one.manual.replacing("/", with: " ")
            let table = one.table.replacing("/", with: " ")
            let words =
                "\(one.isPartial ? "in part " : "")\(manual) by the manual, \(table) by the table; \(one.reason)"
            if let at = kinds.firstIndex(where: { $0.words == words }) {
                kinds[at].codes.append(one.code)
            } else {
                kinds.append((words, [one.code]))
            }
        }
        return kinds.map { CodebookEntry.Line((naming ? $0.codes.joined(separator: ", ") + ": " : "") + $0.words) }
    }

    static func type(in cell: String) -> PloverType? {
        PloverType(rawValue: String(cell.prefix { $0 != "/" }))
    }

    static func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }

    /// 4, not 4.0.
    static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
}
