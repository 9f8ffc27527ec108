import Annotation
package import Knowledge

/// What `Data/temporal` knows: the words and the compiled patterns. Loaded once.
package struct TimeKnowledge: Sendable {
    /// An example of a pattern's row, which a test runs.
    package struct Example: Sendable {
        /// "dates.txt:12".
        package var origin: String
        /// As the file writes it: "told 1942-05-03; the [next day] -> 1942-05-04".
        package var text: String
        package var kind: String
    }

    /// The files of patterns, in the order in which an earlier row wins.
    static let files = [
        "numbers.txt", "dates.txt", "times.txt", "deictics.txt", "sets.txt", "durations.txt", "holidays.txt",
        "calendars.txt", "ranges.txt",
    ]

    /// The words and the trie, made once and shared by all readers.
    final class Patterns: Sendable {
        let lexicon: TimeLexicon
        let trie: PatternTrie

        init(lexicon: TimeLexicon, trie: PatternTrie) {
            self.lexicon = lexicon
            self.trie = trie
        }
    }

    let patterns: Patterns

    var lexicon: TimeLexicon { patterns.lexicon }
    package private(set) var examples: [Example] = []

    /// Reads and compiles the patterns.
    ///
    /// - Throws: `KnowledgeError` naming file and line.
    package init(data: DataLocation) throws {
        var lexicon = try TimeLexicon(data: data)
        var trie = PatternTrie()
        var row: Int32 = 0
        for name in Self.files {
            let table = try TextTable(file: data.file("temporal", name), columns: 3...4)
            for line in table.rows {
                do {
                    try Self.add(line, row, to: &trie, &lexicon)
                } catch let fault as KnowledgeError {
                    throw table.error(line, fault.message)
                }
                row += 1
                examples += line.notes.map {
                    Example(origin: "\(name):\($0.line)", text: $0.text, kind: line.text(1))
                }
            }
        }
        lexicon.freeze()
        trie.freeze(entries: lexicon.entries.count)
        patterns = Patterns(lexicon: lexicon, trie: trie)
    }

    private static func add(
        _ line: TextTable.Row, _ row: Int32, to trie: inout PatternTrie, _ lexicon: inout TimeLexicon
    ) throws {
        var conditions: [TimeCondition] = []
        var modifier: String?
        var need: TextNeed = .none
        for part in line.text(3).split(separator: ";") {
            let text = part.drop { $0 == " " }
            let trimmed = String(text.reversed().drop { $0 == " " }.reversed())
            if ModifierCode.number(trimmed) != nil || trimmed.hasPrefix("{") {
                modifier = trimmed
            } else if let known = TextNeed(rawValue: trimmed) {
                need = known
            } else {
                conditions.append(try TimeCondition(trimmed, &lexicon))
            }
        }
        // Alternatives that differ in words alone have one recipe.
        var recipes: [[String]: Recipe] = [:]
        for alternative in try PatternNotation.alternatives(of: line.text(0)) where !alternative.elements.isEmpty {
            let recipe =
                try recipes[alternative.names]
                ?? RecipeReader.recipe(type: line.text(1), value: line.text(2), modifier: modifier, for: alternative)
            recipes[alternative.names] = recipe
            trie.add(
                alternative,
                PatternTrie.Accept(
                    recipe: recipe, first: Int32(alternative.first),
                    end: Int32(alternative.end ?? alternative.elements.count), row: row, conditions: conditions,
                    need: need),
                lexicon: &lexicon)
        }
    }
}
