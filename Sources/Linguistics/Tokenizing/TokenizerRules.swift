import Annotation
import SpacyModel

/// The model's tokenizer: patterns for prefixes, suffixes, infixes and addresses, and special cases.
///
/// spaCy's `Tokenizer` (`spacy/tokenizer.pyx`, 3.8): loaded once, shared by all workers.
struct TokenizerRules: Sendable {
    /// A piece of a special case: its form, and its norm where the case sets one.
    struct Piece: Sendable {
        var form: [UInt8]
        /// `SpacyStrings` key; 0 for the lexeme's own.
        var norm: UInt64
    }

    let prefix: Pattern
    let suffix: Pattern
    let infix: Pattern
    let address: Pattern
    /// By the hash of the whole string.
    let special: [UInt64: [Piece]]
    /// Special cases that affixes would break: they are sought again in the finished tokens, as runs of forms.
    /// By the key of the first form; longest first.
    let phrases: [UInt64: [Phrase]]

    /// A run of forms that is rewritten to the pieces of a special case.
    struct Phrase: Sendable {
        var forms: [UInt64]
        /// The text of the whole, which the tokens must spell without a gap.
        var text: [UInt8]
    }

    /// - Throws: `ModelError` or `PatternError`.
    init(message: UnsafeRawBufferPointer) throws {
        var reader = MessagePackReader([UInt8](message))
        let root = try reader.next()
        func pattern(_ name: String) throws -> Pattern {
            guard let text = root[name]?.string else {
                throw ModelError.unexpected(file: "tokenizer", expected: "a pattern '\(name)'")
            }
            return try Pattern(text)
        }
        prefix = try pattern("prefix_search")
        suffix = try pattern("suffix_search")
        infix = try pattern("infix_finditer")
        address = try pattern("url_match")
        guard case .null? = root["token_match"], let exceptions = root["exceptions"]?.map else {
            throw ModelError.unexpected(file: "tokenizer", expected: "exceptions and no token_match")
        }
        var special: [UInt64: [Piece]] = [:]
        var texts: [String] = []
        for (key, value) in exceptions {
            guard let text = key.string, let pieces = value.array else { continue }
            // spaCy's attribute numbers: 65 ORTH, 67 NORM.
            special[StringKey(text).value] = pieces.map { piece in
                let attributes = piece.map ?? []
                let form = attributes.first { $0.key.int == 65 }?.value.string ?? ""
                let norm = attributes.first { $0.key.int == 67 }?.value.string
                return Piece(form: Array(form.utf8), norm: norm.map(SpacyStrings.key) ?? 0)
            }
            texts.append(text)
        }
        self.special = special
        phrases = Self.phrases(texts, prefix: prefix, suffix: suffix, infix: infix, address: address)
    }

    /// `add_special_case`: those that a pattern could break, as the tokenizer without special cases splits them.
    private static func phrases(
        _ texts: [String], prefix: Pattern, suffix: Pattern, infix: Pattern, address: Pattern
    ) -> [UInt64: [Phrase]] {
        var splitter = AffixSplitter()
        var phrases: [UInt64: [Phrase]] = [:]
        var found: [Range<Int>] = []
        for text in texts {
            let scalars = text.unicodeScalars.map(\.value)
            splitter.matcher.findAll(infix, scalars[...], into: &found)
            guard
                splitter.matcher.match(prefix, scalars[...], at: 0) != nil || !found.isEmpty
                    || splitter.matcher.search(suffix, scalars[...]) != nil || text.contains(" ")
            else { continue }
            var forms: [UInt64] = []
            for chunk in WhiteSpace.chunks(scalars) {
                let pieces = splitter.split(
                    scalars[chunk], prefix: prefix, suffix: suffix, infix: infix, address: address,
                    isSpecial: { _ in false })
                forms += pieces.map { LexicalAttributes.key(scalars[$0.range]) }
            }
            if let first = forms.first {
                phrases[first, default: []].append(Phrase(forms: forms, text: Array(text.utf8)))
            }
        }
        for key in phrases.keys { phrases[key]?.sort { $0.forms.count > $1.forms.count } }
        return phrases
    }
}
