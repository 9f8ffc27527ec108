import ArgumentParser
import Formats
import Glibc

/// When results have colour.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
}

/// What is known of the terminal, if there is one.
enum Terminal {
    static var outputIsTerminal: Bool { isatty(1) == 1 }

    /// A bar is for a person who sees messages but not results, which would run through it.
    static var canShowProgress: Bool { isatty(2) == 1 && !outputIsTerminal && environment("TERM") != "dumb" }

    static func look(color: ColorChoice) -> TerminalLook {
        let hasColour =
            switch color {
            case .always: true
            case .never: false
            case .auto: outputIsTerminal && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
            }
        return TerminalLook(width: width, hasColour: hasColour)
    }

    private static var width: Int {
        var size = winsize()
        if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return environment("COLUMNS").flatMap { Int($0) } ?? 80
    }

    /// Nil when unset or empty.
    static func environment(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}
