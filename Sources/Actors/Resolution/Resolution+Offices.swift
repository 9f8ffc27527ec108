import Annotation

/// Offices that a clause tells of: "who heads the council", "a delegation led by X", "appointed X as minister".
extension Resolution {
    mutating func readOffices() {
        let heading = knowledge.list("heading-verbs")
        let appointing = knowledge.list("appointing-verbs")
        let leaving = knowledge.list("leaving-verbs")
        for (i, token) in document.tokens.enumerated() where token.pos == .verb {
            // "X resigned as minister" is a minister's deed, "X, who resigned as minister" is one no more.
            if leaving.contains(token.lemma), isWith("as", i) { readAppointment(i, isOver: token.dependency == .relcl) }
            if heading.contains(token.lemma) { readHeading(i) }
            if appointing.contains(token.lemma) { readAppointment(i) }
        }
    }

    private func isWith(_ preposition: StringKey, _ verb: Int) -> Bool {
        document.children(of: verb).contains { document.tokens[Int($0)].lower == preposition }
    }

    /// "X heads the council", "X, who heads it", "the council headed by X".
    private mutating func readHeading(_ verb: Int) {
        let token = document.tokens[verb]
        if token.dependency == .acl, let agent = agent(of: verb) {
            let body = Int(token.head)
            guard placeAt[body] >= 0 else { return }
            give(whatOf: body, to: agent, role: nil)
            give(whatOf: agent, toLed: body)
            return
        }
        var leader: Int?
        if token.dependency == .relcl, hasRelativeSubject(verb) {
            leader = Int(token.head)
        } else {
            leader = document.children(of: verb).map { Int($0) }.first { document.tokens[$0].dependency == .nsubj }
        }
        guard let leader,
            let body = document.children(of: verb).map({ Int($0) })
                .first(where: { document.tokens[$0].dependency == .dobj }), placeAt[body] >= 0
        else { return }
        give(whatOf: body, to: leader, role: document.span(of: verb..<(body + 1)))
    }

    private func hasRelativeSubject(_ verb: Int) -> Bool {
        document.children(of: verb).contains {
            document.tokens[Int($0)].dependency == .nsubj && document.tokens[Int($0)].tag == .wp
        }
    }

    private func agent(of verb: Int) -> Int? {
        for child in document.children(of: verb) where document.tokens[Int(child)].dependency == .agent {
            return document.objects(ofPreposition: Int(child)).first
        }
        return nil
    }

    /// A person of whom nothing is known is of the body that he or she leads.
    private mutating func give(whatOf body: Int, to leader: Int, role: TextSpan?) {
        guard placeAt[leader] >= 0 else { return }
        let person = root(places[Int(placeAt[leader])].actor)
        let theirs = drafts[root(places[Int(placeAt[body])].actor)]
        guard drafts[person].kind == .person, drafts[person].description.isEmpty, theirs.kind != .person,
            theirs.description.code != nil
        else { return }
        drafts[person].description = theirs.description
        drafts[person].description.role = role
        drafts[person].description.evidence = [
            .text(role ?? document.span(of: places[Int(placeAt[body])].tokens))
        ]
    }

    /// "a delegation led by the Jordanian minister": of whose country it is, and of whose sector, where it has none.
    private mutating func give(whatOf leader: Int, toLed body: Int) {
        guard placeAt[leader] >= 0 else { return }
        let led = root(places[Int(placeAt[body])].actor)
        let person = drafts[root(places[Int(placeAt[leader])].actor)]
        guard drafts[led].isNominal, drafts[led].description.country == nil, drafts[led].description.body == nil,
            let country = person.description.country ?? person.known?.country
        else { return }
        let sectors = person.description.sectors.isEmpty ? person.known?.sectors ?? [] : person.description.sectors
        var sector = drafts[led].description.sectors.first
        if sector == nil, let own = drafts[led].description.sectorWithCountry {
            let leads = ["GOV", "MIL", "REB", "OPP", "PTY", "LEG", "COP", "PRM"].contains(sectors.first ?? "")
            sector = leads ? sectors.first : own
        }
        drafts[led].description.country = country
        drafts[led].description.sectors = sector.map { [$0] } ?? []
        drafts[led].description.code = knowledge.code(country: country, sector: sector)
        drafts[led].description.evidence.append(.text(document.span(of: places[Int(placeAt[leader])].tokens)))
    }

    /// "elected X president", "X was appointed as minister", "X became premier".
    private mutating func readAppointment(_ verb: Int, isOver: Bool = false) {
        var holder: Int?
        var office: Int?
        for child32 in document.children(of: verb) {
            let child = Int(child32)
            switch document.tokens[child].dependency {
            case .nsubjpass, .dobj: holder = child
            case .nsubj: if holder == nil { holder = child }
            case .oprd, .attr: office = child
            case .prep where document.tokens[child].lower == "as":
                office = office ?? document.objects(ofPreposition: child).first
            default: break
            }
        }
        // "X, who resigned as minister"
        if let who = holder, document.tokens[who].tag == .wp, document.tokens[verb].dependency == .relcl {
            holder = Int(document.tokens[verb].head)
        }
        guard let holder, let office, placeAt[holder] >= 0, describer.office(at: office) != nil else { return }
        let person = root(places[Int(placeAt[holder])].actor)
        guard drafts[person].kind == .person, !drafts[person].isNominal else { return }
        var d = describer.describe(head: office, name: nil, personCountry: { _ in nil })
        guard !d.sectors.isEmpty else { return }
        if isOver {
            d.isFormer = true
            d.sectors = ["ELI"]
            d.code = knowledge.code(country: d.country, sector: "ELI")
        }
        adopt(d, into: person)
        if placeAt[office] >= 0 {
            let other = root(places[Int(placeAt[office])].actor)
            if other != person, drafts[other].isNominal, drafts[other].kind != .group {
                drafts[other].mergedInto = person
            }
        }
    }
}
