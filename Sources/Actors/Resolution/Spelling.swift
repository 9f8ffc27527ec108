/// What transliterations of one name have in common.
enum Spelling {
    /// A name without what transliterations differ in: accents, doubled letters, gh and g, kh and k, ou and u, y and i.
    static func folded(_ name: String) -> String {
        var folded: [UInt8] = []
        let text = Array(NameForms.unaccented(name).lowercased().utf8)
        var i = 0
        while i < text.count {
            let pair = i + 1 < text.count ? (text[i], text[i + 1]) : (text[i], 0)
            let (letters, length) = fold(pair)
            for letter in letters where folded.last != letter { folded.append(letter) }
            i += length
        }
        return String(decoding: folded, as: UTF8.self)
    }

    /// What stands for a letter, or for two that are one sound, and how many letters those were.
    private static func fold(_ pair: (UInt8, UInt8)) -> ([UInt8], Int) {
        func letter(_ character: Unicode.Scalar) -> UInt8 { UInt8(ascii: character) }
        switch pair {
        case (letter("g"), letter("h")): return ([letter("g")], 2)
        case (letter("k"), letter("h")), (letter("c"), letter("k")): return ([letter("k")], 2)
        case (letter("d"), letter("j")): return ([letter("j")], 2)
        case (letter("p"), letter("h")): return ([letter("f")], 2)
        case (letter("t"), letter("z")): return ([letter("z")], 2)
        case (letter("o"), letter("u")), (letter("o"), letter("o")): return ([letter("u")], 2)
        case (letter("e"), letter("e")), (letter("i"), letter("j")): return ([letter("i")], 2)
        case (letter("e"), letter("i")), (letter("a"), letter("y")): return ([letter("a"), letter("i")], 2)
        case (letter("q"), _): return ([letter("k")], 1)
        case (letter("o"), _): return ([letter("u")], 1)
        case (letter("y"), _), (letter("e"), _): return ([letter("i")], 1)
        case (letter("w"), _): return ([letter("v")], 1)
        case (letter("'"), _), (letter("-"), _): return ([], 1)
        // The curly apostrophe of three bytes goes by its first.
        case (0xE2, 0x80): return ([], 3)
        default: return ([pair.0], 1)
        }
    }

    /// The consonants of a folded name: "muhamad" and "muhamid" are one given name.
    static func skeleton(_ folded: String) -> String {
        String(
            folded.unicodeScalars.enumerated().filter { !"aiu".unicodeScalars.contains($1) || $0 == 0 }.map {
                Character($1)
            })
    }

    /// Whether two folded given names are one: of the same consonants, or of at least five letters and one apart; with the
    /// same first vowel and the same ending, for Hassan is not Hussein and Mario not Maria.
    static func isVariant(_ a: String, _ b: String) -> Bool {
        guard firstVowel(a) == firstVowel(b), ending(a) == ending(b) else { return false }
        if skeleton(a) == skeleton(b) { return true }
        let (x, y) = (Array(a.utf8), Array(b.utf8))
        guard min(x.count, y.count) >= 5, abs(x.count - y.count) <= 1 else { return false }
        let head = zip(x, y).prefix { $0 == $1 }.count
        let tail = zip(x.reversed(), y.reversed()).prefix { $0 == $1 }.count
        return head + tail >= max(x.count, y.count) - 1
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        letter == UInt8(ascii: "a") || letter == UInt8(ascii: "i") || letter == UInt8(ascii: "u")
    }

    private static func firstVowel(_ name: String) -> UInt8? { name.utf8.first(where: isVowel) }

    /// The vowel that a name ends in; nil where it ends in a consonant.
    private static func ending(_ name: String) -> UInt8? { name.utf8.last.flatMap { isVowel($0) ? $0 : nil } }
}
