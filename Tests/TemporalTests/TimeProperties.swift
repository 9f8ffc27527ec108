import Annotation
import Foundation
import TestSupport
import Testing

@testable import Temporal

/// What holds of any text whatever: no crash, spans in order and in range, values of the grammar, from before to.
@Suite struct TimeProperties {
    static let reader: TimeReader? = (try? TimeKnowledge(data: TestData.data())).map { TimeReader(knowledge: $0) }

    /// Checks one document.
    private static func check(_ document: Document, _ published: CivilDate?, _ origin: String) throws {
        var end = 0
        let reader = try #require(reader)
        for mention in reader.read(document, published: published) {
            let time = mention.expression
            let words = document.text(in: time.span)
            #expect(time.span.start >= end && time.span.count > 0 && time.span.end <= document.text.count, "\(origin)")
            #expect(document.span(of: mention.tokens).contains(time.span), "\(origin): \(words)")
            end = time.span.end
            #expect(TimexGrammar.allows(time.value, time.kind), "\(origin): \(words) is \(time.kind) \(time.value)")
            if let from = time.from, let to = time.to { #expect(from <= to, "\(origin): \(words)") }
            if let year = time.from?.year, time.value.first?.isNumber == true, time.modifier == nil,
                time.granularity == .day || time.granularity == .time || time.granularity == .year
            {
                #expect(Int(time.value.prefix(4)) == year, "\(origin): \(words) is \(time.value)")
            }
        }
    }

    /// The words of the patterns in any order.
    @Test(arguments: 0..<40) func holdsOfAnyOrderOfWords(_ seed: Int) throws {
        var random = SmallGenerator(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        let words = try TestData.timeWords()
        for published in [nil, CivilDate("2021-01-27"), CivilDate("0001-01-01"), CivilDate("9999-12-31")] {
            let text = (0..<400).map { _ in words[Int(random.next() % UInt64(words.count))] }.joined(separator: " ")
            try Self.check(PlainDocument.make(text), published, "seed \(seed)")
        }
    }

    @Test(arguments: 0..<20) func holdsOfAnyBytes(_ seed: Int) throws {
        var random = SmallGenerator(state: UInt64(seed) &+ 77)
        let bytes = (0..<2000).map { _ in UInt8(truncatingIfNeeded: random.next() % 96 + 32) }
        try Self.check(PlainDocument.make(String(decoding: bytes, as: UTF8.self)), CivilDate("2021-01-27"), "\(seed)")
    }

    @Test func holdsOfNoText() throws {
        try Self.check(PlainDocument.make(""), CivilDate("2021-01-27"), "empty")
    }

    private static let shared = TestData.repository.deletingLastPathComponent().appendingPathComponent("shared/dev")

    /// Real texts, cut plainly.
    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: shared.path), "needs ../shared/dev"),
        arguments: ["times_news.jsonl", "times_history.jsonl", "reports_long.jsonl"])
    func holdsOfRealTexts(_ file: String) throws {
        let lines = try Data(contentsOf: Self.shared.appendingPathComponent(file)).split(separator: 10)
        for line in lines.prefix(150) {
            let row = try JSONSerialization.jsonObject(with: line) as? [String: Any]
            guard let text = row?["text"] as? String else { continue }
            for (i, part) in text.split(separator: "\n").enumerated() {
                try Self.check(PlainDocument.make(String(part)), CivilDate("2015-06-30"), "\(file) \(i)")
            }
        }
    }
}

/// The values that TIMEX3 allows.
enum TimexGrammar {
    static func allows(_ value: String, _ kind: TimeExpression.Kind) -> Bool {
        switch kind {
        case .date, .time:
            ["PAST_REF", "PRESENT_REF", "FUTURE_REF"].contains(value) || isPoint(value)
        case .duration: isLength(value)
        case .set: isLength(value) || isPoint(value)
        }
    }

    private static func isLength(_ value: String) -> Bool {
        value.wholeMatch(of: /P(?:[0-9X]+(?:\.[0-9])?(?:D|W|WE|M|Q|Y)|T[0-9X]+(?:\.[0-9])?[HMS])/) != nil
    }

    private static func isPoint(_ value: String) -> Bool {
        let clock =
            /T(?:MO|MI|AF|EV|NI|DT|XX|[0-2][0-9]:[0-5][0-9](?::[0-6][0-9])?(?:Z|[+\-][01][0-9](?::[0-5][0-9])?)?)/
        let day = value.split(separator: "T", maxSplits: 1)[0]
        if day.count < value.count, value.dropFirst(day.count).wholeMatch(of: clock) == nil { return false }
        return day.wholeMatch(
            of:
                /(?:BC|FY)?[0-9X]{2,4}|(?:BC)?[0-9X]{4}-(?:[0-9X]{2}(?:-[0-9X]{2})?|Q[1-4X]|H[12]|SP|SU|FA|WI|W[0-9X]{2}(?:-(?:WE|[1-7]))?)/
        ) != nil
    }
}

/// A small, fixed generator, so that a failure can be run again.
struct SmallGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

extension TestData {
    /// All spellings of `words.txt`, the words of the patterns, and numbers.
    static func timeWords() throws -> [String] {
        let folder = repository.appendingPathComponent("Data/temporal")
        var words = [
            "1", "9", "11", "27", "31", "99", "100", "476", "1500", "1990s", "90s", "2021", "2008", "1,500", "2.5",
            "4th",
            "10:57", "0800", "2021-01-27", "1/27/2021", "31.06.2021", "FY2021", "Q3", "'99", "mid-2011", "1915-17",
            "2003\u{2013}2004", "Jan", "May", "-", ",", "(", ")", "the", "of", "and", "he", "said", "March",
        ]
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix(".txt") {
            let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            for line in text.split(separator: "\n") where !line.hasPrefix("#") && !line.hasPrefix(" ") {
                let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                let cell = file == "words.txt" ? cells[1] : cells[0]
                words += cell.split { " ,/[]".contains($0) }.map(String.init).filter { !$0.contains("{") }
            }
        }
        return words + words.map(\.capitalized)
    }
}
