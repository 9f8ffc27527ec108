import Annotation
import Clauses
import Events
import Places

/// Where: the place that the clause names, else the sentence, else the story so far, else the dateline.
extension Assembly {
    /// How many sentences on a story stays where it was.
    private static let stay = 3

    /// The place of each act, in order; nil where nothing tells.
    func sites(of acts: [Act]) -> [EventPlace?] {
        let dateline = dateline()
        var last: (site: EventPlace, sentence: Int)?
        return acts.map { act in
            let sentence = document.sentence(of: act.trigger)
            if let own = ownSite(of: act) {
                last = (own, sentence)
                return own
            }
            if let above = siteAbove(act) {
                last = (above, sentence)
                return above
            }
            // What was, will be or may be elsewhere is not where the story is; words have no place of their own.
            guard act.standing == [.actual], act.isDone else { return nil }
            if let last, sentence - last.sentence <= Self.stay, sentence >= last.sentence,
                isOneParagraph(last.site, act.trigger)
            {
                return EventPlace(index: last.site.index, basis: .story)
            }
            return dateline.map { EventPlace(index: $0, basis: .dateline) }
        }
    }

    /// The place that hangs on the act's clause, not through another verb.
    private func ownSite(of act: Act) -> EventPlace? {
        nearest(placeIndices(inSentenceOf: act.trigger)) { steps(from: $0, to: act.clause, act.trigger) }
            .map { EventPlace(index: $0, basis: .clause) }
    }

    /// The place by fewest steps; of equals the finest.
    private func nearest(_ indices: [Int], _ steps: (Int) -> Int?) -> Int? {
        var best: (index: Int, rank: Int)?
        for i in indices {
            guard let distance = steps(i) else { continue }
            let rank = distance * 4 + fineness(i)
            if best.map({ rank < $0.rank }) ?? true { best = (i, rank) }
        }
        return best?.index
    }

    /// A point before a city, a city before a region, a region before a country.
    private func fineness(_ index: Int) -> Int {
        switch places[index].place.precision {
        case .point?: 0
        case .city?: 1
        case .region?: 2
        case .country?: 3
        case nil: 2
        }
    }

    /// Phrases between a place and one of some words; nil when it does not tell where they were done.
    private func steps(from index: Int, to goals: Int...) -> Int? {
        let tokens = places[index].tokens
        var at = tokens.upperBound - 1
        var steps = 0
        var isPlaced = false
        for _ in 0..<10 {
            if goals.contains(at) { return steps }
            let token = document.tokens[at]
            if token.pos == .adp {
                // Only the preposition before the name itself says how it stands to the deed.
                if !isPlaced, Grammar.outward.contains(token.lower) { return nil }
                isPlaced = true
            } else if !tokens.contains(at) {
                // "talks with a delegation visiting Tehran": where they were who took part.
                let isTakingPart = token.dependency == .acl && token.tag == .vbg
                if token.pos == .verb && !isTakingPart || token.pos == .aux { return nil }
                steps += isTakingPart ? 3 : 1
                isPlaced = isPlaced || isTakingPart
            }
            let up = Int(token.head)
            if up == at { return nil }
            at = up
        }
        return nil
    }

    /// "In Kabul, gunmen entered the ministry and killed two": the place of the clause that this one continues.
    private func siteAbove(_ act: Act) -> EventPlace? {
        var clause = act.clause
        for _ in 0..<6 {
            let token = document.tokens[clause]
            let up = Int(token.head)
            guard up != clause else { return nil }
            switch token.dependency {
            case .conj, .advcl, .xcomp, .prep, .pcomp, .pobj, .dobj, .acl, .nsubj, .nsubjpass: clause = up
            default: return nil
            }
            guard document.tokens[clause].pos == .verb else { continue }
            if let site = nearest(placeIndices(inSentenceOf: act.trigger), { steps(from: $0, to: clause) }) {
                return EventPlace(index: site, basis: .sentence)
            }
        }
        return nil
    }

    private func dateline() -> Int? {
        for range in Dateline.ranges(in: document) {
            if let i = places.firstIndex(where: { range.overlaps($0.tokens) }) { return i }
        }
        return nil
    }

    private func isOneParagraph(_ site: EventPlace, _ token: Int) -> Bool {
        let place = places[site.index].place.span
        let span = document.tokens[token].span
        return place.end > span.start || !document.text[place.end..<span.start].contains(10)
    }

    /// Names that stand for a place, in a token's sentence.
    private func placeIndices(inSentenceOf token: Int) -> [Int] {
        let sentence = document.sentences[document.sentence(of: token)]
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle].tokens.lowerBound < sentence.lowerBound { low = middle + 1 } else { high = middle }
        }
        var indices: [Int] = []
        while low < places.count, places[low].tokens.lowerBound < sentence.upperBound {
            if places[low].place.use == .place { indices.append(low) }
            low += 1
        }
        return indices
    }
}

extension Act {
    /// A deed, which happens somewhere, and no mere words.
    fileprivate var isDone: Bool {
        switch type {
        case .consult, .aid, .retreat, .protest, .mobilize, .coerce, .assault: true
        default: false
        }
    }
}

extension EventPlace {
    /// Told by the event's own sentence.
    var isOwn: Bool { basis == .clause || basis == .sentence }
}
