import Annotation
import Foundation

/// Fits the backstop to the project's own sentences: full-batch gradient descent with momentum on the regularised
/// log-likelihood, in a fixed order and number of steps, so that the same sentences give the same weights to the bit.
struct BackstopTrainer {
    /// Strength of the pull towards zero, for named and for dense features.
    var decay = (sparse: 0.0006, dense: 0.0006)
    var steps = 300
    var rate = 0.1
    /// A named feature counts when so many sentences have it.
    var least = 2

    func fit(_ data: [(features: PairFeatures, type: PloverType)]) -> LinearModel {
        let classes = PloverType.allCases.filter { type in data.contains { $0.type == type } }
        var counts: [String: Int] = [:]
        for item in data { for name in item.features.names { counts[name, default: 0] += 1 } }
        let names = counts.filter { $0.value >= least }.keys.sorted()
        let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        let rows = data.map { item in item.features.names.compactMap { index[$0] }.sorted() }
        let width = data.first?.features.dense.count ?? 0
        let dense = data.map { $0.features.dense.map(Double.init) }
        let labels = data.map { item in classes.firstIndex(of: item.type) ?? 0 }
        let k = classes.count
        // One row of weights a feature: named ones, dense ones, the bias.
        let count = names.count + width + 1
        var weights = [Double](repeating: 0, count: count * k)
        var speed = weights
        var gradient = weights
        for step in 0..<steps {
            for i in gradient.indices {
                let feature = i / k
                let pull = feature < names.count ? decay.sparse : feature < count - 1 ? decay.dense : 0
                gradient[i] = pull * weights[i]
            }
            for (i, row) in rows.enumerated() {
                var scores = Array(weights[(count - 1) * k..<count * k])
                for feature in row { for c in 0..<k { scores[c] += weights[feature * k + c] } }
                for d in 0..<width where dense[i][d] != 0 {
                    let at = (names.count + d) * k
                    for c in 0..<k { scores[c] += dense[i][d] * weights[at + c] }
                }
                let top = scores.max() ?? 0
                var sum = 0.0
                for c in 0..<k {
                    scores[c] = exp(scores[c] - top)
                    sum += scores[c]
                }
                for c in 0..<k { scores[c] = (scores[c] / sum - (c == labels[i] ? 1 : 0)) / Double(rows.count) }
                for feature in row { for c in 0..<k { gradient[feature * k + c] += scores[c] } }
                for d in 0..<width where dense[i][d] != 0 {
                    let at = (names.count + d) * k
                    for c in 0..<k { gradient[at + c] += dense[i][d] * scores[c] }
                }
                for c in 0..<k { gradient[(count - 1) * k + c] += scores[c] }
            }
            let pace = rate / (1 + Double(step) / 100)
            for i in weights.indices {
                speed[i] = 0.9 * speed[i] - pace * gradient[i]
                weights[i] += speed[i]
            }
        }
        func row(_ feature: Int) -> [Float] { (0..<k).map { Float(weights[feature * k + $0]) } }
        return LinearModel(
            classes: classes,
            sparse: Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, row($0)) }),
            dense: (0..<width).map { row(names.count + $0) }, bias: row(count - 1))
    }
}
