import Annotation

extension Resolution {
    private struct Found {
        var tokens: Range<Int>
        var names: [StringKey]
        /// The names as `Spelling` folds them.
        var folded: [String]
        var references: [(dictionary: Int, reference: ActorDictionary.Reference)] = []
    }

    /// Gathers the persons: whole names first, then single ones that repeat them, whatever the recogniser calls those.
    mutating func findPersons() {
        let found = personsOfDictionary()
        let taken = Set(found.flatMap { Array($0.tokens) })
        var all = found
        for entity in document.entities where entity.label == .person {
            guard let person = person(in: entity, taken) else { continue }
            all.append(person)
        }
        for person in all.sorted(by: {
            ($1.names.count, $0.tokens.lowerBound) < ($0.names.count, $1.tokens.lowerBound)
        }) {
            let draft = personDraft(person) ?? newPerson(person)
            note(person.tokens, NameFinder.head(of: person.tokens, document.tokens), draft)
        }
        let covered = Set(all.flatMap { Array($0.tokens) })
        findRepeated(covered)
        findAlone(covered)
        tellDescriber()
    }

    /// Whole names that a dictionary knows.
    private func personsOfDictionary() -> [Found] {
        let tokens = document.tokens
        return names.persons.compactMap { match in
            // "Donald Trump Jr." is somebody else.
            if match.tokens.upperBound < tokens.count,
                ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"].contains(tokens[match.tokens.upperBound].lower)
            {
                return nil
            }
            return found(match.tokens, match.references)
        }
    }

    private func found(
        _ range: Range<Int>, _ references: [(dictionary: Int, reference: ActorDictionary.Reference)] = []
    ) -> Found {
        // The article of Arabic names is no name: "al-Sisi" and "Sisi" are one.
        let articles = knowledge.list("articles")
        var words = range.filter {
            document.tokens[$0].pos != .punct && document.tokens[$0].lower != "-"
                && !(articles.contains(document.tokens[$0].lower) && $0 + 1 < range.upperBound)
        }
        if words.isEmpty { words = Array(range) }
        return Found(
            tokens: range, names: words.map { document.tokens[$0].lower },
            folded: words.map { Spelling.folded(document.text(of: $0)) }, references: references)
    }

    /// A person that the recogniser saw, without titles; nil where a dictionary has the name or it is nobody's.
    private func person(in entity: EntityMention, _ taken: Set<Int>) -> Found? {
        let tokens = document.tokens
        let titles = knowledge.list("titles")
        let storms = knowledge.list("storms")
        var range = entity.tokens
        while range.count > 1, titles.contains(tokens[range.lowerBound].lower) {
            range = (range.lowerBound + 1)..<range.upperBound
        }
        while let last = range.last, range.count > 1,
            tokens[last].dependency == .case || tokens[last].pos == .punct || tokens[last].pos == .space
        {
            range = range.lowerBound..<last
        }
        if range.contains(where: taken.contains) { return nil }
        // A name that the tables know is not a person: "Taliban" taken for one.
        if range.contains(where: { matchAt[$0] >= 0 && matches[Int(matchAt[$0])].tokens == range }) { return nil }
        // "Hurricane Helene" hurts people and is nobody.
        if range.lowerBound > 0, storms.contains(tokens[range.lowerBound - 1].lower) { return nil }
        if storms.contains(tokens[range.lowerBound].lower) { return nil }
        // The recogniser's persons in lower case are mistakes.
        guard range.contains(where: { tokens[$0].pos == .propn }) else { return nil }
        return self.found(range)
    }

    /// Surnames that the recogniser missed or took for something else.
    private mutating func findRepeated(_ covered: Set<Int>) {
        for (i, token) in document.tokens.enumerated()
        where token.dependency != .compound && !covered.contains(i) && isCapitalised(i) && !isAdjective(token) {
            guard let named = personsNamed[token.lower] else { continue }
            if matchAt[i] >= 0 {
                // "Sudesh Amman … Amman": a surname that is a capital as well.
                guard document.entity(at: i)?.label != .gpe, matches[Int(matchAt[i])].tokens.count == 1,
                    named.contains(where: { drafts[$0].names.count > 1 && drafts[$0].names.last == token.lower })
                else { continue }
                dropMatch(at: i)
            } else if token.pos != .propn, !named.contains(where: { drafts[$0].names.last == token.lower }) {
                // The tagger takes many a name for a noun or a verb, but a given name alone may well be a word.
                continue
            }
            if let draft = nearest(named, before: i) { note(i..<(i + 1), i, draft) }
        }
    }

    private func isAdjective(_ token: Token) -> Bool { token.pos == .adj || token.pos == .det || token.pos == .adp }

    /// Names that stand alone and are repeated by no whole name: those whom the report can only mean.
    private mutating func findAlone(_ covered: Set<Int>) {
        let spans = Set(personMentions.map(\.tokens))
        for match in names.alone {
            let first = match.tokens.lowerBound
            let last = match.tokens.upperBound - 1
            let key = document.tokens[last].lower
            let isCovered = match.tokens.contains(where: covered.contains)
            let isRepeated = personsNamed[key]?.contains {
                drafts[$0].known != nil || drafts[$0].names.count > match.tokens.count
            }
            guard isRepeated != true, isCapitalised(first),
                document.tokens[last].pos == .propn || document.tokens[last].pos == .noun, let known = meant(match)
            else { continue }
            // Part of a longer name that nobody knows.
            if isCovered, !spans.contains(match.tokens) { continue }
            knownAlone[last] = known
            let same = personKnown[known.identity]
            if let draft = personsNamed[key]?.first, isCovered {
                if let same, same != draft { drafts[draft].mergedInto = same }
                take(known, for: draft)
                continue
            }
            guard !isCovered, document.tokens[last].dependency != .compound, matchAt[last] < 0 else { continue }
            let person = found(match.tokens)
            let draft = same ?? newPerson(person)
            take(known, for: draft)
            note(first..<(last + 1), NameFinder.head(of: match.tokens, document.tokens), draft)
        }
    }

    /// Whom a name alone can mean: the one who on that day holds an office in a country that the report names, or, where
    /// it is called a person, one of the highest offices.
    private func meant(_ match: NameFinder.PersonMatch) -> Known? {
        let first = match.tokens.lowerBound
        // "Kevin Johnson": a given name before it that no dictionary knows.
        if first > 0, document.tokens[first - 1].pos == .propn, document.tokens[first - 1].dependency == .compound,
            document.entity(at: first)?.tokens.contains(first - 1) == true,
            !knowledge.list("titles").contains(document.tokens[first - 1].lower)
        {
            return nil
        }
        let highest = knowledge.list("highest-offices")
        let isTitled = first > 0 && knowledge.list("titles").contains(document.tokens[first - 1].lower)
        let isAdministration =
            match.tokens.upperBound < document.tokens.count
            && knowledge.list("administrations").contains(document.tokens[match.tokens.upperBound].lower)
        let isPerson = isTitled || isAdministration || document.entity(at: first)?.label == .person
        // Whatever the recogniser calls it, save a date ("May"): a name, and no modifier of something else.
        let label = document.entity(at: first)?.label
        let isNameLike =
            isAdministration
            || document.tokens[first].pos == .propn && label != .date && label != .time
                && document.tokens[match.tokens.upperBound - 1].dependency != .compound
        // The tagger takes an unknown name that begins a sentence for a noun: "Starmer telephoned …".
        let isNoun = document.tokens[first].pos == .noun
        let isDoer = isNoun && document.tokens[first].dependency == .nsubj && document.tokens[first].tag == .nn
        let heads = knowledge.list("heads-of-state")
        let everywhere = knowledge.list("known-everywhere")
        let own = match.references.map(\.dictionary).min() ?? 0
        var best: [(known: Known, rank: Int)] = []
        // A user's own come before the program's.
        for (dictionary, reference) in match.references where dictionary == own {
            let known = knowledge.known(reference, in: dictionary, on: day)
            guard known.relation != .before else { continue }
            let isHigh =
                known.role.map { role in
                    NameForms.words(role).contains { highest.contains(StringKey($0)) }
                } ?? false
            let isOfReport = known.country.map(names.countries.contains) ?? false
            let holds = known.relation >= .possible
            // Named in full elsewhere in the report, perhaps in another spelling.
            if personKnown[known.identity] != nil { return known }
            // Out of office a name is known alone where nobody else bears it: "Assad fled".
            let isOnly = match.references.count == 1
            // A common surname is a head of state's only where the report names the country; a few are known everywhere.
            let isHead =
                (known.role.map { isHeadOfState($0, heads) } ?? false)
                && everywhere.contains(document.tokens[match.tokens.upperBound - 1].lower)
            let isKnown =
                isHigh && isTitled && isOnly && holds || isHead && isPerson && (holds || isOnly)
                || isHead && (isNameLike || isDoer) && (holds || isOnly)
            guard isOfReport || isKnown, isHigh || isPerson, !isNoun || isPerson || isDoer && isHead && holds else {
                continue
            }
            best.append(
                (known, (holds ? 8 : 0) + (isOfReport ? 4 : 0) + (isHead ? 2 : 0) + (isHigh ? 1 : 0)))
        }
        let top = best.map(\.rank).max()
        let chosen = best.filter { $0.rank == top }
        return chosen.count == 1 ? chosen[0].known : nil
    }

    /// "president", "prime minister": and no president of a company or a court.
    private func isHeadOfState(_ role: String, _ heads: Set<StringKey>) -> Bool {
        let words = NameForms.words(role)
        return !words.contains("of") && words.contains { heads.contains(StringKey($0)) }
            || role == "prime minister" || role == "supreme leader"
    }

    private func isCapitalised(_ token: Int) -> Bool {
        let byte = document.text[Int(document.tokens[token].start)]
        return (65...90).contains(byte) || byte >= 0x80
    }

    private mutating func newPerson(_ person: Found) -> Int {
        var draft = Draft(name: document.text(of: person.tokens), kind: .person, names: person.names)
        draft.folded = person.folded
        var best: Known?
        let former = knowledge.list("former")
        let isFormer = (max(0, person.tokens.lowerBound - 4)..<person.tokens.lowerBound).contains {
            former.contains(document.tokens[$0].lower)
        }
        for (dictionary, reference) in person.references {
            let known = knowledge.known(reference, in: dictionary, on: day)
            func rank(_ known: Known) -> (Int, Int, Int, Period.Relation) {
                (
                    -known.identity.dictionary, (known.country.map(names.countries.contains) ?? false) ? 1 : 0,
                    // "Former President George Bush" is the father.
                    isFormer && known.isFormer ? 1 : 0, known.relation
                )
            }
            if best == nil || best.map({ rank(known) > rank($0) }) == true { best = known }
        }
        if best == nil, person.folded.count > 1 { best = knownOtherwise(person.folded) }
        if person.names.count > 1 {
            draft.sex = knowledge.givenNames[person.names[0]] ?? .unknown
        }
        drafts.append(draft)
        if let best { take(best, for: drafts.count - 1) }
        for name in Set(person.names) { personsNamed[name, default: []].append(drafts.count - 1) }
        if let surname = person.folded.last { personsFolded[surname, default: []].append(drafts.count - 1) }
        return drafts.count - 1
    }

    /// Whom another spelling of a whole name can only mean: one of a country that the report names, or holding office.
    private func knownOtherwise(_ folded: [String]) -> Known? {
        for (d, dictionary) in knowledge.dictionaries.enumerated() {
            let found = dictionary.find(folded: folded).map { knowledge.known($0, in: d, on: day) }.filter {
                ($0.country.map(names.countries.contains) ?? false) || $0.relation >= .possible
            }
            if found.count == 1 { return found[0] }
        }
        return nil
    }

    /// A person already met whom the names may be: the same surname, and no given name that differs.
    private func personDraft(_ person: Found) -> Int? {
        let names = person.names
        let token = person.tokens.lowerBound
        guard let last = names.last else { return nil }
        let exact = bearers(of: last, names)
        return nearest(exact.isEmpty ? spelledOtherwise(person) : exact, before: token)
    }

    private func bearers(of last: StringKey, _ names: [StringKey]) -> [Int] {
        (personsNamed[last] ?? []).filter { index in
            let known = drafts[index].names
            if known == names { return true }
            if names.count == 1 { return true }
            // "Kim Jong Un", "Jong Un Kim": the order of names is a matter of style.
            return Set(names).isSubset(of: known)
                && (known.last == last || names.count == known.count)
        }
    }

    /// "Ghani" and "Gani", "Mohammed Deif" and "Muhammad Dayf": the same surname, but for its transliteration, and given
    /// names that are the same or not told.
    private func spelledOtherwise(_ person: Found) -> [Int] {
        guard let surname = person.folded.last, surname.utf8.count >= 4 else { return [] }
        return (personsFolded[surname] ?? []).filter { index in
            let known = drafts[index].folded
            guard person.folded.count > 1, known.count > 1 else { return true }
            return Spelling.isVariant(person.folded[0], known[0])
        }
    }

    /// Of several bearers of a name the one named last before a token, else the first.
    private func nearest(_ candidates: [Int], before token: Int) -> Int? {
        guard candidates.count > 1 else { return candidates.first }
        var best: (draft: Int, at: Int)?
        for draft in candidates {
            for at in mentionsOf[draft] ?? [] where at < token && at > best?.at ?? -1 { best = (draft, at) }
        }
        return best?.draft ?? candidates.first
    }

    private mutating func note(_ tokens: Range<Int>, _ head: Int, _ draft: Int) {
        personMentions.append((tokens, head, draft))
        mentionsOf[draft, default: []].append(tokens.lowerBound)
    }

    private mutating func take(_ known: Known, for draft: Int) {
        drafts[draft].known = known
        if known.sex != .unknown { drafts[draft].sex = known.sex }
        // By the whole name that the report prints, where it prints one.
        if drafts[draft].names.count < 2 { drafts[draft].name = known.name }
        if personKnown[known.identity] == nil { personKnown[known.identity] = draft }
    }

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
        return NameForms.words(document.text(in: role)).contains { words.contains($0) && describer.isOffice($0) }
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
