/// Finds the names that somebody may have meant.
struct NearNames {
    /// Each name with what it is compared by.
    private let names: [(name: String, key: String)]

    init(_ names: [(String, String)]) {
        var seen: Set<String> = []
        self.names = names.filter { seen.insert($0.0).inserted }.map { (name: $0.0, key: $0.1) }
    }

    /// Names that begin like the word, then those that take the fewest changes of a letter; none that has little in
    /// common with it.
    func words(near word: String, count: Int) -> [String] {
        let limit = max(2, word.count / 3)
        return best(count) { key in
            if word.count > 1, key.hasPrefix(word) || word.hasPrefix(key) { return (0, abs(key.count - word.count)) }
            let changes = Self.changes(word, key)
            return changes <= limit ? (1, changes) : nil
        }
    }

    /// Codes that begin with as many of the same digits as there are, and need the fewest changes.
    func codes(near code: String, count: Int) -> [String] {
        best(count) { key in
            (-zip(code, key).prefix { $0 == $1 }.count, Self.changes(code, key))
        }
    }

    private func best(_ count: Int, rank: (String) -> (Int, Int)?) -> [String] {
        let ranked = names.enumerated().compactMap { at, name in rank(name.key).map { (rank: $0, at: at) } }
        return ranked.sorted { ($0.rank.0, $0.rank.1, $0.at) < ($1.rank.0, $1.rank.1, $1.at) }
            .prefix(count).map { names[$0.at].name }
    }

    /// Levenshtein's distance.
    private static func changes(_ a: String, _ b: String) -> Int {
        let b = Array(b)
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let change = diagonal + (x == y ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, diagonal + 1, row[j] + 1)
            }
        }
        return row[b.count]
    }
}
