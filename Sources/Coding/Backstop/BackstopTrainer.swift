import Annotation
import Foundation

/// Fits the backstop to the project's own sentences: full-batch gradient descent with momentum on the regularised
/// log-likelihood, in a fixed order and number of steps, so that the same sentences give the same weights to the bit.
struct BackstopTrainer {
    /// Strength of the pull towards zero.
    var decay = 0.002
    var steps = 400
    var rate = 0.1
    /// A named feature counts when so many sentences have it.
    var least = 2

    func fit(_ data: [(features: PairFeatures, type: PloverType)]) -> LinearModel {
        let classes = PloverType.allCases.filter { type in data.contains { $0.type == type } }
        var counts: [String: Int] = [:]
        for item in data { for name in item.features.names { counts[name, default: 0] += 1 } }
        let names = counts.filter { $0.value >= least }.keys.sorted()
        let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        let width = data.first?.features.dense.count ?? 0
        // Of each sentence its features and their values, named ones first, the bias last.
        let rows = data.map { item -> [(feature: Int, value: Double)] in
            item.features.names.compactMap { index[$0] }.sorted().map { ($0, 1) }
                + item.features.dense.enumerated().filter { $1 != 0 }.map { (names.count + $0, Double($1)) }
                + [(names.count + width, 1)]
        }
        let labels = data.map { item in classes.firstIndex(of: item.type) ?? 0 }
        let weights = descend(rows, labels, features: names.count + width + 1, classes: classes.count)
        func row(_ feature: Int) -> [Float] { weights[feature].map { Float($0) } }
        return LinearModel(
            classes: classes,
            sparse: Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, row($0)) }),
            dense: (0..<width).map { row(names.count + $0) }, bias: row(names.count + width))
    }

    /// The weights of each feature, one a class.
    private func descend(
        _ rows: [[(feature: Int, value: Double)]], _ labels: [Int], features: Int, classes k: Int
    ) -> [[Double]] {
        var weights = [Double](repeating: 0, count: features * k)
        var speed = weights
        var gradient = weights
        var scores = [Double](repeating: 0, count: k)
        for step in 0..<steps {
            for i in gradient.indices { gradient[i] = i < (features - 1) * k ? decay * weights[i] : 0 }
            for (row, label) in zip(rows, labels) {
                for c in 0..<k { scores[c] = 0 }
                for (feature, value) in row {
                    for c in 0..<k { scores[c] += value * weights[feature * k + c] }
                }
                let top = scores.max() ?? 0
                var sum = 0.0
                for c in 0..<k {
                    scores[c] = exp(scores[c] - top)
                    sum += scores[c]
                }
                for c in 0..<k { scores[c] = (scores[c] / sum - (c == label ? 1 : 0)) / Double(rows.count) }
                for (feature, value) in row {
                    for c in 0..<k { gradient[feature * k + c] += value * scores[c] }
                }
            }
            let pace = rate / (1 + Double(step) / 200)
            for i in weights.indices {
                speed[i] = 0.95 * speed[i] - pace * gradient[i]
                weights[i] += speed[i]
            }
        }
        return (0..<features).map { Array(weights[$0 * k..<($0 + 1) * k]) }
    }
}
