import Annotation
import Foundation
import TestSupport
import Testing

@testable import Places

/// What holds of every document, whatever stands in it.
@Suite struct PropertyTests {
    static let reader =
        (World.whole
        ?? (try? TestData.data()).map {
            GazetteerSources(data: $0, folder: nil, cache: TestData.cache)
        }).flatMap { try? PlaceReader($0) }

    private func check(_ document: Document) throws {
        let places = try #require(Self.reader).read(document)
        var last = 0
        for mention in places {
            let span = mention.place.span
            #expect(span.start >= last && span.end <= document.text.count && span.start < span.end)
            last = span.end
            #expect(span == document.span(of: mention.tokens))
            if let latitude = mention.place.latitude, let longitude = mention.place.longitude {
                #expect(abs(latitude) <= 90 && abs(longitude) <= 180)
                #expect(mention.place.precision != nil)
            } else {
                #expect(mention.place.latitude == nil && mention.place.longitude == nil)
            }
        }
    }

    @Test func storedParses() throws {
        for target in ["PlacesTests", "ActorsTests", "StatementsTests", "TemporalTests", "CodingTests", "ClausesTests"]
        {
            let folder = TestData.repository.appendingPathComponent("Tests/\(target)/Fixtures")
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            for name in names.sorted() where name.hasSuffix(".parse.jsonl") {
                for fixture in try TestData.fixture(target, name) { try check(fixture.document()) }
            }
        }
    }

    /// Texts of the shared folder, cut at spaces, every capitalised run an entity of some label.
    @Test(
        .enabled(
            if: FileManager.default.fileExists(
                atPath: TestData.repository.deletingLastPathComponent().appendingPathComponent("shared/dev").path),
            "there is no ../shared/dev"))
    func textsWithoutAParse() throws {
        struct Line: Decodable { var text: String? }
        let folder = TestData.repository.deletingLastPathComponent().appendingPathComponent("shared/dev")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        where name.hasSuffix(".jsonl") {
            let data = try Data(contentsOf: folder.appendingPathComponent(name))
            for line in data.split(separator: 10).prefix(300) {
                guard let text = (try? JSONDecoder().decode(Line.self, from: line))?.text else { continue }
                try check(Self.standIn(text))
            }
        }
    }

    @Test func randomBytes() throws {
        var random = SystemRandomNumberGenerator()
        for length in [0, 1, 2, 7, 100, 3000] {
            for _ in 0..<20 {
                let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
                try check(Self.standIn(String(decoding: bytes, as: UTF8.self)))
            }
        }
    }

    private static func standIn(_ text: String) -> Document {
        var builder = DocumentBuilder()
        let words = text.split(whereSeparator: \.isWhitespace).prefix(2000)
        let labels = EntityLabel.allCases
        for (i, word) in words.enumerated() {
            let isName = word.first?.isUppercase == true
            builder.add(
                String(word), lemma: word.lowercased(), tag: isName ? .nnp : .nn, pos: isName ? .propn : .noun,
                dependency: i == 0 ? .root : .pobj, head: max(0, i - 1), sentenceStart: i % 20 == 0)
            if isName, i % 3 == 0 { builder.addEntity(i..<(i + 1), labels[i % labels.count]) }
        }
        return builder.build()
    }
}
