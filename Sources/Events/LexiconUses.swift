import Annotation

/// Which entries of the lexicon lead to a code, a mode or a context.
struct LexiconUses: Sendable {
    /// One entry, by its file and line.
    struct Entry: Hashable, Sendable {
        var file: String
        var line: Int
        var type: PloverType?
        var code: String
        var modes: [String]
        var contexts: [String]
    }

    /// In the order of files and lines.
    let entries: [Entry]
    /// The operators that make a code, in the order of their names.
    private let operators: [String: [String]]

    init(_ lexicon: Lexicon) {
        var found: Set<Entry> = []
        for entry in [lexicon.verbs, lexicon.nouns, lexicon.adjectives].flatMap({ $0.values.joined() }) {
            guard case .act(let type, let code, let modes, let contexts) = entry.meaning else { continue }
            let place = entry.origin.split(separator: ":")
            guard place.count == 2, let line = Int(place[1]) else { continue }
            found.insert(
                Entry(
                    file: String(place[0]), line: line, type: type, code: code, modes: modes, contexts: contexts))
        }
        entries = found.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
        var operators: [String: [String]] = [:]
        for (name, compositions) in lexicon.compositions {
            // "=" leaves the inner code as it is.
            for code in Set(compositions.map(\.code)) where code != "=" { operators[code, default: []].append(name) }
        }
        self.operators = operators.mapValues { $0.sorted() }
    }

    /// Lines for a page: each file with entries that fit.
    func files(where fits: (Entry) -> Bool) -> [CodebookEntry.Line] {
        var files: [String] = []
        for entry in entries where files.last != entry.file && fits(entry) { files.append(entry.file) }
        return files.map { CodebookEntry.Line("", name: $0) }
    }

    /// Lines for a page: each file with where in it the entries are that fit.
    func places(where fits: (Entry) -> Bool) -> [CodebookEntry.Line] {
        files(where: fits).map { file in
            let places = entries.filter { $0.file == file.name && fits($0) }.map { String($0.line) }
            let text = "\(places.count == 1 ? "line" : "lines") \(places.joined(separator: ", "))"
            return CodebookEntry.Line(text, name: file.name)
        }
    }

    /// The line for a page that names the operators which make one of these codes.
    func operatorLine(making codes: [String]) -> [CodebookEntry.Line] {
        let names = Set(codes.flatMap { operators[$0] ?? [] }).sorted()
        return names.isEmpty ? [] : [CodebookEntry.Line("by \(names.joined(separator: ", "))", name: "compose.txt")]
    }
}
