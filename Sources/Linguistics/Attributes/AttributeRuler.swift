import Annotation

/// Applies the attribute rules to parsed tokens, one worker's: what a token of one tag, relation and class of form
/// gets is worked out once.
final class AttributeRuler {
    /// What the rules make of a token.
    struct Outcome {
        var tag: Tag
        var dependency: Dependency
        var pos: PartOfSpeech = .none
        /// Index in the rules' `morphs`.
        var morph: UInt16 = 0
        /// Index in the rules' `lemmas`, when a rule sets the lemma.
        var lemma: Int?
        /// spaCy's `is_base_form` of that part of speech and those features.
        var isBaseForm = false
    }

    private let rules: AttributeRules
    private let base: BaseForms
    private var outcomes: [Outcome] = []
    private var known: [UInt32: Int32] = [:]
    /// Rules over several tokens.
    private let long: [Int]
    /// Form classes that can begin or, by their relation alone, relations that can.
    private let longByForm: Set<UInt16>
    private let longByDependency: Set<Dependency>

    init(rules: AttributeRules) {
        self.rules = rules
        base = BaseForms(morphs: rules.morphs)
        long = rules.rules.indices.filter { rules.rules[$0].conditions.count > 1 }
        var byForm = Set<UInt16>()
        var byDependency = Set<Dependency>()
        for index in long {
            guard let first = rules.rules[index].conditions.first else { continue }
            if let form = first.form {
                for (number, met) in rules.classes.enumerated() where met.contains(form) {
                    byForm.insert(UInt16(number))
                }
            } else {
                byDependency.formUnion(first.dependencies ?? Set(Dependency.allCases))
            }
        }
        longByForm = byForm
        longByDependency = byDependency
    }

    /// A token as the rules see it.
    struct Input {
        var tag: Tag
        var dependency: Dependency
        var formClass: UInt16
        var isSpace: Bool
    }

    /// The outcomes for the tokens of a document, in order.
    func apply(count: Int, input: (Int) -> Input, emit: (Int, Outcome) -> Void) {
        var extra: [Int: [Int]] = [:]
        for i in 0..<count {
            let token = input(i)
            guard longByForm.contains(token.formClass) || longByDependency.contains(token.dependency) else { continue }
            for index in long where matches(index, at: i, count: count, input: input) {
                extra[i + rules.rules[index].index, default: []].append(index)
            }
        }
        for i in 0..<count {
            if let indices = extra[i] {
                emit(i, outcome(input(i), and: indices))
            } else {
                emit(i, outcomes[Int(usual(input(i)))])
            }
        }
    }

    private func matches(_ index: Int, at start: Int, count: Int, input: (Int) -> Input) -> Bool {
        let conditions = rules.rules[index].conditions
        guard start + conditions.count <= count else { return false }
        return conditions.indices.allSatisfy { holds(conditions[$0], input(start + $0)) }
    }

    private func holds(_ condition: AttributeRules.Condition, _ token: Input) -> Bool {
        rules.holds(
            condition, tag: token.tag, dependency: token.dependency, formClass: token.formClass, isSpace: token.isSpace)
    }

    private func usual(_ token: Input) -> Int32 {
        let key =
            UInt32(token.formClass) << 14 | UInt32(token.tag.rawValue) << 7 | UInt32(token.dependency.rawValue) << 1
            | (token.isSpace ? 1 : 0)
        if let index = known[key] { return index }
        outcomes.append(outcome(token, and: []))
        known[key] = Int32(outcomes.count - 1)
        return Int32(outcomes.count - 1)
    }

    /// All matching rules in order: a later one writes over an earlier.
    private func outcome(_ token: Input, and indices: [Int]) -> Outcome {
        var outcome = Outcome(tag: token.tag, dependency: token.dependency)
        for (index, rule) in rules.rules.enumerated() {
            let applies = rule.conditions.count > 1 ? indices.contains(index) : holds(rule.conditions[0], token)
            guard applies else { continue }
            if let tag = rule.tag { outcome.tag = tag }
            if let pos = rule.pos { outcome.pos = pos }
            if let dependency = rule.dependency { outcome.dependency = dependency }
            if let morph = rule.morph { outcome.morph = morph }
            if let lemma = rule.lemma { outcome.lemma = lemma }
        }
        outcome.isBaseForm = base.isBaseForm(outcome.pos, morph: outcome.morph)
        return outcome
    }
}

/// spaCy's English `is_base_form` (`spacy/lang/en/lemmatizer.py`, 3.8): forms that are their own lemmas.
struct BaseForms {
    private let features: [[String: String]]

    init(morphs: [String]) {
        features = morphs.map { morph in
            var table: [String: String] = [:]
            for feature in morph.split(separator: "|") {
                let parts = feature.split(separator: "=", maxSplits: 1)
                if parts.count == 2 { table[String(parts[0])] = String(parts[1]) }
            }
            return table
        }
    }

    func isBaseForm(_ pos: PartOfSpeech, morph: UInt16) -> Bool {
        let features = features[Int(morph)]
        if pos == .noun, features["Number"] == "Sing" { return true }
        if pos == .verb, features["VerbForm"] == "Fin", features["Tense"] == "Pres", features["Number"] == nil {
            return true
        }
        // spaCy asks these last of every part of speech, so its own lines for verbs and adjectives add nothing.
        return features["VerbForm"] == "Inf" || features["VerbForm"] == "None" || features["Degree"] == "Pos"
    }
}
