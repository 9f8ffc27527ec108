/// Writes JSON (RFC 8259) as bytes into one growing buffer.
///
/// The caller opens and closes objects and arrays by nesting closures, so the result is well formed; commas and
/// indentation are kept here. Nothing is looked up by reflection and no intermediate value is built: a record costs
/// little more than the copy of its text.
package struct JSONWriter {
    package enum Layout: Sendable {
        /// No white space.
        case compact
        /// Two spaces a level; objects opened with `flat` stay on one line.
        case indented
    }

    /// Everything written so far.
    package private(set) var bytes: [UInt8]
    private let layout: Layout
    private var depth = 0
    /// Above zero inside a flat object or array.
    private var flatDepth = 0
    private var isFirst = true
    private var followsKey = false

    /// - Parameter buffer: what to append to; pass an emptied buffer to reuse its memory.
    package init(_ layout: Layout, appendingTo buffer: consuming [UInt8] = []) {
        self.layout = layout
        bytes = buffer
    }

    // MARK: - Structure

    package mutating func object(flat: Bool = false, _ body: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"), flat: flat)
        body(&self)
        close(UInt8(ascii: "}"), flat: flat)
    }

    package mutating func array<Element>(
        _ elements: some Sequence<Element>, flat: Bool = false, _ body: (inout JSONWriter, Element) -> Void
    ) {
        open(UInt8(ascii: "["), flat: flat)
        for element in elements { body(&self, element) }
        close(UInt8(ascii: "]"), flat: flat)
    }

    /// The name of the next value. Names are the schema's own and need no escaping.
    package mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        if layout == .indented { bytes.append(UInt8(ascii: " ")) }
        followsKey = true
    }

    // MARK: - Values

    package mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    package mutating func bool(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    package mutating func int(_ value: Int) {
        separate()
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = value.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// The shortest digits that read back as the same number; null for what JSON has no number for.
    package mutating func double(_ value: Double) {
        guard value.isFinite else { return null() }
        separate()
        bytes.append(contentsOf: value.description.utf8)
    }

    package mutating func string(_ value: String) {
        var value = value
        value.withUTF8 { string(bytes: $0) }
    }

    /// - Parameter utf8: valid UTF-8.
    package mutating func string(bytes utf8: UnsafeBufferPointer<UInt8>) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        escape(utf8)
        bytes.append(UInt8(ascii: "\""))
    }

    // MARK: - Named values: absent is null, never ""

    package mutating func field(_ name: StaticString, _ value: String?) {
        key(name)
        if let value, !value.isEmpty { string(value) } else { null() }
    }

    package mutating func field(_ name: StaticString, _ value: Int?) {
        key(name)
        if let value { int(value) } else { null() }
    }

    package mutating func field(_ name: StaticString, _ value: Double?) {
        key(name)
        if let value { double(value) } else { null() }
    }

    package mutating func field(_ name: StaticString, _ value: Bool) {
        key(name)
        bool(value)
    }

    package mutating func field(_ name: StaticString, _ values: [String]) {
        key(name)
        array(values, flat: true) { $0.string($1) }
    }

    /// Ends a record.
    package mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

    // MARK: - Private

    private mutating func open(_ bracket: UInt8, flat: Bool) {
        separate()
        bytes.append(bracket)
        depth += 1
        if flat { flatDepth += 1 }
        isFirst = true
    }

    private mutating func close(_ bracket: UInt8, flat: Bool) {
        depth -= 1
        if !isFirst, layout == .indented, flatDepth == 0 { breakLine() }
        if flat { flatDepth -= 1 }
        bytes.append(bracket)
        isFirst = false
    }

    private mutating func separate() {
        if followsKey {
            followsKey = false
            return
        }
        guard depth > 0 else { return }
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        if layout == .indented {
            if flatDepth == 0 { breakLine() } else if !isFirst { bytes.append(UInt8(ascii: " ")) }
        }
        isFirst = false
    }

    private mutating func breakLine() {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    /// Copies runs that need no escape whole.
    ///
    /// U+0085, U+2028 and U+2029 are escaped too: JSON allows them, but JavaScript's eval and every reader that splits
    /// on Unicode line ends (Python's `splitlines`) would break the record there.
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var copied = 0
        var i = 0
        while i < text.count {
            let byte = text[i]
            guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0xC2 || byte == 0xE2 else {
                i += 1
                continue
            }
            let length: Int
            let unit: UInt16
            switch byte {
            case 0xC2:
                guard i + 1 < text.count, text[i + 1] == 0x85 else {
                    i += 1
                    continue
                }
                (length, unit) = (2, 0x85)
            case 0xE2:
                guard i + 2 < text.count, text[i + 1] == 0x80, text[i + 2] & 0xFE == 0xA8 else {
                    i += 1
                    continue
                }
                (length, unit) = (3, 0x2000 | UInt16(text[i + 2] & 0x3F))
            default: (length, unit) = (1, UInt16(byte))
            }
            bytes.append(contentsOf: text[copied..<i])
            appendEscape(unit)
            i += length
            copied = i
        }
        bytes.append(contentsOf: text[copied...])
    }

    private mutating func appendEscape(_ unit: UInt16) {
        bytes.append(UInt8(ascii: "\\"))
        switch unit {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x22, 0x5C: bytes.append(UInt8(unit))
        default:
            bytes.append(UInt8(ascii: "u"))
            for shift in [12, 8, 4, 0] {
                let digit = UInt8(unit >> UInt16(shift) & 0xF)
                bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }
}
