import Annotation

/// Whether the clause around a time speaks of what was or of what is to come.
enum Tense: Sendable {
    case past, future, open

    /// The tense of the verbs above a token, the nearest that says one.
    static func around(_ token: Int, _ document: Document, _ lexicon: TimeLexicon) -> Tense {
        var at = token
        for _ in 0..<8 {
            let up = Int(document.tokens[at].head)
            if up == at, at != token { break }
            // "postponed to May", "delayed until Friday"
            if lexicon.postponing.contains(document.tokens[up].lemma), isTowards(at, document) { return .future }
            at = up
            let tense = of(at, document, lexicon)
            if tense != .open { return tense }
            if document.tokens[at].dependency == .root { break }
        }
        // "By Friday", with no verb that says more, is still to come.
        return isDeadline(Int(document.tokens[token].head), document) ? .future : .open
    }

    private static func isTowards(_ token: Int, _ document: Document) -> Bool {
        towards.contains(document.tokens[token].lower)
    }

    private static func isDeadline(_ token: Int, _ document: Document) -> Bool {
        document.tokens[token].dependency == .prep && deadlines.contains(document.tokens[token].lower)
    }

    private static let towards: Set<StringKey> = ["to", "until", "till"]
    private static let deadlines: Set<StringKey> = ["by", "until", "till"]

    private static func of(_ verb: Int, _ document: Document, _ lexicon: TimeLexicon) -> Tense {
        let word = document.tokens[verb]
        if word.tag == .vbd { return .past }
        guard word.pos == .verb || word.pos == .aux else {
            // "expected in May", "due on Friday".
            return word.pos == .adj && lexicon.prospective.contains(word.lemma) ? .future : .open
        }
        var isPast = false
        var isInfinitive = false
        var isHeld = false
        for child in document.children(of: verb) {
            let other = document.tokens[Int(child)]
            guard Int(child) < verb else { break }
            switch other.tag {
            case .md:
                return .future
            case .vbd: isPast = isPast || other.dependency == .aux || other.dependency == .auxpass
            case .vbp, .vbz: isHeld = isHeld || (other.dependency == .aux && have.contains(other.lemma))
            case .to: isInfinitive = isInfinitive || other.dependency == .aux
            default: break
            }
        }
        if isPast, !(word.tag == .vbn && lexicon.prospective.contains(word.lemma)) { return .past }
        if isInfinitive, word.tag == .vb {
            // "agreed to meet in August" looks ahead; "led it to recall its envoy in August" looks back.
            let governor = document.tokens[Int(word.head)]
            return lexicon.implicative.contains(governor.lemma) ? .open : .future
        }
        if lexicon.prospective.contains(word.lemma), word.tag == .vbn { return .future }
        if isHeld, word.tag == .vbn { return .past }
        // A participle that stands alone tells of what was done ("the law passed in May").
        if word.tag == .vbn, word.dependency == .acl || word.dependency == .amod { return .past }
        return .open
    }

    private static let have: Set<StringKey> = ["have"]
}
