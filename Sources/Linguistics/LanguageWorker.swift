package import Annotation
import Kernels

/// Parses texts on one thread: the tokenizer, the networks and all scratch memory of one worker.
///
/// Made on the thread that uses it (`LanguageEngine.makeWorker`): oneDNN's threads are set for that thread.
package final class LanguageWorker {
    /// Bytes of text that are parsed together at most, when texts are cut in pieces.
    private static let together = 250_000

    private let model: LanguageModel
    private let lexicon: Lexicon
    private let tokenizer: Tokenizer
    private let shared: Tok2Vec
    private let entity: Tok2Vec
    private let tagger: TaggerLayer
    private let parser: DependencyParser
    private let recognizer: EntityRecognizer
    private let assembler: DocumentAssembler
    private var batch = TokenBatch()
    private var vectors: [Float] = []
    /// The tagger's class of each token of the batch.
    private var tags: [UInt8] = []

    init(_ model: LanguageModel) throws {
        ent_use_one_thread()
        self.model = model
        lexicon = Lexicon(model: model)
        tokenizer = Tokenizer(rules: model.tokenizer, lexicon: lexicon)
        shared = try Tok2Vec(model.shared)
        entity = try Tok2Vec(model.entity)
        tagger = try TaggerLayer(model.tagger)
        parser = try DependencyParser(moves: model.parserMoves, weights: model.parser)
        recognizer = try EntityRecognizer(moves: model.entityMoves, weights: model.recognizer)
        assembler = DocumentAssembler(model: model, lexicon: lexicon)
    }

    /// Parses texts, together for speed; what comes out for one does not depend on the others.
    ///
    /// - Parameters:
    ///   - texts: valid UTF-8.
    ///   - byParagraph: keep sentences from running over the end of a paragraph, as spaCy lets them.
    package func parse(_ texts: [[UInt8]], byParagraph: Bool = false) -> [Document] {
        // spaCy refuses more than a million characters; such a text is parsed in pieces cut between paragraphs.
        let pieces = texts.map { text in
            let long = LongText.pieces(text)
            return byParagraph ? long.flatMap { Paragraphs.pieces(text[$0]) } : long
        }
        guard pieces.contains(where: { $0.count > 1 }) else { return parseBatch(texts) }
        var parts: [Document] = []
        var part: [[UInt8]] = []
        var size = 0
        for (text, ranges) in zip(texts, pieces) {
            for range in ranges {
                part.append(ranges.count == 1 ? text : Array(text[range]))
                size += range.count
                guard size > Self.together else { continue }
                parts += parseBatch(part)
                part.removeAll(keepingCapacity: true)
                size = 0
            }
        }
        if !part.isEmpty { parts += parseBatch(part) }
        var next = 0
        return zip(texts, pieces).map { text, ranges in
            let own = parts[next..<next + ranges.count]
            next += ranges.count
            return ranges.count == 1
                ? own[own.startIndex] : LongText.join(own, text: text, offsets: ranges.map(\.lowerBound))
        }
    }

    private func parseBatch(_ texts: [[UInt8]]) -> [Document] {
        if tokenizer.isFull { forget() }
        batch.clear()
        for text in texts { text.withUnsafeBytes { tokenizer.tokenize($0, into: &batch) } }
        let count = batch.items.count
        let size = (count + ModelShape.tile) * ModelShape.width
        if vectors.count < size { vectors = [Float](repeating: 0, count: size) }
        var trees: [DependencyTree] = []
        var documents: [Document] = []
        encode(shared, variants: 2, offset: 0) { $0.hasTrailingSpace ? 1 : 0 }
        vectors.withUnsafeBufferPointer { vectors in
            guard let base = vectors.baseAddress else { return }
            tags.removeAll(keepingCapacity: true)
            tagger.classify(base, count: count, into: &tags)
            parser.begin(base, rows: count)
            for document in batch.documents {
                trees.append(
                    parser.parse(first: document.lowerBound, count: document.count) {
                        isSpace(document.lowerBound + $0)
                    })
            }
        }
        encode(entity, variants: 1, offset: 2) { _ in 0 }
        vectors.withUnsafeBufferPointer { vectors in
            guard let base = vectors.baseAddress else { return }
            recognizer.begin(base, rows: count)
            for (i, document) in batch.documents.enumerated() {
                let entities = recognizer.recognize(
                    first: document.lowerBound, count: document.count, sentenceStarts: trees[i].isSentenceStart
                ) { isSpace(document.lowerBound + $0) }
                documents.append(
                    assembler.document(
                        text: texts[i], items: batch.items[document], tags: tags[document], tree: trees[i],
                        entities: entities))
            }
        }
        // One huge text must not hold its memory for all that follow.
        if vectors.count > 1 << 24 { vectors = [] }
        return documents
    }

    /// Starts the caches anew: nothing that is written out depends on them.
    private func forget() {
        tokenizer.clear()
        shared.clear()
        entity.clear()
    }

    private func isSpace(_ token: Int) -> Bool { lexicon.lexemes[Int(batch.items[token].lexeme)].isSpace }

    /// - Parameters:
    ///   - variants: how many embeddings of a lexeme the network tells apart.
    ///   - variant: which of them a token takes.
    ///   - offset: where the first of them stands among a lexeme's embeddings.
    private func encode(
        _ network: Tok2Vec, variants: Int32, offset: Int, variant: (TokenBatch.Item) -> Int32
    ) {
        let width = ModelShape.width
        vectors.withUnsafeMutableBufferPointer { vectors in
            lexicon.embeddings.withUnsafeBufferPointer { embeddings in
                guard let output = vectors.baseAddress, let base = embeddings.baseAddress else { return }
                batch.items.withUnsafeBufferPointer { items in
                    network.run(
                        documents: batch.documents, output: output,
                        word: { items[$0].lexeme * variants + variant(items[$0]) },
                        embedding: { word in
                            base + Int(word / variants) * Lexicon.stride + (Int(word % variants) + offset) * width
                        })
                }
            }
        }
    }
}
