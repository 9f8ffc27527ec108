import Annotation
import Knowledge

/// Makes the compiled form of a dictionary: bytes that `ActorDictionary` reads in place.
///
/// Sections of the file, little-endian:
///
///     slots    hash of the words so far (64), list + 1 or 0 (32), 1 used + 2 longer names follow (32)
///     refs     lists: count (32), then actor (32) and use + acronym (32) each
///     actors   name (text, 64), first term (32), terms (16), kind (8), sex (8), file (32), line (32)
///     terms    code, role, checked (texts, 64 each), from, until (32 each), their precision (8 each), unused (16), line (32)
///     texts    UTF-8; a text is its offset times 2^16 and its length
///     files    texts of the files' names (64 each)
///     agents   actors whose name is a word of the language (32 each)
package struct DictionaryBuilder {
    /// The version changes whenever the layout or the forms of names do: older files are made anew.
    static let format = SectionedFile.Format(magic: "ENTENTEA", version: 2, sections: Section.allCases.count)
    static let slotLength = 16
    static let actorLength = 24
    static let termLength = 40

    enum Section: Int, CaseIterable { case slots, refs, actors, terms, texts, files, agents }

    /// One word more of a name's form; `actor` is nil where the name goes on.
    private struct Step {
        var hash: UInt64
        var order: UInt32
        var actor: UInt32?
        var use: UInt32
    }

    private var steps: [Step] = []
    private var actors: [UInt8] = []
    private var terms: [UInt8] = []
    private var texts: [UInt8] = []
    private var known: [String: UInt64] = [:]
    private var files: [UInt8] = []
    private var agents: [UInt8] = []
    private var fileNumber: [String: UInt32] = [:]
    private var actorCount: UInt32 = 0
    private var termCount: UInt32 = 0

    package init() {}

    package mutating func add(_ record: ActorRecord) {
        guard let first = record.names.first else { return }
        // Texts that return (codes, offices) are kept once; names do not, and would only fill the table.
        actors.append(text(first.text, returns: false))
        actors.append(termCount)
        actors.append(UInt16(clamping: record.terms.count))
        actors.append(ActorDictionary.number(of: record.kind))
        actors.append(record.sex.rawValue)
        actors.append(file(record.file))
        actors.append(UInt32(clamping: record.line))
        for term in record.terms.prefix(Int(UInt16.max)) {
            terms.append(text(term.code, returns: true))
            terms.append(text(term.role, returns: true))
            terms.append(text(term.checked, returns: true))
            terms.append(UInt32(bitPattern: term.period.from.days))
            terms.append(UInt32(bitPattern: term.period.until.days))
            terms.append(term.period.from.precision.rawValue)
            terms.append(term.period.until.precision.rawValue)
            terms.append(UInt16(0))
            terms.append(UInt32(clamping: term.line))
            termCount += 1
        }
        for name in record.names {
            let use = UInt32(name.use.rawValue) | (Self.isAcronym(name.text) ? 1 << 8 : 0)
            for form in NameForms.all(name.text) {
                add(form, from: ActorDictionary.start, use)
            }
            if name.use == .person {
                add(NameForms.words(name.text).map(Spelling.folded), from: ActorDictionary.foldedStart, use)
            }
        }
        if first.use == .agent { agents.append(actorCount) }
        actorCount += 1
    }

    private mutating func add(_ words: [String], from start: UInt64, _ use: UInt32) {
        var hash = start
        for (i, word) in words.enumerated() {
            hash = ActorDictionary.step(hash, StringKey(word))
            let isLast = i == words.count - 1
            steps.append(Step(hash: hash, order: actorCount, actor: isLast ? actorCount : nil, use: isLast ? use : 0))
        }
    }

    /// - Parameters:
    ///   - identity: of the files as they lay there, by which a cached form is known to be fresh.
    ///   - digest: of what stood in them.
    package mutating func build(identity: UInt64 = 0, digest: UInt64 = 0) -> [UInt8] {
        steps.sort { ($0.hash, $0.order, $0.use) < ($1.hash, $1.order, $1.use) }
        var distinct = 0
        for i in steps.indices where i == 0 || steps[i].hash != steps[i - 1].hash { distinct += 1 }
        var capacity = 16
        while capacity < distinct * 2 { capacity *= 2 }
        var slots = [UInt8](repeating: 0, count: capacity * Self.slotLength)
        var refs: [UInt8] = []
        var i = 0
        while i < steps.count {
            var next = i
            var list: [Step] = []
            var flags: UInt32 = 1
            while next < steps.count, steps[next].hash == steps[i].hash {
                if steps[next].actor == nil {
                    flags |= 2
                } else if list.last?.actor != steps[next].actor {
                    list.append(steps[next])
                }
                next += 1
            }
            var value: UInt32 = 0
            if !list.isEmpty {
                value = UInt32(refs.count / 4) + 1
                refs.append(UInt32(list.count))
                for ref in list {
                    refs.append(ref.actor ?? 0)
                    refs.append(ref.use)
                }
            }
            var at = Int(truncatingIfNeeded: steps[i].hash) & (capacity - 1)
            while slots[at * Self.slotLength + 12] != 0 { at = (at + 1) & (capacity - 1) }
            slots.withUnsafeMutableBytes {
                $0.storeBytes(of: steps[i].hash.littleEndian, toByteOffset: at * Self.slotLength, as: UInt64.self)
                $0.storeBytes(of: value.littleEndian, toByteOffset: at * Self.slotLength + 8, as: UInt32.self)
                $0.storeBytes(of: flags.littleEndian, toByteOffset: at * Self.slotLength + 12, as: UInt32.self)
            }
            i = next
        }
        return SectionedFile.encode(
            [slots, refs, actors, terms, texts, files, agents], Self.format, identity: identity, digest: digest)
    }

    private mutating func text(_ string: String, returns: Bool) -> UInt64 {
        if string.isEmpty { return 0 }
        if returns, let seen = known[string] { return seen }
        let bytes = string.utf8.prefix(Int(UInt16.max))
        let place = UInt64(texts.count) << 16 | UInt64(bytes.count)
        texts += bytes
        if returns { known[string] = place }
        return place
    }

    private mutating func file(_ name: String) -> UInt32 {
        if let number = fileNumber[name] { return number }
        let number = UInt32(fileNumber.count)
        fileNumber[name] = number
        files.append(text(name, returns: true))
        return number
    }

    /// Acronyms match only in capitals: "WHO" is no pronoun.
    private static func isAcronym(_ name: String) -> Bool {
        name.utf8.count <= 6 && name.utf8.allSatisfy { (65...90).contains($0) || $0 == 46 || (48...57).contains($0) }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
