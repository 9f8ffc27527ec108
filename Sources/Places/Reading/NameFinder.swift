import Annotation

/// Finds the place names of a document: what the parser takes for places, mended by the gazetteer and by grammar.
///
/// First the parser's places, then names of the gazetteer that a clause puts in a place ("in Pandi"), that the words beside
/// them call one ("the town of"), or that stand at the head of a body's name ("the U.S. Embassy"); last, what is named beside
/// places already found (lists, "Pandi, Bulacan") or was found elsewhere in the report.
struct NameFinder {
    let document: Document
    let gazetteer: Gazetteer
    let words: PlaceWords
    let scan: NameScanner
    private(set) var found: [PlaceName] = []
    private var story: Set<Int> = []
    /// For each token the index in `found` of the name that holds it, -1 for none.
    private var holder: [Int32]
    /// For each token the label of its entity.
    private let labels: [EntityLabel?]

    init(_ document: Document, _ gazetteer: Gazetteer, _ words: PlaceWords) {
        self.document = document
        self.gazetteer = gazetteer
        self.words = words
        scan = NameScanner(document, gazetteer)
        holder = [Int32](repeating: -1, count: document.tokens.count)
        var labels = [EntityLabel?](repeating: nil, count: document.tokens.count)
        for entity in document.entities { for token in entity.tokens { labels[token] = entity.label } }
        self.labels = labels
    }

    /// All names, in text order.
    mutating func names() -> [PlaceName] {
        for entity in document.entities {
            switch entity.label {
            case .gpe, .loc, .fac: readParsed(entity)
            default: break
            }
        }
        story = storyCountries()
        for start in document.tokens.indices where scan.ends[start] > start && holder[start] < 0 {
            readHead(start)
            if holder[start] < 0 { readGoverned(start) }
        }
        readNamedKinds()
        story = storyCountries()
        for start in document.tokens.indices where scan.ends[start] > start { readModifier(start) }
        for _ in 0..<2 { for start in document.tokens.indices where scan.ends[start] > start { readBeside(start) } }
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    // MARK: - The parser's places

    private mutating func readParsed(_ entity: EntityMention) {
        // One entity may hold several names: "Pandi, Bulacan", "Democratic Republic of Congo (DRC)".
        var start = entity.tokens.lowerBound
        for token in entity.tokens {
            let isPart =
                document.tokens[token].tag == .comma || document.tokens[token].pos == .space
                || document.tokens[token].tag == .openingBracket || document.tokens[token].tag == .closingBracket
            guard isPart else { continue }
            if start < token { readParsed(start..<token, entity.label) }
            start = token + 1
        }
        if start < entity.tokens.upperBound { readParsed(start..<entity.tokens.upperBound, entity.label) }
    }

    private mutating func readParsed(_ whole: Range<Int>, _ label: EntityLabel) {
        guard var name = trimmed(whole) else { return }
        name = stretched(name)
        // "northern Iraq", "Northern Indian": the direction is no part of the name, unless the gazetteer says so.
        while name.count > 1, isDirection(name.lowerBound), !isKnown(name) {
            name = (name.lowerBound + 1)..<name.upperBound
        }
        guard !isNever(name), !(name.count == 1 && isDirection(name.lowerBound)) else { return }
        guard isKnown(name) else { return readUnknown(name, label) }
        guard !isPartOfAName(name), !isNamedAfter(name) else { return }
        add(name, .parser, kind(beside: name))
    }

    /// What the parser took for a place and no gazetteer knows as it stands.
    private mutating func readUnknown(_ name: Range<Int>, _ label: EntityLabel) {
        if isPeople(name) || isPartOfAName(name) || isNamedAfter(name) { return }
        if let split = name.dropFirst().first(where: { document.tokens[$0].pos == .cconj }), split + 1 < name.upperBound
        {
            readParsed(name.lowerBound..<split, label)
            return readParsed((split + 1)..<name.upperBound, label)
        }
        // "Rio de Janeiro 84".
        if name.count > 1, isNumber(name.upperBound - 1) {
            return readParsed(name.lowerBound..<(name.upperBound - 1), label)
        }
        // "City of Santa Ana", "Republic of Tatarstan".
        if name.count > 2, document.tokens[name.lowerBound + 1].lower == "of",
            let kind = words.kind(of: document.tokens[name.lowerBound].lower),
            case let inner = (name.lowerBound + 2)..<name.upperBound, isKnown(inner)
        {
            return add(inner, .parser, kind)
        }
        // "Seoul City Hall": the body's place, not the body.
        let head = name.lowerBound..<min(name.upperBound, scan.ends[name.lowerBound])
        if !head.isEmpty, head.upperBound < name.upperBound, isJurisdiction(head),
            words.has(document.tokens[head.upperBound].lower, in: .bodyWords)
        {
            return add(head, .body, nil)
        }
        if name.contains(where: { words.has(document.tokens[$0].lower, in: .never) }) { return }
        if let kind = kind(within: name) { return add(name, .parser, kind) }
        // Nothing but the parser's guess: the clause or the words beside it must say so too.
        guard label == .gpe, !isPartOfAName(name), let first = document.tokens[name.lowerBound..<name.upperBound].first,
            first.pos == .propn
        else { return }
        let kind = kind(beside: name)
        if kind != nil || isReached(name) || liesBeside(name) { add(name, .parser, kind) }
    }

    /// A name of the gazetteer that goes on where the parser's ends, or began before it: "Democratic Republic [of the Congo]".
    private func stretched(_ name: Range<Int>) -> Range<Int> {
        for start in max(0, name.lowerBound - 3)...name.lowerBound
        where scan.ends[start] >= name.upperBound && scan.ends[start] - start > name.count {
            return start..<scan.ends[start]
        }
        return name
    }

    /// The kind of place that a word of the name itself says: "Lake Erie", "Nyanza Province".
    private func kind(within name: Range<Int>) -> PlaceKind? {
        guard name.count > 1 else { return nil }
        return words.kind(of: document.tokens[name.upperBound - 1].lower)
            ?? words.kind(of: document.tokens[name.lowerBound].lower)
    }

    /// A name without what is around it: articles, possessives, marks and words in small letters.
    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, !isCapitalised(low) { low += 1 }
        if low < high, document.tokens[low].lower == "the", high - low > 1 { low += 1 }
        while low < high, !isCapitalised(low) { low += 1 }
        while low < high, !isCapitalised(high - 1), scan.ends[low] < high { high -= 1 }
        return low < high ? low..<high : nil
    }

    private func isKnown(_ name: Range<Int>) -> Bool {
        scan.ends[name.lowerBound] == name.upperBound || hasPlace(name)
    }

    private func hasPlace(_ name: Range<Int>) -> Bool {
        gazetteer.candidates(hash: hash(name)).contains { !$0.isPeople && (!$0.isCapitals || isInCapitals(name)) }
    }

    private func isPeople(_ name: Range<Int>) -> Bool {
        let references = gazetteer.candidates(hash: hash(name))
        return references.contains { $0.isPeople } && !references.contains { !$0.isPeople }
    }

    // MARK: - Names that grammar makes places

    /// The place at the head of a body's name: "the U.S. Embassy", "New Zealand Department of Conservation".
    private mutating func readHead(_ start: Int) {
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
    private func isJurisdiction(_ name: Range<Int>) -> Bool {
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
    private mutating func readGoverned(_ start: Int) {
        let name = start..<scan.ends[start]
        guard isFree(name), !isPartOfAName(name), !isNamedAfter(name), !isNever(name) else { return }
        if name.count == 1, isDirection(start) { return }
        let kind = kind(beside: name)
        if kind != nil, isNamedByKind(name) { return add(name, .words, kind) }
        guard isStrongly(governed: name) || isReached(name) || isHome(name) || isStruck(name) else { return }
        switch labels[start] {
        case .date, .time, .money, .percent, .quantity, .cardinal, .ordinal, .law, .workOfArt, .language, .event: return
        case .norp, .product: return
        case .person:
            // Nobody is in a person; but one may come from one, so that the story must know the place's country.
            guard wholeEntity(name), isIn(name) || (isReached(name) && isOfTheStory(name)) else { return }
        default: guard wholeEntity(name) else { return }
        }
        add(name, .words, kind)
    }

    /// "the town of X", "X province".
    private func isNamedByKind(_ name: Range<Int>) -> Bool {
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
    private mutating func readNamedKinds() {
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

    /// Whether a preposition of place stands before a name, an article or a direction between them.
    private func isStrongly(governed name: Range<Int>) -> Bool {
        guard let before = preposition(before: name) else { return false }
        let preposition = document.tokens[before].lower
        guard words.has(preposition, in: .locatives) else { return false }
        // "to Boston" may be a person or a club: the parser must have seen a name of no other kind.
        if words.has(preposition, in: .weakLocatives) { return labels[name.lowerBound] == nil || isOrganization(name) }
        return true
    }

    private func isIn(_ name: Range<Int>) -> Bool {
        guard let before = preposition(before: name) else { return false }
        let preposition = document.tokens[before].lower
        return words.has(preposition, in: .locatives) && !words.has(preposition, in: .weakLocatives)
    }

    /// "northeast to Pibor", "from Pibor", and not "according to".
    private func isReached(_ name: Range<Int>) -> Bool {
        guard let before = preposition(before: name), words.has(document.tokens[before].lower, in: .locatives) else {
            return false
        }
        return before == 0 || document.tokens[before - 1].lower != "according"
    }

    private func isOrganization(_ name: Range<Int>) -> Bool { labels[name.lowerBound] == .org }

    /// "seized Goma", "advanced on Goma": the parser saw no name there, and the gazetteer has one that is no hamlet.
    private func isStruck(_ name: Range<Int>) -> Bool {
        guard labels[name.lowerBound] == nil || isOrganization(name), isOfTheStory(name) || isJurisdiction(name) else {
            return false
        }
        let last = document.tokens[name.upperBound - 1]
        let governor = document.tokens[Int(last.head)]
        if last.dependency == .dobj { return words.has(governor.lemma, in: .reachingVerbs) }
        guard last.dependency == .pobj, governor.lower == "on" else { return false }
        return words.has(document.tokens[Int(governor.head)].lemma, in: .attacks)
    }

    /// "a resident of Toruń", "the outskirts of Pandi".
    private func isHome(_ name: Range<Int>) -> Bool {
        let at = name.lowerBound - 1
        return at > 0 && document.tokens[at].lower == "of" && words.has(document.tokens[at - 1].lemma, in: .homeNouns)
    }

    /// "the Benghazi hospital", "a Longview woman": before a noun, and in a country of the story.
    private mutating func readModifier(_ start: Int) {
        let name = start..<scan.ends[start]
        guard isFree(name), name.upperBound < document.tokens.count, wholeEntity(name), !isNamedAfter(name),
            !isNever(name), !isPartOfAName(name)
        else { return }
        switch labels[start] {
        case nil, .org, .gpe, .person, .product: break
        default: return
        }
        let last = document.tokens[name.upperBound - 1]
        let noun = document.tokens[Int(last.head)]
        guard last.dependency == .compound || last.dependency == .nmod, noun.pos == .noun,
            Int(last.head) - name.upperBound < 3, !isCapitalised(name.upperBound), isOfTheStory(name)
        else { return }
        // "the Franklin family", "Obama supporters" are people's names; a person's label needs a noun that has a place.
        guard labels[start] != .person || words.has(noun.lemma, in: .homeNouns) else { return }
        add(name, .words, kind(beside: name))
    }

    /// Whether a place of this name lies in a country that the story names, by a place or a people.
    private func isOfTheStory(_ name: Range<Int>) -> Bool {
        gazetteer.candidates(hash: hash(name)).prefix(30).contains { reference in
            !reference.isPeople && gazetteer.country(reference.entry).map { story.contains($0) } == true
        }
    }

    /// Countries that the names found so far, and the peoples, are of.
    private func storyCountries() -> Set<Int> {
        var story = Set(scan.peoples)
        for name in found {
            guard let first = gazetteer.candidates(hash: name.hash).first else { continue }
            if let country = gazetteer.country(first.entry) { story.insert(country) }
        }
        return story
    }

    private func preposition(before name: Range<Int>) -> Int? {
        var at = name.lowerBound - 1
        while at >= 0, document.tokens[at].lower == "the" || isDirection(at) { at -= 1 }
        guard at >= 0, document.tokens[at].pos == .adp || document.tokens[at].pos == .sconj else { return nil }
        return at
    }

    // MARK: - Names beside places

    /// A name of the gazetteer in a list with a place, beside one that it lies in, or found elsewhere in the report.
    private mutating func readBeside(_ start: Int) {
        let name = start..<scan.ends[start]
        guard isFree(name), !isPartOfAName(name), !isNamedAfter(name), !isNever(name) else { return }
        switch labels[start] {
        case .date, .time, .money, .percent, .quantity, .cardinal, .ordinal, .law, .workOfArt, .language, .norp: return
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
    private func liesBeside(_ name: Range<Int>) -> Bool {
        if name.upperBound + 1 < document.tokens.count, document.tokens[name.upperBound].tag == .comma,
            case let next = Int(holder[name.upperBound + 1]), next >= 0
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
    private func coordinated(before token: Int) -> Int? {
        guard token >= 2, document.tokens[token - 1].pos == .cconj else { return nil }
        let before = document.tokens[token - 2].tag == .comma ? token - 3 : token - 2
        return before >= 0 ? before : nil
    }

    // MARK: - What is no place

    /// A word of a longer name: "Dresden Zoo", "Radio Pyongyang", "Bank of England".
    private func isPartOfAName(_ name: Range<Int>) -> Bool {
        let next = name.upperBound
        if next < document.tokens.count, isCapitalised(next), isAdjacent(next - 1, next),
            document.tokens[next].pos == .propn, holder[next] < 0, scan.ends[next] == next,
            !words.has(document.tokens[next].lower, in: .bodyWords), document.tokens[next - 1].dependency == .compound
        {
            return true
        }
        let before = name.lowerBound - 1
        guard before >= 0, isAdjacent(before, before + 1) else { return false }
        if document.tokens[before].lower == "of", before > 0, isCapitalised(before - 1), isAdjacent(before - 1, before),
            !document.tokens[before - 1].isSentenceStart, let label = labels[before - 1], label == .org || label == .fac
        {
            return !words.has(document.tokens[before - 1].lower, in: .cityNouns)
        }
        return isCapitalised(before) && document.tokens[before].pos == .propn && holder[before] < 0
            && document.tokens[before].dependency == .compound && !document.tokens[before].isSentenceStart
            && words.kind(of: document.tokens[before].lower) == nil && !isDirection(before)
    }

    /// "the Marburg virus": named after a place.
    private func isNamedAfter(_ name: Range<Int>) -> Bool {
        let next = name.upperBound
        return next < document.tokens.count && words.has(document.tokens[next].lower, in: .namedAfter)
    }

    private func isNever(_ name: Range<Int>) -> Bool {
        name.count == 1 && words.has(document.tokens[name.lowerBound].lower, in: .never)
    }

    // MARK: - Small questions

    private mutating func add(_ name: Range<Int>, _ source: PlaceName.Source, _ kind: PlaceKind?) {
        guard isFree(name), let hash = hash(name) else { return }
        for token in name { holder[token] = Int32(found.count) }
        found.append(PlaceName(tokens: name, hash: hash, source: source, kind: kind, isKnown: hasPlace(name)))
    }

    private func isFree(_ name: Range<Int>) -> Bool { name.allSatisfy { holder[$0] < 0 } }

    /// Whether a name is all of the entity that the parser saw there, or stands in none.
    private func wholeEntity(_ name: Range<Int>) -> Bool {
        guard let entity = document.entity(at: name.lowerBound) else { return labels[name.upperBound - 1] == nil }
        return entity.tokens.allSatisfy { name.contains($0) || !isCapitalised($0) }
    }

    /// What the nouns beside a name say that it is: "the town of X", "X province", "the northern town of X".
    private func kind(beside name: Range<Int>) -> PlaceKind? {
        let (before, next) = (name.lowerBound, name.upperBound)
        if before >= 2, document.tokens[before - 1].lower == "of",
            let kind = words.kind(of: document.tokens[before - 2].lower)
        {
            return kind
        }
        if next < document.tokens.count, !isCapitalised(next), document.tokens[next].pos == .noun {
            return words.kind(of: document.tokens[next].lower)
        }
        return nil
    }

    private func isDirection(_ token: Int) -> Bool { words.has(document.tokens[token].lower, in: .directions) }

    private func isNumber(_ token: Int) -> Bool { (48...57).contains(document.text[Int(document.tokens[token].start)]) }

    private func isAdjacent(_ a: Int, _ b: Int) -> Bool { document.tokens[b].start - document.tokens[a].end <= 1 }

    private func isCapitalised(_ token: Int) -> Bool {
        document.text.withUnsafeBufferPointer {
            let shape = NameScanner.Shape(document.tokens[token], $0)
            return shape.isCapitalised || shape.isNumber
        }
    }

    private func isInCapitals(_ name: Range<Int>) -> Bool {
        document.text.withUnsafeBufferPointer { text in
            name.allSatisfy {
                let shape = NameScanner.Shape(document.tokens[$0], text)
                return shape.isInCapitals || !shape.hasLetters
            }
        }
    }

    private func hash(_ name: Range<Int>) -> UInt64? {
        let span = document.span(of: name)
        return gazetteer.fold.hash(of: document.text[span.start..<span.end])
    }
}
