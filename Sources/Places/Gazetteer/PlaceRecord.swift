/// A place on its way into the gazetteer.
struct PlaceRecord {
    /// Where it was read.
    enum Origin: UInt8 {
        /// GeoNames' cities, divisions and continents.
        case geonames = 0
        /// The project's own tables.
        case tables = 1
        /// An area of which only the name and what it lies in are known; the point is that of the latter.
        case placed = 2
    }

    /// The gazetteer's own, then others.
    var names: [[UInt8]]
    var geonameID: UInt32 = 0
    var latitude: Double
    var longitude: Double
    var population: UInt32 = 0
    /// Number of the feature.
    var feature: Int
    /// Index of the country that it lies in alone; nil for what lies in none or several.
    var country: Int?
    /// Those of what lies in several.
    var countries: [Int] = []
    /// Index of the first-level division.
    var division: Int?
    /// Rough extent, km.
    var radius: UInt16 = 0
    var origin = Origin.geonames
    /// How many of `names` are as good as the first; the rest are other languages' and former ones.
    var goodNames = 1
    /// Nothing is known of where it is.
    var isNowhere = false
}
