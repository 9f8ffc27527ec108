import Annotation

/// Offices that a clause tells of: "who heads the council", "a delegation led by X", "appointed X as minister".
extension Resolution {
    mutating func readOffices() {
        let heading = knowledge.list("heading-verbs")
        let appointing = knowledge.list("appointing-verbs")
        for (i, token) in document.tokens.enumerated() where token.pos == .verb {
            if heading.contains(token.lemma) { readHeading(i) }
            if appointing.contains(token.lemma) { readAppointment(i) }
        }
    }

    /// "X heads the council", "X, who heads it", "the council headed by X".
    private mutating func readHeading(_ verb: Int) {
        let token = document.tokens[verb]
        if token.dependency == .acl, let agent = agent(of: verb) {
            let body = Int(token.head)
            guard placeAt[body] >= 0 else { return }
            give(whatOf: body, to: agent, role: nil)
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

    /// "elected X president", "X was appointed as minister", "X became premier".
    private mutating func readAppointment(_ verb: Int) {
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
        guard let holder, let office, placeAt[holder] >= 0, describer.office(at: office) != nil else { return }
        let person = root(places[Int(placeAt[holder])].actor)
        guard drafts[person].kind == .person, !drafts[person].isNominal else { return }
        let d = describer.describe(head: office, name: nil, personCountry: { _ in nil })
        guard !d.sectors.isEmpty else { return }
        adopt(d, into: person)
        if placeAt[office] >= 0 {
            let other = root(places[Int(placeAt[office])].actor)
            if other != person, drafts[other].isNominal, drafts[other].kind != .group {
                drafts[other].mergedInto = person
            }
        }
    }
}
