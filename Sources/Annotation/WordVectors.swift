/// What words mean, as vectors: words of like use point in like directions (GloVe, Pennington et al. 2014).
package protocol WordVectors: Sendable {
    /// Numbers of a vector.
    var width: Int { get }

    /// Adds a word's vector, made one long and times `weight`, to `sum`; nothing where the word has none.
    ///
    /// - Parameter form: UTF-8, as printed; looked up as it is.
    /// - Returns: whether there was one.
    func add(_ form: ArraySlice<UInt8>, weight: Float, to sum: inout ArraySlice<Float>) -> Bool
}
