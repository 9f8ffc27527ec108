import Formats
import Foundation
import Testing

struct JSONWriterTests {
    @Test(arguments: [
        ("plain", #""plain""#), ("a \"b\" \\ c", #""a \"b\" \\ c""#), ("\n\t\r\u{8}\u{C}", #""\n\t\r\b\f""#),
        ("\u{0}\u{1}\u{1F}", #""\u0000\u0001\u001f""#), ("\u{7F}", "\"\u{7F}\""),
        ("a\u{2028}b\u{2029}c\u{85}d", #""a\u2028b\u2029c\u0085d""#), ("– “é” 北京 👩‍👩‍👧 سلام", "\"– “é” 北京 👩‍👩‍👧 سلام\""),
        ("\u{2027}\u{202A}\u{84}\u{A9}", "\"\u{2027}\u{202A}\u{84}\u{A9}\""), ("", #""""#),
    ])
    func escapesWhatWouldBreakARecord(text: String, expected: String) {
        var json = JSONWriter(.compact)
        json.string(text)
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test func everyScalarReadsBackTheSame() throws {
        let text = String(String.UnicodeScalarView((0..<0x3000).compactMap(Unicode.Scalar.init)))
        var json = JSONWriter(.compact)
        json.array([text]) { $0.string($1) }
        let read = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String]
        #expect(read?.first?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    }

    @Test(arguments: [
        (0, "0"), (7, "7"), (-42, "-42"), (Int.min, "-9223372036854775808"), (Int.max, "9223372036854775807"),
    ])
    func writesIntegers(value: Int, expected: String) {
        var json = JSONWriter(.compact)
        json.int(value)
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test(arguments: [(0.1, "0.1"), (-10.0, "-10.0"), (Double.nan, "null"), (-Double.infinity, "null")])
    func writesNumbers(value: Double, expected: String) {
        var json = JSONWriter(.compact)
        json.double(value)
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test func indentsAllButFlatValues() {
        var json = JSONWriter(.indented)
        json.object { json in
            json.field("a", 1)
            json.field("b", "")
            json.key("c")
            json.array([1, 2]) { json, number in json.object(flat: true) { $0.field("n", number) } }
            json.field("d", [String]())
            json.field("e", ["x", "y"])
        }
        let expected = """
            {
              "a": 1,
              "b": null,
              "c": [
                {"n": 1},
                {"n": 2}
              ],
              "d": [],
              "e": ["x", "y"]
            }
            """
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }
}
