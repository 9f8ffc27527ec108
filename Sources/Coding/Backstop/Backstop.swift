package import Annotation
import Foundation
import Events
package import Knowledge

/// What answers where the lexicon has no entry that fits: a linear model over what stands between two parties.
///
/// Only `relate` asks it, so only `relate` loads it.
package struct Backstop: Sendable {
    let model: LinearModel
    let vectors: any WordVectors

    /// The weights in `Data/backstop`; nil where there are none.
    ///
    /// - Parameter vectors: of words.
    /// - Throws: `BackstopError` naming the line.
    package init?(data: DataLocation, vectors: any WordVectors) throws {
        guard let text = try? String(contentsOf: data.file("backstop", "weights.tsv"), encoding: .utf8) else {
            return nil
        }
        model = try LinearModel(text: text)
        self.vectors = vectors
    }
}

extension Coder {
    /// Fits the backstop to the project's own sentences and gives the text of its file.
    ///
    /// - Parameters:
    ///   - parse: parses texts, in order.
    ///   - held: of so many parts, the one that is left out to be measured; nil to use all.
    /// - Returns: the file's text, how many sentences it was fitted to, and how many of those left out it gets right.
    package func trainBackstop(
        _ sentences: [ExampleSentence], vectors: any WordVectors, leavingOut held: Int? = nil,
        parse: ([[UInt8]]) -> [Document]
    ) -> (text: String, fitted: Int, right: Int, of: Int) {
        var data: [(features: PairFeatures, type: PloverType)] = []
        var left: [(features: PairFeatures, type: PloverType)] = []
        for (i, (sentence, document)) in zip(sentences, parse(sentences.map(\.text))).enumerated() {
            guard let type = ontology.tableType(of: sentence.code) ?? ontology.type(of: sentence.code) else { continue }
            let features = PairReading(self, document, sentence.marked, nil).features(vectors)
            if let held, i % 5 == held {
                left.append((features, type))
            } else {
                data.append((features, type))
            }
        }
        let model = BackstopTrainer().fit(data)
        let right = left.count { item in
            let probabilities = model.probabilities(item.features)
            return probabilities.indices.max { probabilities[$0] < probabilities[$1] }.map { model.classes[$0] }
                == item.type
        }
        return (model.text, data.count, right, left.count)
    }
}
