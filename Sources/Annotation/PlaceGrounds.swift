/// Why a name was taken for one entry of the gazetteer and no other; written out as one line of words.
package struct PlaceGrounds: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let onlyOne = PlaceGrounds(rawValue: 1 << 0)
    package static let partner = PlaceGrounds(rawValue: 1 << 1)
    package static let country = PlaceGrounds(rawValue: 1 << 2)
    package static let division = PlaceGrounds(rawValue: 1 << 3)
    package static let near = PlaceGrounds(rawValue: 1 << 4)
    package static let dateline = PlaceGrounds(rawValue: 1 << 5)
    package static let kind = PlaceGrounds(rawValue: 1 << 6)
    package static let prominence = PlaceGrounds(rawValue: 1 << 7)
    /// Not in the gazetteer: the point is that of the place it is said to lie in.
    package static let container = PlaceGrounds(rawValue: 1 << 8)
    package static let unknown = PlaceGrounds(rawValue: 1 << 9)

    /// "the text names its country; the best known of its name", nil where nothing is said.
    package var description: String? {
        var words: [String] = []
        if contains(.onlyOne) { words.append("the only place of its name") }
        if contains(.partner) { words.append("lies in the place named beside it") }
        if contains(.kind) { words.append("of the kind that the words beside it say") }
        if contains(.dateline) { words.append("near the dateline") }
        if contains(.division) { words.append("the text names its province") }
        if contains(.country) { words.append("the text is about its country") }
        if contains(.near) { words.append("near other places of the text") }
        if contains(.prominence) { words.append("the best known of its name") }
        if contains(.container) { words.append("not in the gazetteer: the point of the place it is said to lie in") }
        if contains(.unknown) { words.append("not in the gazetteer") }
        return words.isEmpty ? nil : words.joined(separator: "; ")
    }
}
