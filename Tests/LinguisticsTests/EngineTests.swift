import Annotation
import Foundation
import Knowledge
import Testing

@testable import Linguistics

private let modelFolder = ProcessInfo.processInfo.environment["ENTENTE_MODEL"]
    .flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }

/// The engine with its real model, where `ENTENTE_MODEL` names one (`./test` sees to it).
@Suite(.enabled(if: modelFolder != nil, "set ENTENTE_MODEL to a model folder")) struct EngineTests {
    private static let engine: LanguageEngine? = {
        guard let folder = modelFolder else { return nil }
        let environment = ProcessInfo.processInfo.environment
        let cache = CacheLocation(option: nil, environment: environment, executable: folder)
        do { return try LanguageEngine(modelFolder: folder, cache: cache) } catch {
            Issue.record("\(error)")
            return nil
        }
    }()

    private func worker() throws -> LanguageWorker { try #require(Self.engine).makeWorker() }

    private func parse(_ text: String) throws -> Document { try worker().parse([Array(text.utf8)])[0] }

    private static let texts = [
        "", " ", "\n", "Iran's security chief met a Taliban delegation on Wednesday.",
        "Don't go, he said. \"We can't\" — Mr. O'Neill (R-Tex.) told the U.S. Senate:\r\n\r\nYes!",
        "سلام دنیا. 😀 e\u{301}tude \u{0} \u{1f} www.example.org/a?b=c", String(repeating: "word ", count: 900),
    ]

    /// What a document is, in one comparable value.
    private func signature(_ document: Document) -> [String] {
        document.tokens.indices.map { i in
            let token = document.tokens[i]
            return "\(token) \(document.lemma(of: i)) \(document.morph(of: i))"
        } + document.entities.map { "\($0)" }
    }

    @Test func parsesATextTheSameAloneAndAmongOthers() throws {
        let alone = try Self.texts.map { signature(try parse($0)) }
        let together = try worker().parse(Self.texts.map { Array($0.utf8) }).map(signature)
        #expect(alone == together)
        let again = try worker()
        _ = again.parse([Array("Other words come first, and take their places in every cache.".utf8)])
        #expect(again.parse(Self.texts.reversed().map { Array($0.utf8) }).map(signature) == together.reversed())
    }

    @Test func parsesTheSameOnEveryThread() async throws {
        let engine = try #require(Self.engine)
        let texts = Self.texts.map { Array($0.utf8) }
        let results = try await withThrowingTaskGroup(of: [[String]].self) { group in
            for _ in 0..<4 { group.addTask { try engine.makeWorker().parse(texts).map(signature) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(results).count == 1)
    }

    /// Tokens follow one another, spell the text, and leave out nothing but single spaces.
    @Test(arguments: texts) func tokensCoverTheText(_ text: String) throws {
        let document = try parse(text)
        var position = 0
        for token in document.tokens {
            #expect(Int(token.start) == position)
            position = Int(token.end) + (token.hasTrailingSpace ? 1 : 0)
        }
        #expect(position == document.text.count)
        #expect(document.tokens.allSatisfy { document.tokens.indices.contains(Int($0.head)) })
    }

    /// spaCy's tokens of such texts; affixes come off one by one, so a careless search would take hours.
    @Test(.timeLimit(.minutes(1)), arguments: [("x", 1), ("(", 100_000), ("a:", 200_000), (".", 1), ("…", 66_667)])
    func tokenizesALongRunWithoutSpaces(_ unit: String, _ count: Int) throws {
        #expect(try parse(String(repeating: unit, count: 100_000)).tokens.count == count)
    }

    @Test func keepsOffsetsRightInATextOfManyPieces() throws {
        let paragraph = "The minister of Mali — é — met envoys in Bamako on Tuesday.\n\n"
        let text = String(repeating: paragraph, count: 20_000)
        let document = try parse(text)
        #expect(document.text.count > LongText.limit)
        let metPlaces = document.tokens.indices.filter { document.lemma(of: $0) == "meet" }
        #expect(metPlaces.count == 20_000)
        #expect(metPlaces.allSatisfy { document.text(of: $0) == "met" })
        #expect(document.sentences.count >= 20_000)
    }

    /// spaCy's parse of the same sentence.
    @Test func readsASentenceAsSpacyDoes() throws {
        let document = try parse("Iran's security chief met a Taliban delegation on Wednesday.")
        let met = try #require(document.tokens.indices.first { document.text(of: $0) == "met" })
        #expect(document.lemma(of: met) == "meet" && document.tokens[met].tag == .vbd)
        #expect(Int(document.tokens[met].head) == met)
        let subject = document.children(of: met).first { document.tokens[Int($0)].dependency == .nsubj }
        #expect(subject.map { document.text(of: Int($0)) } == "chief")
        #expect(document.entities.map(\.label) == [.gpe, .org, .date])
    }

    /// A token's vector is the same to the last bit whatever stands beside its document in the batch: the parse would
    /// otherwise turn on it where two moves score alike.
    @Test func vectorsDoNotDependOnNeighbours() throws {
        let weights = try #require(Self.engine).model.shared
        let network = try Tok2Vec(weights)
        // Any numbers do for embeddings.
        let embeddings = (0..<50 * ModelShape.width).map { Float(($0 * 7919) % 2003) / 1000 - 1 }
        func vectors(_ lengths: [Int]) -> [[UInt32]] {
            var documents: [Range<Int>] = []
            for length in lengths {
                documents.append((documents.last?.upperBound ?? 0)..<((documents.last?.upperBound ?? 0) + length))
            }
            let count = documents.last?.upperBound ?? 0
            var output = [Float](repeating: 0, count: count * ModelShape.width)
            output.withUnsafeMutableBufferPointer { output in
                embeddings.withUnsafeBufferPointer { embeddings in
                    guard let output = output.baseAddress, let base = embeddings.baseAddress else { return }
                    network.run(
                        documents: documents, output: output,
                        // The same words from the start of each document.
                        word: { token in
                            let start = documents.first { $0.contains(token) }?.lowerBound ?? 0
                            return Int32((token - start) * 31 % 50)
                        },
                        embedding: { base + Int($0) * ModelShape.width })
                }
            }
            return documents.map { document in
                output[document.lowerBound * ModelShape.width..<document.upperBound * ModelShape.width].map(
                    \.bitPattern)
            }
        }
        let alone = [1, 2, 3, 4, 5, 37, 600, 1500].map { vectors([$0])[0] }
        #expect(vectors([1, 2, 3, 4, 5, 37, 600, 1500]) == alone)
        #expect(vectors([1500, 600, 37, 5, 4, 3, 2, 1]) == alone.reversed())
    }
}
