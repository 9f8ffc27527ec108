import Annotation

/// Reads the reports of one JSON Lines input, a line at a time.
final class JSONLinesReader {
    /// A file whose first lines are no objects is something else with the wrong name; it is given up after so many.
    private static let patience = 10

    let path: String
    private let source: ByteSource
    /// Of the line that was read last, from 1.
    private(set) var number = 0
    private var hasObject = false
    private var isBlank = true

    init(path: String, source: ByteSource) {
        self.path = path
        self.source = source
    }

    /// The next report; nil at the end of the input.
    ///
    /// - Throws: a problem with a line number when that line is unusable and the next may be read, one without when
    ///   nothing more can be read.
    func next(published: CivilDate?, allowsEmpty: Bool) throws(InputProblem) -> Report? {
        while true {
            let line: [UInt8]
            do throws(Refusal) {
                guard let next = try source.line() else {
                    if !isBlank { return nil }
                    throw Refusal(reason: "is empty; expected JSON Lines with a \"text\" in each")
                }
                line = next
                number += 1
                if number == 1 { try TextDecoding.refuseOtherEncodings(line[...]) }
            } catch {
                throw InputProblem(input: path, reason: error.reason)
            }
            do throws(Refusal) {
                if let report = try read(line, published: published, allowsEmpty: allowsEmpty) { return report }
            } catch {
                guard hasObject || number < JSONLinesReader.patience else {
                    let reason = "\(error.reason); none of the first \(number) lines can be used, so it is given up"
                    throw InputProblem(input: path, reason: reason)
                }
                throw InputProblem(input: path, line: number, reason: error.reason)
            }
        }
    }

    /// The report of one line; nil for a blank line.
    private func read(_ line: [UInt8], published: CivilDate?, allowsEmpty: Bool) throws(Refusal) -> Report? {
        var line = line
        if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        guard let first = line.first(where: { $0 != 0x20 && !(0x09...0x0D).contains($0) }) else { return nil }
        isBlank = false
        if first == UInt8(ascii: "{") { hasObject = true }
        var diagnostics: [Diagnostic] = []
        if !TextDecoding.isValid(line) {
            let mended = TextDecoding.mend(line)
            line = mended.text
            // The place is one of the line, not of the text in it.
            diagnostics.append(Diagnostic(.warning, mended.diagnostic.message))
        }
        let record = try JSONRecord(line: line)
        guard let text = record.text else { throw Refusal(reason: "has no text; expected {\"text\": \"...\"}") }
        guard allowsEmpty || !Report.isBlank(text) else { throw Refusal(reason: "the text is empty") }
        var date = published
        if let own = record.published {
            date = CivilDate(own)
            guard date != nil else {
                throw Refusal(reason: "published \"\(own)\" is not a date; expected YYYY-MM-DD")
            }
        }
        if record.loneSurrogates > 0 {
            let message = "\(record.loneSurrogates) escaped surrogates without a partner; replaced by U+FFFD"
            diagnostics.append(Diagnostic(.warning, message))
        }
        return Report(
            id: record.id ?? "\(path):\(number)", published: date, title: record.title, url: record.url,
            publisher: record.publisher, language: record.language, text: text, diagnostics: diagnostics,
            marked: record.isMarked
                ? MarkedPair(
                    source: try bytes(of: record.source, in: text, "source"),
                    target: try bytes(of: record.target, in: text, "target")) : nil)
    }

    /// The bytes of a stretch given in code points.
    private func bytes(of points: Range<Int>?, in text: [UInt8], _ name: String) throws(Refusal) -> TextSpan? {
        guard let points else { return nil }
        var starts: [Int] = []
        for (i, byte) in text.enumerated() where byte & 0xC0 != 0x80 { starts.append(i) }
        starts.append(text.count)
        guard points.upperBound < starts.count else {
            throw Refusal(
                reason:
                    "\(name) ends at \(points.upperBound); expected no more than the text's \(starts.count - 1) characters"
            )
        }
        return TextSpan(start: starts[points.lowerBound], end: starts[points.upperBound])
    }
}
