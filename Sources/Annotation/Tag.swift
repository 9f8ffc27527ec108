/// A fine-grained part of speech: the Penn Treebank tags as OntoNotes 5 uses them.
///
/// Word tags keep the treebank's own names in lower case; punctuation is named for what it is.
package enum Tag: UInt8, CaseIterable, Sendable {
    case none
    case currency
    case closingQuote
    case comma
    case openingBracket
    case closingBracket
    case sentenceEnd
    case colon
    case add
    case afx
    case cc
    case cd
    case dt
    case ex
    case fw
    case hyph
    case preposition
    case jj
    case jjr
    case jjs
    case ls
    case md
    case nfp
    case nn
    case nnp
    case nnps
    case nns
    case pdt
    case pos
    case prp
    case possessivePronoun
    case rb
    case rbr
    case rbs
    case rp
    case sym
    case to
    case uh
    case vb
    case vbd
    case vbg
    case vbn
    case vbp
    case vbz
    case wdt
    case wp
    case possessiveWh
    case wrb
    case xx
    case whitespace
    case openingQuote

    /// The label as the treebank and the model write it.
    package var label: String { Self.labels[Int(rawValue)] }

    /// The case for a label, nil when the label is not of this set.
    package init?(label: String) {
        guard let index = Self.labels.firstIndex(of: label) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    private static let labels: [String] = [
        "", "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "HYPH",
        "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$",
        "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP",
        "WP$", "WRB", "XX", "_SP", "``",
    ]
}
