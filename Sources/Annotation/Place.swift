/// A place name of the text and the gazetteer entry it stands for.
package struct Place: Hashable, Sendable {
    /// "Tehran" is a place in "arrived in Tehran" and a government in "Tehran refused".
    package enum Use: String, Sendable { case place, government }

    /// How much of the world the point stands for.
    package enum Precision: String, Sendable {
        /// A square, a camp, a quarter of a town.
        case point
        /// A town or village.
        case city
        /// A division of a country, a sea, a continent.
        case region
        case country
    }

    package var span: TextSpan
    /// The gazetteer's name where the entry is known, else the text's own words.
    package var name: String
    package var geonameID: Int?
    /// ISO 3166-1 alpha-3.
    package var country: String?
    /// English name of the first-level division ("Tehran Province").
    package var admin1: String?
    /// GeoNames' code of it ("IR.26").
    package var admin1Code: String?
    /// Degrees, WGS 84.
    package var latitude: Double?
    package var longitude: Double?
    /// GeoNames feature code.
    package var feature: String?
    /// nil where no point is known.
    package var precision: Precision?
    package var use: Use
    /// Why this entry and no other of the same name.
    package var grounds: PlaceGrounds

    package init(
        span: TextSpan, name: String, geonameID: Int? = nil, country: String? = nil, admin1: String? = nil,
        admin1Code: String? = nil, latitude: Double? = nil, longitude: Double? = nil, feature: String? = nil,
        precision: Precision? = nil, use: Use, grounds: PlaceGrounds = []
    ) {
        self.span = span
        self.name = name
        self.geonameID = geonameID
        self.country = country
        self.admin1 = admin1
        self.admin1Code = admin1Code
        self.latitude = latitude
        self.longitude = longitude
        self.feature = feature
        self.precision = precision
        self.use = use
        self.grounds = grounds
    }
}
