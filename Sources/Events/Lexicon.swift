package import Annotation
package import Knowledge

/// The lexicon of acts and operators: which words tell of which deed, and in which role its parties stand.
package struct Lexicon: Sendable {
    /// Where a party stands in a predication.
    enum Role: Sendable, Hashable {
        case subject, object, recipient
        /// The object of a preposition.
        case preposition(StringKey)
    }

    /// One side of a frame: the roles that may fill it, first filled first.
    struct Side: Sendable {
        var roles: [Role]
        /// The act may be told without this party.
        var isOptional: Bool
    }

    struct Frame: Sendable {
        var source: Side
        var target: Side
        /// Both sides do it to each other.
        var isReciprocal: Bool
    }

    /// What the words around a lemma must be.
    enum Condition: Sendable {
        case particle(StringKey)
        /// The object is one of these nouns.
        case object(Set<StringKey>)
        case notObject(Set<StringKey>)
        /// The subject is one of these nouns.
        case subject(Set<StringKey>)
        case notSubject(Set<StringKey>)
        /// The object of a preposition is one of these nouns; any when empty.
        case preposition(StringKey, Set<StringKey>)
        case notPreposition(StringKey, Set<StringKey>)
        /// What somebody is to do: one of these verbs stands as its infinitive.
        case infinitive(Set<StringKey>)

        /// The nouns of which one must stand beside the word; nil where none needs to.
        var nouns: Set<StringKey>? {
            switch self {
            case .object(let nouns), .subject(let nouns): nouns
            case .preposition(_, let nouns): nouns.isEmpty ? nil : nouns
            case .particle, .notObject, .notSubject, .notPreposition, .infinitive: nil
            }
        }

        /// The particle or bare preposition that must stand beside the word; nil where none needs to.
        var word: StringKey? {
            switch self {
            case .particle(let key): key
            case .preposition(let key, let nouns): nouns.isEmpty ? key : nil
            case .object, .notObject, .subject, .notSubject, .notPreposition, .infinitive: nil
            }
        }
    }

    enum Complement: Sendable, Hashable {
        case infinitive, clause
        /// A clause that says what somebody must or should do, whatever the deed.
        case obligation
        /// Any of the others may be of a deed that no entry knows: "demanded that the ministry raise pay".
        case anything
        /// A gerund, after a preposition or bare (empty).
        case gerund(StringKey)
        /// A noun of doing as object.
        case object
        /// A noun of doing after a preposition.
        case preposition(StringKey)
    }

    enum Meaning: Sendable {
        /// Tells of a deed by itself.
        case act(type: PloverType?, code: String, modes: [String], contexts: [String])
        /// Makes a deed out of another ("agree to …").
        case `operator`(name: String, complements: Set<Complement>)
    }

    /// What parties must be, beyond being somebody.
    struct Demands: OptionSet, Sendable {
        let rawValue: Int
        /// The source holds office or is a state, a body or a group.
        static let official = Demands(rawValue: 1)
        /// The target is of another country than the source.
        static let foreign = Demands(rawValue: 2)
        /// The target is a state, a body, a group or somebody in office.
        static let officialTarget = Demands(rawValue: 4)
        /// Somebody did it, or a deed of violence beside the verb shows that it was done on purpose.
        static let deed = Demands(rawValue: 8)
        /// The target is a body between states.
        static let bodyTarget = Demands(rawValue: 16)
        /// The target stands in its role itself, not as the owner of what does: "welcomed Putin", not "Putin's decision".
        static let direct = Demands(rawValue: 32)
        /// Somebody with a code is named as source; the deed may else be a crime or an accident.
        static let named = Demands(rawValue: 64)
        /// Not a demand but a licence: only an office does such a thing, so it is kept whoever it is done to.
        static let implied = Demands(rawValue: 128)
    }

    struct Entry: Sendable {
        var meaning: Meaning
        var frame: Frame
        var conditions: [Condition]
        var demands: Demands
        /// The lemma with its conditions, as it stands in the file: "impose @sanctions".
        var pattern: String
        /// "accuse.txt:12", "own/accuse.txt:3"
        var origin: String
    }

    /// The entries of one folder.
    struct Batch {
        var verbs: [StringKey: [Entry]] = [:]
        var nouns: [StringKey: [Entry]] = [:]
        var adjectives: [StringKey: [Entry]] = [:]
        var examples: [Example] = []
        /// Part, lemma and pattern of each, those that take an entry away included.
        var patterns: [(part: String, lemma: StringKey, pattern: String)] = []
    }

    /// An example sentence of an entry: what must come out of it.
    package struct Example: Sendable {
        package var origin: String
        /// The sentence without marks.
        package var text: String
        /// The words between ( ) and < >: source and target.
        package var source: [String]
        package var target: [String]
        package var type: PloverType?
        package var code: String
    }

    /// How an operator treats the act under it.
    struct Operation: Sendable {
        enum Aim: String, Sendable { case doer, patient }

        /// Whom of the inner act it is aimed at, where the sentence names nobody for the operator itself.
        var aim: Aim
        /// The inner act was done and is an event of its own.
        var isInnerTold: Bool
        /// It only says that the deed is meant: told in passing ("the attack planned by X"), the deed may have been done.
        var isPlanned: Bool
        /// Several who do it do it with each other, where nobody else is named.
        var isMutual: Bool
        /// The operator that it is when negated; nil where negation only changes the standing.
        var negation: String?
    }

    var verbs: [StringKey: [Entry]] = [:]
    var nouns: [StringKey: [Entry]] = [:]
    /// Operators that stand after "be": "ready to", "willing to".
    var adjectives: [StringKey: [Entry]] = [:]
    /// Verbs that carry a noun of doing, with their particles.
    var lightVerbs: Set<StringKey> = []
    /// Verbs whose infinitive tells of what really happens ("began to").
    var aspectVerbs: Set<StringKey> = []
    /// Verbs that join an adjective to their subject.
    var copulas: Set<StringKey> = []
    /// Words of sport and fiction: a sentence with one tells of no political act.
    var pastimes: Set<StringKey> = []
    /// Operator and the longest matching prefix of the inner code, to the outer code.
    var compositions: [String: [(prefix: String, code: String)]] = [:]
    /// Nouns for what is agreed, of the class of that name.
    var agreements: Set<StringKey> = []
    /// What force is used on, be it nobody's: of the class of that name.
    var tangibles: Set<StringKey> = []
    /// Weapons, of the class of that name.
    var arms: Set<StringKey> = []
    /// By the operator's name; each that `compositions` has.
    var operations: [String: Operation] = [:]
    /// Sectors of those in office or under arms, whom the demand "official" asks for.
    var officialSectors: Set<String> = []
    package internal(set) var examples: [Example] = []
    /// What is wrong with rows that were left out.
    package internal(set) var faults: [KnowledgeError] = []

    /// Takes the entries of a folder in: the user's come before what is there and replace what has the same pattern.
    mutating func take(_ batch: Batch, before isOwn: Bool) {
        if isOwn {
            for (part, lemma, pattern) in batch.patterns {
                func isReplaced(_ entry: Entry) -> Bool { entry.pattern == pattern }
                switch part {
                case "verb": verbs[lemma]?.removeAll(where: isReplaced)
                case "noun": nouns[lemma]?.removeAll(where: isReplaced)
                default: adjectives[lemma]?.removeAll(where: isReplaced)
                }
            }
        }
        func join(_ entries: inout [StringKey: [Entry]], _ more: [StringKey: [Entry]]) {
            entries.merge(more) { isOwn ? $1 + $0 : $0 + $1 }
            entries = entries.filter { !$0.value.isEmpty }
        }
        join(&verbs, batch.verbs)
        join(&nouns, batch.nouns)
        join(&adjectives, batch.adjectives)
        examples += batch.examples
    }

    /// The code an operator makes of an inner one; "=" in the table leaves it as it is (ordering a raid is raiding).
    func compose(_ operation: String, _ inner: String) -> String? {
        let code = compositions[operation]?.first { inner.hasPrefix($0.prefix) }?.code
        return code == "=" ? inner : code
    }
}
