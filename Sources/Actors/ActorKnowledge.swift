import Annotation
package import Knowledge

/// The names, offices and closed word lists by which actors are known. Loaded once.
package struct ActorKnowledge: Sendable {
    /// A name of the tables and what it stands for.
    struct Known: Sendable {
        enum Use: Sendable {
            /// A country by its own name.
            case country
            /// Its people or its adjective: "Afghan", "Afghans".
            case people
            /// Its capital or seat: a place, or the government.
            case capital
            /// A name that stands for the government alone: "the Kremlin".
            case seat
            /// A body, organisation or group.
            case body
        }

        var name: String
        var code: String
        var country: String?
        var sectors: [String]
        var kind: Actor.Kind
        var use: Use
        /// "countries.txt:3".
        var evidence: String
        /// Acronyms match only in capitals: "WHO" is no pronoun.
        var isAcronym: Bool
    }

    /// A word for people by what they do.
    struct Office: Sendable {
        enum Strength: Sendable { case strong, weak, thing }

        var sector: String
        var strength: Strength
        var isPerson: Bool
        var isGroup: Bool
        /// The sector holds only with a country beside it: any "leader" is not a government.
        var needsCountry: Bool
        var evidence: String
    }

    private(set) var names = PhraseTable<Int32>()
    private(set) var known: [Known] = []
    /// Index in `known` of a country's own entry, by ISO code.
    private(set) var countryEntry: [String: Int] = [:]
    private(set) var offices: [StringKey: Office] = [:]
    /// Offices of two words ("security forces"), by the last, with the one before.
    private(set) var phrases: [StringKey: [(before: StringKey, office: Office)]] = [:]
    /// Words that colour an office: "military official".
    private(set) var modifiers: [StringKey: Office] = [:]
    private var words: [String: Set<StringKey>] = [:]
    private var agentCodes: [String: String] = [:]

    /// Reads `actors/`.
    ///
    /// - Throws: `KnowledgeError` naming file and line.
    package init(data: DataLocation) throws {
        try readSectors(TextTable(file: data.file("actors", "sectors.txt"), columns: 3...3))
        try readCountries(TextTable(file: data.file("actors", "countries.txt"), columns: 4...5))
        try readGroups(TextTable(file: data.file("actors", "groups.txt"), columns: 3...4))
        try readOffices(TextTable(file: data.file("actors", "offices.txt"), columns: 4...4))
        for row in try TextTable(file: data.file("actors", "words.txt"), columns: 2...2).rows {
            words[row.text(0)] = Set(row.list(1).map { StringKey($0) })
        }
    }

    func list(_ name: String) -> Set<StringKey> { words[name] ?? [] }

    /// CAMEO's code of an actor: country, then agent.
    func code(country: String?, sector: String?) -> String? {
        let agent = sector.map { agentCodes[$0] ?? $0 }
        if country == nil, agent == nil { return nil }
        return (country ?? "") + (agent ?? "")
    }

    private mutating func readSectors(_ table: TextTable) {
        for row in table.rows { agentCodes[row.text(0)] = row.text(1) }
    }

    private mutating func readCountries(_ table: TextTable) throws {
        for row in table.rows {
            let code = row.text(0)
            guard code.utf8.count == 3 else {
                throw table.error(row, "expected a code of three letters, found \"\(code)\"")
            }
            let names = row.list(1)
            guard let first = names.first else { throw table.error(row, "expected a name for \(code)") }
            func entry(_ use: Known.Use, _ name: String) -> Known {
                Known(
                    name: first, code: code + "GOV", country: code, sectors: ["GOV"], kind: .country, use: use,
                    evidence: "\(table.name):\(row.line)", isAcronym: Self.isAcronym(name))
            }
            countryEntry[code] = known.count
            for name in names { add(entry(.country, name), [name]) }
            for people in row.list(2) { add(entry(.people, people), [people, people + "s"]) }
            for capital in row.list(3) { add(entry(.capital, capital), [capital]) }
            for seat in row.list(4) { add(entry(.seat, seat), [seat]) }
        }
    }

    private mutating func readGroups(_ table: TextTable) throws {
        for row in table.rows {
            let names = row.list(1)
            guard let first = names.first else { throw table.error(row, "expected a name") }
            let kind: Actor.Kind
            switch row.text(2) {
            case "armed", "party", "people": kind = .group
            case "state", "igo", "ngo", "company", "media": kind = .organization
            default: throw table.error(row, "unknown kind \"\(row.text(2))\"")
            }
            let code = row.text(0)
            let country = row.text(3).isEmpty ? nil : row.text(3)
            let sector = country == nil ? String(code.prefix(3)) : String(code.dropFirst(3).prefix(3))
            for name in names {
                add(
                    Known(
                        name: first, code: code, country: country, sectors: sector.isEmpty ? [] : [sector], kind: kind,
                        use: .body, evidence: "\(table.name):\(row.line)", isAcronym: Self.isAcronym(name)), [name])
            }
        }
    }

    private mutating func readOffices(_ table: TextTable) throws {
        for row in table.rows {
            let strength: Office.Strength
            let sector = row.text(0).hasSuffix("?") ? String(row.text(0).dropLast()) : row.text(0)
            switch row.text(2) {
            case "strong": strength = .strong
            case "weak": strength = .weak
            case "thing": strength = .thing
            default: throw table.error(row, "expected strong, weak or thing, found \"\(row.text(2))\"")
            }
            for word in row.list(1) {
                let office = Office(
                    sector: sector, strength: strength, isPerson: row.text(3) != "group",
                    isGroup: row.text(3) != "person", needsCountry: row.text(0).hasSuffix("?"),
                    evidence: "\(table.name):\(row.line)")
                let words = PhraseTable<Int>.words(word)
                guard let last = words.last else { continue }
                if strength == .thing {
                    modifiers[StringKey(last)] = office
                } else if words.count == 2 {
                    phrases[StringKey(last), default: []].append((StringKey(words[0]), office))
                } else {
                    offices[StringKey(word)] = office
                }
            }
        }
    }

    private mutating func add(_ entry: Known, _ names: [String]) {
        let index = Int32(known.count)
        known.append(entry)
        for name in names { self.names.add(name, index) }
    }

    private static func isAcronym(_ name: String) -> Bool {
        name.utf8.count <= 6 && name.utf8.allSatisfy { (65...90).contains($0) || $0 == 46 || (48...57).contains($0) }
    }
}
