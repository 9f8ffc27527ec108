/// What the dictionaries say of a name on a day: one answer for each office or code that the name may stand for.
package struct ActorAnswer: Hashable, Sendable {
    /// The actor's first name in the dictionary.
    package var name: String
    /// The name that was asked for.
    package var asked: String
    /// CAMEO.
    package var code: String?
    /// ISO 3166-1 alpha-3.
    package var country: String?
    /// PLOVER.
    package var sectors: [String]
    package var role: String?
    /// As the dictionary has them: `2013-09-10`, `2013-09`, `2013`; nil where it is not known or there is none.
    package var from: String?
    package var until: String?
    /// "people/asia.txt:102".
    package var evidence: String
    /// Against what the line was checked, as the dictionary says.
    package var checked: String?

    package init(
        name: String, asked: String, code: String?, country: String?, sectors: [String], role: String?, from: String?,
        until: String?, evidence: String, checked: String?
    ) {
        self.name = name
        self.asked = asked
        self.code = code
        self.country = country
        self.sectors = sectors
        self.role = role
        self.from = from
        self.until = until
        self.evidence = evidence
        self.checked = checked
    }
}
