import Annotation
package import Knowledge

extension Ontology {
    /// Reads `ontology/`; every name that a file uses must stand in the file that it belongs to.
    ///
    /// - Throws: `KnowledgeError` naming file and line.
    package init(data: DataLocation) throws {
        self.init()
        try readPlover(data)
        try readCameo(data)
        try readConversions(data)
        try readDifferences(data)
    }

    private mutating func readPlover(_ data: DataLocation) throws {
        for row in try TextTable(file: data.file("ontology", "contexts.txt"), columns: 1...1).rows {
            contexts.insert(row.text(0))
        }
        let typeTable = try TextTable(file: data.file("ontology", "types.txt"), columns: 5...5)
        for row in typeTable.rows {
            guard let quad = Int(row.text(1)), let score = Double(row.text(2)) else {
                throw typeTable.error(row, "expected a quad class and a score")
            }
            types[try type(row.text(0), typeTable, row)] = TypeFacts(quad: quad, score: score, code: row.text(3))
        }
        if let missing = PloverType.allCases.first(where: { types[$0] == nil }) {
            throw KnowledgeError(file: typeTable.name, line: nil, "has no row for \(missing.rawValue)")
        }
        let modeTable = try TextTable(file: data.file("ontology", "modes.txt"), columns: 4...4)
        for row in modeTable.rows {
            guard let score = Double(row.text(2)) else { throw modeTable.error(row, "expected a score") }
            types[try type(row.text(0), modeTable, row)]?.modes[row.text(1)] = score
            let brought = row.list(3)
            try brought.forEach { try check(context: $0, modeTable, row) }
            if !brought.isEmpty { modeContexts["\(row.text(0))/\(row.text(1))"] = brought }
        }
    }

    private mutating func readCameo(_ data: DataLocation) throws {
        let codeTable = try TextTable(file: data.file("ontology", "cameo.txt"), columns: 3...3)
        for row in codeTable.rows {
            guard let score = Double(row.text(1)) else { throw codeTable.error(row, "expected a Goldstein score") }
            goldstein[row.text(0)] = score
            names[row.text(0)] = row.text(2)
        }
        let rootTable = try TextTable(file: data.file("ontology", "roots.txt"), columns: 4...4)
        for row in rootTable.rows {
            guard let quad = Int(row.text(1)), let penta = Int(row.text(2)) else {
                throw rootTable.error(row, "expected two classes")
            }
            let type = row.text(3).isEmpty ? nil : try type(row.text(3), rootTable, row)
            roots[row.text(0)] = RootFacts(quad: quad, penta: penta, type: type)
        }
    }

    private mutating func readConversions(_ data: DataLocation) throws {
        let renamed = try Renamed(data: data)
        for name in ["cameo-to-plover.txt", "beyond-the-table.txt"] {
            let table = try TextTable(file: data.file("ontology", name), columns: 4...4)
            for row in table.rows {
                let type = try type(row.text(1), table, row)
                let (modes, contexts) = renamed.current(modes: row.list(2), contexts: row.list(3))
                try contexts.forEach { try check(context: $0, table, row) }
                // The table gives a code or two a mode of another type: differences.txt has what the manual says.
                conversions[row.text(0)] = Conversion(
                    type: type, modes: modes.filter { isMode($0, of: type) }, contexts: contexts)
            }
        }
    }

    private mutating func readDifferences(_ data: DataLocation) throws {
        let table = try TextTable(file: data.file("ontology", "differences.txt"), columns: 5...5)
        for row in table.rows {
            let parts = row.text(2).split(separator: "/", maxSplits: 1).map(String.init)
            let type = try type(parts.first ?? "", table, row)
            let modes = Array(parts.dropFirst())
            if let mode = modes.first, !isMode(mode, of: type) { throw table.error(row, "unknown mode \"\(mode)\"") }
            let code = row.text(0)
            let conversion = Conversion(type: type, modes: modes, contexts: conversions[code]?.contexts ?? [])
            switch row.text(1) {
            case "usual": manual[code] = conversion
            case "also": alternatives[code, default: []].append(conversion)
            default: throw table.error(row, "expected usual or also, found \"\(row.text(1))\"")
            }
        }
    }

    private func type(_ name: String, _ table: TextTable, _ row: TextTable.Row) throws -> PloverType {
        guard let type = PloverType(rawValue: name) else { throw table.error(row, "unknown type \"\(name)\"") }
        return type
    }

    private func check(context: String, _ table: TextTable, _ row: TextTable.Row) throws {
        guard contexts.contains(context) else { throw table.error(row, "unknown context \"\(context)\"") }
    }
}

/// What became of the modes and contexts that the manual has dropped since the table was made.
private struct Renamed {
    private var modes: [String: (isContext: Bool, name: String)] = [:]
    private var contexts: [String: String] = [:]

    init(data: DataLocation) throws {
        let table = try TextTable(file: data.file("ontology", "obsolete.txt"), columns: 4...4)
        for row in table.rows {
            switch (row.text(0), row.text(2)) {
            case ("mode", "mode"): modes[row.text(1)] = (false, row.text(3))
            case ("mode", "context"): modes[row.text(1)] = (true, row.text(3))
            case ("context", "context"): contexts[row.text(1)] = row.text(3)
            default: throw table.error(row, "expected mode or context in the first and the third column")
            }
        }
    }

    func current(modes old: [String], contexts oldContexts: [String]) -> (modes: [String], contexts: [String]) {
        var current: (modes: [String], contexts: [String]) = ([], oldContexts.map { contexts[$0] ?? $0 })
        for mode in old {
            let (isContext, name) = modes[mode] ?? (false, mode)
            if name.isEmpty { continue }
            if isContext { current.contexts.append(name) } else { current.modes.append(name) }
        }
        return current
    }
}
