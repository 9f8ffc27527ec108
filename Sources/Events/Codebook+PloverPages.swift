import Annotation

private typealias Line = CodebookEntry.Line
private typealias Section = CodebookEntry.Section

/// Types, modes and contexts.
extension Codebook {
    func page(_ row: TypeRow) -> CodebookEntry {
        let type = row.type
        return CodebookEntry(
            name: type.rawValue, kind: "type of PLOVER", definition: row.definition, quad: ontology.quad(of: type),
            sections: [
                Section("quad", quad(of: type)),
                Section("score", [Line(Self.number(ontology.score(of: type, modes: []) ?? 0))]),
                Section(
                    "modes",
                    modes.filter { $0.type == type }.map {
                        Line($0.definition, name: $0.name, score: ontology.score(of: type, modes: [$0.name]))
                    }),
                Section("CAMEO", topmost { ontology.type(of: $0) == type }),
                Section(
                    "differs",
                    lines(
                        differences.filter { Self.type(in: $0.manual) == type || Self.type(in: $0.table) == type },
                        naming: true)),
                Section(
                    "lexicon",
                    uses.files { $0.type == type }
                        + uses.operatorLine(making: codes.map(\.name).filter { ontology.type(of: $0) == type })),
            ])
    }

    func page(_ row: ModeRow) -> CodebookEntry {
        let old = obsolete.filter { $0.newName == row.name && $0.kind == "mode" }.map(\.name)
        return CodebookEntry(
            name: row.key, kind: "mode of \(row.type.rawValue)", definition: row.definition,
            quad: ontology.quad(of: row.type),
            sections: [
                Section("quad", quad(of: row.type)),
                Section("score", [Line(Self.number(ontology.score(of: row.type, modes: [row.name]) ?? 0))]),
                Section(
                    "brings", ontology.contexts(broughtBy: [row.name], of: row.type).map { Line("the context \($0)") }
                ),
                Section(
                    "CAMEO",
                    topmost {
                        ontology.conversion(of: $0).map { $0.type == row.type && $0.modes.contains(row.name) } ?? false
                    }),
                Section(
                    "differs", lines(differences.filter { $0.manual == row.key || $0.table == row.key }, naming: true)),
                Section(
                    "formerly", old.isEmpty ? [] : [Line(old.joined(separator: ", ") + " in the conversion table")]),
                Section("lexicon", uses.places { $0.type == row.type && $0.modes.contains(row.name) }),
            ])
    }

    func page(context row: NamedRow) -> CodebookEntry {
        let old = obsolete.filter { $0.newName == row.name }.map(\.name)
        let bringing = modes.filter { ontology.contexts(broughtBy: [$0.name], of: $0.type).contains(row.name) }
        let coded = codes.map(\.name).filter { ontology.conversion(of: $0)?.contexts.contains(row.name) ?? false }
        return CodebookEntry(
            name: row.name, kind: "context", definition: row.definition,
            sections: [
                Section("modes", bringing.map { Line($0.definition, name: $0.key) }),
                Section("CAMEO", coded.isEmpty ? [] : [Line(coded.joined(separator: ", "))]),
                Section(
                    "formerly", old.isEmpty ? [] : [Line(old.joined(separator: ", ") + " in the conversion table")]),
                Section("lexicon", uses.places { $0.contexts.contains(row.name) }),
            ])
    }

    func page(obsolete row: Obsolete) -> CodebookEntry {
        let heirs = modes.filter { $0.name == row.newName }.map { Line($0.definition, name: $0.key) }
        let contexts = contexts.filter { $0.name == row.newName }.map { Line($0.definition, name: $0.name) }
        return CodebookEntry(
            name: row.name, kind: "\(row.kind) of the conversion table, since dropped by the manual", definition: nil,
            sections: [
                Section("now", heirs + contexts), Section("now", row.newName.isEmpty ? [Line("nothing")] : []),
            ])
    }
}
