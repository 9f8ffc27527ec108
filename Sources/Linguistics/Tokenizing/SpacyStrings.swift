import Annotation

/// The keys under which spaCy stores strings: MurmurHash2, except for the names of its own attributes and labels,
/// which keep small numbers (`spacy/symbols.pyx`, 3.8). "X" is such a name, and so are "agent" and "mark": words.
enum SpacyStrings {
    /// The key of a string; 0 for the empty one.
    static func key(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let hash = StringKey(bytes: bytes).value
        return bytes.count <= longest ? symbols[hash] ?? hash : hash
    }

    static func key(_ text: String) -> UInt64 {
        var copy = text
        return copy.withUTF8 { key(UnsafeRawBufferPointer($0)) }
    }

    static func key(_ text: [UInt8]) -> UInt64 { text.withUnsafeBytes { key($0) } }

    private static let longest = 13

    private static let symbols: [UInt64: UInt64] = {
        var table: [UInt64: UInt64] = [:]
        func add(_ name: String, _ id: Int) { table[StringKey(name).value] = UInt64(id) }
        for (first, names) in runs {
            for (offset, name) in names.split(separator: " ").enumerated() { add(String(name), first + offset) }
        }
        for flag in 19...63 { add("FLAG\(flag)", flag) }
        for old in 1...276 { add("DEPRECATED" + String("00\(old)".suffix(3)), 103 + old) }
        return table
    }()

    /// Names with consecutive numbers.
    private static let runs: [(first: Int, names: String)] = [
        (
            1,
            "IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_PUNCT IS_SPACE IS_TITLE IS_UPPER LIKE_URL LIKE_NUM"
                + " LIKE_EMAIL IS_STOP IS_OOV_DEPRECATED IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT IS_CURRENCY"
        ),
        (
            64,
            "ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG DEP ENT_IOB ENT_TYPE HEAD"
                + " SENT_START SPACY PROB LANG ADJ ADP ADV AUX CONJ CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT"
                + " SCONJ SYM VERB X EOL SPACE"
        ),
        (
            380,
            "PERSON NORP FACILITY ORG GPE LOC PRODUCT EVENT WORK_OF_ART LANGUAGE LAW DATE TIME PERCENT MONEY"
                + " QUANTITY ORDINAL CARDINAL acomp advcl advmod agent amod appos attr aux auxpass cc ccomp complm"
                + " conj cop csubj csubjpass dep det dobj expl hmod hyph infmod intj iobj mark meta neg nmod nn"
                + " npadvmod nsubj nsubjpass num number oprd obj obl parataxis partmod pcomp pobj poss possessive"
                + " preconj prep prt punct quantmod relcl rcmod root xcomp acl ENT_KB_ID MORPH ENT_ID IDX _"
        ),
    ]
}
