import Annotation
import Knowledge

/// What must hold around an expression that stands alone, beside its words: the fourth column.
enum TimeCondition: Sendable {
    /// The word before it is, or is not, one of these.
    case after([UInt16], isWanted: Bool)
    /// The word after it is, or is not, one of these.
    case before([UInt16], isWanted: Bool)
    /// Four digits that are a year and count nothing.
    case yearlike
    /// Its last word has the part of speech.
    case noun
    case adverb
    case adjective
    /// Nothing is told of it but that it is a rate: "three attacks a day".
    case rate
    /// A number stands right before it.
    case notCounted
    /// Its first word begins with a capital letter.
    case capital
    /// Its last word has no capital letter: "the year", not "Man of the Year".
    case lower
    /// It modifies no noun after it: "in the summer", not "the summer offensive".
    case alone
    /// It does: "morning trading".
    case modifying
    /// Nothing depends on its last word: "the day before", not "the day before the vote".
    case bare
    /// "The March on Washington" is no month, "the March elections" are.
    case noCommonNoun

    /// - Parameter lexicon: gets the words, so that they are compared as numbers.
    /// - Throws: `KnowledgeError` without a file.
    init(_ text: String, _ lexicon: inout TimeLexicon) throws {
        let words = text.split(separator: " ").map(String.init)
        func keys(_ list: String) -> [UInt16] { list.split(separator: "/").map { lexicon.literal(String($0)) } }
        switch (words.first, words.count) {
        case ("after", 2): self = .after(keys(words[1]), isWanted: true)
        case ("before", 2): self = .before(keys(words[1]), isWanted: true)
        case ("not", 3) where words[1] == "after": self = .after(keys(words[2]), isWanted: false)
        case ("not", 3) where words[1] == "before": self = .before(keys(words[2]), isWanted: false)
        case ("yearlike", 1): self = .yearlike
        case ("noun", 1): self = .noun
        case ("adverb", 1): self = .adverb
        case ("adjective", 1): self = .adjective
        case ("rate", 1): self = .rate
        case ("capital", 1): self = .capital
        case ("bare", 1): self = .bare
        case ("lower", 1): self = .lower
        case ("alone", 1): self = .alone
        case ("modifying", 1): self = .modifying
        case ("no", 3) where words[1] == "common": self = .noCommonNoun
        case ("uncounted", 1): self = .notCounted
        default: throw KnowledgeError(file: "", line: nil, "unknown condition \"\(text)\"")
        }
    }
}

/// The kind of text in which alone a pattern makes an expression.
enum TextNeed: String, Sendable {
    case none
    /// "Former" is a word of time in a history, and a part of titles in news.
    case history
    /// "In 480", where years before Christ are told.
    case antiquity
}
