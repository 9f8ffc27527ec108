import Annotation
import Foundation
import Knowledge

/// A folder with the lexicon's files: the program's, which has them all, or the user's, which may have any.
struct LexiconFolder {
    let folder: URL
    /// What its file names begin with in messages; nil for the program's own.
    let prefix: String?

    static let types = PloverType.allCases.map { $0.rawValue.lowercased() + ".txt" }
    static let others = [
        "comment.txt", "operators.txt", "operations.txt", "compose.txt", "classes.txt", "light-verbs.txt",
        "pastimes.txt", "officials.txt",
    ]

    /// The rows of one file; none where the user's folder does not have it.
    func table(_ name: String, columns: ClosedRange<Int>, faults: inout [KnowledgeError]) throws -> TextTable {
        let shown = prefix.map { "\($0)/\(name)" } ?? name
        guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else {
            guard prefix != nil else {
                throw KnowledgeError(file: folder.appendingPathComponent(name).path, line: nil, "is not readable")
            }
            return TextTable(name: shown, bytes: [], columns: columns, faults: &faults)
        }
        return TextTable(name: shown, bytes: Array(data), columns: columns, faults: &faults)
    }

    /// Files that no part of the lexicon is read from.
    func strangers() -> [KnowledgeError] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let known = Set(Self.types + Self.others)
        return names.sorted().filter { $0.hasSuffix(".txt") && !known.contains($0) }.map {
            KnowledgeError(
                file: "\(prefix ?? "")/\($0)", line: nil,
                "no file of a lexicon; expected one named for a type (accuse.txt), or \(Self.others.joined(separator: ", "))"
            )
        }
    }
}
