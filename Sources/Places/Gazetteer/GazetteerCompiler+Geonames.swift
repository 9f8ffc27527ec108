import Foundation
import Knowledge

/// GeoNames' files.
extension GazetteerCompiler {
    mutating func readGeonames(_ folder: URL) throws {
        var english: [UInt32: [UInt8]] = [:]
        var divisionNames: [String: [UInt8]] = [:]
        if let catalogue = bytes("geonames.mo", folder) {
            try MessageCatalogue.read(catalogue, file: "geonames.mo") { key, message in
                if let id = UInt32(key) {
                    english[id] = message
                } else if key.utf8.count > 3, key.utf8.dropFirst(2).first == UInt8(ascii: ".") {
                    divisionNames[key] = message
                }
            }
        }
        var capitals: [Int: [UInt8]] = [:]
        var json = try cursor("countries.json", folder)
        try readCountries(&json, &capitals)
        json = try cursor("us_states.json", folder)
        try readStates(&json, &divisionNames)
        json = try cursor("continents.json", folder)
        try readContinents(&json)
        json = try cursor("cities500.json", folder)
        try readCities(&json, english)
        addDivisions(divisionNames)
        markCapitals(capitals)
        json = try cursor("us_counties.json", folder)
        try readCounties(&json)
    }

    private mutating func bytes(_ name: String, _ folder: URL) -> [UInt8]? {
        guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else { return nil }
        note(data)
        return Array(data)
    }

    private mutating func cursor(_ name: String, _ folder: URL) throws -> JSONCursor {
        guard let bytes = bytes(name, folder) else {
            throw KnowledgeError(file: folder.appendingPathComponent(name).path, line: nil, "is not readable")
        }
        return JSONCursor(bytes, file: name)
    }

    private mutating func readCountries(_ json: inout JSONCursor, _ capitals: inout [Int: [UInt8]]) throws {
        try json.members { short, json in
            var (code, id, area, capital) = ("", UInt32(0), UInt32(0), [UInt8]())
            try json.members { key, json in
                switch String(decoding: key, as: UTF8.self) {
                case "iso3": code = String(decoding: try json.string(), as: UTF8.self)
                case "geonameid": id = try json.whole()
                case "areakm2": area = try json.whole()
                case "capital": capital = try json.string()
                default: try json.skip()
                }
            }
            guard let country = countryByCode[code] else { return }
            countryByShortCode[String(decoding: short, as: UTF8.self)] = country
            builder.countries[country].area = area
            capitals[country] = capital
            let entry = builder.countries[country].entry
            if entry != GazetteerBuilder.none { builder.change(Int(entry)) { $0.geonameID = id } }
        }
    }

    /// The states of the USA: in the catalogue too, and known here where there is no catalogue.
    private mutating func readStates(_ json: inout JSONCursor, _ names: inout [String: [UInt8]]) throws {
        try json.members { code, json in
            let key = "US." + String(decoding: code, as: UTF8.self)
            try json.members { field, json in
                switch String(decoding: field, as: UTF8.self) {
                case "name": names[key] = try json.string()
                case "geonameid": stateIDs[key] = try json.whole()
                default: try json.skip()
                }
            }
        }
    }

    /// The catalogue is some years older than the cities. Where more than two in five of a country's divisions are not in it
    /// (Vietnam, Norway) the country was divided anew, and the old codes may stand for other divisions now.
    private mutating func addDivisions(_ names: [String: [UInt8]]) {
        var all: [Int: Int] = [:]
        var unnamed: [Int: Int] = [:]
        for division in builder.divisions {
            all[division.country, default: 0] += 1
            if names[division.key] == nil { unnamed[division.country, default: 0] += 1 }
        }
        for (key, name) in names.sorted(by: { $0.key < $1.key }) {
            guard let country = countryByShortCode[String(key.prefix(2))],
                unnamed[country, default: 0] * 5 <= all[country, default: 0] * 2
            else { continue }
            addDivision(key, name)
        }
    }

    private mutating func addDivision(_ key: String, _ name: [UInt8]) {
        guard let country = countryByShortCode[String(key.prefix(2))], let feature = features.number(of: "ADM1") else {
            return
        }
        let number = division(key, country)
        guard builder.divisions[number].entry == GazetteerBuilder.none else { return }
        var names = [name]
        let bare = words.withoutKind(name)
        if bare != name, !bare.isEmpty { names.append(bare) }
        // "California, CA": the post's letters are a name too, in capitals.
        if key.hasPrefix("US.") || key.hasPrefix("CA."), key.utf8.last.map({ (65...90).contains($0) }) == true {
            names.append(Array(key.utf8.dropFirst(3)))
        }
        var record = PlaceRecord(names: names, latitude: 0, longitude: 0, feature: feature, country: country)
        record.division = number
        record.geonameID = stateIDs[key] ?? 0
        record.isNowhere = true
        record.goodNames = bare != name ? 2 : 1
        builder.divisions[number].entry = UInt32(builder.add(record))
        for name in names.prefix(2) {
            guard let hash = fold.hash(of: name[...]) else { continue }
            divisionsByName[NamedDivision(country: country, hash: hash)] = number
        }
    }

    /// The number of a division, a new one where it is met first.
    private mutating func division(_ key: String, _ country: Int) -> Int {
        if let known = divisionByKey[key] { return known }
        let number = builder.divisions.count
        divisionByKey[key] = number
        builder.divisions.append(GazetteerBuilder.Division(key: key, country: country))
        return number
    }

    private mutating func readContinents(_ json: inout JSONCursor) throws {
        guard let feature = features.number(of: "CONT") else { return }
        try json.members { _, json in
            var (name, id, latitude, longitude) = ([UInt8](), UInt32(0), 0.0, 0.0)
            try json.members { key, json in
                switch String(decoding: key, as: UTF8.self) {
                case "asciiName": name = try json.string()
                case "geonameId": id = try json.whole()
                case "lat": latitude = try json.number()
                case "lng": longitude = try json.number()
                default: try json.skip()
                }
            }
            guard let hash = fold.hash(of: name[...]) else { return }
            var record = PlaceRecord(names: [name], latitude: latitude, longitude: longitude, feature: feature)
            record.geonameID = id
            record.radius = 3000
            continents[hash] = builder.add(record)
        }
    }

    private mutating func readCities(_ json: inout JSONCursor, _ english: [UInt32: [UInt8]]) throws {
        guard let town = features.number(of: "PPL") else { return }
        try json.members { _, json in
            var record = PlaceRecord(names: [], latitude: 0, longitude: 0, feature: town)
            var (name, short, code) = ([UInt8](), "", "")
            var others: [[UInt8]] = []
            try json.members { key, json in
                switch key.count {
                case 4 where key[0] == UInt8(ascii: "n"): name = try json.string()
                case 8 where key[0] == UInt8(ascii: "l"): record.latitude = try json.number()
                case 9 where key[0] == UInt8(ascii: "l"): record.longitude = try json.number()
                case 9 where key[0] == UInt8(ascii: "g"): record.geonameID = try json.whole()
                case 10 where key[0] == UInt8(ascii: "p"): record.population = try json.whole()
                case 10 where key[0] == UInt8(ascii: "a"): code = String(decoding: try json.string(), as: UTF8.self)
                case 11 where key[0] == UInt8(ascii: "c"): short = String(decoding: try json.string(), as: UTF8.self)
                case 14: try json.elements { others.append(try $0.string()) }
                default: try json.skip()
                }
            }
            guard abs(record.latitude) <= 90, abs(record.longitude) <= 180, !name.isEmpty else { return }
            record.country = countryByShortCode[short]
            record.division = record.country.map { division("\(short).\(code)", $0) }
            record.names = [english[record.geonameID] ?? name]
            if let own = english[record.geonameID], own != name { record.names.append(name) }
            record.goodNames = record.names.count
            record.names += others.filter { isUseful($0) && !record.names.prefix(2).contains($0) }
            let city = builder.add(record)
            for name in record.names.prefix(record.goodNames) {
                if let hash = fold.hash(of: name[...]) { citiesByName[hash, default: []].append(city) }
            }
            if let division = record.division { middles[division, default: Middle()].add(record) }
        }
    }

    /// Names of other scripts, transcriptions without capitals and codes of airports are of no use in English reports;
    /// names of three letters or fewer are other words of other languages more often than not.
    private func isUseful(_ name: [UInt8]) -> Bool {
        guard name.count > 3, let first = name.first, first >= 0x80 || (65...90).contains(first) || first == 39 else {
            return false
        }
        guard !name.contains(UInt8(ascii: "(")), !name.contains(UInt8(ascii: ",")) else { return false }
        let isCode = name.count <= 4 && name.allSatisfy { (65...90).contains($0) }
        return !isCode && fold.isLatin(name)
    }

    private mutating func markCapitals(_ capitals: [Int: [UInt8]]) {
        guard let feature = features.number(of: "PPLC") else { return }
        for (country, name) in capitals {
            guard let hash = fold.hash(of: name[...]) else { continue }
            // GeoNames calls Washington "Washington D.C." elsewhere.
            let named =
                (citiesByName[hash] ?? [])
                + (fold.hash(of: (name + Array("DC".utf8))[...]).flatMap { citiesByName[$0] } ?? [])
            let own = named.filter { builder.records[$0].country == country }
            guard let capital = own.max(by: { builder.records[$0].population < builder.records[$1].population }) else {
                continue
            }
            builder.change(capital) { $0.feature = feature }
            builder.countries[country].capital = UInt32(capital)
        }
    }

    /// Counties of the USA. The package has no points of them: the town of the same name stands for one, else its state.
    private mutating func readCounties(_ json: inout JSONCursor) throws {
        guard let feature = features.number(of: "ADM2") else { return }
        try json.elements { json in
            var (name, state) = ([UInt8](), "")
            try json.members { key, json in
                switch key.count {
                case 4 where key[0] == UInt8(ascii: "n"): name = try json.string()
                case 5: state = String(decoding: try json.string(), as: UTF8.self)
                default: try json.skip()
                }
            }
            guard let division = divisionByKey["US.\(state)"], let country = countryByShortCode["US"] else { return }
            var record = PlaceRecord(names: [name], latitude: 0, longitude: 0, feature: feature, country: country)
            record.division = division
            record.radius = 30
            let town = fold.hash(of: words.withoutKind(name)[...]).flatMap { citiesByName[$0] }?
                .first { builder.records[$0].division == division }
            if let town {
                (record.latitude, record.longitude) = (builder.records[town].latitude, builder.records[town].longitude)
            } else if let middle = middles[division]?.point {
                (record.latitude, record.longitude) = middle
                record.radius = 200
            } else {
                return
            }
            record.origin = .placed
            builder.add(record)
        }
    }

    // MARK: - Points of divisions

    /// A division's point is the middle of the squares of half a degree that have a city: near the middle of its area, as
    /// maps and other gazetteers have it. The middle of its people would put New South Wales into Sydney.
    mutating func placeDivisions() {
        for (division, middle) in middles {
            let entry = builder.divisions[division].entry
            guard entry != GazetteerBuilder.none, builder.records[Int(entry)].origin == .geonames,
                let point = middle.point
            else { continue }
            builder.change(Int(entry)) {
                ($0.latitude, $0.longitude) = point
                $0.isNowhere = false
                $0.radius = middle.radius
            }
        }
    }

    /// Where a division's cities are.
    struct Middle {
        private var squares: Set<Int32> = []

        /// Half degrees.
        mutating func add(_ city: PlaceRecord) {
            squares.insert(Int32((city.latitude * 2).rounded()) * 1000 + Int32((city.longitude * 2).rounded()))
        }

        /// nil without cities. Divisions across the 180th meridian come out wrong in longitude: Chukotka alone.
        var point: (Double, Double)? {
            guard !squares.isEmpty else { return nil }
            var (rows, columns) = (0, 0)
            for square in squares {
                let row = Int((Double(square) / 1000).rounded())
                rows += row
                columns += Int(square) - row * 1000
            }
            let halves = Double(squares.count * 2)
            return (Double(rows) / halves, Double(columns) / halves)
        }

        /// Of a circle of as many squares, 50 km wide.
        var radius: UInt16 { UInt16(clamping: Int((Double(squares.count) * 2500 / .pi).squareRoot())) }
    }
}
