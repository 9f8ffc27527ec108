import Annotation
import Foundation
package import Knowledge

/// The names, offices and closed word lists by which actors are known. Loaded once.
package struct ActorKnowledge: Sendable {
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

    /// The user's own first.
    package let dictionaries: [ActorDictionary]
    /// Rows of the user's own dictionaries that were left out, and why.
    package private(set) var faults: [KnowledgeError] = []
    /// The version of all that actors are known from, as 16 hexadecimal digits.
    package private(set) var digest = ""
    private(set) var offices: [StringKey: Office] = [:]
    /// Offices of several words ("security forces"), by the last, with those before.
    private(set) var phrases: [StringKey: [(before: [StringKey], office: Office)]] = [:]
    /// Words that colour an office: "military official".
    private(set) var modifiers: [StringKey: Office] = [:]
    /// Given names that only men, or only women, bear.
    private(set) var givenNames: [StringKey: ActorRecord.Sex] = [:]
    /// Verbs by which somebody says something.
    private(set) var saying: Set<StringKey> = []
    /// Nouns that take up a body named before, with the sectors it may be of; "" for one of whom nothing is known.
    private(set) var bodySectors: [StringKey: Set<String>] = [:]
    private var words: [String: Set<StringKey>] = [:]
    private var agentCodes: [String: String] = [:]
    private var sectorOfAgent: [String: String] = [:]

    /// Reads `actors/` and the user's own dictionaries.
    ///
    /// - Throws: `KnowledgeError` naming file and line of the program's own knowledge, or a dictionary that is not there.
    package init(_ sources: ActorSources) throws {
        var faults: [KnowledgeError] = []
        let loader = DictionaryLoader(cache: sources.cache)
        var dictionaries: [ActorDictionary] = []
        for own in sources.own {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: own.path, isDirectory: &isFolder), !isFolder.boolValue,
                FileManager.default.isReadableFile(atPath: own.path)
            else { throw KnowledgeError(file: own.path, line: nil, Self.unreadable) }
            dictionaries.append(
                // A cached form of a path takes the place of the path's former one.
                try loader.load(
                    "own_\(String(StringKey(own.path).value, radix: 16))", FileManifest([own]), faults: &faults
                ) { file, faults, add in
                    do {
                        try DictionaryFormat.read(file, faults: &faults, add)
                    } catch {
                        throw KnowledgeError(file: file.path, line: nil, Self.unreadable)
                    }
                })
        }
        if !sources.isOwnOnly { dictionaries.append(try Self.program(sources, loader)) }
        self.dictionaries = dictionaries
        self.faults = faults
        let data = sources.data
        try readSectors(TextTable(file: data.file("actors", "sectors.txt"), columns: 3...3))
        try readOffices(TextTable(file: data.file("actors", "offices.txt"), columns: 4...4))
        for row in try TextTable(file: data.file("actors", "words.txt"), columns: 2...2).rows {
            words[row.text(0)] = Set(row.list(1).map { StringKey($0) })
            let kind = row.text(0).split(separator: " ").map(String.init)
            guard kind.first == "body-anaphors" else { continue }
            for word in row.list(1) {
                bodySectors[StringKey(word), default: []].formUnion(kind.dropFirst().map { $0 == "unknown" ? "" : $0 })
            }
        }
        let given = try TextTable(file: data.file("actors", "given-names.txt"), columns: 2...2)
        for row in given.rows {
            guard row.text(0) == "f" || row.text(0) == "m" else {
                throw given.error(row, "expected m or f, found \"\(row.text(0))\"")
            }
            let sex: ActorRecord.Sex = row.text(0) == "f" ? .female : .male
            for name in row.list(1) { givenNames[StringKey(name.lowercased())] = sex }
        }
        for row in try TextTable(file: data.file("statements", "verbs.txt"), columns: 3...3).rows {
            let frames = row.list(1)
            guard frames.contains("quote") || frames.contains("that") || ["say", "ask", "judge"].contains(row.text(0))
            else {
                continue
            }
            saying.formUnion(row.list(2).map { StringKey($0) })
        }
        for dictionary in dictionaries { readAgents(dictionary) }
        let flags = "\(sources.isOwnOnly) \(sources.hasPeople) " + data.digest(of: ["actors", "statements"])
        let whole = dictionaries.reduce(StringKey(flags).value) { ($0 ^ $1.digest) &* 0x100_0000_01B3 }
        let digits = String(whole, radix: 16)
        digest = String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static let unreadable = "is not readable: expected a file, a dictionary of actors"

    /// The program's countries, towns, groups and people, compiled into one.
    private static func program(_ sources: ActorSources, _ loader: DictionaryLoader) throws -> ActorDictionary {
        let folder = sources.data.file("actors")
        var none: [KnowledgeError] = []
        let name = sources.hasPeople ? "actors" : "actors_without_people"
        return try loader.load(name, FileManifest([folder]), faults: &none) { file, _, add in
            let folders = file.deletingLastPathComponent().lastPathComponent
            switch (folders, file.lastPathComponent) {
            case ("people", let name):
                guard sources.hasPeople else { return }
                var faults: [KnowledgeError] = []
                let bytes = try Data(contentsOf: file)
                bytes.withUnsafeBytes { ActorFileReader(file: "people/\(name)").read($0, faults: &faults, add) }
                if let first = faults.first { throw first }
            case ("groups", let name):
                try ActorTables.readGroups(TextTable(file: file, columns: 3...6), file: "groups/\(name)", add)
            case (_, "groups.txt"):
                try ActorTables.readGroups(TextTable(file: file, columns: 3...6), file: "groups.txt", add)
            case (_, "countries.txt"): try ActorTables.readCountries(TextTable(file: file, columns: 4...8), add)
            case (_, "towns.txt"): try ActorTables.readTowns(TextTable(file: file, columns: 2...2), add)
            default: break
            }
        }
    }

    func list(_ name: String) -> Set<StringKey> { words[name] ?? [] }

    /// CAMEO's code of an actor: country, then agent.
    func code(country: String?, sector: String?) -> String? {
        let agent = sector.map { agentCodes[$0] ?? $0 }
        if country == nil, agent == nil { return nil }
        return (country ?? "") + (agent ?? "")
    }

    /// The country and the PLOVER sectors that a code tells of.
    func parts(of code: String) -> (country: String?, sectors: [String]) {
        let head = String(code.prefix(3))
        guard code.utf8.count >= 3 else { return (nil, []) }
        switch head {
        // An armed movement of many countries is one of rebels.
        case "IMG": return (nil, ["REB"])
        case "IGO", "NGO": return (nil, [head])
        // A company of many countries is at home in one: MNCUSA.
        case "MNC": return (code.utf8.count == 6 ? String(code.suffix(3)) : nil, [head])
        default: break
        }
        if let sector = sectorOfAgent[head] { return (nil, [sector]) }
        // Bodies and roles of no country that CAMEO has besides.
        guard CodeShape.country(of: code) != nil else { return (nil, [head]) }
        let agent = String(code.dropFirst(3).prefix(3))
        return (head, agent.isEmpty ? [] : [sectorOfAgent[agent] ?? agent])
    }

    private mutating func readSectors(_ table: TextTable) {
        for row in table.rows {
            agentCodes[row.text(0)] = row.text(1)
            sectorOfAgent[row.text(1)] = row.text(0)
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
                add(office, word)
            }
        }
    }

    private mutating func add(_ office: Office, _ word: String) {
        let words = NameForms.words(word)
        guard let last = words.last else { return }
        if office.strength == .thing {
            modifiers[StringKey(last)] = office
        } else if words.count > 1 {
            let before = words.dropLast().map { StringKey($0) }
            phrases[StringKey(last), default: []].removeAll { $0.before == before }
            phrases[StringKey(last), default: []].append((before, office))
        } else {
            offices[StringKey(word.lowercased())] = office
        }
    }

    /// The words for people of a user's own dictionary: they come before the program's.
    private mutating func readAgents(_ dictionary: ActorDictionary) {
        for actor in dictionary.agents {
            let record = dictionary.record(actor)
            guard let term = record.terms.first, term.code.hasPrefix("~") else { continue }
            let agent = String(term.code.dropFirst().prefix(3))
            guard agent.utf8.count == 3 else { continue }
            add(
                Office(
                    sector: sectorOfAgent[agent] ?? agent, strength: .strong, isPerson: true, isGroup: true,
                    needsCountry: false, evidence: "\(record.file):\(term.line)"), record.names[0].text)
        }
    }
}
