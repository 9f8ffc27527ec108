import Annotation

/// Offices that stand beside a name and say whose they are.
extension Resolution {
    /// "Shamkhani, the secretary of …", "top security official Ali Shamkhani": one actor with a role.
    mutating func joinAppositions() {
        let tokens = document.tokens
        joinAcrossCommas()
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
            if office < p.head, placeAt[office] >= 0, drafts[root(places[Int(placeAt[office])].actor)].isNominal {
                // The office ends before the name.
                let first = p.tokens.first { matchAt[$0] < 0 && tokens[$0].pos == .propn } ?? p.head
                let draft = root(places[Int(placeAt[office])].actor)
                if let role = drafts[draft].description.role, role.end > Int(tokens[first].start), first > office {
                    drafts[draft].description.role = document.span(
                        of: places[Int(placeAt[office])].tokens.lowerBound..<first)
                }
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

    /// "led by a Somali warlord, Abdi Warsame,": a name right after an office and a comma is of it, wherever the parser
    /// hangs it.
    private mutating func joinAcrossCommas() {
        for index in places.indices {
            let p = places[index]
            let comma = p.tokens.lowerBound - 1
            guard comma > 0, p.form == .name, drafts[root(p.actor)].kind == .person,
                document.tokens[comma].lower == ",",
                document.tokens[p.head].dependency == .appos, placeAt[comma - 1] >= 0
            else { continue }
            let before = Int(placeAt[comma - 1])
            let office = drafts[root(places[before].actor)]
            if office.isNominal, office.kind == .person, places[before].form == .nominal,
                Int(document.tokens[p.head].head) != places[before].head
            {
                join(before, index)
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
                let (x, y) = (places[first].tokens, places[second].tokens)
                let both = min(x.lowerBound, y.lowerBound)..<max(x.upperBound, y.upperBound)
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
