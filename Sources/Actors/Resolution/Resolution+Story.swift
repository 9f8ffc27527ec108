import Annotation

/// The country of somebody whose own words do not say it: "police arrested … in Nairobi", "the president said".
extension Resolution {
    /// A country and the line of the knowledge by which it is known.
    struct Origin {
        var country: String
        var evidence: String
    }

    /// - Parameter atHome: first those whose sentence says where it is set; then, when it is clear who is who, those for
    ///   whom only the report as a whole does.
    mutating func inheritFromStory(atHome: Bool) {
        let story = atHome ? nil : countryOfReport()
        let countryWords = knowledge.list("country-anaphors")
        var settings: [Int: Origin?] = [:]
        for p in places where p.form != .pronoun {
            let draft = root(p.actor)
            let d = drafts[draft].description
            guard d.country == nil, d.body == nil, let sector = d.sectors.first ?? d.sectorWithCountry,
                !isAnybody(p),
                drafts[draft].kind != .organization || ["GOV", "MIL", "COP", "JUD", "LEG", "SPY"].contains(sector),
                d.role != nil, drafts[draft].isNominal || drafts[draft].known == nil,
                // What media say of a country is not said by its media, and a "country" is one named elsewhere.
                !["IGO", "NGO", "MNC"].contains(sector), !(atHome && sector == "JRN"), !isOfManyCountries(p.head),
                !countryWords.contains(document.tokens[p.head].lemma)
            else { continue }
            let sentence = document.sentence(of: p.head)
            let setting: Origin?
            if let known = settings[sentence] {
                setting = known
            } else {
                setting = self.setting(of: document.sentences[sentence])
                settings[sentence] = setting
            }
            guard let origin = setting ?? (atHome ? nil : earlierSetting(sentence) ?? story),
                setting != nil || !isParty(origin.country, beside: p)
            else { continue }
            drafts[draft].description.country = origin.country
            if d.sectors.isEmpty { drafts[draft].description.sectors = [sector] }
            drafts[draft].description.code = knowledge.code(country: origin.country, sector: sector)
            drafts[draft].description.evidence.append(.knowledge(origin.evidence))
            drafts[draft].isCountryOfStory = true
        }
    }

    /// The one country that the places of a sentence are in; nil when there are two.
    func setting(of sentence: Range<Int>) -> Origin? {
        var setting: Origin?
        for match in matches(in: sentence) {
            let known = self.known[match.known]
            guard known.use == .country || known.use == .capital || known.use == .town, isSetting(match.head) else {
                continue
            }
            guard let country = known.country else { continue }
            if let setting, setting.country != country { return nil }
            setting = setting ?? Origin(country: country, evidence: known.evidence)
        }
        return setting
    }

    /// "peacekeepers": they are of no country that they are in.
    private func isOfManyCountries(_ head: Int) -> Bool {
        knowledge.list("of-many-countries").contains(document.tokens[head].lemma)
    }

    /// "The president paid a visit to Iraq": the country that somebody does something to is not told to be his own.
    private func isParty(_ country: String?, beside place: Place) -> Bool {
        guard isSubject(place.head) else { return false }
        return matches(in: document.sentences[document.sentence(of: place.head)]).contains { match in
            guard known[match.known].country == country, known[match.known].use != .town, !isModifier(match.head),
                match.head > place.head
            else { return false }
            let governor = Int(document.tokens[match.head].head)
            switch document.tokens[match.head].dependency {
            case .dobj: return governor == Int(document.tokens[place.head].head)
            case .pobj:
                return !isSetting(match.head)
            default: return false
            }
        }
    }

    /// Where the sentence before is set.
    private func earlierSetting(_ sentence: Int) -> Origin? {
        guard sentence > 0 else { return nil }
        return setting(of: document.sentences[sentence - 1])
    }

    func isSetting(_ token: Int) -> Bool {
        let t = document.tokens[token]
        switch t.dependency {
        case .pobj:
            let preposition = document.tokens[Int(t.head)]
            // "in the Odesa oblast of Ukraine"
            if preposition.lower == "of" { return isSetting(Int(preposition.head)) }
            return ["in", "at", "near", "across", "throughout", "outside", "inside", "around", "within"].contains(
                preposition.lower)
        case .appos, .npadvmod: return document.tokens[Int(t.head)].pos == .propn && Int(t.head) < token
        case .conj:
            var up = token
            for _ in 0..<8 where document.tokens[up].dependency == .conj { up = Int(document.tokens[up].head) }
            return up != token && isSetting(up)
        default: return false
        }
    }

    /// The country where the report was written and which it names, else the one that most of its names are of.
    ///
    /// - Parameter share: of all names, the least that must be of the country.
    func countryOfReport(atLeast share: Double = 1 / 2) -> Origin? {
        var counts: [String: (count: Int, first: Int, evidence: String)] = [:]
        var total = 0
        func count(_ country: String, _ weight: Int, _ first: Int, _ evidence: String) {
            counts[country, default: (0, first, evidence)].count += weight
            total += weight
        }
        for match in matches where !match.isDropped && !match.isShared {
            let known = self.known[match.known]
            guard let country = known.country, known.identity.owner == nil, !describer.isBacker(match) else { continue }
            count(
                country, describer.isInDateline[match.head] ? 2 : 1, match.tokens.lowerBound, known.evidence)
        }
        for mention in personMentions {
            guard let known = drafts[mention.draft].known, let country = known.country else { continue }
            count(country, 1, mention.tokens.lowerBound, known.evidence)
        }
        // Written there and about it.
        for match in matches where describer.isInDateline[match.head] {
            if let country = self.known[match.known].country, let told = counts[country], told.count > 2 {
                return Origin(country: country, evidence: told.evidence)
            }
        }
        guard
            let (country, top) = counts.max(by: {
                ($0.value.count, $1.value.first) < ($1.value.count, $0.value.first)
            })
        else { return nil }
        return Double(top.count) >= Double(total) * share - 1e-9
            ? Origin(country: country, evidence: top.evidence) : nil
    }
}
