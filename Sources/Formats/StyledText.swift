/// Words with their looks, measured in terminal columns.
struct StyledText: Sendable {
    private struct Glyph {
        var character: Character
        var style: TextStyle
        var width: Int
    }

    private var glyphs: [Glyph] = []

    init() {}

    init(_ text: some StringProtocol, _ style: TextStyle = .plain) { append(text, style) }

    private init(_ glyphs: some Sequence<Glyph>) { self.glyphs = Array(glyphs) }

    var isEmpty: Bool { glyphs.isEmpty }
    var width: Int { glyphs.reduce(0) { $0 + $1.width } }

    /// Appends words made safe for a terminal: a run of white space is one space, and a control or bidirectional
    /// control character, with which a text could move the cursor or reorder the line, shows as U+FFFD.
    mutating func append(_ text: some StringProtocol, _ style: TextStyle = .plain) {
        for character in text {
            if character.isWhitespace {
                if glyphs.last?.character != " " { glyphs.append(Glyph(character: " ", style: style, width: 1)) }
            } else if character.unicodeScalars.contains(where: StyledText.isUnsafe) {
                glyphs.append(Glyph(character: "\u{FFFD}", style: style, width: 1))
            } else {
                glyphs.append(Glyph(character: character, style: style, width: DisplayWidth.of(character)))
            }
        }
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Breaks at spaces into lines of at most `width` columns, within a word only where the word is longer than a line.
    /// What does not fit into `limit` lines is cut and marked with "…".
    func wrapped(to width: Int, limit: Int = .max) -> [StyledText] {
        var lines: [StyledText] = []
        var rest = glyphs[...]
        while true {
            rest = rest.drop { $0.character == " " }
            if rest.isEmpty { return lines }
            let fit = StyledText.prefix(rest, columns: width)
            if fit == rest.endIndex {
                lines.append(StyledText(rest))
                return lines
            }
            if lines.count + 1 == limit {
                let short = StyledText.prefix(rest, columns: width - 1)
                lines.append(StyledText(rest[..<short] + [Glyph(character: "…", style: .plain, width: 1)]))
                return lines
            }
            var end = fit
            if rest[fit].character != " ", let space = rest[..<fit].lastIndex(where: { $0.character == " " }) {
                end = space
            }
            // A single glyph wider than the line must still move on.
            if end == rest.startIndex { end += 1 }
            lines.append(StyledText(rest[..<end]))
            rest = rest[end...]
        }
    }

    /// The end of the longest prefix that takes at most `columns`.
    private static func prefix(_ glyphs: ArraySlice<Glyph>, columns: Int) -> Int {
        var used = 0
        for (i, glyph) in zip(glyphs.indices, glyphs) {
            used += glyph.width
            if used > columns { return i }
        }
        return glyphs.endIndex
    }

    /// Appends the words, and the codes that make their looks when there is colour.
    func write(to output: inout [UInt8], colour: Bool) {
        var style = TextStyle.plain
        for glyph in glyphs {
            if colour, glyph.style != style {
                if style != .plain { output.append(contentsOf: "\u{1B}[0m".utf8) }
                if glyph.style != .plain { output.append(contentsOf: "\u{1B}[\(glyph.style.rawValue)m".utf8) }
                style = glyph.style
            }
            output.append(contentsOf: glyph.character.utf8)
        }
        if style != .plain { output.append(contentsOf: "\u{1B}[0m".utf8) }
    }
}
