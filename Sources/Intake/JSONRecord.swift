/// One report as a line of JSON holds it: `{"id", "text"}` and any of published (dct, date), title, url, publisher,
/// language; for `relate` also source and target, each {"start", "end"} or null. Other members are skipped.
struct JSONRecord: Hashable {
    var id: String?
    /// UTF-8; nil when the line has no text.
    var text: [UInt8]?
    var published: String?
    var title: String?
    var url: String?
    var publisher: String?
    var language: String?
    /// Marked parties, in code points of the text; nil when the line marks none, or null.
    var source: Range<Int>?
    var target: Range<Int>?
    /// Whether the line speaks of marked parties at all, be they null.
    var isMarked = false
    /// Halves of surrogate pairs that stood alone; each is U+FFFD in the values.
    var loneSurrogates = 0

    /// - Parameter line: valid UTF-8.
    /// - Throws: `Refusal` naming the column, or the member that has the wrong type.
    init(line: [UInt8]) throws(Refusal) {
        var scanner = JSONScanner(line)
        guard scanner.takeIfPresent("{") else { throw scanner.unexpected("a JSON object with a \"text\"") }
        var dates: [String: String] = [:]
        if !scanner.takeIfPresent("}") {
            repeat {
                let name = String(decoding: try scanner.string(), as: UTF8.self)
                try scanner.take(":")
                switch name {
                case "id": id = try scanner.scalar(of: name)
                case "text": text = try scanner.text()
                case "title": title = try scanner.scalar(of: name)
                case "url": url = try scanner.scalar(of: name)
                case "publisher": publisher = try scanner.scalar(of: name)
                case "language": language = try scanner.scalar(of: name)
                case "source", "target":
                    let span = try scanner.span(of: name)
                    if name == "source" { source = span } else { target = span }
                    isMarked = true
                case "published", "dct", "date": dates[name] = try scanner.scalar(of: name)
                default: try scanner.skipValue()
                }
            } while scanner.takeIfPresent(",")
            try scanner.take("}")
        }
        guard scanner.isAtEnd else { throw scanner.unexpected("one JSON object a line") }
        published = dates["published"] ?? dates["dct"] ?? dates["date"]
        loneSurrogates = scanner.loneSurrogates
    }
}
