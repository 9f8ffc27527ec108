import Actors
import Annotation
import Foundation
import Knowledge
import Testing

/// A file's format is told by what stands in it.
@Suite struct DictionaryFormats {
    static let cases: [(text: String, format: DictionaryFormat?)] = [
        ("Jane Doe | | Doe | f\n    GONGOV | queen\n", .entente),
        ("Gondor\n    GONGOV\n", .entente),
        ("# nothing yet\n\n", .entente),
        ("", .entente),
        ("GONDOR [GON]\n", .petrarch),
        ("# actors\nJANE_DOE_\n+DOE\n    [GONGOV >930120]\n    [GON]\n", .petrarch),
        ("!MINST! = MINISTER, SECRETARY\n", .petrarch),
        ("SOLDIER [~MIL] ; a | b\n", .petrarch),
        ("BILBO [###]\n", .petrarch),
        ("<!-- all -->\n<CountryList>\n<Country>\n<CountryCode>GON</CountryCode>\n", .countries),
        ("name,code\n", .csv),
        ("\u{FEFF}\"Code\", \"Name\"\r\nGON,Gondor\r\n", .csv),
        ("Name\tcountry\tsector\n", .tsv),
        ("{\"name\": \"Gondor\", \"code\": \"GON\"}\n", .jsonLines),
        ("{ \"code\": \"GON\" }\n", .jsonLines),
        ("Dear reader,\nthis is a letter.\nYours [1]\n", nil),
        ("[{\"name\": \"Gondor\"}]\n", nil),
        ("{\n  \"name\": \"Gondor\"\n}\n", nil),
        ("GONDOR\0[GON]\n", nil),
    ]

    @Test(arguments: cases) func theContentTells(_ text: String, _ format: DictionaryFormat?) {
        let told = Array(text.utf8).withUnsafeBytes { DictionaryFormat.of($0) }
        #expect(told == format)
    }

    /// And the extension, where the content leaves it open.
    @Test func theExtensionBreaksATie() {
        let text = Array("gondor\n".utf8)
        let formats: [(String, DictionaryFormat?)] = [
            ("csv", .csv), ("TSV", .tsv), ("jsonl", .jsonLines), ("actors", .petrarch), ("agents", .petrarch),
            ("txt", nil),
        ]
        for (pathExtension, format) in formats {
            #expect(text.withUnsafeBytes { DictionaryFormat.of($0, pathExtension: pathExtension) } == format)
        }
    }

    static let unknown: [(bytes: [UInt8], found: String)] = [
        (Array("Dear reader\n".utf8), "found \"Dear reader\""), ([0, 1, 2, 3], "found a binary file"),
        ([0x80, 7, 2, 10], "found a binary file"),
        ([0xFF, 0xFE, 0x47, 0x00], "in UTF-8, found UTF-16"),
    ]

    @Test(arguments: unknown) func whatIsInNoFormatIsOneFault(_ bytes: [UInt8], _ found: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID()).txt")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        var faults: [KnowledgeError] = []
        try DictionaryFormat.read(file, faults: &faults) { _ in Issue.record("no record was expected") }
        #expect(faults.count == 1)
        #expect(faults[0].description.hasPrefix("\(file.lastPathComponent): expected a dictionary of actors"))
        #expect(faults[0].description.hasSuffix(found))
    }

    // MARK: - Whatever the bytes

    /// Bytes of no meaning, and bytes that dictionaries are made of in no order: the same at each run.
    static let noise: [[UInt8]] = {
        var state: UInt64 = 20_010_120
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let pieces = [
            "[", "]", "{", "}", "<", ">", "<!--", "-->", "/*", "*/", "#", ";", "+", "!", "=", "|", ",", "\"", "\"\"",
            "\\",
            "\n", "\r\n", "\t", "    ", "GON", "GOV", "~COP", "---", "###", "930120", "-", "20010120", "/", "_", "JANE",
            "<Country>", "</Country>", "<CountryCode>", "<GovernmentMembers>", "name", "code", "{\"name\":", "\u{FEFF}",
            "é",
            "(people)", "(", "?", "2001-01-20",
        ].map { Array($0.utf8) }
        return (0..<400).map { i in
            i % 4 == 0
                ? (0..<next(400)).map { _ in UInt8(next(256)) }
                : (0..<next(200)).flatMap { _ in next(40) == 0 ? [UInt8(next(256))] : pieces[next(pieces.count)] }
        }
    }()

    /// No reader stops, and each fault is one line.
    @Test(arguments: DictionaryFormat.allCases) func anyBytesAreRead(_ format: DictionaryFormat) {
        let header = format == .csv ? "name,code\n" : format == .tsv ? "name\tcode\n" : ""
        for bytes in Self.noise + [Array("é\u{0}".utf8), Array("\u{FEFF}".utf8), []] {
            for start in [[], Array(header.utf8)] {
                let reading = Reading(start + bytes, as: format)
                #expect(reading.faults.allSatisfy { !$0.contains("\n") && $0.hasPrefix("own:") })
                #expect(reading.records.allSatisfy { !$0.names.isEmpty && !$0.terms.isEmpty })
            }
        }
    }

    @Test(arguments: DictionaryFormat.allCases) func anEndlessLineIsRead(_ format: DictionaryFormat) {
        let long = [UInt8](repeating: UInt8(ascii: "A"), count: 3 << 20)
        let header = format == .csv ? "name,code\n" : format == .tsv ? "name\tcode\n" : ""
        for start in ["", "[", "<!--", "\"", "<", "{\"", "!A! = ", "(", "\\"] {
            let reading = Reading(Array((header + start).utf8) + long, as: format)
            #expect(reading.records == [])
            #expect(reading.faults.allSatisfy { $0.utf8.count < 400 })
        }
    }

    @Test func deepJSONIsAFault() {
        let deep = "{\"name\":" + String(repeating: "[", count: 100_000)
        let reading = Reading(deep + "\n", as: .jsonLines)
        #expect(reading.records == [])
        #expect(reading.faults.count == 1)
    }
}
