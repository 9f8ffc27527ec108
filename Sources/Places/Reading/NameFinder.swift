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
    let knowsTowns: Bool
    var found: [PlaceName] = []
    var story: Set<Int> = []
    /// For each token the index in `found` of the name that holds it, -1 for none.
    var holder: [Int32]
    /// For each token the label of its entity.
    let labels: [EntityLabel?]

    /// - Parameter knowsTowns: whether the gazetteer has GeoNames' towns.
    init(_ document: Document, _ gazetteer: Gazetteer, _ words: PlaceWords, knowsTowns: Bool) {
        self.document = document
        self.gazetteer = gazetteer
        self.words = words
        self.knowsTowns = knowsTowns
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
        readApposed()
        story = storyCountries()
        for start in document.tokens.indices where scan.ends[start] > start { readModifier(start) }
        for _ in 0..<2 { for start in document.tokens.indices where scan.ends[start] > start { readBeside(start) } }
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    // MARK: - The parser's places

    mutating func readParsed(_ entity: EntityMention) {
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

    mutating func readParsed(_ whole: Range<Int>, _ label: EntityLabel) {
        guard var name = trimmed(whole) else { return }
        name = stretched(name)
        // "northern Iraq", "Northern Indian": the direction is no part of the name, unless the gazetteer says so.
        while name.count > 1, isDirection(name.lowerBound), !isKnown(name) {
            name = (name.lowerBound + 1)..<name.upperBound
        }
        if name.count == 1, document.tokens[name.lowerBound].pos == .adj, hasPeople(name) { return }
        guard !isNever(name), !(name.count == 1 && isDirection(name.lowerBound)) else { return }
        guard isKnown(name) else { return readUnknown(name, label) }
        guard !isPartOfAName(name), !isNamedAfter(name) else { return }
        add(name, .parser, kind(beside: name))
    }

    /// What the parser took for a place and no gazetteer knows as it stands.
    mutating func readUnknown(_ name: Range<Int>, _ label: EntityLabel) {
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
        // Where there are no towns to know, the parser is believed.
        let kind = kind(beside: name)
        if kind != nil || isReached(name) || liesBeside(name) || !knowsTowns { add(name, .parser, kind) }
    }

    /// A name of the gazetteer that goes on where the parser's ends, or began before it: "Democratic Republic [of the Congo]".
    func stretched(_ name: Range<Int>) -> Range<Int> {
        for start in max(0, name.lowerBound - 3)...name.lowerBound
        where scan.ends[start] >= name.upperBound && scan.ends[start] - start > name.count {
            return start..<scan.ends[start]
        }
        return name
    }

    /// The kind of place that a word of the name itself says: "Lake Erie", "Nyanza Province".
    func kind(within name: Range<Int>) -> PlaceKind? {
        guard name.count > 1 else { return nil }
        return words.kind(of: document.tokens[name.upperBound - 1].lower)
            ?? words.kind(of: document.tokens[name.lowerBound].lower)
    }

    /// A name without what is around it: articles, possessives, marks and words in small letters.
    func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, !isCapitalised(low) { low += 1 }
        if low < high, document.tokens[low].lower == "the", high - low > 1 { low += 1 }
        while low < high, !isCapitalised(low) { low += 1 }
        while low < high, !isCapitalised(high - 1), scan.ends[low] < high { high -= 1 }
        return low < high ? low..<high : nil
    }

    func isKnown(_ name: Range<Int>) -> Bool {
        scan.ends[name.lowerBound] == name.upperBound || hasPlace(name)
    }

    func hasPlace(_ name: Range<Int>) -> Bool {
        gazetteer.candidates(hash: hash(name)).contains { !$0.isPeople && (!$0.isCapitals || isInCapitals(name)) }
    }

    private func hasPeople(_ name: Range<Int>) -> Bool {
        gazetteer.candidates(hash: hash(name)).contains { $0.isPeople }
    }

    func isPeople(_ name: Range<Int>) -> Bool {
        let references = gazetteer.candidates(hash: hash(name))
        return references.contains { $0.isPeople } && !references.contains { !$0.isPeople }
    }
}
