/// The weights of Winograd's minimal filtering F(4, 3) (Lavin and Gray 2016) for a window of three rows: six products
/// give four rows of output, where the plain convolution takes twelve. The other two transformations are in `Kernels`.
enum Winograd {
    /// Products for four rows.
    static let planes = 6
    /// Rows of output of one application.
    static let quad = 4

    /// How much each row of the window counts in each product.
    private static let filter: [[Double]] = [
        [1 / 4, 0, 0],
        [-1 / 6, -1 / 6, -1 / 6],
        [-1 / 6, 1 / 6, -1 / 6],
        [1 / 24, 1 / 12, 1 / 6],
        [1 / 24, -1 / 12, 1 / 6],
        [0, 0, 1],
    ]

    /// - Parameter plain: [3 x width, columns].
    /// - Returns: six of [width, columns], summed in double precision.
    static func weights(_ plain: [Float], width: Int, columns: Int) -> [Float] {
        let size = width * columns
        var out: [Float] = []
        out.reserveCapacity(planes * size)
        for factors in filter {
            for i in 0..<size {
                var sum = 0.0
                for row in 0..<3 { sum += factors[row] * Double(plain[row * size + i]) }
                out.append(Float(sum))
            }
        }
        return out
    }
}
