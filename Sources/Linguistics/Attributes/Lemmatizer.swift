import Annotation
import SpacyModel

/// The tables of the rule lemmatizer.
struct LemmaTables: Sendable {
    struct Rule: Sendable {
        var old: [UInt8]
        var new: [UInt8]
    }

    let rules: [PartOfSpeech: [Rule]]
    let index: KeyTable
    let exceptions: KeyTable
    let text: [UInt8]

    init(_ compiled: CompiledModel) throws {
        var rules: [PartOfSpeech: [Rule]] = [:]
        for line in try compiled.lines(.lemmaRules) {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 3, let pos = PartOfSpeech(label: String(fields[0])) else {
                throw ModelError.notCompiled(path: "section lemmaRules", reason: "has a line of another form")
            }
            rules[pos, default: []].append(Rule(old: Array(fields[1].utf8), new: Array(fields[2].utf8)))
        }
        self.rules = rules
        index = try KeyTable(compiled.bytes(.lemmaIndex), name: .lemmaIndex)
        exceptions = try KeyTable(compiled.bytes(.lemmaExceptions), name: .lemmaExceptions)
        text = [UInt8](try compiled.bytes(.lemmaText))
    }
}

/// spaCy's rule lemmatizer (`spacy/pipeline/lemmatizer.py`, 3.8): exceptions, then suffix rules whose results an index
/// confirms.
struct Lemmatizer {
    private let tables: LemmaTables

    init(_ tables: LemmaTables) { self.tables = tables }

    /// The key of a form as one part of speech.
    static func key(_ form: StringKey, _ pos: PartOfSpeech) -> UInt64 {
        form.value ^ (UInt64(pos.rawValue) &* 0x9e37_79b9_7f4a_7c15)
    }

    /// The lemma of a form.
    ///
    /// - Parameters:
    ///   - form: as printed.
    ///   - lower: lower-cased.
    func lemma(form: ArraySlice<UInt8>, lower: ArraySlice<UInt8>, pos: PartOfSpeech, isBaseForm: Bool) -> [UInt8] {
        if pos == .none || pos == .space || isBaseForm { return Array(lower) }
        guard let rules = tables.rules[pos] else { return Array(pos == .propn ? form : lower) }
        var forms: [[UInt8]] = []
        var unknown: [[UInt8]] = []
        for rule in rules where lower.count >= rule.old.count && lower.suffix(rule.old.count).elementsEqual(rule.old) {
            let made = Array(lower.dropLast(rule.old.count)) + rule.new
            if made.isEmpty { continue }
            if isIndexed(made, pos) || !Self.isAlpha(made) {
                if !forms.contains(made) { forms.append(made) }
            } else {
                unknown.append(made)
            }
        }
        // spaCy puts each exception in front of the one before it: the last comes first.
        for exception in exceptions(of: lower, pos) where !forms.contains(exception) { forms.insert(exception, at: 0) }
        return forms.first ?? unknown.first ?? Array(form)
    }

    private func isIndexed(_ form: [UInt8], _ pos: PartOfSpeech) -> Bool {
        form.withUnsafeBytes { tables.index[Self.key(StringKey(bytes: $0), pos)] != nil }
    }

    private func exceptions(of lower: ArraySlice<UInt8>, _ pos: PartOfSpeech) -> [[UInt8]] {
        let key = lower.withUnsafeBytes { Self.key(StringKey(bytes: $0), pos) }
        guard let offset = tables.exceptions[key] else { return [] }
        var found: [[UInt8]] = []
        var at = Int(offset)
        while at < tables.text.count, tables.text[at] != 0 {
            let end = tables.text[at...].firstIndex(of: 0) ?? tables.text.count
            found.append(Array(tables.text[at..<end]))
            at = end + 1
        }
        return found
    }

    private static func isAlpha(_ form: [UInt8]) -> Bool {
        String(decoding: form, as: UTF8.self).unicodeScalars.allSatisfy { PythonUnicode.isAlpha($0.value) }
    }
}
