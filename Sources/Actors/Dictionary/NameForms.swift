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
        // Bytes, not characters: dictionaries have millions of names.
        let text = Array(name.lowercased().utf8)
        var words: [String] = []
        for part in text.split(separator: 32) {
            let length = tail(of: part)
            let stem = part.dropLast(length)
            var start = stem.startIndex
            for i in stem.indices.dropFirst().dropLast()
            where stem[i] == UInt8(ascii: "-") && isLetter(stem[i - 1]) && isLetter(stem[i + 1]) {
                words.append(String(decoding: stem[start..<i], as: UTF8.self))
                words.append("-")
                start = i + 1
            }
            words.append(String(decoding: stem[start...], as: UTF8.self))
            if length > 0 { words.append(String(decoding: part.suffix(length), as: UTF8.self)) }
        }
        return words
    }

    private static let curly = Array("\u{2019}".utf8)

    /// Bytes at the end of a word that are a word of their own: "'s", and the apostrophe of "Workers' Party".
    private static func tail(of part: ArraySlice<UInt8>) -> Int {
        for mark in [[UInt8(ascii: "'")], curly] {
            if part.count > mark.count + 1, part.last == UInt8(ascii: "s"),
                part.dropLast().suffix(mark.count).elementsEqual(mark)
            {
                return mark.count + 1
            }
            if part.count > mark.count, part.suffix(mark.count).elementsEqual(mark) { return mark.count }
        }
        return 0
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) || byte >= 0x80 }

    /// Without accents, as English keyboards print them.
    static func unaccented(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        var plain = text.folding(options: .diacriticInsensitive, locale: Locale(identifier: "en_US_POSIX"))
        for (letter, letters) in [
            ("ø", "o"), ("Ø", "O"), ("ł", "l"), ("Ł", "L"), ("ı", "i"), ("đ", "d"), ("Đ", "D"), ("ß", "ss"),
            ("æ", "ae"),
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
