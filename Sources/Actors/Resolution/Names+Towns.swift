import Annotation

/// Towns and divisions that the gazetteer knows and no dictionary does.
extension NameFinder.Names {
    /// The names found, with the places of a report among them where no name of a dictionary stands.
    func withTowns(_ towns: [PlaceMention], _ document: Document) -> (known: [Known], matches: [NameFinder.Match]) {
        guard !towns.isEmpty else { return (known, matches) }
        var known = known
        var indexOf: [Known.Identity: Int] = [:]
        var added: [NameFinder.Match] = []
        var next = 0
        var person = 0
        for town in towns {
            guard let country = town.place.country, town.place.precision != .country else { continue }
            while next < matches.count, matches[next].tokens.upperBound <= town.tokens.lowerBound { next += 1 }
            if next < matches.count, matches[next].tokens.overlaps(town.tokens) { continue }
            while person < persons.count, persons[person].tokens.upperBound <= town.tokens.lowerBound { person += 1 }
            if person < persons.count, persons[person].tokens.overlaps(town.tokens) { continue }
            let identity = Known.Identity(
                dictionary: -1, actor: town.place.geonameID ?? 0, owner: town.place.name + country)
            let index = indexOf[identity] ?? known.count
            if index == known.count {
                indexOf[identity] = index
                known.append(Known(town: town.place, identity: identity, country: country))
            }
            let head =
                town.tokens.last { !town.tokens.contains(Int(document.tokens[$0].head)) } ?? town.tokens.lowerBound
            added.append(NameFinder.Match(tokens: town.tokens, head: head, known: index))
        }
        guard !added.isEmpty else { return (known, matches) }
        return (known, (matches + added).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound })
    }
}

extension Known {
    fileprivate init(town: Place, identity: Identity, country: String) {
        self.init(
            identity: identity, name: town.name, code: country, country: country, sectors: [], kind: .country,
            use: .town, evidence: town.geonameID.map { "geonames:\($0)" } ?? "places", isAcronym: false, sex: .unknown,
            role: nil, isFormer: false, relation: .within, terms: [], isDated: false)
    }
}
