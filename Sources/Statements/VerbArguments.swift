import Annotation
import Clauses

/// What hangs on a verb of attribution, as it stands in the sentence: heads, passive subjects as subjects.
struct VerbArguments {
    var subject: Int?
    var clause: Int?
    var infinitive: Int?
    var gerund: Int?
    var object: Int?
    var predicate: Int?
    var isPassive = false
    /// Prepositions, in order.
    var prepositions: [Int] = []
    /// "called **for** the two to meet": the preposition that opens the clause.
    var clausePreposition: StringKey?

    init(of verb: Int, _ cue: Cue, _ document: Document, _ clauses: ClauseReader) {
        for child32 in document.children(of: verb) {
            let child = Int(child32)
            let token = document.tokens[child]
            switch token.dependency {
            case .nsubj, .csubj: subject = subject ?? child
            case .nsubjpass, .csubjpass:
                subject = child
                isPassive = true
            case .auxpass, .agent: isPassive = true
            case .ccomp:
                if let preposition = Self.openingPreposition(child, cue, document) {
                    clause = child
                    clausePreposition = preposition
                } else if token.tag == .vbg, child > verb,
                    !Self.has(child, document, [.nsubj, .nsubjpass, .aux, .mark])
                {
                    gerund = gerund ?? child
                } else if clauses.isInfinitive(child) {
                    infinitive = infinitive ?? child
                } else {
                    clause = clause ?? child
                }
            case .xcomp:
                if token.tag == .vbg {
                    gerund = child
                } else if clauses.isInfinitive(child) {
                    infinitive = child
                } else {
                    predicate = child
                }
            case .dobj: object = object ?? child
            case .dative where token.pos != .adp: object = object ?? child
            case .oprd, .attr: predicate = child
            case .advcl where child > verb:
                if let preposition = Self.openingPreposition(child, cue, document) {
                    clause = clause ?? child
                    clausePreposition = preposition
                } else if clauses.isInfinitive(child),
                    cue.frames.contains(.infinitive) || !cue.addressees.isEmpty
                {
                    infinitive = infinitive ?? child
                }
            case .prep, .dative: prepositions.append(child)
            default: break
            }
        }
    }

    private static func has(_ token: Int, _ document: Document, _ labels: [Dependency]) -> Bool {
        document.children(of: token).contains { labels.contains(document.tokens[Int($0)].dependency) }
    }

    /// The preposition before the subject of an infinitive, where the verb takes it.
    private static func openingPreposition(_ clause: Int, _ cue: Cue, _ document: Document) -> StringKey? {
        guard !cue.contentPrepositions.isEmpty else { return nil }
        var mark: StringKey?
        var isInfinitive = false
        for child in document.children(of: clause) {
            let token = document.tokens[Int(child)]
            if token.tag == .to { isInfinitive = true }
            if token.dependency == .mark, cue.contentPrepositions.contains(token.lower) { mark = token.lower }
        }
        return isInfinitive ? mark : nil
    }
}
