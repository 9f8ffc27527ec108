import Annotation

/// What persons are: by the words before their names, and by the dictionaries.
extension Resolution {
    /// Places the persons, with what the words before their names say of them.
    mutating func placePersons() {
        var limit = 0
        for (tokens, head, draft) in personMentions.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
            if limit < document.tokens.count, limit > 0, document.tokens[limit].dependency == .cc { limit += 1 }
            let all = describer.premodified(head, from: limit)
            let d = describer.describe(head: head, name: tokens, from: limit, personCountry: { _ in nil })
            limit = max(limit, tokens.upperBound)
            let start = d.role == nil && d.isEmpty ? tokens.lowerBound : min(all.lowerBound, tokens.lowerBound)
            place(head, start..<max(tokens.upperBound, start + 1), draft, .name)
            adopt(d, into: draft)
            if drafts[draft].sex == .unknown { drafts[draft].sex = sex(told: start..<tokens.lowerBound) }
        }
    }

    /// "Mr", "Queen": what the words before a name say.
    func sex(told range: Range<Int>) -> ActorRecord.Sex {
        for t in range {
            if knowledge.list("male").contains(document.tokens[t].lower) { return .male }
            if knowledge.list("female").contains(document.tokens[t].lower) { return .female }
        }
        return .unknown
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
        guard document.tokens[token].pos == .propn else { return nil }
        if let known = knownAlone[token] { return known.country }
        let key = document.tokens[token].lower
        for draft in personsNamed[key] ?? [] where drafts[draft].names.last == key {
            if let country = drafts[draft].description.country ?? drafts[draft].known?.country { return country }
        }
        return nil
    }

    /// Whether the text's office and the dictionary's are of one word.
    private func saysSame(_ d: Description, _ known: Known) -> Bool {
        guard let role = d.role, let theirs = known.role else { return false }
        let words = Set(NameForms.words(theirs))
        return NameForms.words(document.text(in: role)).contains {
            words.contains($0) && describer.isOffice(StringKey($0))
        }
    }

    /// The longest name by which the text calls a person.
    private func printedName(of draft: Int) -> String {
        personMentions.filter { root($0.draft) == draft }.map { document.text(of: $0.tokens) }
            .max { $0.utf8.count < $1.utf8.count } ?? drafts[draft].name
    }

    /// What the text says of a person and what a dictionary says, made one: the text's word wins.
    mutating func settlePersons() {
        for draft in drafts.indices where drafts[draft].mergedInto == nil {
            guard let known = drafts[draft].known else { continue }
            var d = drafts[draft].description
            // Another of the same name: the text says that he is of another country.
            if let country = d.country, let theirs = known.country, country != theirs {
                drafts[draft].known = nil
                drafts[draft].name = printedName(of: draft)
                continue
            }
            // "Ukrainian commander-in-chief", "the oldest person": a vague word gives way to the office that the dictionary
            // knows, and so does the same word ("president" of a court).
            let isKin = d.sectors == ["CVL"] && known.relation != .before
            let isVague = d.isWeak || saysSame(d, known)
            let isHeld = known.relation >= .possible && !d.isFormer && d.body == nil
            // "President Obama", long after: a title that stays with the name.
            let isTitle = known.isFormer && !d.isFormer && d.country == nil && d.body == nil && saysSame(d, known)
            let givesWay = isVague && isHeld || isTitle || isKin
            if d.role == nil && d.body == nil || d.sectors.isEmpty || givesWay {
                d.sectors = known.sectors
                d.code = known.code
                d.country = known.country
                d.isFormer = known.isFormer
                drafts[draft].terms = known.terms
            } else if d.country == nil, d.body == nil {
                d.country = known.country
                // Of the sector that the text says: the dictionary's fuller code, or one made of both.
                d.code =
                    d.sectors == known.sectors
                    ? known.code : knowledge.code(country: d.country, sector: d.sectors.first)
            }
            if d.role == nil { d.knownRole = known.isFormer ? known.role.map { "former " + $0 } : known.role }
            d.evidence.append(.knowledge(known.evidence))
            drafts[draft].description = d
        }
    }
}
