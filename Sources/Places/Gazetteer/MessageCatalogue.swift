import Knowledge

/// A catalogue of messages as GNU gettext compiles them (.mo, "The Format of GNU MO Files" in its manual).
///
/// Debian's `libgeonames-common` keeps GeoNames' English names in one: "IR.26" is "Tehran Province", "112931" "Tehran".
struct MessageCatalogue {
    /// Calls `body` with each key and its message.
    ///
    /// - Throws: `KnowledgeError` when the bytes are no such catalogue.
    static func read(
        _ bytes: [UInt8], file: String, _ body: (_ key: String, _ message: [UInt8]) -> Void
    ) throws {
        func fault(_ reason: String) -> KnowledgeError { KnowledgeError(file: file, line: nil, reason) }
        func number(_ offset: Int) -> Int? {
            guard offset >= 0, offset + 4 <= bytes.count else { return nil }
            return (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << ($1 * 8) }
        }
        guard number(0) == 0x9504_12DE, let count = number(8), let keys = number(12), let messages = number(16) else {
            throw fault("is no catalogue of messages (.mo)")
        }
        func text(_ table: Int, _ index: Int) -> ArraySlice<UInt8>? {
            guard let length = number(table + index * 8), let start = number(table + index * 8 + 4),
                start + length <= bytes.count
            else { return nil }
            return bytes[start..<start + length]
        }
        for i in 0..<count {
            guard let key = text(keys, i), let message = text(messages, i) else { throw fault("is cut short") }
            body(String(decoding: key, as: UTF8.self), Array(message))
        }
    }
}
