import Annotation
import SpacyModel

/// The model's attribute ruler (`spacy/pipeline/attributeruler.py`, 3.8): patterns over tag, relation and form that
/// set part of speech, features and, for a few words, the lemma. Later patterns win.
struct AttributeRules: Sendable {
    /// One token of a pattern. Nil sets allow everything.
    struct Condition: Sendable {
        var tags: Set<Tag>?
        var dependencies: Set<Dependency>?
        /// Index in `forms`.
        var form: Int?
        var isSpace: Bool?
    }

    /// What a pattern sets on one of its tokens.
    struct Rule: Sendable {
        var conditions: [Condition]
        var index: Int
        var tag: Tag?
        var pos: PartOfSpeech?
        var dependency: Dependency?
        /// Index in `morphs`.
        var morph: UInt16?
        /// Index in `lemmas`.
        var lemma: Int?
    }

    /// A condition on the lower-cased form.
    enum FormTest: Sendable {
        case oneOf(Set<[UInt8]>)
        case pattern(Pattern)
    }

    private(set) var rules: [Rule] = []
    private(set) var morphs: [String] = [""]
    private(set) var lemmas: [[UInt8]] = []
    private var forms: [FormTest] = []
    /// The tests that are regular expressions: indices in `forms`.
    private var patternTests: [Int] = []
    /// The distinct sets of form tests that a word can meet, as `formClass` numbers them; 0 is none.
    private(set) var classes: [Set<Int>] = [[]]
    /// The class of each form that some test names.
    private var classOf: [[UInt8]: UInt16] = [:]
    /// The class of any other form, by which expressions it meets, as bits.
    private var classOfOther: [UInt16] = []

    /// - Throws: `ModelError` for a pattern of a kind that this program does not know.
    init(message: UnsafeRawBufferPointer) throws {
        var reader = MessagePackReader([UInt8](message))
        guard let list = try reader.next().array else { throw AttributeRules.unknown("a list of rules") }
        for entry in list { try add(entry) }
        var named: Set<[UInt8]> = []
        for case .oneOf(let list) in forms { named.formUnion(list) }
        for form in named {
            classOf[form] = number(of: Set(forms.indices.filter { test(forms[$0], form) }))
        }
        classOfOther = (0..<1 << patternTests.count).map { bits in
            number(of: Set(patternTests.indices.filter { bits >> $0 & 1 == 1 }.map { patternTests[$0] }))
        }
    }

    private mutating func number(of met: Set<Int>) -> UInt16 {
        if let known = classes.firstIndex(of: met) { return UInt16(known) }
        classes.append(met)
        return UInt16(classes.count - 1)
    }

    /// Which class a lower-cased form is of: words of one class meet the same conditions.
    func formClass(of form: [UInt8]) -> UInt16 {
        if let known = classOf[form] { return known }
        var bits = 0
        for (bit, index) in patternTests.enumerated() where test(forms[index], form) { bits |= 1 << bit }
        return classOfOther[bits]
    }

    func holds(_ condition: Condition, tag: Tag, dependency: Dependency, formClass: UInt16, isSpace: Bool) -> Bool {
        if let tags = condition.tags, !tags.contains(tag) { return false }
        if let dependencies = condition.dependencies, !dependencies.contains(dependency) { return false }
        if let form = condition.form, !classes[Int(formClass)].contains(form) { return false }
        if let wanted = condition.isSpace, wanted != isSpace { return false }
        return true
    }

    private static func unknown(_ expected: String) -> ModelError {
        .unexpected(file: "attribute_ruler/patterns", expected: expected)
    }

    private mutating func add(_ entry: MessagePack) throws {
        guard let patterns = entry["patterns"]?.array, let attributes = entry["attrs"]?.map,
            let index = entry["index"]?.int
        else { throw AttributeRules.unknown("patterns, attrs and index") }
        for pattern in patterns {
            guard let tokens = pattern.array, index >= 0, index < tokens.count else {
                throw AttributeRules.unknown("an index inside the pattern")
            }
            var rule = Rule(conditions: try tokens.map { try condition($0) }, index: index)
            for (key, value) in attributes { try set(key.string ?? "", value.string ?? "", on: &rule) }
            rules.append(rule)
        }
    }

    private mutating func set(_ name: String, _ value: String, on rule: inout Rule) throws {
        switch name {
        case "POS": rule.pos = PartOfSpeech(label: value)
        case "TAG": rule.tag = Tag(label: value)
        case "DEP": rule.dependency = Dependency(label: value)
        case "MORPH":
            let features = value == "_" ? "" : value
            rule.morph = UInt16(morphs.firstIndex(of: features) ?? morphs.count)
            if !morphs.contains(features) { morphs.append(features) }
        case "LEMMA":
            let lemma = Array(value.utf8)
            rule.lemma = lemmas.firstIndex(of: lemma) ?? lemmas.count
            if !lemmas.contains(lemma) { lemmas.append(lemma) }
        default: throw AttributeRules.unknown("POS, TAG, DEP, MORPH or LEMMA, not \(name)")
        }
    }

    private mutating func condition(_ token: MessagePack) throws -> Condition {
        var condition = Condition()
        for (key, value) in token.map ?? [] {
            switch key.string {
            case "TAG": condition.tags = Set(try members(value, of: Tag.allCases, label: \.label))
            case "DEP": condition.dependencies = Set(try members(value, of: Dependency.allCases, label: \.label))
            case "LOWER": condition.form = try formTest(value)
            case "IS_SPACE":
                guard case .bool(let wanted) = value else { throw AttributeRules.unknown("a truth value") }
                condition.isSpace = wanted
            default: throw AttributeRules.unknown("conditions on TAG, DEP, LOWER and IS_SPACE")
            }
        }
        return condition
    }

    /// The members of a label set that a value, an IN list or a NOT_IN list allows. A label that the set lacks is one
    /// the model never gives.
    private func members<T>(_ value: MessagePack, of all: [T], label: (T) -> String) throws -> [T] {
        if let only = value.string { return all.filter { label($0) == only } }
        if let list = value["IN"]?.array?.compactMap(\.string) { return all.filter { list.contains(label($0)) } }
        if let list = value["NOT_IN"]?.array?.compactMap(\.string) { return all.filter { !list.contains(label($0)) } }
        throw AttributeRules.unknown("a label, IN or NOT_IN")
    }

    private mutating func formTest(_ value: MessagePack) throws -> Int {
        let test: FormTest
        if let only = value.string {
            test = .oneOf([Array(only.utf8)])
        } else if let list = value["IN"]?.array?.compactMap(\.string) {
            test = .oneOf(Set(list.map { Array($0.utf8) }))
        } else if let text = value["REGEX"]?.string {
            test = .pattern(try Pattern(text))
            patternTests.append(forms.count)
        } else {
            throw AttributeRules.unknown("a form, IN or REGEX")
        }
        forms.append(test)
        return forms.count - 1
    }

    private func test(_ test: FormTest, _ form: [UInt8]) -> Bool {
        switch test {
        case .oneOf(let list): return list.contains(form)
        case .pattern(let pattern):
            var matcher = PatternMatcher()
            let scalars = String(decoding: form, as: UTF8.self).unicodeScalars.map(\.value)
            return matcher.search(pattern, scalars[...]) != nil
        }
    }
}
