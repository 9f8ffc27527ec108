/// What one marked party did to another: the answer of `relate`.
package struct Relation: Hashable, Sendable {
    /// By the manual; nil for a comment that CAMEO codes 01x.
    package var type: PloverType?
    package var cameo: String
    /// What the published table makes of that code.
    package var ploverFromCameo: PloverType?
    package var quad: Int?
    package var confidence: Double
    /// Which entry and composition, or which backstop, gave it.
    package var rule: String

    package init(
        type: PloverType?, cameo: String, ploverFromCameo: PloverType?, quad: Int?, confidence: Double, rule: String
    ) {
        self.type = type
        self.cameo = cameo
        self.ploverFromCameo = ploverFromCameo
        self.quad = quad
        self.confidence = confidence
        self.rule = rule
    }
}
