/// A place name of the text and the gazetteer entry it stands for.
package struct Place: Hashable, Sendable {
    /// "Tehran" is a place in "arrived in Tehran" and a government in "Tehran refused".
    package enum Use: String, Sendable { case place, government }

    package var span: TextSpan
    package var name: String
    package var geonameID: Int?
    /// ISO 3166-1 alpha-3.
    package var country: String?
    package var admin1: String?
    /// Degrees, WGS 84.
    package var latitude: Double?
    package var longitude: Double?
    /// GeoNames feature code.
    package var feature: String?
    package var use: Use

    package init(
        span: TextSpan, name: String, geonameID: Int? = nil, country: String? = nil, admin1: String? = nil,
        latitude: Double? = nil, longitude: Double? = nil, feature: String? = nil, use: Use
    ) {
        self.span = span
        self.name = name
        self.geonameID = geonameID
        self.country = country
        self.admin1 = admin1
        self.latitude = latitude
        self.longitude = longitude
        self.feature = feature
        self.use = use
    }
}
