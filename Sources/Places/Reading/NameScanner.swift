import Annotation

/// The names of the gazetteer that stand in a document, wherever they stand: what may be a place, and which peoples are named.
struct NameScanner {
    /// For each token one past the longest name of a place that begins there; the token itself where none does.
    private(set) var ends: [Int]
    /// Countries whose people or adjective stands in the text ("Iranian"), one for each time.
    private(set) var peoples: [Int] = []

    /// The most words of a name.
    private static let longest = 7

    init(_ document: Document, _ gazetteer: Gazetteer) {
        ends = Array(document.tokens.indices)
        var at = 0
        document.text.withUnsafeBufferPointer { text in
            while at < ends.count {
                let shape = Shape(document.tokens[at], text)
                if shape.isCapitalised || Self.isPrefix(at, document, text) { look(at, document, text, gazetteer) }
                at += 1
            }
        }
    }

    /// "sub-Saharan Africa": a small word tied to a capital by a hyphen.
    private static func isPrefix(_ at: Int, _ document: Document, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard at + 2 < document.tokens.count, text[Int(document.tokens[at + 1].start)] == UInt8(ascii: "-"),
            document.tokens[at].end == document.tokens[at + 1].start
        else { return false }
        return Shape(document.tokens[at + 2], text).isCapitalised
    }

    private mutating func look(
        _ start: Int, _ document: Document, _ text: UnsafeBufferPointer<UInt8>, _ gazetteer: Gazetteer
    ) {
        var hash = NameFold.Hash()
        var isInCapitals = true
        var people: (country: Int, end: Int)?
        for at in start..<min(start + Self.longest, document.tokens.count) {
            let token = document.tokens[at]
            let shape = Shape(token, text)
            guard at == start || shape.mayGoOn, at == start || !token.isSentenceStart else { break }
            isInCapitals = isInCapitals && (shape.isInCapitals || !shape.hasLetters)
            gazetteer.fold.read(
                UnsafeBufferPointer(rebasing: text[Int(token.start)..<Int(token.end)]), into: &hash)
            guard shape.isCapitalised || shape.isNumber || shape.hasInnerCapital else { continue }
            // "FAO" is no town of Fao: short names in capitals are acronyms, but where a line begins ("ROME, Jan 27").
            let isAcronym =
                at == start && isInCapitals && token.end - token.start <= 4 && token.end - token.start > 1
                && !token.isSentenceStart
            for reference in gazetteer.candidates(hash: hash.value) {
                if reference.isPeople {
                    if let country = gazetteer.country(reference.entry) { people = (country, at + 1) }
                } else if reference.isCapitals ? isInCapitals : !isAcronym {
                    ends[start] = at + 1
                    break
                }
            }
        }
        if let people, people.end >= ends[start] { peoples.append(people.country) }
    }

    /// What the letters of a token look like.
    struct Shape {
        var isCapitalised = false
        var isInCapitals = false
        var hasLetters = false
        var isNumber = false
        /// "d'Ivoire".
        var hasInnerCapital = false
        /// A name may go on over it: capitals, numbers, short words ("de", "el"), hyphens and apostrophes.
        var mayGoOn = false

        init(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) {
            let (start, end) = (Int(token.start), Int(token.end))
            guard start < end, end <= text.count, token.pos != .space else { return }
            let first = text[start]
            isNumber = (48...57).contains(first)
            // Latin letters with marks: Ā and ā alternate, so that a first letter of two bytes is taken for a capital
            // except where the one after Ã and before Ÿ says small.
            isCapitalised =
                (65...90).contains(first) || (first == 0xC3 && end > start + 1 && text[start + 1] < 0xA0)
                || (0xC4...0xC9).contains(first) || first == 0xE1
            var capitals = true
            var last: UInt8 = 0
            for byte in text[start..<end] {
                // "US$10,000" is money.
                if byte == UInt8(ascii: "$") { isCapitalised = false }
                if (65...90).contains(byte), last == UInt8(ascii: "'") || last == 0x99 { hasInnerCapital = true }
                last = byte
                if (97...122).contains(byte) {
                    capitals = false
                    hasLetters = true
                } else if (65...90).contains(byte) || byte >= 0x80 {
                    hasLetters = true
                }
            }
            isInCapitals = hasLetters && capitals
            let isMark = end - start == 1 && (first == UInt8(ascii: "-") || first == UInt8(ascii: "'"))
            let isSmallWord = (97...122).contains(first) && end - start <= 4 && token.pos != .verb && token.pos != .aux
            mayGoOn = isCapitalised || hasInnerCapital || isNumber || isMark || isSmallWord || isCurly(text, start, end)
        }

        private func isCurly(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
            end - start >= 3 && text[start] == 0xE2 && text[start + 1] == 0x80
        }
    }
}
