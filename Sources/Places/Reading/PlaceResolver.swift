import Annotation
import Foundation

/// Decides what each name of a report stands for, all names together: one name has one meaning in a report.
///
/// Candidates are weighed by the points of `Data/places/weights.txt`. Two rounds: first by how well known they are and by what is
/// named right beside them; what wins there says what the story is about, and by that all are weighed again.
struct PlaceResolver {
    /// What one name means in a report.
    struct Meaning {
        /// nil where the gazetteer has no such name.
        var entry: Int?
        var grounds: PlaceGrounds
        var rivals: Int
        /// Of a name that the gazetteer lacks: the place that it is said to lie in.
        var container: Int?
    }

    struct Candidate {
        var entry: Int
        var kind: PlaceKind
        var country: Int?
        var division: Int?
        var latitude: Double
        var longitude: Double
        /// Points that no other name of the report changes.
        var own: Double
        var points: Double
        /// Points as a share of what all candidates of the name have: their likelihood.
        var share = 0.0
        var grounds: PlaceGrounds = []
    }

    /// All mentions of one name.
    struct Group {
        var hash: UInt64
        var count = 0
        var candidates: [Candidate] = []
        var best = 0
    }

    /// The point of the place that a name the gazetteer lacks is said to lie in; nil where nothing is said.
    func container(ofGroup group: Int) -> Int? {
        for beside in besides where beside.inner == group {
            let outer = groups[beside.outer]
            guard !outer.candidates.isEmpty else { continue }
            let best = outer.candidates[outer.best]
            if best.kind != .continent, best.points >= weights[.least] { return best.entry }
        }
        return nil
    }

    /// Two names of which the first is said to lie in the second.
    struct Beside: Hashable {
        var inner: Int
        var outer: Int
        /// Only a comma between them.
        var isTight: Bool
    }

    let gazetteer: Gazetteer
    let weights: PlaceWeights
    var groups: [Group] = []
    var groupOf: [UInt64: Int] = [:]
    var besides: [Beside] = []
    /// How much of the story is of each country and division.
    var countries: [Int: Double] = [:]
    var divisions: [Int: Double] = [:]
    /// How many divisions of each country are named.
    var sisters: [Int: Double] = [:]
    var total = 0.0
    var dateline: Int?

    /// The most candidates of a name that are looked at, the greatest first, and of a container.
    static let most = 150
    static let mostOuter = 12

    init(_ gazetteer: Gazetteer, _ weights: PlaceWeights) {
        self.gazetteer = gazetteer
        self.weights = weights
    }

    /// - Returns: for each name its group.
    mutating func resolve(
        _ names: [PlaceName], _ document: Document, peoples: [Int], dateline: Range<Int>?
    ) -> [Int] {
        let placed = names.map { group(of: $0, isInCapitals: isInCapitals($0, document)) }
        for (i, name) in names.enumerated() {
            guard let kind = name.kind else { continue }
            weigh(placed[i], kind)
        }
        findBesides(names, placed, document)
        if let dateline { self.dateline = zip(names, placed).first { dateline.contains($0.0.tokens.lowerBound) }?.1 }
        settle(round: 0, peoples)
        settle(round: 1, peoples)
        settle(round: 2, peoples)
        return placed
    }

    func meaning(ofGroup group: Int) -> Meaning {
        let group = groups[group]
        guard !group.candidates.isEmpty, group.candidates[group.best].points >= weights[.least] else {
            return Meaning(entry: nil, grounds: .unknown, rivals: 0)
        }
        let best = group.candidates[group.best]
        var grounds = best.grounds
        if group.candidates.count == 1 {
            grounds = .onlyOne
        } else if grounds.isEmpty || !group.candidates.contains(where: { $0.own > best.own }) {
            grounds.insert(.prominence)
        }
        return Meaning(entry: best.entry, grounds: grounds, rivals: group.candidates.count - 1)
    }

    // MARK: - Candidates

    func isInCapitals(_ name: PlaceName, _ document: Document) -> Bool {
        let span = document.span(of: name.tokens)
        return !document.text[span.start..<span.end].contains { (97...122).contains($0) }
    }

    /// A name that is asked for, whether the report has it or not.
    mutating func ask(_ hash: UInt64, isInCapitals: Bool) { addGroup(hash, isInCapitals, count: 0) }

    func group(ofHash hash: UInt64) -> Int? { groupOf[hash] }

    mutating func group(of name: PlaceName, isInCapitals: Bool) -> Int {
        guard let known = groupOf[name.hash] else { return addGroup(name.hash, isInCapitals, count: 1) }
        groups[known].count += 1
        return known
    }

    @discardableResult
    mutating func addGroup(_ hash: UInt64, _ isInCapitals: Bool, count: Int) -> Int {
        var group = Group(hash: hash, count: count)
        let references = gazetteer.candidates(hash: hash)
        // "U.S." is no village of Us: what stands in capitals and is known so is that and nothing else.
        let isAcronym = isInCapitals && references.contains { $0.isCapitals }
        for reference in references.prefix(Self.most) where !reference.isPeople && reference.isCapitals == isAcronym {
            group.candidates.append(candidate(reference))
        }
        groupOf[hash] = groups.count
        groups.append(group)
        return groups.count - 1
    }

    func candidate(_ reference: Gazetteer.Reference) -> Candidate {
        let entry = reference.entry
        let feature = gazetteer.feature(entry)
        var points = weights.prior(of: feature.kind)
        if feature.kind == .city {
            let population = gazetteer.population(entry)
            if population > 10 {
                points = weights[.population] * log10(Double(population))
            }
            // The tables' own quarters and towns have no population; they stand there because the news names them.
            else if gazetteer.origin(entry) == .tables {
                points = weights[.population] * 4
            }
            if feature.code == "PPLC" { points += weights[.capital] }
        }
        if !reference.isGood { points += weights[.otherName] }
        return Candidate(
            entry: entry, kind: feature.kind, country: gazetteer.country(entry), division: gazetteer.division(entry),
            latitude: gazetteer.latitude(entry), longitude: gazetteer.longitude(entry), own: points, points: points)
    }

    /// What the words beside a name say that it is.
    mutating func weigh(_ group: Int, _ kind: PlaceKind) {
        func isOf(_ candidate: PlaceKind) -> Bool {
            if candidate == kind { return true }
            switch kind {
            case .division: return candidate == .district || candidate == .region
            case .land: return candidate == .region || candidate == .water
            case .site: return candidate == .water
            default: return false
            }
        }
        for i in groups[group].candidates.indices {
            let fits = isOf(groups[group].candidates[i].kind)
            // "the Da Nang airport": the town gives the airport its name.
            if kind == .site, groups[group].candidates[i].kind == .city { continue }
            groups[group].candidates[i].own += weights[fits ? .kind : .wrongKind]
            if fits { groups[group].candidates[i].grounds.insert(.kind) }
        }
    }

    // MARK: - What is named beside what

    mutating func findBesides(_ names: [PlaceName], _ placed: [Int], _ document: Document) {
        for i in names.indices.dropLast() {
            let (inner, outer) = (names[i].tokens, names[i + 1].tokens)
            let gap = inner.upperBound..<outer.lowerBound
            guard gap.lowerBound <= gap.upperBound, gap.count <= 3, placed[i] != placed[i + 1] else { continue }
            let tokens = document.tokens
            var isTight = false
            var isWithin = false
            if gap.count == 1 {
                isTight = tokens[gap.lowerBound].tag == .comma || tokens[gap.lowerBound].tag == .openingBracket
            } else if gap.isEmpty {
                isTight = true
            }
            isWithin =
                gap.contains { tokens[$0].lower == "in" || tokens[$0].lower == "of" }
                && !gap.contains { tokens[$0].pos == .verb || tokens[$0].pos == .cconj }
            if isTight || isWithin {
                besides.append(Beside(inner: placed[i], outer: placed[i + 1], isTight: isTight))
            }
        }
    }

    /// Whether one place lies in another that is not much smaller.
    func lies(_ inner: Candidate, in outer: Candidate) -> Bool {
        if inner.entry == outer.entry { return false }
        switch outer.kind {
        case .country:
            if let country = outer.country, inner.country == country { return inner.kind != .country }
            return inner.country == nil && gazetteer.countries(inner.entry).contains { $0 == outer.country }
        case .division:
            if let division = outer.division, inner.division == division { return inner.kind != .division }
            guard inner.kind != .country, inner.kind != .continent, inner.country == outer.country else { return false }
            guard inner.division == nil || outer.division == nil else { return false }
            return isNear(inner, outer, Double(max(60, gazetteer.radius(outer.entry))))
        case .region, .district, .land, .water:
            guard inner.kind != .country, inner.kind != .continent else { return false }
            return isNear(inner, outer, Double(max(40, min(600, gazetteer.radius(outer.entry)))))
        case .city: return (inner.kind == .city || inner.kind == .site) && isNear(inner, outer, 40)
        case .continent, .site: return false
        }
    }

    func isNear(_ a: Candidate, _ b: Candidate, _ kilometres: Double) -> Bool {
        distance(a, b, atMost: kilometres) != nil
    }

    /// nil where it is more than `atMost`; most pairs are told apart by their latitudes.
    func distance(_ a: Candidate, _ b: Candidate, atMost kilometres: Double) -> Double? {
        guard abs(a.latitude - b.latitude) * 111 <= kilometres else { return nil }
        let distance = Geodesy.kilometres(a.latitude, a.longitude, b.latitude, b.longitude)
        return distance <= kilometres ? distance : nil
    }
}
