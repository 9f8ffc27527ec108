import Annotation
import Foundation
import Intake
import Testing

/// Files in a folder of their own, gone after the test.
final class Scratch {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("entente-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let url = folder.appendingPathComponent(name)
        try Data(bytes).write(to: url)
        return url.path
    }
}

struct ReportReaderTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func read(_ paths: [String], published: String? = nil, allowsEmpty: Bool = false)
        -> (reports: [Report], problems: [String])
    {
        var problems: [String] = []
        let reader = ReportReader(
            paths: paths, published: published.flatMap { CivilDate($0) }, allowsEmpty: allowsEmpty
        ) { problems.append($0.description) }
        var reports: [Report] = []
        while let report = reader.next() { reports.append(report) }
        return (reports, problems)
    }

    private func reason(_ bytes: some Sequence<UInt8>, as name: String = "a.txt") throws -> String {
        let path = try scratch.file(name, bytes)
        let result = read([path])
        #expect(result.reports.isEmpty)
        let problem = try #require(result.problems.first)
        #expect(problem.hasPrefix(path + ":"))
        return String(problem.dropFirst(path.count + 2))
    }

    // MARK: - Text

    @Test(arguments: ["a.txt", "a", "a.log", ".hidden", "A.TXT"])
    func aTextIsKeptAsItIs(name: String) throws {
        let text = "\r\n  Łukasz\tmet 北京.\r\n\r\n"
        let path = try scratch.file(name, text.utf8)
        let result = read([path], published: "2021-01-27")
        #expect(result.problems.isEmpty)
        #expect(result.reports.map(\.id) == [path])
        #expect(result.reports.first?.text == Array(text.utf8))
        #expect(result.reports.first?.published?.description == "2021-01-27")
    }

    @Test func aByteOrderMarkIsNoPartOfTheText() throws {
        let path = try scratch.file("a.txt", "\u{FEFF}Rain.".utf8)
        #expect(read([path]).reports.first?.text == Array("Rain.".utf8))
    }

    @Test func invalidBytesAreReplacedAndReported() throws {
        let path = try scratch.file("a.txt", Array("The caf".utf8) + [0xE9] + Array(" was closed on Sunday.".utf8))
        let result = read([path])
        let report = try #require(result.reports.first)
        #expect(String(decoding: report.text, as: UTF8.self) == "The caf\u{FFFD} was closed on Sunday.")
        #expect(report.diagnostics.first?.span == TextSpan(start: 7, end: 10))
        let told =
            "\(path): one byte sequence is not valid UTF-8 (the first at byte 7); replaced by U+FFFD, expected UTF-8"
        #expect(result.problems == [told])
    }

    @Test func whatIsNoTextIsRefused() throws {
        #expect(try reason([]) == "is empty; expected the text of a report")
        #expect(try reason(" \r\n\t".utf8) == "is empty; expected the text of a report")
        #expect(try reason([0x50, 0x4B, 3, 4, 0, 0]) == "is binary data; expected text in UTF-8")
        #expect(try reason([0xFF, 0xFE, 0x41, 0]).hasPrefix("is in UTF-16"))
        #expect(try reason((0x80...0xFF).map { UInt8($0) }).hasPrefix("is binary data or another encoding"))
        #expect(try reason("<p>Rain.</p>".utf8, as: "a.html").hasPrefix("is of a kind that is not read"))
    }

    @Test func badInputDoesNotStopTheRest() throws {
        let good = try scratch.file("good.txt", "Rain.".utf8)
        let missing = scratch.folder.path + "/missing.txt"
        let result = read([missing, good, scratch.folder.path, good])
        #expect(result.reports.map(\.id) == [good, good])
        #expect(
            result.problems == [
                "\(missing): no such file",
                "\(scratch.folder.path): is a folder; expected files, as in folder/*.txt",
            ])
    }

    @Test func anEmptyTextMayBeParsed() throws {
        let path = try scratch.file("a.txt", [])
        let lines = try scratch.file("a.jsonl", #"{"id":"x","text":""}"#.utf8)
        #expect(read([path, lines], allowsEmpty: true).reports.map(\.text) == [[], []])
    }

    // MARK: - JSON Lines

    private func lines(_ text: String) throws -> (reports: [Report], problems: [String]) {
        let result = read([try scratch.file("a.jsonl", text.utf8)], published: "2000-01-01")
        return (result.reports, result.problems.map { $0.replacing(scratch.folder.path + "/", with: "") })
    }

    @Test func readsEveryMember() throws {
        let result = try lines(
            #"{"id":"r1","text":"Rain.","published":"2021-01-27T10:00:00Z","title":"T","url":"u","publisher":"p","#
                + #""language":"en","mentions":[{"a":[1,2,{"b":"]}"}]}],"wire":null,"ok":true,"n":-1.5e3}"#)
        #expect(result.problems.isEmpty)
        let report = try #require(result.reports.first)
        #expect(report.id == "r1" && report.title == "T" && report.url == "u" && report.publisher == "p")
        #expect(report.language == "en" && report.published?.description == "2021-01-27")
    }

    @Test(arguments: [
        (#"{"text":"a","dct":"2021-01-02"}"#, "2021-01-02"), (#"{"text":"a","date":"2021-01-03"}"#, "2021-01-03"),
        (#"{"date":"2021-01-03","text":"a","published":"2021-01-01"}"#, "2021-01-01"),
        (#"{"text":"a","date":null}"#, "2000-01-01"), (#"{"text":"a"}"#, "2000-01-01"),
    ])
    func ownDateGoesFirst(line: String, date: String) throws {
        #expect(try lines(line).reports.first?.published?.description == date)
    }

    @Test(arguments: [
        (#""a\"b\\c\/d\n\t\r\b\fe""#, "a\"b\\c/d\n\t\r\u{8}\u{C}e"), (#""\u00e9\u4EAC\ud83d\ude00""#, "é京😀"),
        (#""\u0000x""#, "\u{0}x"), (#""\u2028""#, "\u{2028}"), ("\"e\u{301} é\"", "e\u{301} é"),
        (#""a\ud83db""#, "a\u{FFFD}b"), (#""\ude00\ud83d\ud83d\ude00""#, "\u{FFFD}\u{FFFD}😀"),
    ])
    func stringsComeOutExactly(json: String, text: String) throws {
        #expect(try lines("{\"text\":\(json)}").reports.first?.text == Array(text.utf8))
    }

    @Test func aLineWithoutAnIdIsNamedByItsPlace() throws {
        let result = try lines("\u{FEFF}{\"text\":\"a\"}\r\n\r\n{\"id\":17,\"text\":\"b\"}\n{\"text\":\"c\"}")
        #expect(
            result.reports.map { $0.id.replacing(scratch.folder.path + "/", with: "") } == [
                "a.jsonl:1", "17", "a.jsonl:4",
            ])
    }

    @Test(arguments: [
        (#"{"text":"a"#, #"the line ends at column 11: expected the end of a string"#),
        (#"{"text":"a"} x"#, #"is not JSON at column 14: expected one JSON object a line"#),
        (#"{"text":"\q"}"#, #"is not JSON at column 11: expected an escape of JSON after "\""#),
        (#"{"a":[1}"#, #"is not JSON at column 8: expected a value"#),
        (#"{"title":"a"}"#, #"has no text; expected {"text": "..."}"#),
        (#"{"text":"a","title":{}}"#, #"is not JSON at column 21: expected a string as the title"#),
        (#"{"text":" "}"#, "the text is empty"),
        (#"{"text":"a","date":"27/01/2021"}"#, #"published "27/01/2021" is not a date; expected YYYY-MM-DD"#),
    ])
    func aBadLineIsNamedAndTheNextIsRead(line: String, reason: String) throws {
        let result = try lines(line + "\n{\"text\":\"good\"}\n")
        #expect(result.problems == ["a.jsonl:1: \(reason)"])
        #expect(result.reports.count == 1)
    }

    @Test func manyBadDatesDoNotHideTheGoodLinesBehindThem() throws {
        let bad = String(repeating: #"{"text":"a","date":"x"}"# + "\n", count: 30)
        let result = try lines(bad + #"{"text":"good"}"#)
        #expect(result.reports.count == 1 && result.problems.count == 30)
    }

    @Test func aFileThatIsNoJSONLinesIsGivenUp() throws {
        let result = try lines(String(repeating: "A line of prose.\n", count: 1000))
        #expect(result.problems.count == 10)
    }

    @Test func standardInputAndUnknownExtensionsAreReadByTheirBeginning() throws {
        let lines = try scratch.file("a", " \n{ \"text\": \"Rain.\" }\n".utf8)
        let text = try scratch.file("b", "{Rain.}".utf8)
        #expect(read([lines, text]).reports.map { String(decoding: $0.text, as: UTF8.self) } == ["Rain.", "{Rain.}"])
    }

    @Test func linesLongerThanABufferAreWhole() throws {
        let long = String(repeating: "北京 ", count: 100_000)
        let result = try lines("{\"text\":\"\(long)\"}\n{\"text\":\"b\"}\n")
        #expect(result.reports.map(\.text.count) == [long.utf8.count, 1])
    }
}
