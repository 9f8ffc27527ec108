import Annotation

/// Finds the names of the dictionaries in a document, and decides whom a name of several stands for.
struct NameFinder {
    /// A name where it stands.
    struct Match {
        var tokens: Range<Int>
        /// The token of the name that its clause sees.
        var head: Int
        /// Index in `Names.known`.
        var known: Int
        /// Several actors of different countries bear the name.
        var isShared = false
        /// Turned out to be somebody else's name.
        var isDropped = false
    }

    /// A name of persons where it stands, with everybody it may be.
    struct PersonMatch {
        var tokens: Range<Int>
        var references: [(dictionary: Int, reference: ActorDictionary.Reference)]
    }

    /// All names found in a document.
    struct Names {
        /// Of countries, towns and bodies: from left to right, never overlapping.
        var matches: [Match] = []
        /// Whole names of persons.
        var persons: [PersonMatch] = []
        /// Names by which a person may be called alone.
        var alone: [PersonMatch] = []
        var known: [Known] = []
        /// The countries that the report names, in any form.
        var countries: Set<String> = []
    }

    let knowledge: ActorKnowledge
    /// Days since 1970 of the report; nil when nobody knows.
    let day: Int?
    private let generic: Set<StringKey>
    private let administrations: Set<StringKey>

    init(knowledge: ActorKnowledge, day: Int?) {
        self.knowledge = knowledge
        self.day = day
        generic = knowledge.list("generic-body-words")
        administrations = knowledge.list("administrations")
    }

    private struct Key: Hashable {
        var dictionary: Int
        var reference: ActorDictionary.Reference
    }

    private typealias Candidate = (dictionary: Int, reference: ActorDictionary.Reference)

    /// Longest first, from left to right; a user's own dictionary before the program's.
    func find(in document: Document) -> Names {
        let tokens = document.tokens
        var names = Names()
        var open: [(tokens: Range<Int>, candidates: [Candidate])] = []
        var index: [Key: Int] = [:]
        var found: [(count: Int, candidate: Candidate)] = []
        var i = 0
        while i < tokens.count {
            guard Self.startsLikeName(document, i) else {
                i += 1
                continue
            }
            found.removeAll(keepingCapacity: true)
            for (d, dictionary) in knowledge.dictionaries.enumerated() {
                dictionary.match(tokens, at: i) { count, list in
                    for r in 0..<list.count { found.append((count, (d, dictionary[list, r]))) }
                }
            }
            var length = 0
            let longest = found.map(\.count).max() ?? 0
            for count in stride(from: longest, through: 1, by: -1) {
                let range = i..<(i + count)
                let here = found.filter { $0.count == count && isMeant($0.candidate.reference, document, range) }
                    .map(\.candidate)
                guard !here.isEmpty else { continue }
                let whole = here.filter { $0.reference.use == .person }
                let alone = here.filter { $0.reference.use == .alone }
                let others = here.filter { $0.reference.use != .person && $0.reference.use != .alone }
                if !alone.isEmpty { names.alone.append(PersonMatch(tokens: range, references: alone)) }
                if !whole.isEmpty, others.isEmpty || document.entity(at: i)?.label == .person {
                    names.persons.append(PersonMatch(tokens: range, references: whole))
                } else if !others.isEmpty, alone.isEmpty || !Self.isPerson(document, range) {
                    open.append((range, others))
                } else if alone.isEmpty {
                    continue
                }
                length = count
                break
            }
            i += max(1, length)
        }
        // Names of one actor first: they say which countries the report is about.
        var chosen = [Int](repeating: -1, count: open.count)
        for (o, name) in open.enumerated() where name.candidates.count == 1 {
            chosen[o] = note(name.candidates[0], &names, &index)
        }
        // Whom a whole name can only mean says it too.
        for person in names.persons where person.references.count == 1 {
            let (dictionary, reference) = person.references[0]
            if let country = knowledge.known(reference, in: dictionary, on: day).country {
                names.countries.insert(country)
            }
        }
        for (o, name) in open.enumerated() where name.candidates.count > 1 {
            // "AFP", after "Agence France-Presse": whom the report names in full.
            let inFull = name.candidates.first { candidate in
                names.known.contains {
                    $0.identity.dictionary == candidate.dictionary && $0.identity.actor == candidate.reference.actor
                }
            }
            chosen[o] = note(inFull ?? best(name.candidates, names.countries), &names, &index)
        }
        for (o, name) in open.enumerated() {
            names.matches.append(
                Match(
                    tokens: name.tokens, head: Self.head(of: name.tokens, tokens), known: chosen[o],
                    isShared: name.candidates.count > 1))
        }
        return names
    }

    /// Of several actors of one name: the user's own, the one that was there on the day, the one of a country that the report
    /// names, the first of the files.
    private func best(_ candidates: [Candidate], _ countries: Set<String>) -> Candidate {
        var best = candidates[0]
        var rank: (Int, Period.Relation, Int)?
        for candidate in candidates {
            let known = knowledge.known(candidate.reference, in: candidate.dictionary, on: day)
            let its = (
                -candidate.dictionary, known.relation, (known.country.map(countries.contains) ?? false) ? 1 : 0
            )
            // A country by its own name comes before a town or a people of the same; what was there just then ("Moscow", of the
            // Soviet Union) before what is always there.
            let isThen = day != nil && known.isDated && known.relation == .within
            let mine = (its.0, its.1, (isThen ? 4 : 0) + its.2 * 2 + (known.use == .country ? 1 : 0))
            if rank == nil || rank.map({ mine > $0 }) == true { (best, rank) = (candidate, mine) }
        }
        return best
    }

    private func note(
        _ candidate: Candidate, _ names: inout Names, _ index: inout [Key: Int]
    ) -> Int {
        let key = Key(dictionary: candidate.dictionary, reference: candidate.reference)
        if let seen = index[key] { return seen }
        let known = knowledge.known(candidate.reference, in: candidate.dictionary, on: day)
        if let country = known.country { names.countries.insert(country) }
        names.known.append(known)
        index[key] = names.known.count - 1
        return names.known.count - 1
    }

    private func isMeant(
        _ reference: ActorDictionary.Reference, _ document: Document, _ range: Range<Int>
    ) -> Bool {
        if reference.use == .agent { return false }
        if reference.isAcronym, !Self.isUpper(document, range.lowerBound) { return false }
        // "the House" is a chamber, "the House of Fashion" is none.
        if reference.use == .body, range.count == 1, let entity = document.entity(at: range.lowerBound),
            generic.contains(document.tokens[range.lowerBound].lower),
            entity.tokens.count > (document.tokens[entity.tokens.lowerBound].lower == "the" ? 2 : 1)
        {
            return false
        }
        return !isPartOfOtherName(document, range, reference.use)
    }

    private static func isPerson(_ document: Document, _ range: Range<Int>) -> Bool {
        document.entity(at: range.lowerBound)?.label == .person
    }

    /// The token of a run whose head is outside it: the last such.
    static func head(of range: Range<Int>, _ tokens: [Token]) -> Int {
        for t in range.reversed() where !range.contains(Int(tokens[t].head)) || Int(tokens[t].head) == t {
            if tokens[t].pos != .punct, tokens[t].dependency != .case { return t }
        }
        return range.upperBound - 1
    }

    private static func startsLikeName(_ document: Document, _ token: Int) -> Bool {
        let byte = document.text[Int(document.tokens[token].start)]
        // A capital, a byte of another script, or "al-…" and "the …" before one.
        return (65...90).contains(byte) || byte >= 0x80
            || (byte == UInt8(ascii: "a") && token + 1 < document.tokens.count
                && document.tokens[token].lower == "al" && document.tokens[token + 1].lower == "-")
    }

    private static func isUpper(_ document: Document, _ token: Int) -> Bool {
        let span = document.tokens[token].span
        return document.text[span.start..<span.end].allSatisfy { !(97...122).contains($0) }
    }

    /// "Jordan" in "Michael Jordan", "Jersey" in "New Jersey": inside a longer name of a person or place.
    private func isPartOfOtherName(
        _ document: Document, _ range: Range<Int>, _ use: ActorRecord.Use
    ) -> Bool {
        guard let entity = document.entity(at: range.lowerBound) else { return false }
        var core = entity.tokens
        let tokens = document.tokens
        while let last = core.last, core.count > 1, tokens[last].dependency == .case || tokens[last].pos == .punct {
            core = core.lowerBound..<last
        }
        if core.count > 1, tokens[core.lowerBound].lower == "the" { core = (core.lowerBound + 1)..<core.upperBound }
        guard core.lowerBound < range.lowerBound || range.upperBound < core.upperBound else { return false }
        switch use {
        // "Trump Tower", "Charles de Gaulle Airport", "the Clinton Foundation" are no persons; what a person's name is part
        // of is told by the person's own reader.
        case .person where range.count > 1 && range.upperBound == core.upperBound:
            // "First Minister of Scotland Nicola Sturgeon", with her country in one.
            return entity.label == .fac || entity.label == .workOfArt || entity.label == .product
        case .alone, .person:
            return entity.label != .person && entity.label != .norp && entity.label != .gpe
                && !(entity.label == .org && isOfficeName(document, core, range))
        default: break
        }
        switch entity.label {
        // A body in a person's name is the surname ("Wagner"), unless the recogniser took in more than the name.
        case .person:
            // "Kofi Asante", but not "Palestinian Mahmoud".
            return range.upperBound == core.upperBound || use != .people && use != .body
        case .gpe, .fac, .workOfArt, .product, .law: return use == .country || use == .capital || use == .town
        // "the Sea of Japan", but not "northern Syria", which is of Syria.
        case .loc:
            return use == .capital || use == .town
                || use == .country && !range.contains(Self.head(of: core, tokens))
        case .org: return use == .town && core.lowerBound < range.lowerBound
        default: return false
        }
    }

    /// "the Trump administration": a body that is called by whoever heads it.
    private func isOfficeName(_ document: Document, _ core: Range<Int>, _ range: Range<Int>) -> Bool {
        guard let last = core.last, last == range.upperBound else { return false }
        return administrations.contains(document.tokens[last].lower)
    }
}
