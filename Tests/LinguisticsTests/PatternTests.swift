import Testing

@testable import Linguistics

/// Expected values are those of Python's `re` on `str`.
@Suite struct PatternTests {
    private func search(_ pattern: String, _ text: String) throws -> Range<Int>? {
        var matcher = PatternMatcher()
        return matcher.search(try Pattern(pattern), text.unicodeScalars.map(\.value)[...])
    }

    @Test(arguments: [
        ("a|ab", "xab", 1..<2), ("ab|a", "xab", 1..<3), ("a+", "baaa", 1..<4), ("a+?", "baaa", 1..<2),
        ("a{2,3}", "aaaa", 0..<3), ("(?:ab){2}", "ababab", 0..<4), ("x?y", "yy", 0..<1), ("[^a-c]", "abcd", 3..<4),
        ("[a\\-z]", "-", 0..<1), ("[]x]", "]", 0..<1), ("a{,2}b", "aaab", 1..<4), ("a{", "a{", 0..<2),
        ("(?<=[0-9])km", "5km", 1..<3), ("(?<!x)y", "xyy", 2..<3), ("a(?!b)", "abac", 2..<3), ("(?=b)", "ab", 1..<1),
        ("\\d+", "٣4x", 0..<2), ("\\w+", "é_1 ", 0..<3), ("\\S", " \u{a0}\u{2003}x", 3..<4), ("x$", "x\n", 0..<1),
        ("\\u00e9", "é", 0..<1), ("\\U0001F600", "😀", 0..<1), (".", "\nz", 1..<2), ("(?<=ab|c)d", "cd", 1..<2),
    ])
    func findsTheLeftmostMatch(_ pattern: String, _ text: String, _ range: Range<Int>) throws {
        #expect(try search(pattern, text) == range)
    }

    @Test(arguments: [("^a", "ba"), ("a$", "ab"), ("(?<=[0-9])km", "km"), ("a{3}", "aa"), ("\\d", "Ⅷ"), ("[a-c]", "d")])
    func findsNothingWhereThereIsNothing(_ pattern: String, _ text: String) throws {
        #expect(try search(pattern, text) == nil)
    }

    @Test(arguments: ["(", "a)", "[a", "*a", "(?P<x>a)", "\\b", "(?<=a+)b", "[b-a]", "\\", "(?:a*)*"])
    func refusesWhatItDoesNotKnow(_ pattern: String) {
        #expect(throws: PatternError.self) { try Pattern(pattern) }
    }

    @Test func findsAllMatchesWithoutOverlap() throws {
        var matcher = PatternMatcher()
        var found: [Range<Int>] = []
        matcher.findAll(try Pattern("aa|b"), "aaabb".unicodeScalars.map(\.value)[...], into: &found)
        #expect(found == [0..<2, 3..<4, 4..<5])
    }

    /// A suffix pattern must not look at every start of a long text, nor an address at every length of its option.
    @Test(.timeLimit(.minutes(1))) func staysLinearOnLongRuns() throws {
        let long = String(repeating: "a:", count: 50_000)
        #expect(try search("\\.\\.+$|\\)$", String(repeating: "(", count: 100_000)) == nil)
        #expect(try search("^(?:\\S+(?::\\S*)?@)?a\\.b", long) == nil)
    }
}
