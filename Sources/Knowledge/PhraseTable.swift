package import Annotation

/// Phrases of one or more words, found in a text by the keys of its lower-cased tokens.
///
/// A lookup hashes the first word once; only phrases that begin with it are compared. Longest first.
package struct PhraseTable<Value: Sendable>: Sendable {
    private struct Phrase: Sendable {
        var rest: [StringKey]
        var value: Value
    }

    private var phrases: [StringKey: [Phrase]] = [:]

    package init() {}

    /// Adds a phrase; its words are parted by spaces, and `'s` and hyphens are words of their own, as the tokenizer
    /// cuts them.
    package mutating func add(_ phrase: String, _ value: Value) {
        var keys = Self.words(phrase).map { StringKey($0) }
        guard !keys.isEmpty else { return }
        let first = keys.removeFirst()
        var list = phrases[first] ?? []
        // Kept longest first, and among equals in the order of the files.
        let place = list.firstIndex { $0.rest.count < keys.count } ?? list.count
        list.insert(Phrase(rest: keys, value: value), at: place)
        phrases[first] = list
    }

    /// The phrases that begin at a token, longest first, handed to `accept` with their length until it takes one.
    @inline(__always)
    package func match(_ tokens: [Token], at start: Int, accept: (Value, Int) -> Bool) {
        guard let list = phrases[tokens[start].lower] else { return }
        next: for phrase in list {
            guard start + phrase.rest.count < tokens.count else { continue }
            for (offset, key) in phrase.rest.enumerated() where tokens[start + 1 + offset].lower != key {
                continue next
            }
            if accept(phrase.value, phrase.rest.count + 1) { return }
        }
    }

    /// Cuts a phrase of a table into words as the tokenizer does, lower-cased.
    package static func words(_ phrase: String) -> [String] {
        var words: [String] = []
        for part in phrase.lowercased().split(separator: " ") {
            var rest = part
            var possessive = false
            if rest.hasSuffix("'s") {
                rest = rest.dropLast(2)
                possessive = true
            }
            for (i, piece) in rest.split(separator: "-").enumerated() {
                if i > 0 { words.append("-") }
                words.append(String(piece))
            }
            if possessive { words.append("'s") }
        }
        return words
    }
}
