import Annotation

/// Splits a document's tokens into atoms and looks each up once.
struct Atomizer {
    let lexicon: TimeLexicon
    private var atoms: [TimeAtom] = []

    static func atoms(of document: Document, lexicon: TimeLexicon) -> [TimeAtom] {
        var atomizer = Atomizer(lexicon: lexicon)
        atomizer.atoms.reserveCapacity(document.tokens.count + 8)
        document.text.withUnsafeBufferPointer { text in
            for i in document.tokens.indices { atomizer.add(document.tokens[i], i, text) }
        }
        return atomizer.atoms
    }

    private init(lexicon: TimeLexicon) { self.lexicon = lexicon }

    private mutating func add(_ token: Token, _ i: Int, _ text: UnsafeBufferPointer<UInt8>) {
        let bytes = Int(token.start)..<Int(token.end)
        if token.pos == .space {
            // Lines may be wrapped anywhere; an empty line ends whatever stands before it.
            if text[bytes].reduce(0, { $0 + ($1 == 10 ? 1 : 0) }) > 1 {
                atoms.append(TimeAtom(start: token.start, end: token.end, token: Int32(i)))
            }
            return
        }
        let isNumber = (48...57).contains(text[bytes.lowerBound])
        let entry = isNumber ? 0 : lexicon.entry(token.lower)
        if entry != 0 {
            atoms.append(known(entry, bytes, i, token, text))
            return
        }
        guard bytes.contains(where: { Self.splits(text[$0]) }) else {
            let isAdjective = token.tag == .jj || token.tag == .vbg || token.tag == .jjs
            atoms.append(
                TimeAtom(
                    start: token.start, end: token.end, token: Int32(i),
                    classes: isAdjective ? WordClass.adjective.bit : 0))
            return
        }
        split(bytes, i, token, text)
    }

    /// Digits, hyphens, and the first byte of longer dashes.
    private static func splits(_ byte: UInt8) -> Bool { (48...57).contains(byte) || byte == 45 || byte == 0xE2 }

    private func known(
        _ entry: UInt16, _ bytes: Range<Int>, _ i: Int, _ token: Token, _ text: UnsafeBufferPointer<UInt8>
    ) -> TimeAtom {
        let word = lexicon.entries[Int(entry)]
        var classes = word.classes
        if word.needsCapital, !(65...90).contains(text[bytes.lowerBound]) { classes = 0 }
        if word.needsName, token.pos == .verb || token.pos == .aux { classes = 0 }
        return TimeAtom(
            start: Int32(bytes.lowerBound), end: Int32(bytes.upperBound), token: Int32(i), classes: classes,
            entry: entry)
    }

    private mutating func split(
        _ bytes: Range<Int>, _ i: Int, _ token: Token, _ text: UnsafeBufferPointer<UInt8>
    ) {
        var at = bytes.lowerBound
        while at < bytes.upperBound {
            let start = at
            if (48...57).contains(text[at]) {
                atoms.append(number(from: &at, to: bytes.upperBound, i, text))
                continue
            }
            if Self.isLetter(text[at]), !Self.isDash(at, bytes.upperBound, text) {
                while at < bytes.upperBound, !Self.isDash(at, bytes.upperBound, text),
                    Self.isLetter(text[at]) || text[at] == 46 || text[at] == 39
                {
                    at += 1
                }
            } else {
                at += text[at] >= 0xE0 ? min(3, bytes.upperBound - at) : 1
            }
            let entry = lexicon.entry(Self.key(start..<at, text))
            atoms.append(
                entry != 0
                    ? known(entry, start..<at, i, token, text)
                    : TimeAtom(start: Int32(start), end: Int32(at), token: Int32(i)))
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (65...90).contains(byte) || (97...122).contains(byte) || byte >= 0x80
    }

    /// U+2010 to U+2015.
    private static func isDash(_ at: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        at + 2 < end && text[at] == 0xE2 && text[at + 1] == 0x80 && (0x90...0x95).contains(text[at + 2])
    }

    /// The key of a piece in lower case (ASCII; the words of time have no others).
    private static func key(_ bytes: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> StringKey {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { lower in
            for (i, byte) in text[bytes].enumerated() {
                lower.initializeElement(at: i, to: (65...90).contains(byte) ? byte + 32 : byte)
            }
            return StringKey(bytes: UnsafeRawBufferPointer(lower))
        }
    }

    /// "27", "1,500", "2.5", "4th", "1990s".
    private func number(from at: inout Int, to end: Int, _ i: Int, _ text: UnsafeBufferPointer<UInt8>) -> TimeAtom {
        let start = at
        var value = 0
        var digits = 0
        func isDigit(_ at: Int) -> Bool { at < end && (48...57).contains(text[at]) }
        while isDigit(at) {
            if digits < 9 { value = value * 10 + Int(text[at] - 48) }
            digits += 1
            at += 1
        }
        var atom = TimeAtom(start: Int32(start), end: 0, token: Int32(i))
        defer { atom.end = Int32(at) }
        var isGrouped = false
        while digits <= 9, at < end, text[at] == 44, isDigit(at + 1), isDigit(at + 2), isDigit(at + 3), !isDigit(at + 4)
        {
            for next in at + 1...at + 3 where value < 1_000_000 { value = value * 10 + Int(text[next] - 48) }
            at += 4
            isGrouped = true
        }
        let isAfterPoint = start > 1 && text[start - 1] == 46 && (48...57).contains(text[start - 2])
        if !isGrouped, !isAfterPoint, at < end, text[at] == 46, isDigit(at + 1) {
            var last = at + 1
            while isDigit(last) { last += 1 }
            // "27.01.2021" is no decimal.
            if last == end || text[last] != 46 {
                atom.tenths = text[at + 1] - 48
                at = last
                atom.number = Int32(clamping: value)
                atom.classes = WordClass.decimal.bit
                atom.end = Int32(at)
                return atom
            }
        }
        atom.number = Int32(clamping: value)
        atom.classes = digits > 9 ? 0 : WordClass.digits.bit
        if !isGrouped { atom.classes |= Self.classes(value, digits) }
        // "9/11" is spelt out in a pattern.
        if digits <= 2 { atom.entry = lexicon.entry(Self.key(start..<at, text)) }
        suffix(&atom, &at, end, value, digits, text)
        atom.end = Int32(at)
        return atom
    }

    private static func classes(_ value: Int, _ digits: Int) -> UInt64 {
        var classes: UInt64 = 0
        if digits <= 2 {
            if (1...31).contains(value) { classes |= WordClass.day.bit }
            if (1...12).contains(value) { classes |= WordClass.monthnumber.bit }
            if value <= 24 { classes |= WordClass.hour.bit }
            if digits == 2 {
                classes |= WordClass.yy.bit
                if value < 60 { classes |= WordClass.minute.bit }
            }
        } else if digits == 3 {
            classes |= WordClass.hundreds.bit
        } else if digits == 4 {
            if (1000...2199).contains(value) { classes |= WordClass.year.bit }
            if value / 100 < 24, value % 100 < 60 { classes |= WordClass.hhmm.bit }
        }
        return classes
    }

    private func suffix(
        _ atom: inout TimeAtom, _ at: inout Int, _ end: Int, _ value: Int, _ digits: Int,
        _ text: UnsafeBufferPointer<UInt8>
    ) {
        guard at < end, Self.isLetter(text[at]) || text[at] == 39 else { return }
        let rest = end - at
        func isNext(_ offset: Int, _ letters: StaticString) -> Bool {
            guard rest - offset >= letters.utf8CodeUnitCount else { return false }
            for i in 0..<letters.utf8CodeUnitCount where text[at + offset + i] | 32 != letters.utf8Start[i] {
                return false
            }
            let after = at + offset + letters.utf8CodeUnitCount
            return after == end || !Self.isLetter(text[after]) || text[after] >= 0xE2
        }
        if isNext(0, "st") || isNext(0, "nd") || isNext(0, "rd") || isNext(0, "th") {
            at += 2
            atom.classes = WordClass.nth.bit
        } else if (digits == 4 || digits == 2) && value % 10 == 0 && isNext(text[at] == 39 ? 1 : 0, "s") {
            at += text[at] == 39 ? 2 : 1
            atom.classes = WordClass.decade.bit
        }
    }
}
