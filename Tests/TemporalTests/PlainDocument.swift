import Annotation

/// A document without a parse, cut into tokens as the language engine cuts them: for patterns, which need words alone.
///
/// Tags are guessed from the form: numbers, names, and nothing else.
enum PlainDocument {
    static func make(_ text: String) -> Document {
        var builder = DocumentBuilder()
        var head = 0
        let words = text.split(separator: " ", omittingEmptySubsequences: true)
        for (w, word) in words.enumerated() {
            let pieces = pieces(of: String(word), isLast: w + 1 == words.count)
            for (i, piece) in pieces.enumerated() {
                let isNumber = piece.utf8.first.map { (48...57).contains($0) } ?? false
                builder.add(
                    piece, lemma: piece.lowercased(), tag: isNumber ? .cd : .none, pos: isNumber ? .num : .none,
                    dependency: head == 0 ? .root : .dep, head: 0, space: i + 1 == pieces.count && w + 1 < words.count)
                head += 1
            }
        }
        return builder.build()
    }

    private static let marks: Set<Character> = [",", "(", ")", "$", "%", "\"", "!", "?", ";", "\u{2019}", "'"]

    private static func pieces(of word: String, isLast: Bool) -> [String] {
        var pieces: [String] = []
        var now = ""
        func flush() {
            if !now.isEmpty { pieces.append(now) }
            now = ""
        }
        let letters = Array(word)
        for (i, letter) in letters.enumerated() {
            let before: Character = i > 0 ? letters[i - 1] : " "
            let after: Character = i + 1 < letters.count ? letters[i + 1] : " "
            if letter == "'", after == "s", i + 2 >= letters.count {
                flush()
                now = "'"
            } else if letter == "'", before == "o" {
                now.append(letter)
            } else if letter == ",", before.isNumber, after.isNumber {
                now.append(letter)
            } else if marks.contains(letter) {
                flush()
                pieces.append(String(letter))
            } else if letter == "-" || letter == "\u{2013}", before.isLetter || before.isNumber || i == 0 {
                flush()
                pieces.append(String(letter))
            } else {
                now.append(letter)
            }
        }
        if now.count > 1, now.last == ".", isLast, !now.dropLast().contains("."), !months.contains(now.lowercased()) {
            now.removeLast()
            flush()
            pieces.append(".")
        }
        flush()
        return pieces
    }

    private static let months: Set<String> = ["jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec."]
}
