import Formats
import Testing

struct DisplayWidthTests {
    @Test(arguments: [
        ("Tehran", 6), ("é", 1), ("e\u{301}", 1), ("北京", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("ｶﾅ", 2),
        ("Ａ", 2), ("سلام", 4), ("नमस्ते", 4), ("👩‍👩‍👧", 2), ("🇮🇷", 2), ("❤️", 2), ("a\u{200B}b", 2), ("—…“”", 4), ("", 0),
    ])
    func columns(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }
}
