import Annotation

extension Resolution {
    /// Organisations that the recogniser saw: known by name alone, with what is said of them.
    mutating func placeOrganizations() {
        let texts = knowledge.list("texts")
        for entity in document.entities where entity.label == .org {
            let head = NameFinder.head(of: entity.tokens, document.tokens)
            guard placeAt[head] < 0, !isModifier(head) || document.tokens[head].dependency == .poss,
                !texts.contains(document.tokens[head].lower)
            else { continue }
            var d = describer.describe(head: head, name: nil, personCountry: { _ in nil })
            // Words inside a name say little of what the body is ("General Confederation"): its head noun does.
            if d.body == nil, describer.office(at: head) == nil {
                d.sectors = []
                d.code = d.country
            }
            var name = entity.tokens
            if name.count > 1, document.tokens[name.lowerBound].lower == "the" {
                name = (name.lowerBound + 1)..<name.upperBound
            }
            if let last = name.last, name.count > 1, document.tokens[last].dependency == .case {
                name = name.lowerBound..<last
            }
            let text = document.text(of: name)
            let keys = name.map { document.tokens[$0].lower }
            let actor: Int
            if keys.count == 1, let long = acronyms[keys[0]] {
                actor = long
            } else if let longer = longerName(keys, before: head) {
                actor = longer
            } else if let seen = organizationsNamed[keys] {
                actor = seen
            } else {
                actor = drafts.count
                // The recogniser takes unfamiliar names of people for bodies: who is called a minister is none.
                let isPerson = isCalledPerson(head)
                drafts.append(
                    Draft(
                        name: text, kind: isPerson ? .person : .organization, description: d,
                        names: keys))
                if !isPerson { organizationsNamed[keys] = actor }
                if isPerson { for key in Set(keys) { personsNamed[key, default: []].append(actor) } }
            }
            place(head, entity.tokens, actor, .name)
            noteAcronym(after: name, of: actor)
        }
    }

    /// "the Court" after "the Court of Session": the body named before whose name has all the words and ends or begins so.
    private mutating func words(of actor: Int) -> [StringKey] {
        if let words = wordsOf[actor] { return words }
        let words = NameForms.words(drafts[actor].name).map { StringKey($0) }
        wordsOf[actor] = words
        return words
    }

    private mutating func longerName(_ keys: [StringKey], before head: Int) -> Int? {
        guard let last = keys.last, let first = keys.first else { return nil }
        for p in places.suffix(400).reversed() where p.head < head && p.form == .name {
            let actor = root(p.actor)
            guard drafts[actor].kind == .organization else { continue }
            let words = words(of: actor)
            guard words.count > keys.count, Set(keys).isSubset(of: words) else { continue }
            // Before "of" stands what kind of body it is.
            let kind = words.firstIndex(of: "of").map { words[..<$0].last } ?? words.last
            if kind == last || (words.first == first && keys.count > 1) { return actor }
        }
        return nil
    }

    /// Whether an apposition says that a name is somebody's who holds an office.
    private func isCalledPerson(_ head: Int) -> Bool {
        func isOffice(_ token: Int) -> Bool {
            guard let office = describer.office(at: token) else { return false }
            return office.isPerson && !office.isGroup && !isPlural(token)
        }
        let token = document.tokens[head]
        if token.dependency == .appos, isOffice(Int(token.head)) { return true }
        return document.children(of: head).contains {
            document.tokens[Int($0)].dependency == .appos && isOffice(Int($0))
        }
    }

    /// What a report calls by a short form it means by it ever after.
    mutating func noteAcronym(after name: Range<Int>, of actor: Int) {
        guard let acronym = acronym(after: name) else { return }
        acronyms[document.tokens[acronym].lower] = actor
        place(acronym, acronym..<(acronym + 1), actor, .name)
    }

    /// "the National Salvation Front (NSF)": the token of the short form, whose letters begin the long one's words.
    private func acronym(after name: Range<Int>) -> Int? {
        let at = name.upperBound + 1
        guard at + 1 < document.tokens.count, document.tokens[at - 1].lower == "(", document.tokens[at + 1].lower == ")"
        else { return nil }
        let short = Array(document.text(of: at).utf8)
        guard (2...8).contains(short.count), short.allSatisfy({ (65...90).contains($0) }) else { return nil }
        let initials = name.compactMap { document.text(of: $0).utf8.first }.filter { (65...90).contains($0) }
        // In order, as far as the short form goes: "Economic Community of West African States" is ECOWAS.
        return initials.first == short.first && (initials == short || initials.count >= 3) ? at : nil
    }

    func isModifier(_ token: Int) -> Bool {
        switch document.tokens[token].dependency {
        case .compound, .amod, .nmod, .poss, .npadvmod, .nummod, .det, .quantmod, .case, .punct, .advmod: true
        default: false
        }
    }
}
