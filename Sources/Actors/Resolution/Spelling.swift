/// What transliterations of one name have in common.
enum Spelling {
    /// A name without what transliterations differ in: accents, doubled letters, gh and g, kh and k, ou and u, y and i.
    static func folded(_ name: String) -> String {
        var text = NameForms.unaccented(name).lowercased()
        for (letters, letter) in [
            ("gh", "g"), ("kh", "k"), ("dj", "j"), ("q", "k"), ("ck", "k"), ("ou", "u"), ("oo", "u"), ("o", "u"),
            ("ee", "i"), ("ei", "ai"), ("ay", "ai"), ("y", "i"), ("e", "i"), ("ph", "f"), ("tz", "z"), ("w", "v"), ("ij", "i"),
            ("'", ""), ("\u{2019}", ""), ("-", ""),
        ] where text.contains(letters) {
            text = text.replacing(letters, with: letter)
        }
        return undoubled(text)
    }

    /// The consonants of a folded name: "muhamad" and "muhamid" are one given name.
    static func skeleton(_ folded: String) -> String {
        String(folded.unicodeScalars.enumerated().filter { !"aiu".unicodeScalars.contains($1) || $0 == 0 }.map { Character($1) })
    }

    private static func undoubled(_ text: String) -> String {
        var result = ""
        for letter in text where result.last != letter { result.append(letter) }
        return result
    }
}
