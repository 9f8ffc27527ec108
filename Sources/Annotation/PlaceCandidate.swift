/// An entry of the gazetteer that a name may stand for, with what speaks for it.
package struct PlaceCandidate: Hashable, Sendable {
    /// The name that was asked for.
    package var asked: String
    package var name: String
    /// "capital", "strait".
    package var kind: String
    /// GeoNames feature code.
    package var feature: String
    package var precision: Place.Precision
    /// ISO 3166-1 alpha-3; several where something lies in several.
    package var countries: [String]
    package var admin1: String?
    package var admin1Code: String?
    /// nil where it is not known.
    package var population: Int?
    /// Degrees, WGS 84.
    package var latitude: Double
    package var longitude: Double
    package var geonameID: Int?
    /// What it has by the weights, rounded to a hundredth.
    package var points: Double
    /// Whether the name is taken for it.
    package var wins: Bool
    /// Why, where it wins.
    package var grounds: PlaceGrounds

    package init(
        asked: String, name: String, kind: String, feature: String, precision: Place.Precision, countries: [String],
        admin1: String?, admin1Code: String?, population: Int?, latitude: Double, longitude: Double, geonameID: Int?,
        points: Double, wins: Bool, grounds: PlaceGrounds
    ) {
        self.asked = asked
        self.name = name
        self.kind = kind
        self.feature = feature
        self.precision = precision
        self.countries = countries
        self.admin1 = admin1
        self.admin1Code = admin1Code
        self.population = population
        self.latitude = latitude
        self.longitude = longitude
        self.geonameID = geonameID
        self.points = points
        self.wins = wins
        self.grounds = grounds
    }
}
