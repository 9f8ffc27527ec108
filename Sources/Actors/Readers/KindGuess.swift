import Annotation

/// What kind of actor a name stands for, where a dictionary gives no more than the name and its codes.
enum KindGuess {
    /// - A country where all codes are a country's three letters (`FRANCE [FRA]`), whatever the dates; not where two countries
    ///   stand without dates, as in a compound (`JOINT_COMMISSION [FRA/DEU]`).
    /// - A person where a code that says more than the country is bound to dates and the name has two words or more
    ///   (`JANE_DOE [USAGOV 930120-010120]`): bodies live longer than dictionaries, terms of office do not.
    /// - Else a body. A person without dates (`JANE_DOE [USAGOV]`) is taken for one too, which keeps the code right and
    ///   loses only that a surname alone, or "he", may mean the same.
    static func kind(of name: String, terms: [ActorRecord.Term]) -> (kind: Actor.Kind, use: ActorRecord.Use) {
        let defaults = Set(terms.filter { $0.period == .always }.map(\.code))
        if !terms.isEmpty, defaults.count <= 1, terms.allSatisfy({ CodeShape.isCountry($0.code) }) {
            return (.country, .country)
        }
        let isDated = terms.contains { $0.period != .always && !$0.code.isEmpty && !CodeShape.isCountry($0.code) }
        return isDated && name.utf8.contains(32) ? (.person, .person) : (.organization, .body)
    }
}
