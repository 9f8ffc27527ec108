import Kernels
import Testing

@testable import Linguistics

/// The vector kernels against the plainest arithmetic.
@Suite struct KernelsTests {
    private func numbers(_ count: Int, _ seed: Int) -> [Float] {
        (0..<count).map { Float(($0 * 7919 + seed * 104_729) % 2003) / 1000 - 1 }
    }

    @Test func multipliesAndAddsTheBias() throws {
        let (inner, columns, tile) = (5, 7, ModelShape.tile)
        let (a, b, bias) = (numbers(tile * inner, 1), numbers(inner * columns, 2), numbers(columns, 3))
        let product = try MatrixProduct(inner: inner, columns: columns, weights: b, bias: bias)
        var out = [Float](repeating: 0, count: tile * columns)
        a.withUnsafeBufferPointer { a in
            out.withUnsafeMutableBufferPointer { out in
                guard let a = a.baseAddress, let out = out.baseAddress else { return }
                product.run(a, out)
            }
        }
        for row in 0..<tile {
            for column in 0..<columns {
                var expected = bias[column]
                for k in 0..<inner { expected += a[row * inner + k] * b[k * columns + column] }
                #expect(abs(out[row * columns + column] - expected) < 1e-5)
            }
        }
    }

    @Test func normalisesTheMaximumOfThreePieces() {
        let width = ModelShape.width
        let (pieces, gain, bias) = (numbers(3 * width, 1), numbers(width, 2), numbers(width, 3))
        var out = numbers(width, 4)
        let residual = out
        ent_maxout3_norm(&out, residual, pieces, gain, bias, 1)
        let best: [Float] = (0..<width).map { (i: Int) -> Float in
            max(pieces[i], pieces[width + i], pieces[2 * width + i])
        }
        let mean = best.reduce(0, +) / Float(width)
        var variance: Float = 0
        for value in best { variance += (value - mean) * (value - mean) / Float(width) }
        for i in 0..<width {
            let normal = (best[i] - mean) / (variance + 1e-8).squareRoot()
            let expected = residual[i] + normal * gain[i] + bias[i]
            #expect(abs(out[i] - expected) < 1e-4)
        }
    }

    @Test(arguments: [16, 48, 80, 112, 128]) func scoresATransition(_ classes: Int) {
        let hidden = ModelShape.hidden
        let features = numbers(4 * 2 * 128, 1)
        let padding = numbers(2 * 128, 2)
        let (bias, weights, outputBias) = (numbers(128, 3), numbers(hidden * classes, 4), numbers(classes, 5))
        var scores = [Float](repeating: 0, count: classes)
        ent_transition_scores(&scores, features, padding, [3, -1], 2, bias, weights, outputBias, classes)
        let sums: [Float] = (0..<128).map { (i: Int) -> Float in bias[i] + features[768 + i] + padding[128 + i] }
        let activations: [Float] = (0..<hidden).map { (i: Int) -> Float in max(sums[i], sums[hidden + i]) }
        for column in 0..<classes {
            var expected = outputBias[column]
            for k in 0..<hidden { expected += activations[k] * weights[k * classes + column] }
            #expect(abs(scores[column] - expected) < 1e-3)
        }
    }

    @Test(arguments: [1, 5, 16, 17, 47, 56]) func takesTheFirstOfTheGreatest(_ count: Int) {
        var values = numbers(count, 1)
        values[count / 2] = 9
        values[count - 1] = 9
        #expect(ent_argmax(values, count) == count / 2)
    }

    /// thinc's `NumpyOps().hash` of these keys with seed 8.
    @Test(arguments: [
        (UInt64(0), [UInt32](arrayLiteral: 0, 0, 0, 0)),
        (UInt64(4_690_420_944_186_131_903), [3_257_831_170, 1_745_168_189, 2_739_263_107, 470_268_636]),
    ])
    func hashesAsThincDoes(_ key: UInt64, _ expected: [UInt32]) {
        var out: [UInt32] = [0, 0, 0, 0]
        ent_murmur3_128(key, 8, &out)
        #expect(out == expected)
    }

    /// Winograd's filtering gives what the plain convolution gives.
    @Test func convolvesByMinimalFiltering() throws {
        let (width, columns, tile) = (ModelShape.width, ModelShape.pieces, 1)
        let rows = numbers(7 * width, 1)
        let plain = numbers(3 * width * columns, 2)
        let weights = Winograd.weights(plain, width: width, columns: columns)
        let starts = [Int32](repeating: 1, count: tile)
        var planes = [Float](repeating: 0, count: Winograd.planes * tile * width)
        ent_winograd_input(&planes, rows, starts, tile)
        var products = [Float](repeating: 0, count: Winograd.planes * tile * columns)
        for plane in 0..<Winograd.planes {
            for column in 0..<columns {
                var sum: Float = 0
                for i in 0..<width {
                    sum += planes[plane * tile * width + i] * weights[(plane * width + i) * columns + column]
                }
                products[plane * tile * columns + column] = sum
            }
        }
        let (bias, gain) = (numbers(columns, 3), [Float](repeating: 1, count: width))
        let zeros = [Float](repeating: 0, count: 7 * width)
        var found = zeros
        ent_winograd_output_norm(&found, zeros, products, starts, bias, gain, zeros, 1)
        for row in 1...4 {
            var pieces = bias
            for column in 0..<columns {
                for i in 0..<3 * width { pieces[column] += rows[(row - 1) * width + i] * plain[i * columns + column] }
            }
            var expected = [Float](repeating: 0, count: width)
            ent_maxout3_norm(&expected, nil, pieces, gain, zeros, 1)
            let part = found[row * width..<(row + 1) * width]
            #expect(zip(part, expected).allSatisfy { abs($0 - $1) < 1e-4 })
        }
    }
}
