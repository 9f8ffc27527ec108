import Annotation
import Events
import Foundation
package import Knowledge

extension Coder {
    /// The name of a CAMEO code, in the ontology's words.
    package func name(of code: String) -> String? { ontology.name(of: code) }

    /// The line of the knowledge that a rule or an evidence names, by "accuse.txt:12".
    package static func line(_ origin: String, data: DataLocation) -> String? {
        guard let colon = origin.lastIndex(of: ":"), let number = Int(origin[origin.index(after: colon)...]), number > 0
        else { return nil }
        let path = origin[..<colon].split(separator: "/")
        let name = String(path.last ?? "")
        if path.count > 1, path.first == Lexicon.userPrefix {
            return data.userLexicon.flatMap { line(number, of: $0.appendingPathComponent(name)) }
        }
        for folder in ["lexicon", "actors", "ontology", "statements", "temporal"] {
            if let line = line(number, of: data.file(folder, name)) { return line }
        }
        return nil
    }

    private static func line(_ number: Int, of file: URL) -> String? {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return number <= lines.count ? String(lines[number - 1]) : nil
    }
}
