import Annotation

/// What spaCy computes from a word's form alone (`spacy/lang/lex_attrs.py`, 3.8). Keys are `SpacyStrings`', but for
/// `lower`, which the rooms above look words up by.
struct LexicalAttributes {
    let orth: UInt64
    let lower: StringKey
    /// The lower-cased form as UTF-8.
    let lowerText: [UInt8]
    /// The first character.
    let prefix: UInt64
    /// The last three characters.
    let suffix: UInt64
    let shape: UInt64
    let isSpace: Bool

    init(_ scalars: [UInt32], bytes: UnsafeRawBufferPointer) {
        orth = SpacyStrings.key(bytes)
        lowerText = Self.utf8(PythonUnicode.lowercased(scalars))
        lower = lowerText.withUnsafeBytes { StringKey(bytes: $0) }
        prefix = Self.key(scalars.prefix(1))
        suffix = Self.key(scalars.suffix(3))
        shape = Self.key(Self.shape(scalars)[...])
        isSpace = !scalars.isEmpty && scalars.allSatisfy(PythonUnicode.isSpace)
    }

    /// `word_shape`: letters to X and x, digits to d, runs cut at four; "LONG" from 100 characters on.
    static func shape(_ scalars: [UInt32]) -> [UInt32] {
        guard scalars.count < 100 else { return Array("LONG".unicodeScalars.map(\.value)) }
        var shape: [UInt32] = []
        var last: UInt32?
        var run = 0
        for scalar in scalars {
            let kind: UInt32 =
                if PythonUnicode.isAlpha(scalar) {
                    PythonUnicode.isUpper(scalar) ? 0x58 : 0x78
                } else if PythonUnicode.isDigit(scalar) {
                    0x64
                } else {
                    scalar
                }
            run = kind == last ? run + 1 : 0
            last = kind
            if run < 4 { shape.append(kind) }
        }
        return shape
    }

    static func utf8(_ scalars: some Sequence<UInt32>) -> [UInt8] {
        var out: [UInt8] = []
        for value in scalars {
            guard let scalar = Unicode.Scalar(value) else { continue }
            out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        return out
    }

    /// spaCy's key of some code points.
    static func key(_ scalars: ArraySlice<UInt32>) -> UInt64 { SpacyStrings.key(utf8(scalars)) }
}
