/// Python's `str` predicates on code points, which spaCy's lexical attributes and tokenizer are defined by
/// (CPython's `unicodectype.c`).
enum PythonUnicode {
    /// `str.isspace`: white space, or bidirectional type WS, B or S.
    static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09...0x0d, 0x1c...0x20, 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000: true
        default: false
        }
    }

    /// `str.isalpha`: general category L.
    static func isAlpha(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return isASCIILetter(scalar) }
        return switch Unicode.Scalar(scalar)?.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    /// `str.isupper` of one character: the derived property Uppercase.
    static func isUpper(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (0x41...0x5a).contains(scalar) }
        return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
    }

    /// `str.isdigit`: numeric type decimal or digit.
    static func isDigit(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (0x30...0x39).contains(scalar) }
        return switch Unicode.Scalar(scalar)?.properties.numericType {
        case .decimal, .digit: true
        default: false
        }
    }

    /// `str.isdecimal`, which is also `\d`.
    static func isDecimal(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (0x30...0x39).contains(scalar) }
        return Unicode.Scalar(scalar)?.properties.numericType == .decimal
    }

    /// `\w` of `re`: alphanumeric in any numeric sense, or the underscore.
    static func isWord(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return isASCIILetter(scalar) || (0x30...0x39).contains(scalar) || scalar == 0x5f }
        return isAlpha(scalar) || Unicode.Scalar(scalar)?.properties.numericType != nil
    }

    /// `str.lower`, with the final sigma that Python writes at the end of a word.
    static func lowercased(_ text: [UInt32]) -> [UInt32] {
        if text.allSatisfy({ $0 < 0x80 }) {
            return text.map { (0x41...0x5a).contains($0) ? $0 + 32 : $0 }
        }
        var out: [UInt32] = []
        out.reserveCapacity(text.count)
        for (i, scalar) in text.enumerated() {
            if scalar == 0x3a3 {
                out.append(isFinalSigma(text, i) ? 0x3c2 : 0x3c3)
            } else if let mapping = Unicode.Scalar(scalar)?.properties.lowercaseMapping {
                out.append(contentsOf: mapping.unicodeScalars.lazy.map(\.value))
            } else {
                out.append(scalar)
            }
        }
        return out
    }

    private static func isASCIILetter(_ scalar: UInt32) -> Bool {
        (0x41...0x5a).contains(scalar) || (0x61...0x7a).contains(scalar)
    }

    /// Unicode's Final_Sigma: a cased letter before it and none after, case-ignorable ones passed over.
    private static func isFinalSigma(_ text: [UInt32], _ at: Int) -> Bool {
        func properties(_ i: Int) -> Unicode.Scalar.Properties? { Unicode.Scalar(text[i])?.properties }
        var before = at - 1
        while before >= 0, properties(before)?.isCaseIgnorable == true { before -= 1 }
        guard before >= 0, properties(before)?.isCased == true else { return false }
        var after = at + 1
        while after < text.count, properties(after)?.isCaseIgnorable == true { after += 1 }
        return after == text.count || properties(after)?.isCased != true
    }
}
