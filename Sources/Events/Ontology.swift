package import Annotation

/// PLOVER and CAMEO: types, modes, codes, scores, and the conversion between the two. Loaded once from `ontology/`; what
/// people read of it (definitions, reasons, uses) is in `Codebook`.
package struct Ontology: Sendable {
    struct TypeFacts: Sendable {
        var quad: Int
        var score: Double
        /// The CAMEO code that says no more than the type.
        var code: String
        var modes: [String: Double] = [:]
    }

    /// What a code of CAMEO is in PLOVER.
    package struct Conversion: Sendable, Equatable {
        package var type: PloverType
        package var modes: [String]
        package var contexts: [String]
    }

    /// The classes that other data sets make of a root of CAMEO.
    struct RootFacts: Sendable {
        /// GDELT's QuadClass, 1 to 4: not PLOVER's, which counts requests as conflict.
        var quad: Int
        /// Phoenix's PentaClass, 0 to 4.
        var penta: Int
        var type: PloverType?
    }

    var types: [PloverType: TypeFacts] = [:]
    var contexts: Set<String> = []
    /// Contexts that come with a mode, by "COERCE/cyber".
    var modeContexts: [String: [String]] = [:]
    var goldstein: [String: Double] = [:]
    var names: [String: String] = [:]
    var roots: [String: RootFacts] = [:]
    /// The table's conversions, its gaps filled.
    var conversions: [String: Conversion] = [:]
    /// The manual's conversions, where they part from the table's.
    var manual: [String: Conversion] = [:]
    /// Other types that the manual gives to some of the deeds under a code.
    var alternatives: [String: [Conversion]] = [:]

    // MARK: - PLOVER

    package func quad(of type: PloverType) -> Int? { types[type]?.quad }

    /// PLOVER's score: that of the strongest mode, else the type's.
    package func score(of type: PloverType, modes: [String]) -> Double? {
        guard let facts = types[type] else { return nil }
        return modes.compactMap { facts.modes[$0] }.max { abs($0) < abs($1) } ?? facts.score
    }

    package func isMode(_ mode: String, of type: PloverType) -> Bool { types[type]?.modes[mode] != nil }

    package func isContext(_ context: String) -> Bool { contexts.contains(context) }

    /// The contexts that come with modes: a cyber attack is of the context cyber.
    package func contexts(broughtBy modes: [String], of type: PloverType) -> [String] {
        modes.flatMap { modeContexts["\(type.rawValue)/\($0)"] ?? [] }
    }

    /// The code that says no more than a type.
    package func root(of type: PloverType) -> String { types[type]?.code ?? "" }

    // MARK: - CAMEO

    package func isCode(_ code: String) -> Bool { goldstein[code] != nil }

    package func name(of code: String) -> String? { names[code] }

    package func goldstein(of code: String) -> Double? { goldstein[code] }

    /// GDELT's QuadClass of a code, by its root.
    package func cameoQuad(of code: String) -> Int? { roots[String(code.prefix(2))]?.quad }

    /// Phoenix's PentaClass of a code, by its root.
    package func pentaClass(of code: String) -> Int? { roots[String(code.prefix(2))]?.penta }

    // MARK: - From one to the other

    /// What the published table makes of a code, or would by its own logic; nil for comments.
    package func tableType(of code: String) -> PloverType? { conversions[code]?.type }

    /// The manual's type for a code: by the recorded differences, else by the table; nil for comments.
    package func type(of code: String) -> PloverType? {
        conversion(of: code)?.type ?? roots[String(code.prefix(2))]?.type
    }

    /// What the manual makes of a code.
    package func conversion(of code: String) -> Conversion? { manual[code] ?? conversions[code] }

    /// What a code means in an event of a type: nil where neither the manual nor the table has it so.
    package func conversion(of code: String, as type: PloverType) -> Conversion? {
        ([manual[code], conversions[code]].compactMap(\.self) + (alternatives[code] ?? [])).first { $0.type == type }
    }
}
