import Annotation
import Testing

@testable import Clauses

@Suite struct DatelineTests {
    private func document(_ words: String) -> Document {
        var builder = DocumentBuilder()
        for (i, word) in words.split(separator: " ").enumerated() {
            let isLower = word.first?.isLowercase ?? false
            builder.add(
                String(word), lemma: word.lowercased(), tag: isLower ? .vbd : .nnp, pos: isLower ? .verb : .propn,
                dependency: .dep, head: i)
        }
        return builder.build()
    }

    @Test(arguments: [
        ("KABUL , Jan 27 ( Reuters ) - Envoys met", 8), ("NEW DELHI — Envoys met", 3), ("BATKEN – Envoys met", 2),
    ])
    func endsWithItsDash(_ words: String, _ count: Int) {
        #expect(Dateline.ranges(in: document(words)) == [0..<count])
    }

    @Test(arguments: ["Envoys met - in Kabul", "NATO said - again - no", "UN - backed", "KABUL Envoys met"])
    func isNoOrdinaryStart(_ words: String) {
        #expect(Dateline.ranges(in: document(words)).isEmpty)
    }
}
