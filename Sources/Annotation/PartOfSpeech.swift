/// A coarse part of speech: the Universal Dependencies set, with SPACE for white space tokens.
package enum PartOfSpeech: UInt8, CaseIterable, Sendable {
    case none
    case adj
    case adp
    case adv
    case aux
    case conj
    case cconj
    case det
    case intj
    case noun
    case num
    case part
    case pron
    case propn
    case punct
    case sconj
    case sym
    case verb
    case other
    case space

    /// The label as the treebank and the model write it.
    package var label: String { Self.labels[Int(rawValue)] }

    /// The case for a label, nil when the label is not of this set.
    package init?(label: String) {
        guard let index = Self.labels.firstIndex(of: label) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    private static let labels: [String] = [
        "", "ADJ", "ADP", "ADV", "AUX", "CONJ", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
        "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X", "SPACE",
    ]
}
