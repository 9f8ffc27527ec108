import Annotation
import Foundation

/// The forms in which a text may print a name of a dictionary, cut into words as the tokenizer cuts them.
enum NameForms {
    /// Lower-cased words of each form, the given one first: without accents, with a curly apostrophe, with the Arabic
    /// article tied on or apart ("al-Assad", "al Assad").
    static func all(_ name: String) -> [[String]] {
        var forms = [words(name)]
        func add(_ form: [String]) { if !form.isEmpty, !forms.contains(form) { forms.append(form) } }
        if name.utf8.contains(where: { $0 >= 0x80 }) { add(words(unaccented(name))) }
        for form in forms where form.contains(where: { $0.utf8.contains(UInt8(ascii: "'")) }) {
            add(form.map { $0.replacingOccurrences(of: "'", with: "\u{2019}") })
        }
        for form in forms {
            if let tied = tied(form) { add(tied) }
            if let apart = apart(form) { add(apart) }
        }
        return forms
    }

    /// Cuts a name into words as the tokenizer does, lower-cased: "'s" and a hyphen between letters are words of their own.
    static func words(_ name: String) -> [String] {
        var words: [String] = []
        for part in name.lowercased().split(separator: " ") {
            var rest = part
            var tail: [String] = []
            for ending in ["'s", "\u{2019}s"] where rest.hasSuffix(ending) && rest.count > 2 {
                rest = rest.dropLast(2)
                tail = [ending]
            }
            // "Workers' Party", but not a letter that is part of the word.
            if tail.isEmpty, rest.count > 1, rest.hasSuffix("'") || rest.hasSuffix("\u{2019}") {
                tail = [String(rest.suffix(1))]
                rest = rest.dropLast()
            }
            var piece = ""
            let letters = Array(rest)
            for (i, letter) in letters.enumerated() {
                let isInfix =
                    letter == "-" && i > 0 && i + 1 < letters.count && letters[i - 1].isLetter
                    && letters[i + 1].isLetter
                if isInfix {
                    words.append(piece)
                    words.append("-")
                    piece = ""
                } else {
                    piece.append(letter)
                }
            }
            if !piece.isEmpty { words.append(piece) }
            words += tail
        }
        return words
    }

    /// Without accents, as English keyboards print them.
    static func unaccented(_ text: String) -> String {
        var plain = text.folding(options: .diacriticInsensitive, locale: Locale(identifier: "en_US_POSIX"))
        for (letter, letters) in [
            ("ø", "o"), ("Ø", "O"), ("ł", "l"), ("Ł", "L"), ("ı", "i"), ("đ", "d"), ("Đ", "D"), ("ß", "ss"), ("æ", "ae"),
            ("ð", "d"), ("þ", "th"), ("ə", "a"), ("Ə", "A"),
        ] {
            plain = plain.replacingOccurrences(of: letter, with: letters)
        }
        return plain
    }

    private static let articles: Set<String> = ["al", "el", "ad", "ar", "as", "ash", "at", "az"]

    private static func tied(_ words: [String]) -> [String]? {
        guard let i = words.firstIndex(where: { $0 == "al" || $0 == "el" }), i + 1 < words.count, words[i + 1] != "-"
        else { return nil }
        return Array(words[...i]) + ["-"] + words[(i + 1)...]
    }

    private static func apart(_ words: [String]) -> [String]? {
        guard let i = words.firstIndex(of: "-"), i > 0, articles.contains(words[i - 1]), i + 1 < words.count else {
            return nil
        }
        return Array(words[..<i]) + words[(i + 1)...]
    }
}
