package import Annotation

/// A deed as read from one predication, before it is dated, placed and merged.
package struct Act: Sendable {
    package var type: PloverType?
    package var code: String
    package var modes: [String]
    package var contexts: [String]
    package var source: [Cast.Mention]
    package var target: [Cast.Mention]
    package var isReciprocal: Bool
    package var trigger: Int
    package var standing: Set<Standing>
    package var confidence: Double
    package var rule: String
    /// The predicate that carries the time: the light verb of a noun.
    package var clause: Int
    /// How many people it is about.
    package var size: Event.Size?
    /// The head of what it is done to, where that is nobody: "retook **Rafah**", "hit two **hospitals**".
    package var thing: Int?
    /// Only an office does such a thing, so that it is political whoever is named.
    package var isOfficial = false
}
