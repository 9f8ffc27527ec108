import Annotation
import Foundation

/// The points that the story gives: what it is about, what is near, and what lies in what.
extension PlaceResolver {
    // MARK: - Weighing

    mutating func settle(round: Int, _ peoples: [Int]) {
        if round > 0 { tellStory(peoples) }
        let anchors = round > 0 ? anchors() : []
        for g in groups.indices {
            for c in groups[g].candidates.indices {
                var candidate = groups[g].candidates[c]
                candidate.points = candidate.own
                candidate.grounds.formIntersection(.kind)
                if round > 0 { weighStory(&candidate, g, anchors) }
                groups[g].candidates[c] = candidate
            }
        }
        weighBesides()
        for g in groups.indices where !groups[g].candidates.isEmpty { choose(g) }
    }

    mutating func choose(_ g: Int) {
        var best = 0
        var sum = 0.0
        let candidates = groups[g].candidates
        for c in candidates.indices where candidates[c].points > candidates[best].points { best = c }
        for candidate in candidates { sum += exp(candidate.points - candidates[best].points) }
        for c in candidates.indices {
            groups[g].candidates[c].share = exp(candidates[c].points - candidates[best].points) / sum
        }
        groups[g].best = best
    }

    /// Which countries and divisions the story is about, by what its names most likely mean.
    mutating func tellStory(_ peoples: [Int]) {
        countries.removeAll(keepingCapacity: true)
        divisions.removeAll(keepingCapacity: true)
        sisters.removeAll(keepingCapacity: true)
        total = 0
        for people in peoples {
            countries[people, default: 0] += 0.7
            total += 0.7
        }
        for group in groups {
            let count = Double(group.count).squareRoot()
            for candidate in group.candidates where candidate.share > 0.05 {
                if let country = candidate.country {
                    countries[country, default: 0] += candidate.share * count
                    total += candidate.share * count
                }
                if candidate.kind == .division, let division = candidate.division {
                    divisions[division, default: 0] += candidate.share
                    if let country = candidate.country { sisters[country, default: 0] += candidate.share }
                }
            }
        }
    }

    struct Anchor {
        var group: Int
        var candidate: Candidate
    }

    /// Places of the story that are sure and small enough for others to be near them.
    func anchors() -> [Anchor] {
        var anchors: [Anchor] = []
        for (g, group) in groups.enumerated() where !group.candidates.isEmpty {
            let best = group.candidates[group.best]
            guard best.share > 0.7 else { continue }
            switch best.kind {
            case .city, .district, .site, .land: anchors.append(Anchor(group: g, candidate: best))
            case .division, .region, .water:
                if gazetteer.radius(best.entry) < 150 { anchors.append(Anchor(group: g, candidate: best)) }
            case .country, .continent: break
            }
            if anchors.count == 10 { break }
        }
        return anchors
    }

    func weighStory(_ candidate: inout Candidate, _ g: Int, _ anchors: [Anchor]) {
        let ownCount = Double(groups[g].count).squareRoot()
        // What other names say of the country, not what this name says of itself.
        let self_ = candidate.share > 0.05 ? candidate.share * ownCount : 0
        if let country = candidate.country, let weight = countries[country], total - self_ > 0.01 {
            let others = max(0, weight - self_)
            let share = others / max(0.5, total - ownCount * sumOfShares(g))
            candidate.points += weights[.storyCountry] * min(1, share)
            if share > 0.2 { candidate.grounds.insert(.country) }
        }
        weighDivision(&candidate, g)
        if candidate.kind == .continent {
            // A continent holds whatever the story is about; a town that was once called Africa must not outweigh it.
            candidate.points += weights[.storyCountry] + weights[.near]
            return
        }
        if candidate.country == nil, total > 0.01 {
            // What lies in several countries has as much of the story as they have together.
            let share = gazetteer.countries(candidate.entry).reduce(0.0) { $0 + (countries[$1] ?? 0) } / total
            candidate.points += weights[.storyCountry] * min(1, share)
        }
        var nearest = 400.0
        for anchor in anchors where anchor.group != g {
            // A country or division is near what lies in it, wherever its middle is.
            if candidate.kind == .country {
                if candidate.country == anchor.candidate.country { nearest = 0 }
            } else if candidate.kind == .division, candidate.division == anchor.candidate.division {
                nearest = 0
            } else if let distance = distance(candidate, anchor.candidate, atMost: nearest) {
                nearest = distance
            }
        }
        if nearest < 400 {
            candidate.points += weights[.near] * min(1, (400 - nearest) / 350)
            if nearest < 200 { candidate.grounds.insert(.near) }
        }
        if let dateline, dateline != g,
            let place = groups[dateline].candidates.indices.contains(groups[dateline].best)
                ? groups[dateline].candidates[groups[dateline].best] : nil, isNear(candidate, place, 400)
        {
            candidate.points += weights[.dateline]
            candidate.grounds.insert(.dateline)
        }
    }

    /// The division that a place lies in is named in the story, or sisters of the division that it is.
    func weighDivision(_ candidate: inout Candidate, _ g: Int) {
        guard let division = candidate.division else { return }
        let own = groups[g].candidates.first { $0.kind == .division && $0.division == division }?.share ?? 0
        let weight: Double
        if candidate.kind == .division {
            guard let country = candidate.country else { return }
            weight = (sisters[country] ?? 0) - own
        } else {
            weight = (divisions[division] ?? 0) - own
        }
        guard weight > 0 else { return }
        candidate.points += weights[.storyDivision] * min(1, weight)
        if weight > 0.3, candidate.kind != .division { candidate.grounds.insert(.division) }
    }

    /// "China, Japan and Korea": two of one kind are a list, but for towns, whose parts are towns too.
    func isList(_ beside: Beside) -> Bool {
        func kind(_ g: Int) -> PlaceKind? { groups[g].candidates.max { $0.own < $1.own }?.kind }
        guard let inner = kind(beside.inner), let outer = kind(beside.outer) else { return true }
        return inner == outer && inner != .city && inner != .site
    }

    func sumOfShares(_ g: Int) -> Double {
        groups[g].candidates.reduce(0) { $0 + ($1.share > 0.05 && $1.country != nil ? $1.share : 0) }
    }

    /// Points for what lies in the place beside it, and for what holds it.
    mutating func weighBesides() {
        for beside in besides where !isList(beside) {
            let weight = weights[beside.isTight ? .partner : .within]
            let inner = groups[beside.inner].candidates
            let outer = groups[beside.outer].candidates
            let outers = outer.indices.sorted { outer[$0].own > outer[$1].own }.prefix(Self.mostOuter)
            var held = Set<Int>()
            for i in inner.indices {
                for o in outers where lies(inner[i], in: outer[o]) {
                    if !groups[beside.inner].candidates[i].grounds.contains(.partner) {
                        groups[beside.inner].candidates[i].points += weight
                        groups[beside.inner].candidates[i].grounds.insert(.partner)
                    }
                    // The container gains by what is well known in it.
                    if inner[i].own > 2.9 { held.insert(o) }
                }
            }
            // A country beside a town may begin another clause ("In Gaza, Israel said …"); a division hardly does.
            let isDivision =
                outer.indices.contains(groups[beside.outer].best) && outer[groups[beside.outer].best].kind == .division
            if beside.isTight, isDivision {
                for i in inner.indices where !groups[beside.inner].candidates[i].grounds.contains(.partner) {
                    groups[beside.inner].candidates[i].points += weights[.apart]
                }
            }
            for o in held { groups[beside.outer].candidates[o].points += weight / 2 }
        }
    }
}
