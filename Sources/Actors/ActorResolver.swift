package import Annotation
import Clauses

/// Resolves who a report speaks of: names, offices, groups and what takes them up again.
///
/// Unknown people stay as they are named, without a code; a pronoun without a clear antecedent stays unresolved.
package struct ActorResolver: Sendable {
    private let knowledge: ActorKnowledge

    package init(knowledge: ActorKnowledge) { self.knowledge = knowledge }

    /// The actors of a document and where each is named.
    ///
    /// - Parameters:
    ///   - published: the day on which dictionaries say who holds which office; nil where nobody knows.
    ///   - towns: places that the report names, by which people are told ("police in Karachi").
    package func resolve(_ document: Document, published: CivilDate?, towns: [PlaceMention] = []) -> Cast {
        var work = Resolution(document: document, knowledge: knowledge, day: published?.daysSinceEpoch, towns: towns)
        work.findPersons()
        work.giveGenericNamesTheirCountry()
        work.placeNames()
        work.placePersons()
        work.placeOrganizations()
        work.placeNominals()
        work.joinAppositions()
        work.readOffices()
        work.settlePersons()
        work.findConvicts()
        work.resolveAnaphors()
        return work.cast()
    }
}
