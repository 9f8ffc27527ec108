/// The kind of a named entity: the 18 labels of OntoNotes 5.
package enum EntityLabel: UInt8, CaseIterable, Sendable {
    case cardinal
    case date
    case event
    case fac
    case gpe
    case language
    case law
    case loc
    case money
    case norp
    case ordinal
    case org
    case percent
    case person
    case product
    case quantity
    case time
    case workOfArt

    /// The label as the treebank and the model write it.
    package var label: String { Self.labels[Int(rawValue)] }

    /// The case for a label, nil when the label is not of this set.
    package init?(label: String) {
        guard let index = Self.labels.firstIndex(of: label) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    private static let labels: [String] = [
        "CARDINAL", "DATE", "EVENT", "FAC", "GPE", "LANGUAGE", "LAW", "LOC", "MONEY", "NORP", "ORDINAL",
        "ORG", "PERCENT", "PERSON", "PRODUCT", "QUANTITY", "TIME", "WORK_OF_ART",
    ]
}
