import Knowledge

/// One thing that a pattern expects: a word, a word of a class, or a phrase that other patterns make.
enum PatternElement: Hashable, Sendable {
    case word(String)
    case wordClass(WordClass)
    /// Categories as bits (`TimeMeaning.Category`).
    case phrase(UInt16)
}

/// A pattern without options: what is expected, place by place, and which places are only looked at.
struct PatternAlternative: Sendable {
    var elements: [PatternElement] = []
    /// How the classes and phrases are called in the pattern, for the value column; "" for a word.
    var names: [String] = []
    /// Places before it ("<<") stand to the left of the expression.
    var first = 0
    /// Places from it on (">>") stand to the right of the expression; nil when there are none.
    var end: Int?
}

/// Reads the pattern column: `{class}`, `<phrase>`, words, `a/b` for either, `[...]` for what may be missing,
/// `... << ...` and `... >> ...` for what is seen before and after.
struct PatternNotation {
    private var alternatives: [PatternAlternative] = [PatternAlternative()]

    /// All ways to read a pattern.
    ///
    /// - Throws: `KnowledgeError` without a file; the caller knows the row.
    static func alternatives(of pattern: String) throws -> [PatternAlternative] {
        var reader = PatternNotation()
        var pieces = spaced(pattern).split(separator: " ").map(String.init)[...]
        try reader.read(&pieces, closing: nil)
        return reader.alternatives
    }

    private static func spaced(_ pattern: String) -> String {
        var out = ""
        for character in pattern {
            if character == "[" || character == "]" { out += " \(character) " } else { out.append(character) }
        }
        return out
    }

    private mutating func read(_ pieces: inout ArraySlice<String>, closing: String?) throws {
        while let piece = pieces.popFirst() {
            switch piece {
            case "[":
                let without = alternatives
                try read(&pieces, closing: "]")
                alternatives += without
            case "]":
                guard closing == "]" else { throw KnowledgeError(file: "", line: nil, "\"]\" closes nothing") }
                return
            case "<<": for i in alternatives.indices { alternatives[i].first = alternatives[i].elements.count }
            case ">>": for i in alternatives.indices { alternatives[i].end = alternatives[i].elements.count }
            default: try add(piece)
            }
        }
        if let closing { throw KnowledgeError(file: "", line: nil, "\"\(closing)\" is missing") }
    }

    private mutating func add(_ piece: String) throws {
        let choices = piece == "/" ? ["/"] : piece.split(separator: "/").map(String.init)
        let elements = try choices.map(Self.element)
        var grown: [PatternAlternative] = []
        grown.reserveCapacity(alternatives.count * choices.count)
        for alternative in alternatives {
            for (element, name) in elements {
                var copy = alternative
                copy.elements.append(element)
                copy.names.append(name)
                grown.append(copy)
            }
        }
        alternatives = grown
    }

    private static func element(_ text: String) throws -> (PatternElement, String) {
        if text.hasPrefix("{"), text.hasSuffix("}") {
            let name = text.dropFirst().dropLast()
            guard let wordClass = WordClass(name: name) else {
                throw KnowledgeError(file: "", line: nil, "unknown class of words \(text)")
            }
            return (.wordClass(wordClass), text)
        }
        if text.hasPrefix("<"), text.hasSuffix(">") {
            guard let mask = phrases[String(text.dropFirst().dropLast())] else {
                throw KnowledgeError(file: "", line: nil, "unknown kind of phrase \(text)")
            }
            return (.phrase(mask), text)
        }
        return (.word(text), "")
    }

    private static let phrases: [String: UInt16] = {
        typealias Category = TimeMeaning.Category
        let date = Category.day.bit | Category.week.bit | Category.month.bit | Category.year.bit | Category.period.bit
        return [
            "count": Category.count.bit, "duration": Category.duration.bit, "set": Category.set.bit,
            "time": Category.time.bit, "day": Category.day.bit, "week": Category.week.bit,
            "month": Category.month.bit, "year": Category.year.bit, "period": Category.period.bit, "date": date,
            "when": date | Category.time.bit, "long": date & ~Category.day.bit,
        ]
    }()
}
