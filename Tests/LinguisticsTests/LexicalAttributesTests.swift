import Testing

@testable import Linguistics

/// Expected values are spaCy 3.8's (`lex_attrs.py`) on CPython.
@Suite struct LexicalAttributesTests {
    @Test(arguments: [
        ("C3Po", "XdXx"), ("U.S.", "X.X."), ("abcdefgh", "xxxx"), ("ABCDEF12345", "XXXXdddd"), ("don't", "xxx'x"),
        ("Été", "Xxx"), ("٣٤", "dd"), ("½", "½"), ("ǅ", "x"), (String(repeating: "a", count: 100), "LONG"),
    ])
    func shapes(_ word: String, _ shape: String) {
        let scalars = LexicalAttributes.shape(word.unicodeScalars.map(\.value))
        #expect(String(decoding: LexicalAttributes.utf8(scalars), as: UTF8.self) == shape)
    }

    @Test(arguments: [
        ("İ", "i̇"), ("ΟΔΥΣΣΕΥΣ", "οδυσσευς"), ("Σ", "σ"), ("ΑΣ.", "ας."), ("STRASSE", "strasse"), ("ǅ", "ǆ"),
    ])
    func lowersAsPythonDoes(_ word: String, _ lower: String) {
        let scalars = PythonUnicode.lowercased(word.unicodeScalars.map(\.value))
        #expect(String(decoding: LexicalAttributes.utf8(scalars), as: UTF8.self) == lower)
    }

    /// spaCy's own names keep small numbers: a word that is spelled as one must find its vector and its rows.
    @Test(arguments: [("X", UInt64(101)), ("agent", 401), ("punct", 445), ("", 0), ("ORG", 383)])
    func keysOfReservedNames(_ word: String, _ key: UInt64) {
        #expect(SpacyStrings.key(word) == key)
    }
}
