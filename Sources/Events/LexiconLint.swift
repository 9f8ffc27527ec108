import Annotation
package import Knowledge

/// What is wrong with a lexicon, short of reading its examples: rows at fault, entries told twice, entries that no
/// sentence can reach, entries without an example.
package struct LexiconLint {
    /// By file and line.
    package let findings: [KnowledgeError]
    /// How many patterns there are.
    package let count: Int

    package init(_ lexicon: Lexicon) {
        var findings = lexicon.faults
        var count = 0
        for (part, entries) in [("verb", lexicon.verbs), ("noun", lexicon.nouns), ("adj", lexicon.adjectives)] {
            for list in entries.values {
                count += list.count
                findings += Self.shadowed(list, part)
            }
        }
        findings += Self.bare(lexicon)
        self.count = count
        self.findings = findings.sorted()
    }

    /// Of several entries that fit, the one with the most conditions wins, then the first: a later one is never reached
    /// when an earlier one of the same weight fits wherever it does.
    private static func shadowed(_ list: [Lexicon.Entry], _ part: String) -> [KnowledgeError] {
        var findings: [KnowledgeError] = []
        for (i, entry) in list.enumerated() {
            guard let earlier = list[..<i].first(where: { $0.fits(whereverFits: entry) }) else { continue }
            let isTwice = earlier.pattern == entry.pattern && earlier.meaning.name == entry.meaning.name
            findings.append(
                KnowledgeError(
                    origin: entry.origin,
                    isTwice
                        ? "\(part) \"\(entry.pattern)\" stands in \(earlier.origin) too, with the same meaning"
                        : "\(part) \"\(entry.pattern)\" is never reached: \"\(earlier.pattern)\" in "
                            + "\(earlier.origin) comes first"))
        }
        return findings
    }

    /// Rows under which no example stands.
    private static func bare(_ lexicon: Lexicon) -> [KnowledgeError] {
        var rows: [String: Set<Int>] = [:]
        for entry in [lexicon.verbs, lexicon.nouns, lexicon.adjectives].flatMap({ $0.values.joined() }) {
            let (file, line) = place(entry.origin)
            rows[file, default: []].insert(line)
        }
        var examples: [String: Set<Int>] = [:]
        for example in lexicon.examples {
            let (file, line) = place(example.origin)
            examples[file, default: []].insert(line)
        }
        return rows.flatMap { file, lines -> [KnowledgeError] in
            let sorted = lines.sorted()
            return sorted.enumerated().compactMap { i, line in
                let next = i + 1 < sorted.count ? sorted[i + 1] : Int.max
                let has = examples[file, default: []].contains { $0 > line && $0 < next }
                return has ? nil : KnowledgeError(file: file, line: line, "no example stands under the entry")
            }
        }
    }

    /// The file and the line of "accuse.txt:12".
    private static func place(_ origin: String) -> (file: String, line: Int) {
        guard let colon = origin.lastIndex(of: ":") else { return (origin, 0) }
        return (String(origin[..<colon]), Int(origin[origin.index(after: colon)...]) ?? 0)
    }
}

extension Lexicon.Meaning {
    /// Code or operator, to tell meanings apart.
    fileprivate var name: String {
        switch self {
        case .act(_, let code, _, _): code
        case .operator(let name, _): name
        }
    }

    fileprivate var isOperator: Bool { if case .operator = self { true } else { false } }
}

extension Lexicon.Entry {
    /// Whether it takes every predication that a later entry could have: the same kinds of conditions, each as wide, no
    /// more demands, and every role of the other's frame.
    fileprivate func fits(whereverFits other: Lexicon.Entry) -> Bool {
        // An operator with an act inside weighs more than a word alone, and without one it gives way.
        guard !meaning.isOperator, !other.meaning.isOperator, conditions.count == other.conditions.count,
            demands.subtracting(.implied).isSubset(of: other.demands),
            frame.source.covers(other.frame.source), frame.target.covers(other.frame.target)
        else { return false }
        return conditions.allSatisfy { mine in other.conditions.contains { mine.covers($0) } }
    }
}

extension Lexicon.Side {
    /// Whether it finds somebody wherever the other does, and can do without wherever the other can.
    fileprivate func covers(_ other: Lexicon.Side) -> Bool {
        (isOptional || !other.isOptional) && (isOptional || Set(other.roles).isSubset(of: Set(roles)))
    }
}

extension Lexicon.Condition {
    fileprivate func covers(_ other: Lexicon.Condition) -> Bool {
        switch (self, other) {
        case (.particle(let a), .particle(let b)): a == b
        case (.object(let a), .object(let b)), (.subject(let a), .subject(let b)): b.isSubset(of: a)
        case (.notObject(let a), .notObject(let b)), (.notSubject(let a), .notSubject(let b)): a.isSubset(of: b)
        case (.infinitive(let a), .infinitive(let b)): b.isSubset(of: a)
        case (.preposition(let a, let x), .preposition(let b, let y)):
            a == b && x.isEmpty == y.isEmpty && (x.isEmpty || y.isSubset(of: x))
        case (.notPreposition(let a, let x), .notPreposition(let b, let y)): a == b && x.isSubset(of: y)
        default: false
        }
    }
}
