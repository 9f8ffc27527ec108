package import Annotation

/// Who does what, in one form for every syntactic clothing: a verb or a verbal noun with its arguments.
///
/// Arguments are logical, not grammatical: in "Iran was accused by Israel" Israel is the subject and Iran the object.
/// They are head tokens, with coordination spelled out ("Iran and Russia" are two) and relative pronouns replaced by
/// what they stand for.
package struct Predication: Sendable {
    package enum Form: Sendable { case verb, noun }

    package enum Tense: Sendable { case none, past, present, future }

    /// How sure the text is of it, by its modal verbs.
    package enum Modality: Sendable {
        case none
        /// may, might, could, would
        case possible
        /// should, must, ought to
        case due
    }

    /// A prepositional argument: "with the delegation".
    package struct Prepositional: Sendable {
        package var preposition: StringKey
        /// Head tokens of the objects.
        package var heads: [Int]

        package init(preposition: StringKey, heads: [Int]) {
            self.preposition = preposition
            self.heads = heads
        }
    }

    /// A clause that the predicate takes: "agreed **to meet**", "said **it left**", "accused of **lying**".
    package struct Complement: Sendable {
        package enum Kind: Sendable { case infinitive, clause, gerund }

        package var kind: Kind
        /// The preposition of a gerund; empty otherwise.
        package var preposition: StringKey
        package var trigger: Int

        package init(kind: Kind, preposition: StringKey, trigger: Int) {
            self.kind = kind
            self.preposition = preposition
            self.trigger = trigger
        }
    }

    /// The token that it hangs on.
    package var trigger: Int
    package var form: Form
    package var subjects: [Int] = []
    /// Who made the subject, where that is a thing: "(the president signed) an order lifting …".
    package var issuers: [Int] = []
    package var objects: [Int] = []
    /// To whom: datives ("gave **Kyiv** tanks").
    package var recipients: [Int] = []
    package var prepositions: [Prepositional] = []
    package var complements: [Complement] = []
    /// The verb's particle ("call **off**"); empty when it has none.
    package var particle: StringKey = .empty
    /// Modifiers of a verbal noun that may name its doer: "**Israeli** strikes", "**police** raid".
    package var modifiers: [Int] = []
    package var isPassive = false
    package var isNegated = false
    package var isPerfect = false
    /// Under "if" or "unless", or told as what would follow.
    package var isConditional = false
    package var tense: Tense = .none
    package var modality: Modality = .none
    /// The verb that carries a verbal noun ("**held** talks"); nil for verbs and for nouns that stand alone.
    package var support: Int?
    /// True when the doer was taken from a governing clause and is not told by the predicate's own grammar.
    package var inheritsSubject = false
    /// True when that clause is passive, so that the subject is whom something was done to ("arrested at a **protest**").
    package var inheritsPatient = false
    /// True for a noun of doing that is a verb's subject ("**protests** against the law spread").
    package var isSubject = false

    package init(trigger: Int, form: Form) {
        self.trigger = trigger
        self.form = form
    }

    /// The heads under a preposition, in order.
    package func heads(of preposition: StringKey) -> [Int] {
        var heads: [Int] = []
        for p in prepositions where p.preposition == preposition { heads += p.heads }
        return heads
    }
}
