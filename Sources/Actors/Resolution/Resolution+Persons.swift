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

    /// Whom a name alone can mean: the one of a country that the report names, best one who holds office on that day; without the
    /// country the only holder of a high office whose title stands there, or a head of state known everywhere.
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
}
