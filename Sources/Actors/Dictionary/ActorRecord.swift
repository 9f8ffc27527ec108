package import Annotation

/// An actor as a dictionary tells of it: names, and what it was when. What the readers of the formats make and the
/// builder of the compiled form takes.
package struct ActorRecord: Hashable, Sendable {
    /// What a name of an actor is to it.
    package enum Use: UInt8, Sendable, CaseIterable {
        /// A country by its own name.
        case country
        /// Its people or its adjective: "Afghan", "Afghans".
        case people
        /// Its capital or seat: a place, or the government.
        case capital
        /// A name that stands for the government alone: "the Kremlin".
        case seat
        /// A town or region in it: a place, and no government of the country.
        case town
        /// A body, organisation or group.
        case body
        /// A person by the whole name.
        case person
        /// A person by a name that stands alone only where it is clear who is meant: "Putin".
        case alone
        /// A word for people by what they do ("policeman"), of a user's own dictionary.
        case agent
    }

    package struct Name: Hashable, Sendable {
        package var text: String
        package var use: Use

        package init(_ text: String, _ use: Use) {
            self.text = text
            self.use = use
        }
    }

    /// What the actor was from one day to another.
    package struct Term: Hashable, Sendable {
        /// CAMEO; an agent's begins with `~`, and empty says that who bears the name is nobody that acts.
        package var code: String
        /// The office in words, empty where there is none.
        package var role: String
        package var period: Period
        /// Against what the line was checked; empty where nobody did.
        package var checked: String
        /// Counted from 1, in the record's file.
        package var line: Int

        package init(code: String, role: String = "", period: Period = .always, checked: String = "", line: Int) {
            self.code = code
            self.role = role
            self.period = period
            self.checked = checked
            self.line = line
        }
    }

    package enum Sex: UInt8, Sendable { case unknown, male, female }

    /// The first is the one that is shown.
    package var names: [Name]
    package var kind: Actor.Kind
    package var sex: Sex
    package var terms: [Term]
    /// "people/asia.txt", as it was named.
    package var file: String
    package var line: Int

    package init(
        names: [Name], kind: Actor.Kind, sex: Sex = .unknown, terms: [Term], file: String, line: Int
    ) {
        self.names = names
        self.kind = kind
        self.sex = sex
        self.terms = terms
        self.file = file
        self.line = line
    }
}
