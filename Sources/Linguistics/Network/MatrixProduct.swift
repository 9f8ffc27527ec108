import Kernels

/// A matrix product with packed weights: 16 rows at a time (`ModelShape.tile`), on one thread.
final class MatrixProduct {
    private let product: OpaquePointer
    let inner: Int
    let columns: Int

    /// - Parameters:
    ///   - weights: [inner, columns], copied.
    ///   - bias: `columns` numbers, or nil.
    /// - Throws: `EngineError.product` when oneDNN refuses.
    init(inner: Int, columns: Int, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?) throws {
        guard
            let made = ent_matmul_create(Int64(ModelShape.tile), Int64(inner), Int64(columns), weights, bias)
        else { throw EngineError.product(inner: inner, columns: columns) }
        product = made
        self.inner = inner
        self.columns = columns
    }

    deinit { ent_matmul_free(product) }

    /// `output` = `input` times the weights, for 16 rows; both hold whole tiles.
    @inline(__always)
    func run(_ input: UnsafePointer<Float>, _ output: UnsafeMutablePointer<Float>) {
        let status = ent_matmul_run(product, input, output)
        precondition(status == 0, "oneDNN could not run a product it had accepted")
    }
}

/// Trouble of the machine's, not of the text's or the model's.
package enum EngineError: Error, CustomStringConvertible {
    case product(inner: Int, columns: Int)

    package var description: String {
        switch self {
        case .product(let inner, let columns):
            "oneDNN cannot make a \(inner) by \(columns) matrix product on this machine"
        }
    }
}
