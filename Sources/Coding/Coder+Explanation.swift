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
        let name = String(origin[..<colon].split(separator: "/").last ?? "")
        for folder in ["lexicon", "actors", "ontology", "statements", "temporal"] {
            guard let text = try? String(contentsOf: data.file(folder, name), encoding: .utf8) else { continue }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return number <= lines.count ? String(lines[number - 1]) : nil
        }
        return nil
    }
}
