import Annotation

/// Names that grammar makes places, though the parser took them for something else or nothing.
extension NameFinder {
    // MARK: - Names that grammar makes places

    /// The place at the head of a body's name: "the U.S. Embassy", "New Zealand Department of Conservation".
    mutating func readHead(_ start: Int) {
        let name = start..<scan.ends[start]
        guard name.upperBound < document.tokens.count, isCapitalised(name.upperBound) else { return }
        let next = document.tokens[name.upperBound]
        guard words.has(next.lower, in: .bodyWords), next.start == document.tokens[name.upperBound - 1].end + 1 else {
            return
        }
        if let entity = document.entity(at: start),
            entity.tokens.first(where: { isCapitalised($0) && document.tokens[$0].lower != "the" }) != start
        {
            return
        }
        if isNever(name) || (name.count == 1 && isDirection(start)) { return }
        // A word of a longer name ("the University of Kabul Press", "Robert Washington") is none.
        if start > 0, isCapitalised(start - 1), isAdjacent(start - 1, start),
            !document.tokens[start].isSentenceStart, document.tokens[start - 1].lower != "the"
        {
            return
        }
        guard isJurisdiction(name) else { return }
        add(name, .body, nil)
    }

    /// Countries, divisions and the greater towns have governments whose bodies the news names.
    func isJurisdiction(_ name: Range<Int>) -> Bool {
        gazetteer.candidates(hash: hash(name)).contains {
            guard !$0.isPeople, !$0.isCapitals || isInCapitals(name) else { return false }
            switch gazetteer.kind($0.entry) {
            case .country, .division: return true
            case .city: return gazetteer.population($0.entry) > 50_000
            case .region: return gazetteer.country($0.entry) != nil
            default: return false
            }
        }
    }

    /// A name of the gazetteer after a preposition of place: "in Pandi", "near Bieżuń".
    mutating func readGoverned(_ start: Int) {
        let name = start..<scan.ends[start]
        guard isFree(name), !isPartOfAName(name), !isNamedAfter(name), !isNever(name) else { return }
        if name.count == 1, isDirection(start) { return }
        let kind = kind(beside: name)
        if kind != nil, isNamedByKind(name) { return add(name, .words, kind) }
        guard isStrongly(governed: name) || isReached(name) || isHome(name) || isStruck(name) else { return }
        switch labels[start] {
        case .time, .money, .percent, .quantity, .cardinal, .ordinal, .law, .workOfArt, .language, .event: return
        // The parser takes a strange name after "on Monday in" for a day.
        case .date: guard wholeEntity(name), isIn(name) else { return }
        case .product: return
        case .norp: guard wholeEntity(name), !isPeople(name), isOfTheStory(name) else { return }
        case .person:
            // Nobody is in a person; but one may come from one, so that the story must know the place's country.
            guard wholeEntity(name), isIn(name) || ((isReached(name) || isStruck(name)) && isOfTheStory(name)) else {
                return
            }
        default: guard wholeEntity(name) else { return }
        }
        add(name, .words, kind)
    }

    /// "the town of X", "X province".
    func isNamedByKind(_ name: Range<Int>) -> Bool {
        if name.lowerBound >= 2, document.tokens[name.lowerBound - 1].lower == "of",
            words.kind(of: document.tokens[name.lowerBound - 2].lower) != nil
        {
            return true
        }
        switch labels[name.lowerBound] {
        case .person: return false
        default: return kind(beside: name) != nil
        }
    }

    /// "the village of X", where no gazetteer knows X and the parser took it for nothing.
    mutating func readNamedKinds() {
        for token in document.tokens.indices.dropFirst(2)
        where holder[token] < 0 && document.tokens[token].pos == .propn && document.tokens[token - 1].lower == "of"
            && isCapitalised(token)
        {
            let noun = document.tokens[token - 2]
            guard noun.pos == .noun, let kind = words.kind(of: noun.lower), kind == .city || kind == .division else {
                continue
            }
            var end = token + 1
            while end < document.tokens.count, document.tokens[end].pos == .propn, isCapitalised(end), holder[end] < 0 {
                end += 1
            }
            guard !isPartOfAName(token..<end), !isNever(token..<end) else { continue }
            add(token..<end, .words, kind)
        }
    }

    /// "Dogu Beyazit, a farming town in Turkey", where no gazetteer knows it and the parser took it for nothing.
    mutating func readApposed() {
        for comma in document.tokens.indices.dropFirst() where document.tokens[comma].tag == .comma {
            guard holder[comma - 1] < 0, let kind = kind(afterComma: comma), kind == .city || kind == .division else {
                continue
            }
            var start = comma
            while start > 0, document.tokens[start - 1].pos == .propn, isCapitalised(start - 1), holder[start - 1] < 0 {
                start -= 1
            }
            guard start < comma, comma - start < 4, isReached(start..<comma), !isNever(start..<comma),
                !isPartOfAName(start..<comma)
            else { continue }
            add(start..<comma, .words, kind)
        }
    }

    /// Whether a preposition of place stands before a name, an article or a direction between them.
    func isStrongly(governed name: Range<Int>) -> Bool {
        guard let before = preposition(before: name) else { return false }
        let preposition = document.tokens[before].lower
        guard words.has(preposition, in: .locatives) else { return false }
        // "to Boston" may be a person or a club: the parser must have seen a name of no other kind.
        if words.has(preposition, in: .weakLocatives) { return labels[name.lowerBound] == nil || isOrganization(name) }
        return true
    }

    func isIn(_ name: Range<Int>) -> Bool {
        guard let before = preposition(before: name) else { return false }
        let preposition = document.tokens[before].lower
        return words.has(preposition, in: .locatives) && !words.has(preposition, in: .weakLocatives)
    }

    /// "northeast to Pibor", "from Pibor", and not "according to".
    func isReached(_ name: Range<Int>) -> Bool {
        guard let before = preposition(before: name), words.has(document.tokens[before].lower, in: .locatives) else {
            return false
        }
        return before == 0 || document.tokens[before - 1].lower != "according"
    }

    func isOrganization(_ name: Range<Int>) -> Bool { labels[name.lowerBound] == .org }

    /// "seized Goma", "advanced on Goma": the parser saw no name there, and the gazetteer has one that is no hamlet.
    func isStruck(_ name: Range<Int>) -> Bool {
        // What the parser took for a person must be of a country of the story.
        let isFree = labels[name.lowerBound] == nil || isOrganization(name)
        guard isOfTheStory(name) || (isFree && isJurisdiction(name)) else { return false }
        let last = document.tokens[name.upperBound - 1]
        let governor = document.tokens[Int(last.head)]
        if last.dependency == .dobj { return words.has(governor.lemma, in: .reachingVerbs) }
        guard last.dependency == .pobj, governor.lower == "on" else { return false }
        return words.has(document.tokens[Int(governor.head)].lemma, in: .attacks)
    }

    /// "a resident of Toruń", "the outskirts of Pandi".
    func isHome(_ name: Range<Int>) -> Bool {
        let at = name.lowerBound - 1
        return at > 0 && document.tokens[at].lower == "of" && words.has(document.tokens[at - 1].lemma, in: .homeNouns)
    }

    /// "the Benghazi hospital", "a Longview woman": before a noun, and in a country of the story.
    mutating func readModifier(_ start: Int) {
        let name = start..<scan.ends[start]
        guard isFree(name), name.upperBound < document.tokens.count, wholeEntity(name), !isNamedAfter(name),
            !isNever(name), !isPartOfAName(name)
        else { return }
        switch labels[start] {
        case nil: if document.tokens[start].isSentenceStart || document.tokens[start].tag != .nnp { return }
        case .org, .gpe, .person, .product: break
        case .norp: if isPeople(name) { return }
        default: return
        }
        let last = document.tokens[name.upperBound - 1]
        let noun = document.tokens[Int(last.head)]
        guard last.dependency == .compound || last.dependency == .nmod, noun.pos == .noun,
            Int(last.head) - name.upperBound < 3, !isCapitalised(name.upperBound), isOfTheStory(name)
        else { return }
        // "the Franklin family", "Obama supporters" are people's names; a person's label needs a noun that has a place.
        guard (labels[start] != .person && labels[start] != .norp) || words.has(noun.lemma, in: .homeNouns) else {
            return
        }
        add(name, .words, kind(beside: name))
    }

    /// Whether a place of this name lies in a country that the story names, by a place or a people.
    func isOfTheStory(_ name: Range<Int>) -> Bool {
        gazetteer.candidates(hash: hash(name)).prefix(30).contains { reference in
            !reference.isPeople && gazetteer.country(reference.entry).map { story.contains($0) } == true
        }
    }

    /// Countries that the names found so far, and the peoples, are of.
    func storyCountries() -> Set<Int> {
        var story = Set(scan.peoples)
        for name in found {
            guard let first = gazetteer.candidates(hash: name.hash).first else { continue }
            if let country = gazetteer.country(first.entry) { story.insert(country) }
        }
        return story
    }

    func preposition(before name: Range<Int>) -> Int? {
        var at = name.lowerBound - 1
        while at >= 0, document.tokens[at].lower == "the" || isDirection(at) { at -= 1 }
        guard at >= 0, document.tokens[at].pos == .adp || document.tokens[at].pos == .sconj else { return nil }
        return at
    }

    // MARK: - Names beside places

    /// A name of the gazetteer in a list with a place, beside one that it lies in, or found elsewhere in the report.
    mutating func readBeside(_ start: Int) {
        let name = start..<scan.ends[start]
        guard isFree(name), !isPartOfAName(name), !isNamedAfter(name), !isNever(name) else { return }
        switch labels[start] {
        case .date, .time, .money, .percent, .quantity, .cardinal, .ordinal, .law, .workOfArt, .language: return
        case .norp: if isPeople(name) { return }
        default: break
        }
        if wholeEntity(name), liesBeside(name) { return add(name, .words, kind(beside: name)) }
        guard labels[start] != .product, labels[start] != .person || preposition(before: name) != nil else { return }
        // Found elsewhere in the report, and here no piece of a longer name.
        let hash = hash(name)
        guard wholeEntity(name), found.contains(where: { $0.hash == hash && $0.source != .body }) else { return }
        add(name, .words, kind(beside: name))
    }

    /// "X, Bulacan", "Krasnodar, X", "in Cairo, Giza and X": of one list, or of a container.
    func liesBeside(_ name: Range<Int>) -> Bool {
        if name.upperBound + 1 < document.tokens.count, document.tokens[name.upperBound].tag == .comma,
            case let next = Int(holder[name.upperBound + 1]), next >= 0
        {
            return true
        }
        // "Democratic Republic of Congo (DRC)".
        if name.lowerBound >= 2, document.tokens[name.lowerBound - 1].tag == .openingBracket,
            case let before = Int(holder[name.lowerBound - 2]), before >= 0,
            let own = gazetteer.candidates(hash: hash(name)).first?.entry,
            gazetteer.candidates(hash: found[before].hash).contains(where: { $0.entry == own })
        {
            return true
        }
        // "Austin, in Scott County".
        if name.upperBound + 2 < document.tokens.count, document.tokens[name.upperBound].tag == .comma,
            document.tokens[name.upperBound + 1].lower == "in", holder[name.upperBound + 2] >= 0
        {
            return true
        }
        if name.lowerBound >= 2, document.tokens[name.lowerBound - 1].tag == .comma, holder[name.lowerBound - 2] >= 0 {
            return true
        }
        guard let before = coordinated(before: name.lowerBound) else { return false }
        return holder[before] >= 0
    }

    /// The token before "and", "or".
    func coordinated(before token: Int) -> Int? {
        guard token >= 2, document.tokens[token - 1].pos == .cconj else { return nil }
        let before = document.tokens[token - 2].tag == .comma ? token - 3 : token - 2
        return before >= 0 ? before : nil
    }
}
