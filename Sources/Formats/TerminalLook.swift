/// What the terminal can show.
package struct TerminalLook: Hashable, Sendable {
    /// Columns that may be used; below `narrowest` the table keeps to that and lets the terminal wrap.
    package var width: Int
    package var hasColour: Bool

    package static let narrowest = 60

    package init(width: Int, hasColour: Bool) {
        self.width = max(width, TerminalLook.narrowest)
        self.hasColour = hasColour
    }
}

/// The few looks that the table gives its words, as ANSI SGR parameters.
enum TextStyle: String, Sendable {
    case plain = ""
    case bold = "1"
    case dim = "2"
    /// The word that an event hangs on.
    case trigger = "1;4"
    case cooperation = "1;32"
    case wordsOfConflict = "1;33"
    case deedsOfConflict = "1;31"
    case doubtful = "3;36"

    /// The look of a quad class; plain bold without one.
    init(quad: Int?) {
        switch quad {
        case 1, 2: self = .cooperation
        case 3: self = .wordsOfConflict
        case 4: self = .deedsOfConflict
        default: self = .bold
        }
    }
}
