import Annotation

/// Finds, at an atom, the longest phrase of each category that the patterns make.
///
/// A phrase may begin a longer one ("two days" in "two days ago"), so what is found is fed to the patterns that begin
/// with a phrase until nothing grows. Depth and steps are bounded by the patterns.
struct PatternMatcher {
    /// A phrase: where it ends, what it means, and by which pattern.
    struct Phrase {
        /// An atom; 0 when there is no phrase.
        var end: Int32 = 0
        /// One past the last atom that was looked at.
        var reach: Int32 = 0
        var meaning: Int32 = 0
        var accept: Int32 = 0
        /// The atom it begins with.
        var start: Int32 = 0
    }

    /// One phrase a category.
    typealias Phrases = InlineArray<11, Phrase>

    private let patterns: TimeKnowledge.Patterns
    let atoms: [TimeAtom]
    /// Years before Christ are told, so that "in 480" is one.
    private let isAntiquity: Bool
    private(set) var meanings: [TimeMeaning] = []
    /// What stands at each place of the pattern that is being followed: an atom, or a meaning.
    private var captures: [Int32] = []
    /// The atom where each place begins.
    private var positions: [Int32] = []

    func accept(_ phrase: Phrase) -> PatternTrie.Accept { patterns.trie.accepts[Int(phrase.accept)] }

    init(knowledge: TimeKnowledge, atoms: [TimeAtom]) {
        patterns = knowledge.patterns
        self.atoms = atoms
        let marks = ["bc", "b.c.", "bce"].map { knowledge.lexicon.entry(StringKey($0)) }
        isAntiquity = atoms.lazy.filter { $0.entry != 0 && marks.contains($0.entry) }.count > 1
        captures.reserveCapacity(64)
        positions.reserveCapacity(64)
    }

    /// Whether a pattern begins with this atom.
    func begins(at atom: Int) -> Bool {
        atoms[atom].classes & patterns.trie.rootClasses != 0 || patterns.trie.rootByWord[Int(atoms[atom].entry)] != 0
    }

    /// The longest phrases that begin at an atom.
    mutating func phrases(at start: Int, nesting: Int = 0) -> Phrases {
        var found = Phrases(repeating: Phrase())
        guard nesting < 4 else { return found }
        var grown: UInt16 = 0
        let base = captures.count
        let atom = atoms[start]
        captures.append(Int32(start))
        positions.append(Int32(start))
        let byWord = patterns.trie.rootByWord[Int(atom.entry)]
        if byWord != 0 { walk(byWord, start + 1, base, nesting, &found, &grown) }
        var classes = atom.classes & patterns.trie.rootClasses
        while classes != 0 {
            walk(patterns.trie.rootByClass[classes.trailingZeroBitCount], start + 1, base, nesting, &found, &grown)
            classes &= classes - 1
        }
        var rounds = 0
        while grown != 0, rounds < 16 {
            let category = grown.trailingZeroBitCount
            grown &= grown - 1
            rounds += 1
            let phrase = found[category]
            captures[base] = phrase.meaning
            for edge in patterns.trie.rootByPhrase where edge.symbol >> UInt16(category) & 1 == 1 {
                walk(edge.target, Int(phrase.end), base, nesting, &found, &grown)
            }
        }
        captures.removeLast()
        positions.removeLast()
        return found
    }

    /// The longest phrases that go on from one that was found: the second half of "26-30 November".
    mutating func phrases(after phrase: Phrase) -> Phrases {
        var found = Phrases(repeating: Phrase())
        var grown: UInt16 = 0
        let category = meanings[Int(phrase.meaning)].category.rawValue
        captures.append(phrase.meaning)
        positions.append(phrase.start)
        let node = patterns.trie.nodes[Int(patterns.trie.contextRoot)]
        for edge in node.edges {
            let edge = patterns.trie.edges[Int(edge)]
            guard edge.kind == .phrase, edge.symbol >> UInt16(category) & 1 == 1 else { continue }
            walk(edge.target, Int(phrase.end), 0, 0, &found, &grown)
        }
        captures.removeLast()
        positions.removeLast()
        return found
    }

    private mutating func walk(
        _ node: Int32, _ at: Int, _ base: Int, _ nesting: Int, _ found: inout Phrases, _ grown: inout UInt16
    ) {
        let here = patterns.trie.nodes[Int(node)]
        for end in here.ends { accept(patterns.trie.ends[Int(end)], at, base, &found, &grown) }
        guard at < atoms.count else { return }
        let atom = atoms[at]
        for edge in here.edges {
            let edge = patterns.trie.edges[Int(edge)]
            switch edge.kind {
            case .word:
                guard atom.entry == edge.symbol else { continue }
                step(edge.target, Int32(at), at, at + 1, base, nesting, &found, &grown)
            case .wordClass:
                guard atom.classes >> UInt64(edge.symbol) & 1 == 1 else { continue }
                step(edge.target, Int32(at), at, at + 1, base, nesting, &found, &grown)
            case .phrase:
                guard begins(at: at) else { continue }
                let inner = phrases(at: at, nesting: nesting + 1)
                for category in 0..<11 where edge.symbol >> UInt16(category) & 1 == 1 && inner[category].end > 0 {
                    step(
                        edge.target, inner[category].meaning, at, Int(inner[category].end), base, nesting, &found,
                        &grown)
                }
            }
        }
    }

    private mutating func step(
        _ node: Int32, _ capture: Int32, _ at: Int, _ next: Int, _ base: Int, _ nesting: Int, _ found: inout Phrases,
        _ grown: inout UInt16
    ) {
        captures.append(capture)
        positions.append(Int32(at))
        walk(node, next, base, nesting, &found, &grown)
        captures.removeLast()
        positions.removeLast()
    }

    private mutating func accept(
        _ number: Int32, _ at: Int, _ base: Int, _ found: inout Phrases, _ grown: inout UInt16
    ) {
        let accept = patterns.trie.accepts[Int(number)]
        guard accept.need != .antiquity || isAntiquity else { return }
        let places = captures.count - base
        let end = Int(accept.end) < places ? positions[base + Int(accept.end)] : Int32(at)
        guard let meaning = accept.recipe.meaning(self, base) else { return }
        let category = Int(meaning.category.rawValue)
        let known = found[category]
        guard
            known.end == 0 || end > known.end || (end == known.end && Int32(at) > known.reach)
                || (end == known.end && Int32(at) == known.reach
                    && accept.row < patterns.trie.accepts[Int(known.accept)].row)
        else { return }
        meanings.append(meaning)
        found[category] = Phrase(
            end: end, reach: Int32(at), meaning: Int32(meanings.count - 1), accept: number,
            start: positions[base + Int(accept.first)])
        grown |= 1 << UInt16(category)
    }

    /// The number of the word that stands at a place.
    func number(at place: Int, _ base: Int, as wordClass: WordClass) -> Int32 {
        let atom = atoms[Int(captures[base + place])]
        return wordClass.isListed ? patterns.lexicon.value(of: atom.entry, as: wordClass) : atom.number
    }

    func tenths(at place: Int, _ base: Int) -> Int32 { Int32(atoms[Int(captures[base + place])].tenths) }

    func meaning(at place: Int, _ base: Int) -> TimeMeaning { meanings[Int(captures[base + place])] }
}
