package import Annotation
import Foundation
import Knowledge

/// A parse stored as JSON Lines in the form of `entente parse`, with its text: what tests read instead of a model.
package struct ParseFixture: Decodable {
    struct Word: Decodable {
        var text: String
        var start: Int
        var end: Int
        var tag: String
        var pos: String
        var morph: String
        var lemma: String
        var dep: String
        var head: Int
        var sentStart: Bool

        enum CodingKeys: String, CodingKey {
            case text, start, end, tag, pos, morph, lemma, dep, head
            case sentStart = "sent_start"
        }
    }

    struct Entity: Decodable {
        var start: Int
        var end: Int
        var label: String
    }

    package var id: String
    package var text: String
    /// The day of publication, where the line carries one.
    package var published: String?
    var tokens: [Word]
    var entities: [Entity]

    /// Reads a file of one parse a line.
    ///
    /// - Throws: `KnowledgeError` naming file and line.
    package static func read(_ path: String) throws -> [ParseFixture] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw KnowledgeError(file: path, line: nil, "is not readable")
        }
        let decoder = JSONDecoder()
        var number = 0
        return try data.split(separator: 10, omittingEmptySubsequences: false).compactMap { line in
            number += 1
            guard !line.isEmpty else { return nil }
            do {
                return try decoder.decode(ParseFixture.self, from: line)
            } catch {
                throw KnowledgeError(file: path, line: number, "is no parse: \(error)")
            }
        }
    }

    /// The document that the parse describes; labels that are not of the sets become none.
    package func document() -> Document {
        let bytes = Array(text.utf8)
        var byteAt: [Int] = []
        byteAt.reserveCapacity(bytes.count + 1)
        for (i, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 { byteAt.append(i) }
        byteAt.append(bytes.count)
        var lemmas: [UInt8] = []
        var morphs: [String] = []
        var morphIndex: [String: UInt16] = [:]
        let tokens = self.tokens.enumerated().map { i, word -> Token in
            let lemmaStart = lemmas.count
            lemmas.append(contentsOf: word.lemma.utf8)
            let morph = morphIndex[word.morph] ?? UInt16(morphs.count)
            if Int(morph) == morphs.count {
                morphs.append(word.morph)
                morphIndex[word.morph] = morph
            }
            let end = byteAt[word.end]
            return Token(
                start: Int32(byteAt[word.start]), end: Int32(end), head: Int32(word.head),
                dependency: Dependency(label: word.dep) ?? .none, tag: Tag(label: word.tag) ?? .none,
                pos: PartOfSpeech(label: word.pos) ?? .none, isSentenceStart: word.sentStart,
                hasTrailingSpace: end < bytes.count && bytes[end] == 32
                    && (i + 1 == self.tokens.count || self.tokens[i + 1].start > word.end),
                morph: morph, lower: StringKey(word.text.lowercased()), lemma: StringKey(word.lemma),
                lemmaStart: Int32(lemmaStart), lemmaEnd: Int32(lemmas.count))
        }
        let entities = self.entities.compactMap { entity -> EntityMention? in
            guard let label = EntityLabel(label: entity.label),
                let first = self.tokens.firstIndex(where: { $0.start >= entity.start }),
                let last = self.tokens.lastIndex(where: { $0.end <= entity.end }), first <= last
            else { return nil }
            return EntityMention(tokens: first..<(last + 1), label: label)
        }
        return Document(text: bytes, tokens: tokens, entities: entities, lemmaText: lemmas, morphs: morphs)
    }
}
