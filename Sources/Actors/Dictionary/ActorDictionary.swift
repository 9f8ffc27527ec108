import Annotation
import Knowledge

/// A compiled dictionary of actors: one file mapped into memory and read in place, so that it costs nothing to load,
/// whatever its size. `DictionaryBuilder` tells its layout.
///
/// A name is found by a hash that grows with each of its words; two names of 64-bit hashes that happen to be equal
/// would be taken for each other, which among ten million names has a chance of one in ten thousand.
///
/// `@unchecked Sendable`: the memory is read-only from `init` to `deinit`.
package final class ActorDictionary: @unchecked Sendable {
    /// An actor that a name stands for.
    package struct Reference: Hashable, Sendable {
        /// Index in the dictionary.
        package var actor: Int
        package var use: ActorRecord.Use
        /// Matches only in capitals.
        package var isAcronym: Bool
    }

    private let source: SectionedFile?
    private let memory: UnsafeRawBufferPointer
    private let sections: [Range<Int>]
    private let slotMask: Int

    /// Maps a file; nil when it is not there, is damaged or was made from something else.
    convenience init?(path: String, identity: UInt64) {
        guard let file = try? SectionedFile(path: path, DictionaryBuilder.format, identity: identity),
            Self.hasSlots(file)
        else { return nil }
        self.init(file)
    }

    /// Reads what a builder made: where nothing can be written to disk, and in tests.
    package convenience init(bytes: [UInt8]) {
        let file = try? SectionedFile(bytes: bytes, DictionaryBuilder.format)
        self.init(file.flatMap { Self.hasSlots($0) ? $0 : nil })
    }

    /// - Parameter file: nil for an empty dictionary.
    private init(_ file: SectionedFile?) {
        source = file
        memory = file?.memory ?? UnsafeRawBufferPointer(start: nil, count: 0)
        sections = DictionaryBuilder.Section.allCases.map { file?.range(of: $0.rawValue) ?? 0..<0 }
        slotMask = sections[0].count / DictionaryBuilder.slotLength - 1
    }

    private static func hasSlots(_ file: SectionedFile) -> Bool {
        let slots = file[DictionaryBuilder.Section.slots.rawValue].count / DictionaryBuilder.slotLength
        return slots > 0 && slots & (slots - 1) == 0
    }

    // MARK: - Finding names

    static let start: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// Of the names of persons as `Spelling` folds them.
    static let foldedStart: UInt64 = 0xD1B5_4A32_D192_ED03

    /// The hash of a name's words with one more.
    @inline(__always)
    static func step(_ hash: UInt64, _ word: StringKey) -> UInt64 {
        var h = (hash ^ word.value) &* 0xFF51_AFD7_ED55_8CCD
        h ^= h >> 32
        // No name hashes to 0, the value of an empty slot.
        return h | 1 << 63
    }

    /// Whom one name stands for, where it stands in memory.
    struct References {
        fileprivate var place: Int
        var count: Int
    }

    /// The names that begin at a token, shortest first, handed to `found` with their number of words.
    @inline(__always)
    func match(_ tokens: [Token], at start: Int, _ found: (Int, References) -> Void) {
        var hash = Self.start
        var at = start
        while at < tokens.count {
            hash = Self.step(hash, tokens[at].lower)
            guard let slot = slot(hash) else { return }
            at += 1
            if slot.list > 0 { found(at - start, references(slot.list)) }
            guard slot.goesOn else { return }
        }
    }

    /// Whom a name stands for, in the order of the files.
    package func find(_ name: String) -> [Reference] { find(NameForms.words(name), from: Self.start) }

    /// Persons of whose name words are another transliteration, given as `Spelling` folds them.
    func find(folded words: [String]) -> [Reference] { find(words, from: Self.foldedStart) }

    private func find(_ words: [String], from start: UInt64) -> [Reference] {
        var hash = start
        guard !words.isEmpty else { return [] }
        for word in words { hash = Self.step(hash, StringKey(word)) }
        guard let slot = slot(hash), slot.list > 0 else { return [] }
        let list = references(slot.list)
        return (0..<list.count).map { self[list, $0] }
    }

    subscript(_ list: References, _ index: Int) -> Reference {
        let place = list.place + index * 8
        let use = load(UInt32.self, place + 4)
        return Reference(
            actor: Int(load(UInt32.self, place)), use: ActorRecord.Use(rawValue: UInt8(use & 255)) ?? .body,
            isAcronym: use & 256 != 0)
    }

    private func slot(_ hash: UInt64) -> (list: Int, goesOn: Bool)? {
        guard slotMask >= 0 else { return nil }
        var at = Int(truncatingIfNeeded: hash) & slotMask
        let base = place(of: .slots)
        // A damaged file may have no empty slot.
        for _ in 0...slotMask {
            let place = base + at * DictionaryBuilder.slotLength
            let flags = load(UInt32.self, place + 12)
            if flags == 0 { return nil }
            if load(UInt64.self, place) == hash { return (Int(load(UInt32.self, place + 8)), flags & 2 != 0) }
            at = (at + 1) & slotMask
        }
        return nil
    }

    private func references(_ list: Int) -> References {
        let place = place(of: .refs) + (list - 1) * 4
        // No list is longer than its section.
        let longest = sections[DictionaryBuilder.Section.refs.rawValue].count / 8
        return References(place: place + 4, count: min(Int(load(UInt32.self, place)), longest))
    }

    // MARK: - Actors

    /// Of what stood in the files it was made from.
    package var digest: UInt64 { source?.digest ?? 0 }

    /// Actors whose name is a word of the language.
    var agents: [Int] {
        let section = sections[DictionaryBuilder.Section.agents.rawValue]
        return stride(from: section.lowerBound, to: section.upperBound, by: 4).map {
            Int(load(UInt32.self, $0))
        }
    }

    package var count: Int { sections[DictionaryBuilder.Section.actors.rawValue].count / DictionaryBuilder.actorLength }

    /// An actor's first name, kind, sex and terms; its other names are only to be found by.
    package func record(_ actor: Int) -> ActorRecord {
        let place = place(of: .actors) + actor * DictionaryBuilder.actorLength
        let first = Int(load(UInt32.self, place + 8))
        let count = Int(load(UInt16.self, place + 12))
        return ActorRecord(
            names: [.init(text(at: place), .body)], kind: Self.kind(of: load(UInt8.self, place + 14)),
            sex: ActorRecord.Sex(rawValue: load(UInt8.self, place + 15)) ?? .unknown,
            terms: (first..<first + count).map(term), file: file(Int(load(UInt32.self, place + 16))),
            line: Int(load(UInt32.self, place + 20)))
    }

    private func term(_ index: Int) -> ActorRecord.Term {
        let place = place(of: .terms) + index * DictionaryBuilder.termLength
        func bound(_ days: Int, _ precision: Int) -> Period.Bound {
            Period.Bound(
                days: load(Int32.self, place + days),
                precision: Period.Bound.Precision(rawValue: load(UInt8.self, place + precision)) ?? .unknown)
        }
        return ActorRecord.Term(
            code: text(at: place), role: text(at: place + 8), period: Period(from: bound(24, 32), until: bound(28, 33)),
            checked: text(at: place + 16), line: Int(load(UInt32.self, place + 36)))
    }

    private func file(_ number: Int) -> String { text(at: place(of: .files) + number * 8) }

    private func text(at place: Int) -> String {
        let text = load(UInt64.self, place)
        let start = self.place(of: .texts) + Int(text >> 16)
        guard start >= 0, start + Int(text & 0xFFFF) <= memory.count else { return "" }
        return String(decoding: memory[start..<start + Int(text & 0xFFFF)], as: UTF8.self)
    }

    private func place(of section: DictionaryBuilder.Section) -> Int { sections[section.rawValue].lowerBound }

    private func load<T: FixedWidthInteger>(_ type: T.Type, _ offset: Int) -> T {
        // A damaged file points anywhere.
        guard offset >= 0, offset + MemoryLayout<T>.size <= memory.count else { return 0 }
        return T(littleEndian: memory.loadUnaligned(fromByteOffset: offset, as: T.self))
    }

    static func number(of kind: Actor.Kind) -> UInt8 { UInt8(kinds.firstIndex(of: kind) ?? 0) }

    private static func kind(of number: UInt8) -> Actor.Kind {
        kinds.indices.contains(Int(number)) ? kinds[Int(number)] : .unknown
    }

    private static let kinds: [Actor.Kind] = [.unknown, .person, .country, .group, .organization]
}
