import Annotation
import Knowledge

/// Reads PETRARCH's file of countries, whose names stand between tags, one a line:
///
///     <Country>
///     <CountryCode>ERI</CountryCode>
///     <CountryName>ERIADOR</CountryName>
///     <Nationality>
///     ERIADORAN
///     </Nationality>
///     <Capital> … <MajorCities> … <Regions> … <GeogFeatures> …
///     <GovernmentMembers>
///     JANE_DOE_ [20010120-20090120] [ELI >20090120]
///     +DOE
///     </GovernmentMembers>
///     </Country>
///
/// A country with its peoples and capitals is one actor of the code that the file gives; towns, regions and features are
/// actors of their own, as they are places first. A member's code is told without the country's; without one it is GOV.
/// What stands between other tags (numbers of other code books) is passed over.
struct CountryFileReader {
    let file: String

    func read(_ bytes: UnsafeRawBufferPointer, faults: inout [KnowledgeError], _ add: (ActorRecord) -> Void) {
        var work = Work(file: file)
        let problems = PetrarchLines.each(of: bytes) { number, content in
            var rest = Lines.trimmed(content)
            while !rest.isEmpty {
                do throws(Malformed) {
                    switch try CountryFilePiece(takenFrom: &rest) {
                    case .open(let tag): work.open(tag, number, add)
                    case .close(let tag): work.close(tag, add)
                    case .text(let text): try work.read(text, number)
                    }
                } catch {
                    work.report(number, error)
                }
            }
        }
        work.end(add)
        for problem in problems { work.report(problem.line, problem.error) }
        faults += work.faults
    }
}

/// A file that is being read.
private struct Work {
    enum Section: String {
        case code = "countrycode"
        case name = "countryname"
        case people = "nationality"
        case capital
        case cities = "majorcities"
        case regions
        case features = "geogfeatures"
        case members = "governmentmembers"
    }

    struct Member {
        var line: Int
        var names: [String]
        var codes: [PetrarchCode]
    }

    struct Country {
        var line: Int
        var code = ""
        /// Of the country, its peoples and its capitals.
        var names: [ActorRecord.Name] = []
        var towns: [(name: String, line: Int)] = []
        var members: [Member] = []
    }

    let file: String
    private(set) var faults: [KnowledgeError] = []
    private var country: Country?
    private var section: Section?
    /// Inside a tag that says nothing of names.
    private var passedOver: String?

    init(file: String) { self.file = file }

    mutating func report(_ line: Int, _ error: Malformed) {
        faults.append(KnowledgeError(file: file, line: line, error.message))
    }

    mutating func open(_ tag: String, _ line: Int, _ add: (ActorRecord) -> Void) {
        if tag == "country" {
            if country != nil { end(add) }
            country = Country(line: line)
        } else if country != nil {
            section = Section(rawValue: tag)
            passedOver = section == nil ? tag : nil
        }
    }

    mutating func close(_ tag: String, _ add: (ActorRecord) -> Void) {
        section = nil
        passedOver = nil
        if tag == "country" { finish(add) }
    }

    /// Ends the file, or a country that another begins in.
    mutating func end(_ add: (ActorRecord) -> Void) {
        guard let country else { return }
        report(country.line, Malformed("expected </Country> further down: the country is never closed"))
        finish(add)
    }

    mutating func read(_ text: ArraySlice<UInt8>, _ line: Int) throws(Malformed) {
        // What stands outside the countries is a title.
        guard country != nil, passedOver == nil else { return }
        guard let section else {
            let found = Lines.shown(String(decoding: text, as: UTF8.self))
            throw Malformed("expected a tag such as <CountryName>, found \(found)")
        }
        if section == .members { return try readMember(text, line) }
        for part in text.split(separator: UInt8(ascii: ",")) {
            let parsed = try PetrarchLine(part)
            guard parsed.brackets.isEmpty else {
                throw Malformed("expected a name alone, found \(Lines.shown(String(decoding: part, as: UTF8.self)))")
            }
            // A synonym is a name like the others here.
            let raw = parsed.name.hasPrefix("+") ? String(parsed.name.dropFirst()) : parsed.name
            let name = PetrarchName.text(raw, mayBeAcronym: section == .name)
            if name.isEmpty { continue }
            switch section {
            case .code: country?.code = raw
            case .name: country?.names.append(.init(name, .country))
            case .people: country?.names.append(.init(name, .people))
            case .capital: country?.names.append(.init(name, .capital))
            default: country?.towns.append((name, line))
            }
        }
    }

    private mutating func readMember(_ text: ArraySlice<UInt8>, _ line: Int) throws(Malformed) {
        let isSynonym = text.first == UInt8(ascii: "+")
        let parsed = try PetrarchLine(isSynonym ? text.dropFirst() : text)
        var codes: [PetrarchCode] = []
        for bracket in parsed.brackets { codes.append(try PetrarchCode(bracket)) }
        let name = PetrarchName.text(parsed.name, mayBeAcronym: false)
        if let last = country?.members.indices.last, isSynonym || name.isEmpty {
            if !name.isEmpty { country?.members[last].names.append(name) }
            country?.members[last].codes += codes
            return
        }
        guard !name.isEmpty, !isSynonym else {
            throw Malformed("expected a name, found \(Lines.shown(String(decoding: text, as: UTF8.self)))")
        }
        country?.members.append(Member(line: line, names: [name], codes: codes))
    }

    // MARK: - Records

    private mutating func finish(_ add: (ActorRecord) -> Void) {
        section = nil
        passedOver = nil
        guard let country else { return }
        self.country = nil
        guard CodeShape.isCountry(country.code) else {
            report(
                country.line,
                Malformed("expected <CountryCode> of three capitals in the country, found \(Lines.shown(country.code))")
            )
            return
        }
        if let record = record(of: country) { add(record) }
        for town in country.towns {
            add(
                ActorRecord(
                    names: [.init(town.name, .town)], kind: .country,
                    terms: [.init(code: country.code, line: town.line)],
                    file: file, line: town.line))
        }
        for member in country.members { add(record(of: member, country.code)) }
    }

    private mutating func record(of country: Country) -> ActorRecord? {
        var names: [ActorRecord.Name] = country.names.filter { $0.use == .country }
        guard !names.isEmpty else {
            report(country.line, Malformed("expected <CountryName> in the country \(country.code), found none"))
            return nil
        }
        var known = Set(country.names.map { $0.text })
        for name in country.names where name.use == .people {
            names.append(name)
            // TABARI takes a name with any ending.
            let plural = name.text + "s"
            if !name.text.hasSuffix("s"), known.insert(plural).inserted { names.append(.init(plural, .people)) }
        }
        names += country.names.filter { $0.use == .capital }
        return ActorRecord(
            names: names, kind: .country, terms: [.init(code: country.code, line: country.line)], file: file,
            line: country.line)
    }

    private func record(of member: Member, _ country: String) -> ActorRecord {
        var terms: [ActorRecord.Term] = []
        for code in member.codes {
            for text in code.codes.isEmpty ? ["GOV"] : code.codes {
                let isWhole = text.isEmpty || text.hasPrefix(country) || text.utf8.count > 3
                terms.append(.init(code: isWhole ? text : country + text, period: code.period, line: member.line))
            }
        }
        if terms.isEmpty { terms = [.init(code: country + "GOV", line: member.line)] }
        let isLong = member.names[0].utf8.contains(32)
        let names = member.names.enumerated().map { i, name in
            ActorRecord.Name(name, i > 0 && isLong && !name.utf8.contains(32) ? .alone : .person)
        }
        return ActorRecord(names: names, kind: .person, terms: terms.asRestrictions(), file: file, line: member.line)
    }
}
