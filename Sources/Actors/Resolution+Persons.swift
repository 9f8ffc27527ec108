import Annotation

extension Resolution {
    /// Gathers the persons: full names first, then single surnames that repeat them, whatever the recogniser calls those.
    mutating func findPersons() {
        let titles = knowledge.list("titles")
        let storms = knowledge.list("storms")
        let tokens = document.tokens
        var found: [(tokens: Range<Int>, names: [StringKey])] = []
        for entity in document.entities where entity.label == .person {
            var range = entity.tokens
            while range.count > 1, titles.contains(tokens[range.lowerBound].lower) {
                range = (range.lowerBound + 1)..<range.upperBound
            }
            while let last = range.last, range.count > 1,
                tokens[last].dependency == .case || tokens[last].pos == .punct || tokens[last].pos == .space
            {
                range = range.lowerBound..<last
            }
            // A name that the tables know is not a person: "Taliban" taken for one.
            if range.contains(where: { matchAt[$0] >= 0 && matches[Int(matchAt[$0])].tokens == range }) { continue }
            // "Hurricane Helene" hurts people and is nobody.
            if range.lowerBound > 0, storms.contains(tokens[range.lowerBound - 1].lower) { continue }
            if storms.contains(tokens[range.lowerBound].lower) { continue }
            // The recogniser's persons in lower case are mistakes.
            guard range.contains(where: { tokens[$0].pos == .propn }) else { continue }
            found.append((range, range.filter { tokens[$0].pos != .punct }.map { tokens[$0].lower }))
        }
        for person in found.sorted(by: {
            ($1.names.count, $0.tokens.lowerBound) < ($0.names.count, $1.tokens.lowerBound)
        }) {
            let draft = personDraft(named: person.names) ?? newPerson(person.names, person.tokens)
            personMentions.append((person.tokens, NameFinder.head(of: person.tokens, tokens), draft))
        }
        // Surnames that the recogniser missed or took for something else.
        let covered = Set(found.flatMap { Array($0.tokens) })
        for (i, token) in tokens.enumerated()
        where token.pos == .propn && token.dependency != .compound && !covered.contains(i) && matchAt[i] < 0 {
            if let draft = drafts.indices.first(where: {
                drafts[$0].kind == .person && drafts[$0].names.contains(token.lower)
            }),
                isCapitalised(i)
            {
                personMentions.append((i..<(i + 1), i, draft))
            }
        }
    }

    private func isCapitalised(_ token: Int) -> Bool {
        let byte = document.text[Int(document.tokens[token].start)]
        return (65...90).contains(byte) || byte >= 0x80
    }

    private mutating func newPerson(_ names: [StringKey], _ tokens: Range<Int>) -> Int {
        drafts.append(Draft(name: document.text(of: tokens), kind: .person, names: names))
        return drafts.count - 1
    }

    /// A person already met whom the names may be: the same surname, and no given name that differs.
    private func personDraft(named names: [StringKey]) -> Int? {
        let candidates = drafts.indices.filter { index in
            let known = drafts[index].names
            guard drafts[index].kind == .person, !known.isEmpty else { return false }
            if known == names { return true }
            if names.count == 1 { return known.contains(names[0]) }
            guard known.last == names.last else { return false }
            return Set(names).isSubset(of: known)
        }
        return candidates.first
    }

    /// Places the persons, with what the words before their names say of them.
    mutating func placePersons() {
        for (tokens, head, draft) in personMentions.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
            let all = describer.premodified(head)
            let d = describer.describe(head: head, name: tokens, personCountry: { _ in nil })
            let start = d.role == nil && d.isEmpty ? tokens.lowerBound : min(all.lowerBound, tokens.lowerBound)
            place(head, start..<max(tokens.upperBound, start + 1), draft, .name)
            adopt(d, into: draft)
        }
    }

    /// A role stated later never undoes one already known, unless that was a former one.
    mutating func adopt(_ d: Description, into draft: Int) {
        guard d.role != nil || d.body != nil || d.country != nil else { return }
        let held = drafts[draft].description
        if held.isEmpty || (held.code == nil && d.code != nil) || (held.isFormer && !d.isFormer && d.role != nil)
            || (held.role == nil && d.role != nil)
            || (held.country == nil && d.country != nil && held.sectors == d.sectors)
        {
            drafts[draft].description = d
        } else {
            drafts[draft].description.evidence += d.evidence.filter { if case .text = $0 { true } else { false } }
        }
    }

    /// The country of a person named by one token: "the Trump administration".
    func personCountry(_ token: Int) -> String? {
        let key = document.tokens[token].lower
        guard document.tokens[token].pos == .propn else { return nil }
        return drafts.first { $0.kind == .person && $0.names.last == key }?.description.country
    }

    /// "Shamkhani, the secretary of …", "top security official Ali Shamkhani": one actor with a role.
    mutating func joinAppositions() {
        let tokens = document.tokens
        for (i, token) in tokens.enumerated() where token.dependency == .appos && placeAt[i] >= 0 {
            let head = Int(token.head)
            guard head < i, placeAt[head] >= 0 else { continue }
            join(Int(placeAt[head]), Int(placeAt[i]))
        }
        // "special envoy for Afghanistan Ebrahim Taherianfard": the parser takes the name for what the office is for.
        for p in places where p.form == .name && drafts[root(p.actor)].kind == .person {
            let preposition = Int(tokens[p.head].head)
            guard tokens[p.head].dependency == .pobj,
                tokens[preposition].lower == "for" || tokens[preposition].lower == "to",
                document.children(of: p.head).contains(where: {
                    matchAt[Int($0)] >= 0 && tokens[Int($0)].dependency == .compound
                })
            else { continue }
            let office = Int(tokens[preposition].head)
            if placeAt[office] >= 0, drafts[root(places[Int(placeAt[office])].actor)].isNominal {
                join(Int(placeAt[office]), Int(placeAt[p.head]))
            }
        }
        // "X is the president of Y" says a role as an apposition does.
        for (i, token) in tokens.enumerated() where token.dependency == .attr && placeAt[i] >= 0 {
            let verb = Int(token.head)
            guard tokens[verb].lower == "is" else { continue }
            for child in document.children(of: verb)
            where tokens[Int(child)].dependency == .nsubj && placeAt[Int(child)] >= 0 {
                let subject = drafts[root(places[Int(placeAt[Int(child)])].actor)]
                if subject.kind == .person, !subject.isNominal { join(Int(placeAt[Int(child)]), Int(placeAt[i])) }
            }
        }
    }

    private mutating func join(_ first: Int, _ second: Int) {
        let a = root(places[first].actor)
        let b = root(places[second].actor)
        guard a != b else { return }
        let aIsName = drafts[a].kind == .person && !drafts[a].isNominal
        let bIsName = drafts[b].kind == .person && !drafts[b].isNominal
        let adjacent =
            document.tokens[places[first].tokens.upperBound - 1].end + 1
            >= document.tokens[places[second].tokens.lowerBound].start
        if aIsName, drafts[b].isNominal, drafts[b].kind != .group {
            adopt(drafts[b].description, into: a)
            drafts[b].mergedInto = a
        } else if bIsName, drafts[a].isNominal, drafts[a].kind != .group {
            adopt(drafts[a].description, into: b)
            drafts[a].mergedInto = b
            if adjacent {
                let both = places[first].tokens.lowerBound..<places[second].tokens.upperBound
                places[first].tokens = both
                places[first].form = .name
            }
        } else if drafts[b].isNominal, drafts[a].kind == .organization || drafts[a].kind == .group, !drafts[a].isNominal
        {
            // "Ansar Allah, a rebel group": what kind of body it is.
            if drafts[a].description.code == nil || drafts[a].description.isEmpty {
                drafts[a].description = drafts[b].description
            }
            drafts[b].mergedInto = a
        }
    }
}
