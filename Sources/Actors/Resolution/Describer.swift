import Annotation

/// What a noun phrase says about the actor it names: country, sector, office.
struct Description {
    var country: String?
    var sectors: [String] = []
    var code: String?
    /// The words of the office, as printed.
    var role: TextSpan?
    /// The office as a dictionary has it, where the text says nothing.
    var knownRole: String?
    var evidence: [Actor.Evidence] = []
    var isFormer = false
    /// The office's word says little of its sector: "official", "chief".
    var isWeak = false
    /// The sector that it has if it turns out to belong to a country: a "commission" is a government's.
    var sectorWithCountry: String?
    /// The body or group it belongs to, an index in `NameFinder.Names.known`.
    var body: Int?

    var isEmpty: Bool { country == nil && sectors.isEmpty }
}

/// Reads descriptions from noun phrases: "Iran's top security official", "a former IRGC commander", "the deputy
/// leader of the Taliban".
struct Describer {
    let knowledge: ActorKnowledge
    var known: [Known]
    let document: Document
    /// Index of the name match at each token, or -1.
    var matchAt: [Int32]
    var matches: [NameFinder.Match]
    /// Where a report was written says nothing of who is in it.
    let isInDateline: [Bool]
    private let former: Set<StringKey>
    private let idiomWords: Set<StringKey>
    private let idiomObjects: Set<StringKey>
    private let backed: Set<StringKey>

    init(
        knowledge: ActorKnowledge, known: [Known], document: Document, matchAt: [Int32], matches: [NameFinder.Match],
        datelines: [Range<Int>]
    ) {
        self.knowledge = knowledge
        self.known = known
        self.document = document
        self.matchAt = matchAt
        self.matches = matches
        var inside = [Bool](repeating: false, count: document.tokens.count)
        for t in datelines.joined() { inside[t] = true }
        isInDateline = inside
        former = knowledge.list("former")
        idiomWords = knowledge.list("idiom-words")
        idiomObjects = knowledge.list("idiom-objects")
        backed = knowledge.list("backed")
    }

    /// The premodifiers of a head, with theirs, in text order; the head is last.
    ///
    /// - Parameter limit: the first token that may be one: after another name, "US President Trump and **Turkish President**".
    func premodified(_ head: Int, from limit: Int = 0) -> Range<Int> {
        var first = head
        var at = head
        while let child = document.children(of: at).first(where: { $0 >= limit }), Int(child) < at,
            isPremodifier(Int(child)),
            !isInDateline[Int(child)]
        {
            at = Int(child)
            first = at
        }
        // "Nigerian police arrest six", with all of it hung on the verb.
        let verb = Int(document.tokens[head].head)
        if document.tokens[head].dependency == .compound, document.tokens[verb].pos == .verb {
            while first > limit, Int(document.tokens[first - 1].head) == verb, isPremodifier(first - 1),
                !isInDateline[first - 1]
            { first -= 1 }
        }
        return first..<(head + 1)
    }

    private func isPremodifier(_ token: Int) -> Bool {
        switch document.tokens[token].dependency {
        case .compound, .amod, .nmod, .poss, .det, .nummod, .case, .advmod, .npadvmod, .punct, .quantmod, .predet, .neg:
            true
        default: false
        }
    }

    /// Describes what hangs on a head.
    ///
    /// - Parameters:
    ///   - head: the head noun or name.
    ///   - name: tokens of a personal name, which say nothing of the office.
    ///   - limit: the first token that may say something of it.
    ///   - personCountry: the country of a person already known by the surname at a token ("the Trump administration").
    func describe(
        head: Int, name: Range<Int>?, from limit: Int = 0, personCountry: (Int) -> String?
    ) -> Description {
        var d = Description()
        let range = premodified(head, from: limit)
        var officeHead: (token: Int, office: ActorKnowledge.Office)?
        var coloured: ActorKnowledge.Office?
        for t in range where !(name?.contains(t) ?? false) {
            let token = document.tokens[t]
            if former.contains(token.lower) { d.isFormer = true }
            let m = Int(matchAt[t])
            if m >= 0 {
                if matches[m].tokens.lowerBound == t { note(matches[m], into: &d) }
                continue
            }
            if token.pos == .noun || token.pos == .propn || token.pos == .adj {
                if let office = office(at: t) {
                    // A "police chief" is of the police; a "national adviser" is no national.
                    if let held = officeHead, held.office.strength == .strong, office.strength == .weak,
                        held.office.sector != "CVL"
                    {
                        coloured = coloured ?? held.office
                    }
                    officeHead = (t, office)
                }
                if t != head, let thing = knowledge.modifiers[token.lower] { coloured = thing }
                if d.country == nil, t != head, let country = personCountry(t) { d.country = country }
            }
        }
        // What stands after: "president of France", "a delegation from the Taliban's bureau", "fighters from Hamas".
        if officeHead != nil || name == nil || d.country == nil && d.body == nil {
            readPostmodifiers(of: head, into: &d, depth: 0)
        }
        if let (token, office) = officeHead {
            var start = range.lowerBound
            if start < token, document.tokens[start].dependency == .det { start += 1 }
            let end = max(end(ofOffice: token), start + 1)
            d.role = document.span(of: start..<(name.map { min(end, max(start + 1, $0.lowerBound)) } ?? end))
            if let role = d.role { d.evidence.insert(.text(role), at: 0) }
            settle(office, at: token, coloured, &d)
        } else if let body = d.body {
            let known = self.known[body]
            d.country = known.country
            d.sectors = known.sectors
            d.code = known.code
        } else if let coloured {
            d.sectors = [coloured.sector]
        }
        if d.isFormer {
            d.sectors = ["ELI"]
            d.code = nil
        }
        if d.code == nil { d.code = knowledge.code(country: d.country, sector: d.sectors.first) }
        return d
    }

    func office(at token: Int) -> ActorKnowledge.Office? {
        let t = document.tokens[token]
        if isIdiom(token) { return nil }
        // "president-elect"
        if t.lower == "elect", token > 1, document.tokens[token - 1].lower == "-" { return office(at: token - 2) }
        // A capitalised plural keeps its form as lemma ("Armed Forces", "Ministers Ramli and Nazmi"): its singular is
        // looked up too.
        let word = t.pos == .propn ? document.text(of: token).lowercased() : ""
        let singular = word.hasSuffix("s") ? StringKey(word.dropLast()) : t.lemma
        if token > 0, let phrases = knowledge.phrases[singular] ?? knowledge.phrases[t.lower] {
            let phrase = phrases.first { phrase in
                phrase.before.count <= token
                    && zip(phrase.before.reversed(), (0..<token).reversed()).allSatisfy { word, t in
                        word == document.tokens[t].lower || word == document.tokens[t].lemma
                    }
            }
            if let phrase { return phrase.office }
        }
        if let office = knowledge.offices[t.lower] { return office }
        return knowledge.offices[singular]
    }

    /// "a state of emergency", "state-owned": no state that acts.
    private func isIdiom(_ token: Int) -> Bool {
        let tokens = document.tokens
        guard token + 1 < tokens.count, idiomWords.contains(tokens[token].lower) else {
            return false
        }
        // "Secretary of State"
        if token > 1, tokens[token - 1].lower == "of", isOffice(tokens[token - 2].lower) { return true }
        if tokens[token + 1].lower == "-" { return true }
        return tokens[token + 1].lower == "of" && token + 2 < tokens.count
            && idiomObjects.contains(tokens[token + 2].lower)
    }

    /// One past the words of an office: "secretary **of the Supreme National Security Council**".
    private func end(ofOffice token: Int) -> Int {
        for child32 in document.children(of: token) where Int(child32) > token {
            let child = Int(child32)
            guard document.tokens[child].dependency == .prep, ["of", "for"].contains(document.tokens[child].lower),
                let object = document.objects(ofPreposition: child).first, object - token < 12
            else { continue }
            return max(object, child) + 1
        }
        return token + 1
    }

    /// Whether a word, in small letters, is that of a person's office.
    func isOffice(_ word: StringKey) -> Bool { knowledge.offices[word]?.isPerson == true }

    private func settle(
        _ office: ActorKnowledge.Office, at token: Int, _ coloured: ActorKnowledge.Office?, _ d: inout Description
    ) {
        if let body = d.body {
            let known = self.known[body]
            // "UN-backed government", "Taliban prisoners": a strong word of another kind keeps its own sector.
            let keepsOwn =
                office.strength == .strong && ["CVL", "REF", "JRN", "JUD", "LEG", "MED", "EDU"].contains(office.sector)
            if !keepsOwn {
                d.country = known.country
                d.sectors = known.sectors
                d.code = known.code
                d.evidence.append(.knowledge(known.evidence))
                return
            }
            d.country = known.country ?? d.country
        }
        let sector: String
        d.isWeak = office.strength == .weak && coloured == nil
        if office.strength == .weak, let coloured {
            sector = coloured.sector
        } else if office.needsCountry, d.country == nil {
            if !office.isPerson, knowledge.list("state-bodies").contains(document.tokens[token].lemma) {
                d.sectorWithCountry = office.sector
            }
            return
        } else {
            sector = office.sector
        }
        d.sectors = [sector]
        d.evidence.append(.knowledge(office.evidence))
    }

    /// "Rwandan-backed rebels", "pro-Indonesian militiamen": whom a country helps is not of it.
    func isBacker(_ match: NameFinder.Match) -> Bool {
        let tokens = document.tokens
        let (first, end) = (match.tokens.lowerBound, match.tokens.upperBound)
        if end + 1 < tokens.count, tokens[end].lower == "-", backed.contains(tokens[end + 1].lower) {
            return true
        }
        return first > 1 && tokens[first - 1].lower == "-"
            && (tokens[first - 2].lower == "pro" || tokens[first - 2].lower == "anti")
    }

    private func note(_ match: NameFinder.Match, into d: inout Description) {
        if isBacker(match) { return }
        let known = self.known[match.known]
        if known.use == .body {
            d.body = match.known
        } else if d.country == nil {
            d.country = known.country
            d.evidence.append(.knowledge(known.evidence))
        }
    }

    private func readPostmodifiers(of head: Int, into d: inout Description, depth: Int) {
        guard depth < 3 else { return }
        for child32 in document.children(of: head) where Int(child32) > head {
            let child = Int(child32)
            let token = document.tokens[child]
            guard token.dependency == .prep, token.lower == "of" || token.lower == "from" else { continue }
            for object in document.objects(ofPreposition: child) {
                for t in premodified(object) where matchAt[t] >= 0 {
                    let match = matches[Int(matchAt[t])]
                    if match.tokens.lowerBound == t || t == premodified(object).lowerBound,
                        d.country == nil || d.body == nil
                    {
                        note(match, into: &d)
                    }
                }
                if d.country == nil, d.body == nil { readPostmodifiers(of: object, into: &d, depth: depth + 1) }
            }
        }
    }
}
