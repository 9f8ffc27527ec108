import Annotation
import SpacyModel

/// Turns a spaCy model directory into the compiled form: networks mixed and laid out for the kernels, tables hashed.
///
/// The embedding's Maxout is linear before its maximum, so each row of each hash table, and each static vector after
/// its projection, is multiplied with its share of the mixing weights here; a word's embedding is then a sum of rows.
struct ModelCompiler {
    private let directory: ModelDirectory

    init(_ directory: ModelDirectory) { self.directory = directory }

    /// The bytes of the compiled model.
    ///
    /// - Throws: `ModelError` when the directory lacks something or has another architecture.
    func compile(identity: [UInt8]) throws -> [UInt8] {
        let vectors = try directory.vectors()
        guard vectors.shape.count == 2, vectors.shape[1] == ModelShape.vectorWidth else {
            throw ModelError.unexpected(file: "vocab/vectors", expected: "rows of \(ModelShape.vectorWidth) numbers")
        }
        var sections: [(Section, [UInt8])] = [
            (.name, Array(try directory.name().utf8)),
            (.tokenizer, try directory.bytes("tokenizer")),
            (.attributePatterns, try directory.bytes("attribute_ruler/patterns")),
            (.taggerLabels, text(try directory.taggerLabels())),
            (.parserMoves, text(try directory.moves("parser", names: ["S", "D", "L", "R", "B"]))),
            (.entityMoves, text(try directory.moves("ner", names: ["M", "B", "I", "L", "U", "O"]))),
            (.vectorRows, KeyTable.encode(try directory.vectorRows().map { ($0.key, $0.row) })),
            (.vectors, bytes(vectors.values)),
        ]
        sections += try norms()
        sections += try lemmas()
        let shared = NetworkParts(try directory.network("tok2vec"), file: "tok2vec/model")
        sections.append((.taggerEmbedding, bytes(try shared.embedding(rows: ModelShape.sharedRows))))
        sections.append((.taggerVectors, bytes(try shared.mixed(vectors, features: ModelShape.sharedRows.count))))
        sections.append((.taggerEncoder, bytes(try shared.encoder())))
        let entity = NetworkParts(try directory.network("ner"), file: "ner/model")
        sections.append((.entityEmbedding, bytes(try entity.embedding(rows: ModelShape.entityRows))))
        sections.append((.entityVectors, bytes(try entity.mixed(vectors, features: ModelShape.entityRows.count))))
        sections.append((.entityEncoder, bytes(try entity.encoder())))
        sections.append((.entityLower, bytes(try entity.transitions(features: ModelShape.entityFeatures))))
        let parser = NetworkParts(try directory.network("parser"), file: "parser/model")
        sections.append((.parserLower, bytes(try parser.transitions(features: ModelShape.parserFeatures))))
        let tagger = NetworkParts(try directory.network("tagger"), file: "tagger/model")
        sections.append((.taggerOutput, bytes(try tagger.softmax())))
        return CompiledModel.encode(identity: identity, sections: sections)
    }

    private func text(_ lines: [String]) -> [UInt8] { Array(lines.joined(separator: "\n").utf8) }

    private func bytes(_ values: [Float]) -> [UInt8] { values.withUnsafeBytes { Array($0) } }

    /// The model's norms, then spaCy's own.
    private func norms() throws -> [(Section, [UInt8])] {
        var entries: [(UInt64, UInt32)] = []
        var pool: [UInt8] = []
        func add(_ key: UInt64, _ norm: String) {
            entries.append((key, UInt32(pool.count)))
            pool += Array(norm.utf8) + [0]
        }
        for (key, value) in try directory.lookups("vocab/lookups.bin", table: "lexeme_norm") {
            if let norm = value.string { add(key, norm) }
        }
        for (form, norm) in BaseNorms.table { add(SpacyStrings.key(form), norm) }
        return [(.norms, KeyTable.encode(entries)), (.normText, pool)]
    }

    private func lemmas() throws -> [(Section, [UInt8])] {
        let file = "lemmatizer/lookups/lookups.bin"
        let classes = PartOfSpeech.allCases.map { ($0, SpacyStrings.key($0.label.lowercased())) }
        func table(_ name: String) throws -> [(PartOfSpeech, MessagePack)] {
            try directory.lookups(file, table: name).compactMap { entry in
                classes.first { $0.1 == entry.key }.map { ($0.0, entry.value) }
            }
        }
        var rules: [String] = []
        for (pos, list) in try table("lemma_rules") {
            for rule in list.array ?? [] {
                guard let pair = rule.array?.compactMap(\.string), pair.count == 2 else { continue }
                rules.append("\(pos.label)\t\(pair[0])\t\(pair[1])")
            }
        }
        var index: [(UInt64, UInt32)] = []
        for (pos, forms) in try table("lemma_index") {
            for form in forms.array?.compactMap(\.string) ?? [] {
                index.append((Lemmatizer.key(StringKey(form), pos), 1))
            }
        }
        var exceptions: [(UInt64, UInt32)] = []
        var pool: [UInt8] = []
        for (pos, map) in try table("lemma_exc") {
            for (form, lemmas) in map.map ?? [] {
                guard let form = form.string, let lemmas = lemmas.array?.compactMap(\.string) else { continue }
                exceptions.append((Lemmatizer.key(StringKey(form), pos), UInt32(pool.count)))
                for lemma in lemmas { pool += Array(lemma.utf8) + [0] }
                pool.append(0)
            }
        }
        guard !rules.isEmpty, !index.isEmpty, !exceptions.isEmpty else {
            throw ModelError.unexpected(file: file, expected: "rules, an index and exceptions")
        }
        return [
            (.lemmaRules, text(rules)), (.lemmaIndex, KeyTable.encode(index)),
            (.lemmaExceptions, KeyTable.encode(exceptions)), (.lemmaText, pool),
        ]
    }
}
