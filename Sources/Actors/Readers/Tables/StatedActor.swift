import Annotation

/// An actor as a row of a table or an object of JSON states it, before what it leaves open is settled.
struct StatedActor {
    enum Kind: String { case person, country, group, organization, agent }

    let name: String
    var aliases: [String] = []
    /// Names used alone.
    var alone: [String] = []
    var kind: Kind?
    var sex = ActorRecord.Sex.unknown
    var terms: [ActorRecord.Term] = []
    var line: Int

    init(name: String, line: Int) throws(Malformed) {
        self.name = Lines.cleaned(name)
        self.line = line
        if self.name.isEmpty { throw Malformed("expected a name, found none") }
    }

    static func kind(_ text: String) throws(Malformed) -> Kind? {
        let text = text.lowercased()
        if text.isEmpty { return nil }
        guard let kind = Kind(rawValue: text == "organisation" ? "organization" : text) else {
            throw Malformed("expected person, country, group, organization or agent, found \(Lines.shown(text))")
        }
        return kind
    }

    static func sex(_ text: String) throws(Malformed) -> ActorRecord.Sex {
        switch text.lowercased() {
        case "": return .unknown
        case "m", "male": return .male
        case "f", "female": return .female
        default: throw Malformed("expected m or f, found \(Lines.shown(text))")
        }
    }

    /// Adds a term; `code` goes before `country` and `sector`, of which several are parted by `;` or `|`.
    mutating func addTerm(
        code: String, country: String = "", sector: String = "", role: String, from: String, until: String,
        checked: String, line: Int
    ) throws(Malformed) {
        var stated = try CodeShape.read(code)
        if code.isEmpty {
            let sectors = sector.split { $0 == ";" || $0 == "|" }.map { Lines.cleaned($0) }
            stated = try CodeShape.read(country + sectors.joined())
            guard !stated.isEmpty else { throw Malformed("expected a code, or a country or sector, found none") }
            guard country.isEmpty || CodeShape.isCountry(country) else {
                throw Malformed("expected a country of three capitals such as IRN, found \(Lines.shown(country))")
            }
        }
        let period = Period(from: try Self.bound(from), until: try Self.bound(until))
        if period.isImpossible { throw Malformed("expected dates in order, found \(from) to \(until)") }
        terms.append(
            .init(
                code: stated, role: Lines.cleaned(role), period: period, checked: Lines.cleaned(checked), line: line))
    }

    private static func bound(_ text: String) throws(Malformed) -> Period.Bound {
        if text.isEmpty { return .open }
        guard let bound = Period.Bound(text) else {
            throw Malformed("expected a date as 2013, 2013-09 or 2013-09-10, ? or -, found \(Lines.shown(text))")
        }
        return bound
    }

    /// Takes in another row of the same name: its terms and names.
    mutating func merge(_ other: StatedActor) throws(Malformed) {
        if let kind, let stated = other.kind, kind != stated {
            throw Malformed("expected \(kind.rawValue) as for \(name) in line \(line), found \(stated.rawValue)")
        }
        if sex != .unknown, other.sex != .unknown, sex != other.sex {
            throw Malformed("expected the sex of \(name) in line \(line), found the other")
        }
        kind = kind ?? other.kind
        if sex == .unknown { sex = other.sex }
        for alias in other.aliases where !aliases.contains(alias) { aliases.append(alias) }
        for name in other.alone where !alone.contains(name) { alone.append(name) }
        terms += other.terms
    }

    /// The actor's record; an agent's are one a name.
    func records(file: String) throws(Malformed) -> [ActorRecord] {
        guard sex == .unknown || kind == nil || kind == .person else {
            throw Malformed("expected a sex of a person alone, found one of \(Lines.shown(name))")
        }
        if kind == .agent {
            let terms = terms.chronological().map { term in
                var term = term
                if !term.code.isEmpty, !term.code.hasPrefix("~") { term.code = "~" + term.code }
                return term
            }
            return ([name] + aliases).map {
                ActorRecord(names: [.init($0, .agent)], kind: .unknown, terms: terms, file: file, line: line)
            }
        }
        if let agent = terms.first(where: { $0.code.hasPrefix("~") }) {
            throw Malformed("expected the kind agent beside the code \(agent.code)")
        }
        let (kind, use) = settled
        let names = ([name] + aliases).map { ActorRecord.Name($0, use) } + alone.map { .init($0, .alone) }
        return [
            ActorRecord(names: names, kind: kind, sex: sex, terms: terms.chronological(), file: file, line: line)
        ]
    }

    /// Whoever has a sex, a name used alone or an office in words is a person; else `KindGuess` decides.
    private var settled: (kind: Actor.Kind, use: ActorRecord.Use) {
        switch kind {
        case .person: return (.person, .person)
        case .country: return (.country, .country)
        case .group: return (.group, .body)
        case .organization: return (.organization, .body)
        case .agent: return (.unknown, .agent)
        case nil:
            if sex != .unknown || !alone.isEmpty || terms.contains(where: { !$0.role.isEmpty }) {
                return (.person, .person)
            }
            return KindGuess.kind(of: name, terms: terms)
        }
    }
}
