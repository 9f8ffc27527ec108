import Annotation

/// An actor of a dictionary as it stands at one place of a report: what its code is on the report's day.
struct Known {
    /// Which actor of which dictionary.
    struct Identity: Hashable {
        var dictionary: Int
        var actor: Int
        /// The country that a name of every state's bodies was given by the report.
        var owner: String? = nil
    }

    var identity: Identity
    var name: String
    var code: String
    var country: String?
    var sectors: [String]
    var kind: Actor.Kind
    var use: ActorRecord.Use
    /// "countries.txt:3".
    var evidence: String
    var isAcronym: Bool
    var sex: ActorRecord.Sex
    /// The office it held on that day, or the last one before.
    var role: String?
    var isFormer: Bool
    /// How well the name fits the day: of several actors of one name the best is taken.
    var relation: Period.Relation
    var terms: [Actor.Term]
    /// Whether the dictionary says from when or until when.
    var isDated: Bool
}

extension ActorKnowledge {
    /// What a dictionary says of an actor on a day.
    ///
    /// - Parameters:
    ///   - day: days since 1970; nil where nobody knows when the report was written.
    ///   - grace: so many days after an office ended its holder is still told of as such: reports on a resignation, or on a
    ///     death in office.
    func known(
        _ reference: ActorDictionary.Reference, in dictionary: Int, on day: Int?, grace: Int = 7
    ) -> Known {
        let record = dictionaries[dictionary].record(reference.actor)
        var chosen = record.term(on: day)
        if grace > 0, chosen.relation == .after, let day {
            let earlier = record.term(on: day - grace)
            if earlier.relation >= .possible { chosen = earlier }
        }
        let term = record.terms.indices.contains(chosen.index) ? record.terms[chosen.index] : nil
        let evidence = "\(record.file):\(term?.line ?? record.line)"
        let (country, home) = parts(of: term?.code ?? "")
        var sectors = home
        var code = term?.code ?? ""
        // Who held an office and holds none is one of the former elite.
        let isOver = record.kind == .person && chosen.relation == .after
        // Parties, movements and callings are no offices: who led them is still of them.
        let isFormer =
            isOver && ["GOV", "LEG", "MIL", "JUD", "COP", "SPY", "IGO"].contains(sectors.first ?? "")
        if isFormer, let country, ["GOV", "LEG", "MIL", "JUD", "COP", "SPY"].contains(sectors.first ?? "") {
            sectors = ["ELI"]
            code = self.code(country: country, sector: "ELI") ?? code
        }
        if reference.use == .town { sectors = [] }
        if record.kind == .person, chosen.relation == .before {
            // Not yet in office: of the country, and no more is known.
            sectors = []
            code = country ?? code
        }
        return Known(
            identity: .init(dictionary: dictionary, actor: reference.actor), name: record.names[0].text, code: code,
            country: country, sectors: sectors, kind: record.kind, use: reference.use, evidence: evidence,
            isAcronym: reference.isAcronym, sex: record.sex,
            role: chosen.relation == .before ? nil : term.flatMap { $0.role.isEmpty ? nil : $0.role },
            isFormer: isFormer, relation: chosen.relation,
            terms: record.kind == .person || record.terms.count > 1
                ? record.terms.map { actorTerm($0, file: record.file) } : [],
            isDated: term.map { $0.period.from.isKnown || $0.period.until.isKnown } ?? false)
    }

    private func actorTerm(_ term: ActorRecord.Term, file: String) -> Actor.Term {
        let (country, sectors) = parts(of: term.code)
        let from = term.period.from
        let until = term.period.until
        return Actor.Term(
            code: term.code, country: country, sectors: sectors, role: term.role.isEmpty ? nil : term.role,
            from: from.isKnown ? from.first : nil, until: until.isKnown ? until.last : nil,
            evidence: "\(file):\(term.line)")
    }
}

extension ActorRecord {
    /// The term that holds on a day, and how well: the last that begins among those that hold, else the last that is over,
    /// else the first to come. Without a day it is the last one of all.
    func term(on day: Int?) -> (index: Int, relation: Period.Relation) {
        guard !terms.isEmpty else { return (-1, .within) }
        guard let day else {
            // The last office of state, where there is one, is what the actor is known for.
            let last = terms.indices.last { terms[$0].code.dropFirst(3).hasPrefix("GOV") } ?? terms.count - 1
            return (last, .within)
        }
        var best = 0
        var relation = Period.Relation.before
        for (i, term) in terms.enumerated() {
            let r = term.period.relation(to: day)
            // Among offices that are over the last one held counts, among those to come the first; an acting one counts less.
            // Who leads a party and governs is of the government.
            let isGoverning = terms[best].code.dropFirst(3).hasPrefix("GOV") && !term.code.dropFirst(3).hasPrefix("GOV")
            let isLesser = r >= .possible && r == relation && (term.role.hasPrefix("acting ") || isGoverning)
            // A body between states comes after an office of the actor's own state.
            let isBehind =
                r == .after && relation == .after && i > 0 && term.code.hasPrefix("IGO")
                && !terms[best].code.hasPrefix("IGO")
            if r > relation || (r == relation && r != .before && !isLesser && !isBehind) { (best, relation) = (i, r) }
        }
        return (best, relation)
    }
}
