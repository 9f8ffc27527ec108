import Annotation
import Foundation
import Knowledge

/// A multinomial logistic model over pair features: which type of deed, and how sure.
///
/// Its file is text: a line of classes, then a line for each feature with a weight for each class; dense features are
/// called "0", "1", ….
struct LinearModel: Sendable {
    let classes: [PloverType]
    /// Weights by feature, one a class.
    private(set) var sparse: [String: [Float]]
    private(set) var dense: [[Float]]
    private(set) var bias: [Float]

    init(classes: [PloverType], sparse: [String: [Float]], dense: [[Float]], bias: [Float]) {
        self.classes = classes
        self.sparse = sparse
        self.dense = dense
        self.bias = bias
    }

    /// The probability of each class.
    func probabilities(_ features: PairFeatures) -> [Double] {
        var scores = bias
        for name in features.names.sorted() {
            guard let weights = sparse[name] else { continue }
            for c in scores.indices { scores[c] += weights[c] }
        }
        for (value, weights) in zip(features.dense, dense) where value != 0 {
            for c in scores.indices { scores[c] += value * weights[c] }
        }
        let top = scores.max() ?? 0
        let powers = scores.map { Foundation.exp(Double($0 - top)) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    /// Reads a model's file.
    ///
    /// - Throws: `BackstopError` naming the line.
    init(text: String) throws {
        var lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }[...]
        guard let first = lines.popFirst() else { throw BackstopError(line: 1, expected: "a line of types") }
        classes = try first.split(separator: "\t").dropFirst().map { name in
            guard let type = PloverType(rawValue: String(name)) else {
                throw BackstopError(line: 1, expected: "types of PLOVER, not '\(name)'")
            }
            return type
        }
        sparse = [:]
        dense = []
        bias = []
        for (i, line) in lines.enumerated() {
            let fields = line.split(separator: "\t")
            let weights = fields.dropFirst().compactMap { Float($0) }
            guard let name = fields.first, weights.count == classes.count else {
                throw BackstopError(line: i + 2, expected: "a feature and \(classes.count) weights")
            }
            if name == "bias" {
                bias = weights
            } else if Int(name) != nil {
                dense.append(weights)
            } else {
                sparse[String(name)] = weights
            }
        }
        guard bias.count == classes.count else { throw BackstopError(line: 2, expected: "a line 'bias'") }
    }

    /// The model's file; weights with three digits after the point, features without any left out.
    var text: String {
        func row(_ name: String, _ weights: [Float]) -> String {
            name + "\t" + weights.map { Self.short($0) }.joined(separator: "\t") + "\n"
        }
        var out = "type\t" + classes.map(\.rawValue).joined(separator: "\t") + "\n" + row("bias", bias)
        for (i, weights) in dense.enumerated() { out += row("\(i)", weights) }
        for (name, weights) in sparse.sorted(by: { $0.key < $1.key })
        where weights.contains(where: { abs($0) >= 0.005 }) {
            out += row(name, weights)
        }
        return out
    }

    private static func short(_ value: Float) -> String {
        let thousandths = (value * 1000).rounded()
        return thousandths == 0 ? "0" : "\(Double(thousandths) / 1000)"
    }
}

/// A file of the backstop that is not one.
struct BackstopError: Error, CustomStringConvertible {
    var line: Int
    var expected: String

    var description: String { "backstop/weights.tsv:\(line): expected \(expected)" }
}
