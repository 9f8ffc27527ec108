package import Knowledge

/// The points of `Data/places/weights.txt`.
package struct PlaceWeights: Sendable {
    enum Weight: Int, CaseIterable {
        case population, country, continent, region, division, district, city, water, land, site
        case capital, otherName, partner, within, apart, storyCountry, storyDivision, near, dateline, kind, wrongKind,
            least
    }

    private static let names = [
        "population", "country", "continent", "region", "division", "district", "city", "water", "land", "site",
        "capital", "other-name", "partner", "within", "apart", "story-country", "story-division", "near", "dateline",
        "kind",
        "wrong-kind", "least",
    ]

    private let points: [Double]

    /// - Throws: `KnowledgeError` naming file and line.
    package init(data: DataLocation) throws {
        let table = try TextTable(file: data.file("places", "weights.txt"), columns: 3...3)
        var points = [Double?](repeating: nil, count: Weight.allCases.count)
        for row in table.rows {
            guard let index = Self.names.firstIndex(of: row.text(0)) else {
                throw table.error(row, "\"\(row.text(0))\" is nothing that places are weighed by")
            }
            guard let value = Double(row.text(1)), abs(value) < 1000 else {
                throw table.error(row, "\"\(row.text(1))\": expected a number of points")
            }
            points[index] = value
        }
        self.points = try zip(Self.names, points).map { name, value in
            guard let value else { throw KnowledgeError(file: table.name, line: nil, "has no row \"\(name)\"") }
            return value
        }
    }

    subscript(weight: Weight) -> Double { points[weight.rawValue] }

    /// What an entry of a kind has before anything is known of the story.
    func prior(of kind: PlaceKind) -> Double {
        switch kind {
        case .country: self[.country]
        case .continent: self[.continent]
        case .region: self[.region]
        case .division: self[.division]
        case .district: self[.district]
        case .city: self[.city]
        case .water: self[.water]
        case .land: self[.land]
        case .site: self[.site]
        }
    }
}
