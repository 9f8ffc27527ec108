/// Somebody or something that acts in a report: a person, a state, a group, an organisation.
package struct Actor: Sendable {
    package enum Kind: String, Sendable { case person, country, group, organization, unknown }

    /// One place where the text names the actor.
    package struct Mention: Hashable, Sendable {
        package enum Form: String, Sendable { case name, nominal, pronoun }

        package var span: TextSpan
        package var form: Form
        /// Token indices of the mention in the document, half-open.
        package var tokens: Range<Int>

        package init(span: TextSpan, form: Form, tokens: Range<Int>) {
            self.span = span
            self.form = form
            self.tokens = tokens
        }
    }

    /// Why a role is believed: words of the report, or a line of the knowledge.
    package enum Evidence: Hashable, Sendable {
        case text(TextSpan)
        /// "actors/countries.tsv:102".
        case knowledge(String)
    }

    /// What a dictionary says that the actor was from one day to another.
    package struct Term: Hashable, Sendable {
        package var code: String
        package var country: String?
        package var sectors: [String]
        package var role: String?
        /// First and last day, as days since 1970-01-01; nil where unknown or open.
        package var from: Int?
        package var until: Int?
        /// "people/asia.txt:102".
        package var evidence: String

        package init(
            code: String, country: String?, sectors: [String], role: String?, from: Int?, until: Int?, evidence: String
        ) {
            self.code = code
            self.country = country
            self.sectors = sectors
            self.role = role
            self.from = from
            self.until = until
            self.evidence = evidence
        }
    }

    /// Index in `CodedReport.actors`.
    package var id: Int
    package var name: String
    package var kind: Kind
    /// CAMEO: ISO 3166 alpha-3, then sectors ("IRNGOV"); nil when unknown.
    package var code: String?
    /// ISO 3166-1 alpha-3.
    package var country: String?
    /// PLOVER sectors, most specific first.
    package var sectors: [String]
    /// The office or function in words, as the text or the knowledge has it.
    package var role: String?
    package var roleEvidence: [Evidence]
    /// In text order.
    package var mentions: [Mention]
    /// Where the code is a dictionary's: what the actor was at other times. Empty where the text says who it is.
    package var terms: [Term]
    /// Whom it stands for, where that is several ("the two sides"): indices in `CodedReport.actors`.
    package var members: [Int] = []
    /// A pronoun whose antecedent is not clear.
    package var isUnresolved: Bool

    package init(
        id: Int, name: String, kind: Kind, code: String? = nil, country: String? = nil, sectors: [String] = [],
        role: String? = nil, roleEvidence: [Evidence] = [], mentions: [Mention] = [], terms: [Term] = [],
        isUnresolved: Bool = false
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.code = code
        self.country = country
        self.sectors = sectors
        self.role = role
        self.roleEvidence = roleEvidence
        self.mentions = mentions
        self.terms = terms
        self.isUnresolved = isUnresolved
    }
}
