package import Annotation
package import Knowledge

/// What kinds of thing a place can be, coarser than GeoNames' codes: what disambiguation needs to tell apart.
package enum PlaceKind: String, CaseIterable, Sendable {
    case country, continent, region, division, district, city, water, land, site
}

/// GeoNames' feature codes and what they stand for.
package struct PlaceFeatures: Sendable {
    package struct Feature: Sendable {
        package var code: String
        package var kind: PlaceKind
        package var precision: Place.Precision
        /// "town", "strait".
        package var words: String
    }

    /// In the order of the file.
    package let all: [Feature]
    private let numbers: [String: Int]

    /// Reads `Data/places/features.txt`.
    ///
    /// - Throws: `KnowledgeError` naming file and line.
    package init(data: DataLocation) throws {
        let table = try TextTable(file: data.file("places", "features.txt"), columns: 4...4)
        var all: [Feature] = []
        var numbers: [String: Int] = [:]
        for row in table.rows {
            guard let kind = PlaceKind(rawValue: row.text(1)) else {
                throw table.error(row, "\"\(row.text(1))\" is no kind of place")
            }
            guard let precision = Place.Precision(rawValue: row.text(2)) else {
                throw table.error(row, "\"\(row.text(2))\" is no precision")
            }
            guard numbers.updateValue(all.count, forKey: row.text(0)) == nil else {
                throw table.error(row, "\"\(row.text(0))\" stands here twice")
            }
            all.append(Feature(code: row.text(0), kind: kind, precision: precision, words: row.text(3)))
        }
        guard all.count < 256 else {
            throw KnowledgeError(file: table.name, line: nil, "has \(all.count) rows: expected at most 255")
        }
        self.all = all
        self.numbers = numbers
    }

    /// The number of a code in `all`.
    func number(of code: String) -> Int? { numbers[code] }
}
