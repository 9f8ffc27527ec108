package import Annotation

/// Answers to "what may this name stand for, and why".
extension PlaceReader {
    /// What a name may stand for, the likeliest first.
    ///
    /// - Parameter document: the story in which it is asked for; nil for none, and then the best known wins.
    package func candidates(of name: String, in document: Document? = nil) -> [PlaceCandidate] {
        guard let hash = gazetteer.fold.hash(of: name) else { return [] }
        let story = document ?? Document(text: [], tokens: [], entities: [], lemmaText: [], morphs: [])
        let (resolver, _, _) = resolve(story, and: (hash, !name.utf8.contains { (97...122).contains($0) }))
        guard let group = resolver.group(ofHash: hash) else { return [] }
        let meaning = resolver.meaning(ofGroup: group)
        return resolver.groups[group].candidates.sorted { ($0.points, $1.entry) > ($1.points, $0.entry) }.map {
            candidate($0, asked: name, wins: $0.entry == meaning.entry, meaning.grounds)
        }
    }

    private func candidate(
        _ candidate: PlaceResolver.Candidate, asked: String, wins: Bool, _ grounds: PlaceGrounds
    ) -> PlaceCandidate {
        let entry = candidate.entry
        let feature = gazetteer.feature(entry)
        let countries = gazetteer.country(entry).map { [$0] } ?? gazetteer.countries(entry)
        let population = gazetteer.population(entry)
        return PlaceCandidate(
            asked: asked, name: gazetteer.name(entry), kind: feature.words, feature: feature.code,
            precision: feature.precision, countries: countries.map { gazetteer.code(ofCountry: $0) },
            admin1: candidate.division.flatMap { gazetteer.entry(ofDivision: $0) }.map { gazetteer.name($0) },
            admin1Code: candidate.division.map { gazetteer.key(ofDivision: $0) },
            population: population > 0 ? population : nil, latitude: candidate.latitude,
            longitude: candidate.longitude, geonameID: gazetteer.geonameID(entry),
            points: (candidate.points * 100).rounded() / 100, wins: wins, grounds: wins ? grounds : [])
    }
}
