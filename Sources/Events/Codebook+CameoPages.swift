import Annotation

private typealias Line = CodebookEntry.Line
private typealias Section = CodebookEntry.Section

/// Roots and codes.
extension Codebook {
    func page(code row: NamedRow) -> CodebookEntry {
        let code = row.name
        let parent =
            code.count > 2 ? ontology.name(of: String(code.dropLast())).map { "\(code.dropLast()) \($0)" } : nil
        let type = ontology.type(of: code)
        var quad = ontology.cameoQuad(of: code).flatMap(QuadClass.init).map {
            "\($0.words), by the root, as GDELT has it"
        }
        if ontology.pentaClass(of: code) == 0 { quad? += "; 0 neutral for Phoenix" }
        let children = codes.filter { $0.name.count == code.count + 1 && $0.name.hasPrefix(code) }
        let inside = code.count == 2 ? codes.map(\.name).filter { $0.count > 2 && $0.hasPrefix(code) } : [code]
        var definition = row.definition
        if definition.isEmpty, code.count == 3, code.last == "0" {
            definition = "Where the text does not say which of the codes under \(code.dropLast()) it is."
        }
        return CodebookEntry(
            name: code, title: ontology.name(of: code),
            kind: parent.map { "code of CAMEO, under \($0)" } ?? "root of CAMEO",
            definition: definition.isEmpty ? nil : definition, quad: type.flatMap(ontology.quad(of:)),
            sections: [
                Section("Goldstein", [Line(Self.number(ontology.goldstein(of: code) ?? 0))]),
                Section("quad", quad.map { [Line($0)] } ?? []),
                Section("PLOVER", code.count == 2 ? types(of: inside) : [plover(code)]),
                Section(
                    "differs", lines(differences.filter { inside.contains($0.code) }, naming: code.count == 2)),
                Section("under it", children.map { Line(ontology.name(of: $0.name) ?? "", name: $0.name) }),
                Section(
                    "lexicon",
                    (code.count == 2
                        ? uses.files { inside.contains($0.code) } : uses.places { $0.code == code })
                        + uses.operatorLine(making: inside)),
            ])
    }

    /// What the manual makes of a code, in words.
    private func plover(_ code: String) -> Line {
        guard let conversion = ontology.conversion(of: code) else {
            return Line("no type: a comment, left out of PLOVER's layouts")
        }
        var text = conversion.type.rawValue
        if !conversion.modes.isEmpty { text += ", mode \(conversion.modes.joined(separator: ", "))" }
        if !conversion.contexts.isEmpty { text += ", context \(conversion.contexts.joined(separator: ", "))" }
        if let score = ontology.score(of: conversion.type, modes: conversion.modes) {
            text += "; score \(Self.number(score))"
        }
        if let quad = ontology.quad(of: conversion.type).flatMap(QuadClass.init) { text += ", quad \(quad.words)" }
        if !published.contains(code) { text += "; the published table lacks the code" }
        return Line(text)
    }

    /// The types of some codes, each with how many have it.
    private func types(of codes: [String]) -> [Line] {
        let found = codes.compactMap { ontology.type(of: $0) }
        if found.isEmpty { return [Line("no type: comments, left out of PLOVER's layouts")] }
        return Self.distinct(found).map { type in
            let count = found.count { $0 == type }
            return Line("\(count) of \(codes.count) codes", name: type.rawValue)
        }
    }
}
