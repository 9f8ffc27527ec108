import Annotation
import Testing

@testable import Statements

/// Quotations by their marks alone.
@Suite struct Quotations {
    static let cases: [(text: String, quotations: [String])] = [
        ("He said \"no\" and \"yes\".", ["\"no\"", "\"yes\""]),
        ("“No,” he said. “Never.”", ["“No,”", "“Never.”"]),
        ("„Nein“ is German, «non» French.", ["„Nein“", "«non»"]),
        ("He wrote ``stop'' twice, ''now'' once.", ["``stop''", "''now''"]),
        ("'We will not,' he said, and the states' rights remain.", ["'We will not,'"]),
        ("The minister's car and the dogs' bowls.", []),
        ("‘It’s over,’ she said.", ["‘It’s over,’"]),
        ("“He called it ‘a sham’ twice.”", ["“He called it ‘a sham’ twice.”"]),
        // A paragraph that is not closed goes on in the next.
        ("“One.\n\n“Two.”", ["“One.", "“Two.”"]),
        // An inch mark, an opening mark that nobody closed: no further than the paragraph.
        ("A 5\" gun.\nIt fired.", []),
        ("\"He left.\nThey stayed.", ["\"He left."]),
        ("", []),
        ("\"", []),
    ]

    @Test(arguments: cases.indices) func areFound(_ i: Int) {
        let (text, wanted) = Self.cases[i]
        let bytes = Array(text.utf8)
        let found = QuotationScanner(bytes).quotations().map {
            String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self)
        }
        #expect(found == wanted)
    }

    @Test func goOnWhereTheNextParagraphOpensOne() {
        let quotations = QuotationScanner(Array("“One.\n\n“Two.”".utf8)).quotations()
        #expect(quotations.map(\.goesOn) == [true, false])
    }

    /// Any bytes: spans in order, inside the text, never overlapping; time does not grow with the square.
    @Test func holdForAnyBytes() {
        var generator = SplitMix(state: 7)
        let alphabet = Array("\"'`“”‘’„«» ,.\nab".utf8)
        for length in [0, 1, 2, 3, 50, 4000] {
            for _ in 0..<20 {
                let bytes = (0..<length).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] }
                var end = 0
                for quotation in QuotationScanner(bytes).quotations() {
                    #expect(quotation.span.start >= end && quotation.span.end <= bytes.count)
                    end = quotation.span.end
                }
            }
        }
    }
}

/// A small generator with a seed (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
