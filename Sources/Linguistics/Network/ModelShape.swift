/// The sizes of the architecture this runtime computes: spaCy's `Tok2Vec.v2` and `TransitionBasedParser.v2` as the
/// `en_core_web` models for CPU are built. A model of other sizes is refused when it is compiled.
enum ModelShape {
    /// Width of a token's vector.
    static let width = 96
    /// Maxout pieces times width.
    static let pieces = 3 * width
    /// Hidden width of the transition models, and of their two maxout pieces together.
    static let hidden = 64
    static let hiddenPieces = 2 * hidden
    /// Convolution layers; each sees one token to either side.
    static let depth = 4
    /// Rows that one matrix product computes.
    static let tile = 16
    /// Output columns are padded to a multiple of this.
    static let block = 16
    static let parserFeatures = 8
    static let entityFeatures = 3
    /// Static vectors' width.
    static let vectorWidth = 300
    static let sharedRows = [5000, 1000, 2500, 2500, 50, 50]
    static let entityRows = [5000, 1000, 2500, 2500]

    static func padded(_ classes: Int) -> Int { (classes + block - 1) / block * block }
}
