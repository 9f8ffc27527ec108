package import Annotation
package import Knowledge

/// PLOVER and CAMEO: types, modes, codes, scores, and the conversion between the two. Loaded once from `ontology/`.
package struct Ontology: Sendable {
    struct TypeFacts: Sendable {
        var quad: Int
        var score: Double
        var modes: [String: Double] = [:]
    }

    struct Conversion: Sendable {
        var type: PloverType
        var modes: [String]
        var contexts: [String]
    }

    private var types: [PloverType: TypeFacts] = [:]
    private(set) var contexts: Set<String> = []
    private var goldstein: [String: Double] = [:]
    private var names: [String: String] = [:]
    private var conversions: [String: Conversion] = [:]
    /// The manual's type where it parts from the table's.
    private var differences: [String: PloverType] = [:]

    /// - Throws: `KnowledgeError` naming file and line.
    package init(data: DataLocation) throws {
        let typeTable = try TextTable(file: data.file("ontology", "types.txt"), columns: 4...4)
        for row in typeTable.rows {
            guard let quad = Int(row.text(1)), let score = Double(row.text(2)) else {
                throw typeTable.error(row, "expected a quad class and a score")
            }
            types[try Self.type(row.text(0), typeTable, row)] = TypeFacts(quad: quad, score: score)
        }
        let modeTable = try TextTable(file: data.file("ontology", "modes.txt"), columns: 3...3)
        for row in modeTable.rows {
            guard let score = Double(row.text(2)) else { throw modeTable.error(row, "expected a score") }
            types[try Self.type(row.text(0), modeTable, row)]?.modes[row.text(1)] = score
        }
        contexts = Set(
            try TextTable(file: data.file("ontology", "contexts.txt"), columns: 1...1).rows.map { $0.text(0) })
        let codeTable = try TextTable(file: data.file("ontology", "cameo.txt"), columns: 3...3)
        for row in codeTable.rows {
            guard let score = Double(row.text(1)) else { throw codeTable.error(row, "expected a Goldstein score") }
            goldstein[row.text(0)] = score
            names[row.text(0)] = row.text(2)
        }
        try readConversions(data)
    }

    private mutating func readConversions(_ data: DataLocation) throws {
        var renamed: [String: String] = [:]
        for row in try TextTable(file: data.file("ontology", "obsolete.txt"), columns: 3...3).rows {
            renamed[row.text(0) + " " + row.text(1)] = row.text(2)
        }
        let table = try TextTable(file: data.file("ontology", "cameo-to-plover.txt"), columns: 4...4)
        for row in table.rows {
            let type = try Self.type(row.text(1), table, row)
            func current(_ kind: String, _ old: [String]) -> [String] {
                old.compactMap { renamed[kind + " " + $0] ?? $0 }.filter { !$0.isEmpty }
            }
            conversions[row.text(0)] = Conversion(
                type: type, modes: current("mode", row.list(2)).filter { types[type]?.modes[$0] != nil },
                contexts: current("context", row.list(3)).filter(contexts.contains))
        }
        let parts = try TextTable(file: data.file("ontology", "differences.txt"), columns: 4...4)
        for row in parts.rows { differences[row.text(0)] = try Self.type(row.text(1), parts, row) }
    }

    private static func type(_ name: String, _ table: TextTable, _ row: TextTable.Row) throws -> PloverType {
        guard let type = PloverType(rawValue: name) else { throw table.error(row, "unknown type \"\(name)\"") }
        return type
    }

    func isCode(_ code: String) -> Bool { goldstein[code] != nil }

    package func name(of code: String) -> String? { names[code] }

    package func goldstein(of code: String) -> Double? { goldstein[code] }

    package func quad(of type: PloverType) -> Int? { types[type]?.quad }

    /// PLOVER's score: that of the strongest mode, else the type's.
    package func score(of type: PloverType, modes: [String]) -> Double? {
        guard let facts = types[type] else { return nil }
        return modes.compactMap { facts.modes[$0] }.max { abs($0) < abs($1) } ?? facts.score
    }

    func isMode(_ mode: String, of type: PloverType) -> Bool { types[type]?.modes[mode] != nil }

    /// What the published table makes of a code.
    package func tableType(of code: String) -> PloverType? { conversions[code]?.type }

    /// The code that says no more than a type.
    package func root(of type: PloverType) -> String {
        switch type {
        case .agree: "030"
        case .consult: "040"
        case .support: "050"
        case .cooperate: "060"
        case .aid: "070"
        case .concede: "081"
        case .retreat: "080"
        case .request: "100"
        case .accuse: "110"
        case .reject: "120"
        case .threaten: "130"
        case .protest: "140"
        case .mobilize: "150"
        case .sanction: "160"
        case .coerce: "170"
        case .assault: "190"
        }
    }

    func conversion(of code: String) -> Conversion? { conversions[code] }

    /// The manual's type for a code, from the recorded differences, the table, or the root.
    package func type(of code: String) -> PloverType? {
        if let type = differences[code] ?? conversions[code]?.type { return type }
        switch code.prefix(2) {
        case "02", "10": return .request
        case "03": return .agree
        case "04": return .consult
        case "05": return .support
        case "06": return .cooperate
        case "07": return .aid
        case "08": return .retreat
        case "09", "11": return .accuse
        case "12": return .reject
        case "13": return .threaten
        case "14": return .protest
        case "15": return .mobilize
        case "16": return .sanction
        case "17": return .coerce
        case "18", "19", "20": return .assault
        default: return nil
        }
    }
}
