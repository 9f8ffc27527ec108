import Annotation
import Knowledge

/// The words that the patterns know, each with its classes and values; one hash look-up a word.
struct TimeLexicon: Sendable {
    /// What a spelling is known as. Entry 0 is any other word.
    struct Entry: Sendable {
        var classes: UInt64 = 0
        /// First of its values in `values`, one a class in the order of the classes.
        var firstValue: Int32 = 0
        /// Only where it begins with a capital letter.
        var needsCapital = false
        /// Only where the tagger does not take it for a verb.
        var needsName = false
    }

    /// The number that stands for a vague count ("several").
    static let vague: Int32 = -1

    private(set) var entries: [Entry] = [Entry()]
    private var values: [Int32] = []
    private var index: [StringKey: UInt16] = [:]
    /// Open addressing over the keys' own bits; made by `freeze`.
    private var slots: [(key: UInt64, entry: UInt16)] = []
    private(set) var implicative: Set<StringKey> = []
    private(set) var prospective: Set<StringKey> = []
    private(set) var postponing: Set<StringKey> = []

    /// Reads `temporal/words.txt`.
    ///
    /// - Throws: `KnowledgeError` naming file and line.
    init(data: DataLocation) throws {
        let table = try TextTable(file: data.file("temporal", "words.txt"), columns: 3...4)
        var listed: [String: [WordClass: Int32]] = [:]
        var order: [String] = []
        var needs: [String: (capital: Bool, name: Bool)] = [:]
        for row in table.rows {
            switch row.text(0) {
            case "implicative": implicative.formUnion(row.list(1).map { StringKey($0) })
            case "postponing": postponing.formUnion(row.list(1).map { StringKey($0) })
            case "prospective": prospective.formUnion(row.list(1).map { StringKey($0) })
            default:
                for name in row.list(0) {
                    guard let wordClass = WordClass(name: name), wordClass.isListed else {
                        throw table.error(row, "unknown class of words \"\(name)\"")
                    }
                    guard let value = TimeValueWord.number(row.text(2), for: wordClass) else {
                        throw table.error(row, "expected a value for \(name), found \"\(row.text(2))\"")
                    }
                    for spelling in row.list(1) {
                        if listed[spelling] == nil { order.append(spelling) }
                        listed[spelling, default: [:]][wordClass] = value
                        let flags = row.list(3)
                        needs[spelling] = (flags.contains("capital"), flags.contains("name"))
                    }
                }
            }
        }
        for spelling in order {
            var entry = Entry(firstValue: Int32(values.count))
            for wordClass in WordClass.allCases {
                guard let value = listed[spelling]?[wordClass] else { continue }
                entry.classes |= wordClass.bit
                values.append(value)
            }
            (entry.needsCapital, entry.needsName) = needs[spelling] ?? (false, false)
            index[StringKey(spelling)] = UInt16(entries.count)
            entries.append(entry)
        }
    }

    /// The entry of a word that a pattern spells out; made when there is none.
    mutating func literal(_ word: String) -> UInt16 {
        let key = StringKey(word)
        if let known = index[key] { return known }
        let made = UInt16(entries.count)
        entries.append(Entry())
        index[key] = made
        return made
    }

    /// Other ways to print the marks that patterns write as "-" and "'".
    mutating func freeze() {
        for dash in ["\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}"] { index[StringKey(dash)] = literal("-") }
        index[StringKey("\u{2019}s")] = literal("'s")
        index[StringKey("\u{2019}")] = literal("'")
        index[StringKey("\u{2018}")] = literal("'")
        index[StringKey("o\u{2019}clock")] = literal("o'clock")
        var capacity = 64
        while capacity < index.count * 4 { capacity *= 2 }
        slots = Array(repeating: (0, 0), count: capacity)
        for (key, entry) in index {
            var slot = Int(truncatingIfNeeded: key.value) & (capacity - 1)
            while slots[slot].entry != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = (key.value, entry)
        }
    }

    /// The entry of a lower-cased form, 0 when the word is no word of time.
    func entry(_ key: StringKey) -> UInt16 {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: key.value) & mask
        while slots[slot].entry != 0 {
            if slots[slot].key == key.value { return slots[slot].entry }
            slot = (slot + 1) & mask
        }
        return 0
    }

    /// The value of an entry as a member of a class that it has.
    func value(of entry: UInt16, as wordClass: WordClass) -> Int32 {
        let known = entries[Int(entry)]
        let before = known.classes & (wordClass.bit - 1)
        return values[Int(known.firstValue) + before.nonzeroBitCount]
    }
}

/// The values that the files write as words.
enum TimeValueWord {
    static func number(_ text: String, for wordClass: WordClass) -> Int32? {
        switch wordClass {
        case .unit, .units, .span, .frequency: TimeUnit(name: text).map { Int32($0.rawValue) }
        case .season, .fall: Season(rawValue: text).map { Int32($0.index) }
        case .part: DayPart(rawValue: text).map { Int32($0.index) }
        case .stage, .edge, .degree: ModifierCode.number(text)
        case .yearlead, .noyear, .measure: text == "-" ? 0 : nil
        case .vague: text == "X" ? TimeLexicon.vague : nil
        default: Int32(text)
        }
    }
}
