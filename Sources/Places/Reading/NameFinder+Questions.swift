import Annotation

/// What a name is a part of, and small questions about words.
extension NameFinder {
    // MARK: - What is no place

    /// A word of a longer name: "Dresden Zoo", "Radio Pyongyang", "Bank of England".
    func isPartOfAName(_ name: Range<Int>) -> Bool {
        let next = name.upperBound
        if next < document.tokens.count, isCapitalised(next), isAdjacent(next - 1, next),
            document.tokens[next].pos == .propn, holder[next] < 0, scan.ends[next] == next,
            !words.has(document.tokens[next].lower, in: .bodyWords),
            !words.has(document.tokens[next].lower, in: .never), document.tokens[next - 1].dependency == .compound
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
    func isNamedAfter(_ name: Range<Int>) -> Bool {
        let next = name.upperBound
        return next < document.tokens.count && words.has(document.tokens[next].lower, in: .namedAfter)
    }

    func isNever(_ name: Range<Int>) -> Bool {
        name.count == 1 && words.has(document.tokens[name.lowerBound].lower, in: .never)
    }

    // MARK: - Small questions

    mutating func add(_ name: Range<Int>, _ source: PlaceName.Source, _ kind: PlaceKind?) {
        guard isFree(name), let hash = kind == nil ? hash(name) : fullHash(name) ?? hash(name) else { return }
        for token in name { holder[token] = Int32(found.count) }
        found.append(PlaceName(tokens: name, hash: hash, source: source, kind: kind, isKnown: hasPlace(name)))
    }

    /// "Kandahar province": where the gazetteer has a "Kandahar Province" that is not the town, its hash.
    private func fullHash(_ name: Range<Int>) -> UInt64? {
        let next = name.upperBound
        guard next < document.tokens.count, !isCapitalised(next), words.kind(of: document.tokens[next].lower) != nil,
            let hash = hash(name.lowerBound..<(next + 1)),
            gazetteer.candidates(hash: hash).contains(where: { !$0.isPeople })
        else { return nil }
        return hash
    }

    func isFree(_ name: Range<Int>) -> Bool { name.allSatisfy { holder[$0] < 0 } }

    /// Whether a name is all of the entity that the parser saw there, or stands in none.
    func wholeEntity(_ name: Range<Int>) -> Bool {
        guard let entity = document.entity(at: name.lowerBound) else { return labels[name.upperBound - 1] == nil }
        return entity.tokens.allSatisfy { name.contains($0) || !isCapitalised($0) }
    }

    /// What the nouns beside a name say that it is: "the town of X", "X province", "the northern town of X".
    func kind(beside name: Range<Int>) -> PlaceKind? {
        let (before, next) = (name.lowerBound, name.upperBound)
        if before >= 2, document.tokens[before - 1].lower == "of",
            let kind = words.kind(of: document.tokens[before - 2].lower)
        {
            return kind
        }
        if next < document.tokens.count, !isCapitalised(next), document.tokens[next].pos == .noun {
            return words.kind(of: document.tokens[next].lower)
        }
        return kind(afterComma: next)
    }

    /// "Magnitogorsk, a city in the Urals": what the noun after a comma and an article says.
    func kind(afterComma comma: Int) -> PlaceKind? {
        guard comma + 2 < document.tokens.count, document.tokens[comma].tag == .comma,
            document.tokens[comma + 1].pos == .det
        else { return nil }
        for at in (comma + 2)..<min(comma + 5, document.tokens.count) {
            let token = document.tokens[at]
            if token.pos == .noun, let kind = words.kind(of: token.lower) { return kind }
            guard token.pos == .adj || token.pos == .noun || token.pos == .verb || token.tag == .hyph else {
                return nil
            }
        }
        return nil
    }

    func isDirection(_ token: Int) -> Bool { words.has(document.tokens[token].lower, in: .directions) }

    func isNumber(_ token: Int) -> Bool { (48...57).contains(document.text[Int(document.tokens[token].start)]) }

    func isAdjacent(_ a: Int, _ b: Int) -> Bool { document.tokens[b].start - document.tokens[a].end <= 1 }

    func isCapitalised(_ token: Int) -> Bool {
        document.text.withUnsafeBufferPointer {
            let shape = NameScanner.Shape(document.tokens[token], $0)
            return shape.isCapitalised || shape.isNumber
        }
    }

    func isInCapitals(_ name: Range<Int>) -> Bool {
        document.text.withUnsafeBufferPointer { text in
            name.allSatisfy {
                let shape = NameScanner.Shape(document.tokens[$0], text)
                return shape.isInCapitals || !shape.hasLetters
            }
        }
    }

    func hash(_ name: Range<Int>) -> UInt64? {
        let span = document.span(of: name)
        return gazetteer.fold.hash(of: document.text[span.start..<span.end])
    }
}
