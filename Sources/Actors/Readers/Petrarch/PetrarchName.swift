/// Names as TABARI and PETRARCH write them, made into names as a report prints them.
enum PetrarchName {
    private static let small: Set<String> = ["OF", "THE", "AND", "FOR", "IN", "ON", "DE", "DU", "LA", "VON", "BIN"]

    /// `BANK_OF_ERIADOR_` -> "Bank of Eriador".
    ///
    /// Underscores are spaces, one at the end (no ending may follow) says nothing here. A name of capitals alone is given
    /// small letters, as names of capitals match capitals alone; those that are surely acronyms keep theirs: three letters or
    /// fewer, or no vowel. A longer one ("Nato") matches in any letters.
    ///
    /// - Parameter mayBeAcronym: not of persons, peoples and towns, who have short names too ("Kim").
    static func text(_ raw: String, mayBeAcronym: Bool = true) -> String {
        let spaced = spaced(raw)
        guard spaced == spaced.uppercased() else { return spaced }
        let words = spaced.split(separator: " ")
        if mayBeAcronym, words.count == 1, let word = words.first, isAcronym(word) { return spaced }
        return words.enumerated().map { i, word in
            if i > 0, small.contains(String(word)) { return word.lowercased() }
            return word.utf8.contains(where: isVowel) ? capitalized(word) : String(word)
        }.joined(separator: " ")
    }

    /// Underscores made spaces, one between two words.
    static func spaced(_ raw: String) -> String {
        Lines.cleaned(String(decoding: raw.utf8.map { $0 == UInt8(ascii: "_") ? 32 : $0 }, as: UTF8.self))
    }

    private static func isAcronym(_ word: Substring) -> Bool {
        word.utf8.count <= 3 || !word.utf8.contains { isVowel($0) || $0 >= 0x80 }
            || word.utf8.contains(UInt8(ascii: "."))
    }

    private static func isVowel(_ byte: UInt8) -> Bool { "AEIOUY".utf8.contains(byte) || byte >= 0x80 }

    private static func capitalized(_ word: Substring) -> String {
        var text = ""
        var isFirst = true
        for letter in word {
            text += isFirst ? String(letter) : letter.lowercased()
            isFirst = letter == "-" || letter == "."
        }
        return text
    }
}
