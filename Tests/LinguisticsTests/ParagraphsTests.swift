import Testing

@testable import Linguistics

/// Where a text is cut so that no sentence runs over the end of a paragraph.
@Suite struct ParagraphsTests {
    static let cases: [(text: String, pieces: [String])] = [
        ("One line.", ["One line."]),
        ("", [""]),
        ("A headline\n\nA story.\n\nMore.\n", ["A headline\n\n", "A story.\n\n", "More.\n"]),
        // One line break ends a paragraph where the next word would have had room.
        (
            "Short.\nThis line is much longer than the first one is.",
            ["Short.\n", "This line is much longer than the first one is."]
        ),
        // A folded text is one paragraph.
        (
            "The minister said that the\nbridge would be reopened in\nMay.",
            ["The minister said that the\nbridge would be reopened in\nMay."]
        ),
        ("One.\r\n\r\nTwo.", ["One.\r\n\r\n", "Two."]),
        ("One.\n\n    Two.", ["One.\n\n", "    Two."]),
        ("\n\n\nOne.", ["\n\n\nOne."]),
        ("One.\n \n\t\n", ["One.\n \n\t\n"]),
    ]

    @Test(arguments: cases.indices) func areCutWhereOneEnds(_ i: Int) {
        let (text, pieces) = Self.cases[i]
        let bytes = Array(text.utf8)
        #expect(Paragraphs.pieces(bytes[...]).map { String(decoding: bytes[$0], as: UTF8.self) } == pieces)
    }

    @Test func coverAnyTextOnce() {
        let alphabet = Array("ab. \n\n\r\t".utf8)
        for length in 0..<200 {
            let bytes = (0..<length).map { alphabet[($0 &* 2_654_435_761 >> 7 &+ length &* 31) % alphabet.count] }
            #expect(Paragraphs.pieces(bytes[...]).flatMap { Array(bytes[$0]) } == bytes)
        }
    }
}
