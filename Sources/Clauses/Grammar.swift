package import Annotation

/// The closed classes of English grammar that the reader of clauses needs, and the few verbs whose infinitives go another
/// way than the rule. What words mean is data.
package enum Grammar {
    static let future: Set<StringKey> = ["will", "shall", "'ll", "wo", "\u{2019}ll"]
    static let possible: Set<StringKey> = ["may", "might", "could", "would", "can", "'d"]
    static let futureInPast: Set<StringKey> = ["would", "'d", "\u{2019}d"]
    static let due: Set<StringKey> = ["should", "must", "ought"]
    static let conditional: Set<StringKey> = ["if", "unless", "whether", "should", "lest"]
    static let negations: Set<StringKey> = ["no", "not", "never", "n't", "neither", "nor", "n\u{2019}t"]
    /// Verbs whose subject, not object, does what the infinitive says ("promised him to leave").
    static let subjectControl: Set<StringKey> = ["promise", "threaten", "vow", "pledge", "use", "take", "have"]
    /// Verbs whose infinitive, where they have no object, tells what is refused, promised or asked, and not what for.
    static let infinitival: Set<StringKey> = [
        "refuse", "decline", "agree", "threaten", "promise", "vow", "pledge", "offer", "fail", "decide", "plan",
        "intend",
        "want", "urge", "ask", "order", "demand", "allow", "permit",
    ]
    /// Prepositions whose object does what the infinitive says ("called on them to leave").
    static let controllingPrepositions: Set<StringKey> = ["on", "upon", "to", "with", "for"]
    /// Verbs that take such a preposition.
    static let prepositionalControl: Set<StringKey> = [
        "call", "appeal", "plead", "rely", "count", "wait", "press", "push",
    ]
    /// Prepositions by which a noun of doing belongs to the clause around it ("during a meeting with …").
    static let circumstances: Set<StringKey> = [
        "during", "in", "at", "after", "before", "following", "through", "with", "on", "via", "by",
    ]

    /// Those by which it has been when the clause comes about.
    static let precedence: Set<StringKey> = ["after", "following"]

    /// Prepositions whose object is not where a deed is done: whence, with or against whom, about what.
    package static let outward: Set<StringKey> = [
        "from", "of", "with", "against", "between", "about", "over", "than", "like", "as", "by", "for", "despite",
    ]

    /// Determiners by which a noun stands for nobody in particular.
    package static let freeChoice: Set<StringKey> = ["any", "whichever", "whatever"]

    static func isNominal(_ token: Token) -> Bool {
        switch token.pos {
        case .noun, .propn, .pron, .num: true
        default: false
        }
    }

    static func isRelativePronoun(_ token: Token) -> Bool { token.tag == .wdt || token.tag == .wp }
}
