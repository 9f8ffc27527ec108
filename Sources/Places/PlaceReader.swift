package import Annotation
import Clauses
import Knowledge

/// Finds the place names of a document, what each stands for in the gazetteer by the story it is in, and whether it is meant
/// as a place or as a government there.
///
/// Without the gazetteer's files a place has what the project's own tables say of it, or its name alone.
package struct PlaceReader: Sendable {
    package let gazetteer: Gazetteer
    private let hasGeonames: Bool
    private let words: PlaceWords
    private let weights: PlaceWeights

    /// - Throws: `KnowledgeError` naming the file and line that is at fault.
    package init(_ sources: GazetteerSources) throws {
        gazetteer = try sources.load()
        hasGeonames = sources.folder != nil
        words = try PlaceWords(data: sources.data)
        weights = try PlaceWeights(data: sources.data)
    }

    /// Of the gazetteer, for the record: "none" where there are only the project's own tables.
    package var version: String {
        guard hasGeonames else { return "none" }
        let digits = String(gazetteer.digest, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    package func read(_ document: Document) -> [PlaceMention] {
        let (resolver, names, groups) = resolve(document)
        guard !names.isEmpty else { return [] }
        let meanings = resolver.groups.indices.map { group in
            var meaning = resolver.meaning(ofGroup: group)
            if meaning.entry == nil { meaning.container = resolver.container(ofGroup: group) }
            return meaning
        }
        let datelines = Dateline.ranges(in: document)
        let usage = PlaceUse(document: document, words: words)
        let placed = groupsInPlace(names, groups, meanings, document)
        return zip(names, groups).compactMap { name, group in
            // A name that the whole gazetteer does not have and that only ever acts is somebody's.
            guard !hasGeonames || meanings[group].entry != nil || placed[group] else { return nil }
            var place = place(meanings[group], document.span(of: name.tokens), document)
            let kind = meanings[group].entry.map { gazetteer.kind($0) } ?? name.kind
            place.use = name.source == .body ? .government : isGovernable(kind) ? usage.use(name.tokens) : .place
            if datelines.contains(where: { $0.contains(name.tokens.lowerBound) }) { place.use = .place }
            return PlaceMention(tokens: name.tokens, place: place)
        }
    }

    /// Which names stand at least once where only places do: after "in" or "near", or before what they lie in.
    private func groupsInPlace(
        _ names: [PlaceName], _ groups: [Int], _ meanings: [PlaceResolver.Meaning], _ document: Document
    ) -> [Bool] {
        var placed = [Bool](repeating: false, count: meanings.count)
        for (i, name) in names.enumerated() where meanings[groups[i]].entry == nil && !placed[groups[i]] {
            var head =
                name.tokens.last { !name.tokens.contains(Int(document.tokens[$0].head)) } ?? name.tokens.lowerBound
            for _ in 0..<8 where document.tokens[head].dependency == .conj { head = Int(document.tokens[head].head) }
            let governor = document.tokens[Int(document.tokens[head].head)]
            let isLocated =
                document.tokens[head].dependency == .pobj && words.has(governor.lower, in: .locatives)
                && !words.has(governor.lower, in: .weakLocatives)
            let next = name.tokens.upperBound
            let isContained =
                next + 1 < document.tokens.count && document.tokens[next].tag == .comma && i + 1 < names.count
                && names[i + 1].tokens.lowerBound == next + 1 && meanings[groups[i + 1]].entry != nil
            placed[groups[i]] = isLocated || isContained || name.kind != nil
        }
        return placed
    }

    /// The names of a document, and what they mean together.
    ///
    /// - Parameter asked: the hash of a name that is asked for, and whether it stands in capitals.
    func resolve(
        _ document: Document, and asked: (hash: UInt64, isInCapitals: Bool)? = nil
    ) -> (PlaceResolver, [PlaceName], groups: [Int]) {
        var finder = NameFinder(document, gazetteer, words, knowsTowns: hasGeonames)
        let names = finder.names()
        var resolver = PlaceResolver(gazetteer, weights)
        if let asked { resolver.ask(asked.hash, isInCapitals: asked.isInCapitals) }
        guard !names.isEmpty || asked != nil else { return (resolver, [], []) }
        let groups = resolver.resolve(
            names, document, peoples: finder.scan.peoples, dateline: Dateline.ranges(in: document).first)
        return (resolver, names, groups)
    }

    private func isGovernable(_ kind: PlaceKind?) -> Bool {
        switch kind {
        case .water, .land, .site, .continent: false
        default: true
        }
    }

    /// An entry as the record has it.
    private func place(_ meaning: PlaceResolver.Meaning, _ span: TextSpan, _ document: Document) -> Place {
        guard let entry = meaning.entry else {
            var place = Place(span: span, name: document.text(in: span), use: .place, grounds: .unknown)
            guard let container = meaning.container else { return place }
            place.country = gazetteer.country(container).map { gazetteer.code(ofCountry: $0) }
            // A country is too great to lend its point to a village.
            guard gazetteer.kind(container) != .country else { return place }
            (place.latitude, place.longitude) = (gazetteer.latitude(container), gazetteer.longitude(container))
            (place.precision, place.grounds) = (.region, .container)
            return place
        }
        let feature = gazetteer.feature(entry)
        let division = gazetteer.division(entry)
        return Place(
            span: span, name: gazetteer.name(entry), geonameID: gazetteer.geonameID(entry),
            country: gazetteer.country(entry).map { gazetteer.code(ofCountry: $0) },
            admin1: division.flatMap { gazetteer.entry(ofDivision: $0) }.map { gazetteer.name($0) },
            admin1Code: division.map { gazetteer.key(ofDivision: $0) }, latitude: gazetteer.latitude(entry),
            longitude: gazetteer.longitude(entry), feature: feature.code, precision: feature.precision, use: .place,
            grounds: meaning.grounds)
    }
}
