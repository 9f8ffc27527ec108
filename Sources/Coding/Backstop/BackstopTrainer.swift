import Annotation
import Foundation

/// Fits the backstop to the project's own sentences: the regularised log-likelihood is climbed in a fixed order and number
/// of steps, so that the same sentences give the same weights to the bit.
struct BackstopTrainer {
    /// Strength of the pull towards zero, shared out over the sentences.
    var decay = 10.0
    var steps = 120
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
        let loss = Loss(rows: rows, labels: labels, features: features, classes: k, decay: decay / Double(rows.count))
        let weights = MemoryDescent(steps: steps).minimum(from: [Double](repeating: 0, count: features * k)) {
            loss.value(at: $0, gradient: &$1)
        }
        return (0..<features).map { Array(weights[$0 * k..<($0 + 1) * k]) }
    }
}

/// The regularised negative log-likelihood of a multinomial logistic model, a mean over the sentences.
private struct Loss {
    let rows: [[(feature: Int, value: Double)]]
    let labels: [Int]
    let features: Int
    let classes: Int
    let decay: Double

    func value(at weights: [Double], gradient: inout [Double]) -> Double {
        let k = classes
        var loss = 0.0
        // The bias, which comes last, is not pulled.
        for i in gradient.indices {
            let isFree = i >= (features - 1) * k
            gradient[i] = isFree ? 0 : decay * weights[i]
            if !isFree { loss += decay * weights[i] * weights[i] / 2 }
        }
        var scores = [Double](repeating: 0, count: k)
        for (row, label) in zip(rows, labels) {
            for c in 0..<k { scores[c] = 0 }
            for (feature, value) in row {
                for c in 0..<k { scores[c] += value * weights[feature * k + c] }
            }
            let top = scores.max() ?? 0
            let own = scores[label]
            var sum = 0.0
            for c in 0..<k {
                scores[c] = exp(scores[c] - top)
                sum += scores[c]
            }
            loss += (log(sum) + top - own) / Double(rows.count)
            for c in 0..<k { scores[c] = (scores[c] / sum - (c == label ? 1 : 0)) / Double(rows.count) }
            for (feature, value) in row {
                for c in 0..<k { gradient[feature * k + c] += value * scores[c] }
            }
        }
        return loss
    }
}
