/// A dependency relation: the CLEAR label set (Choi and Palmer 2012) that the model was trained on.
package enum Dependency: UInt8, CaseIterable, Sendable {
    case none
    case root
    case acl
    case acomp
    case advcl
    case advmod
    case agent
    case amod
    case appos
    case attr
    case aux
    case auxpass
    case `case`
    case cc
    case ccomp
    case compound
    case conj
    case csubj
    case csubjpass
    case dative
    case dep
    case det
    case dobj
    case expl
    case intj
    case mark
    case meta
    case neg
    case nmod
    case npadvmod
    case nsubj
    case nsubjpass
    case nummod
    case oprd
    case parataxis
    case pcomp
    case pobj
    case poss
    case preconj
    case predet
    case prep
    case prt
    case punct
    case quantmod
    case relcl
    case xcomp

    /// The label as the treebank and the model write it.
    package var label: String { Self.labels[Int(rawValue)] }

    /// The case for a label, nil when the label is not of this set.
    package init?(label: String) {
        guard let index = Self.labels.firstIndex(of: label) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    private static let labels: [String] = [
        "", "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass",
        "case", "cc", "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj",
        "expl", "intj", "mark", "meta", "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd",
        "parataxis", "pcomp", "pobj", "poss", "preconj", "predet", "prep", "prt", "punct", "quantmod",
        "relcl", "xcomp",
    ]
}
