import Annotation

/// One way in which a word attributes: what it is said to be and where its content stands.
struct Cue: Sendable {
    /// Where the content stands, seen from the word.
    struct Frames: OptionSet, Sendable {
        let rawValue: UInt16

        /// A quotation: "…," he quipped.
        static let quote = Frames(rawValue: 1)
        /// A finite clause, with "that", "whether" or without.
        static let clause = Frames(rawValue: 2)
        /// "vowed to leave"
        static let infinitive = Frames(rawValue: 4)
        /// "suggested leaving"
        static let gerund = Frames(rawValue: 8)
        /// "praised the move"
        static let object = Frames(rawValue: 16)
        /// "wants them to leave", "urged them to leave"
        static let objectInfinitive = Frames(rawValue: 32)
        /// "called it a failure"
        static let objectPredicate = Frames(rawValue: 64)
        /// The object is whom it is told: "told reporters that …".
        static let tell = Frames(rawValue: 128)

        static let names: [String: Frames] = [
            "quote": .quote, "that": .clause, "inf": .infinitive, "ing": .gerund, "obj": .object,
            "obj-inf": .objectInfinitive, "obj-obj": .objectPredicate, "tell": .tell,
        ]
    }

    var kind: Statement.Kind
    var frames: Frames = []
    /// Prepositions whose object is the content: "warned **of** war".
    var contentPrepositions: [StringKey] = []
    /// Prepositions that make a content together with the object: "accused him **of** theft".
    var objectPrepositions: [StringKey] = []
    /// Prepositions before whom it is said to: "explained **to** them".
    var addressees: [StringKey] = []
    /// "point **out**"; empty for the word alone.
    var particle: StringKey = .empty
    /// The rows of the word, each with its kind, where it has several.
    private var rows: [Cue] = []

    /// - Parameter frames: as the files of `Data/statements` write them.
    /// - Returns: nil, with the frame that is none, when one is not known.
    init?(kind: Statement.Kind, frames names: [String], unknown: inout String) {
        self.kind = kind
        for name in names {
            if let frame = Frames.names[name] {
                frames.insert(frame)
            } else if name.hasPrefix("obj-") {
                objectPrepositions.append(StringKey(name.dropFirst(4)))
            } else if name.hasPrefix("whom-") {
                addressees.append(StringKey(name.dropFirst(5)))
            } else if name.hasPrefix("part-") {
                particle = StringKey(name.dropFirst(5))
            } else if name.utf8.allSatisfy({ (97...122).contains($0) }), !name.isEmpty {
                contentPrepositions.append(StringKey(name))
            } else {
                unknown = name
                return nil
            }
        }
    }

    /// Takes another row of the same word in.
    mutating func add(_ row: Cue) {
        if rows.isEmpty { rows = [self] }
        rows.append(row)
        frames.formUnion(row.frames)
        contentPrepositions += row.contentPrepositions
        objectPrepositions += row.objectPrepositions
        addressees += row.addressees
    }

    /// What the word does in one of its constructions; "call" asks "for" and judges with an object.
    func kind(_ frame: Frames, preposition: StringKey? = nil) -> Statement.Kind {
        let row = rows.first { row in
            !row.frames.isDisjoint(with: frame)
                || preposition.map { row.takes($0) } ?? false
        }
        return row?.kind ?? kind
    }

    private func takes(_ preposition: StringKey) -> Bool {
        contentPrepositions.contains(preposition) || objectPrepositions.contains(preposition)
            || addressees.contains(preposition)
    }
}
