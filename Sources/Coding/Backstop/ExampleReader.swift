package import Annotation
import Foundation
package import Knowledge

/// One of the project's own sentences with its marked parties and what should come out of it.
package struct ExampleSentence: Sendable {
    /// "examples/aid.txt:12"
    package var origin: String
    package var code: String
    package var text: [UInt8]
    package var marked: MarkedPair
}

/// Reads `Data/examples`: lines "CODE | standing | sentence with (source) and <target>".
package struct ExampleReader: Sendable {
    package let sentences: [ExampleSentence]

    /// - Throws: an error naming file and line.
    package init(data: DataLocation) throws {
        let folder = data.file("examples")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        var sentences: [ExampleSentence] = []
        for name in names.sorted() where name.hasSuffix(".txt") {
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            for (i, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                guard !line.hasPrefix("#"), line.contains("|") else { continue }
                let origin = "examples/\(name):\(i + 1)"
                let fields = line.split(separator: "|", maxSplits: 2).map { $0.trimmingCharacters(in: .whitespaces) }
                guard fields.count == 3, let sentence = Self.read(fields[2], code: fields[0], origin: origin) else {
                    throw ExampleError(origin: origin)
                }
                sentences.append(sentence)
            }
        }
        self.sentences = sentences
    }

    /// Takes the marks out; the first marked stretch of each kind is the party.
    private static func read(_ marked: String, code: String, origin: String) -> ExampleSentence? {
        var text: [UInt8] = []
        var open: [UInt8: Int] = [:]
        var source: TextSpan?
        var target: TextSpan?
        for byte in marked.utf8 {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "<"): open[byte] = text.count
            case UInt8(ascii: ")"):
                guard let start = open[UInt8(ascii: "(")] else { return nil }
                source = source ?? TextSpan(start: start, end: text.count)
            case UInt8(ascii: ">"):
                guard let start = open[UInt8(ascii: "<")] else { return nil }
                target = target ?? TextSpan(start: start, end: text.count)
            default: text.append(byte)
            }
        }
        guard source != nil || target != nil, !text.isEmpty else { return nil }
        return ExampleSentence(
            origin: origin, code: code, text: text, marked: MarkedPair(source: source, target: target))
    }
}

/// A line of the examples that cannot be read.
struct ExampleError: Error, CustomStringConvertible {
    var origin: String

    var description: String { "\(origin): expected CODE | standing | a sentence with (source) and <target>" }
}
