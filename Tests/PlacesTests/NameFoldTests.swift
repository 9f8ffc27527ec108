import TestSupport
import Testing

@testable import Places

@Suite struct NameFoldTests {
    /// Names that are one name however they are printed.
    @Test(arguments: [
        ("São Paulo", "Sao Paulo"), ("SAO PAULO", "Sao Paulo"), ("Port-au-Prince", "Port au Prince"),
        ("U.S.", "US"), ("Bieżuń", "Biezun"), ("N'Djamena", "N’Djamena"), ("Malmö", "Malmo"), ("Straße", "Strasse"),
        ("Ağrı", "Agri"), ("Bình Phước", "Binh Phuoc"), ("Al-Minya", "al Minya"),
    ])
    func areOne(_ a: String, _ b: String) throws {
        let fold = try NameFold(data: TestData.data())
        #expect(fold.hash(of: a) == fold.hash(of: b))
    }

    @Test(arguments: [("Paris", "Parris"), ("Niger", "Nigeria"), ("Киев", "Киiв"), ("Ulm", "Elm")])
    func areTwo(_ a: String, _ b: String) throws {
        let fold = try NameFold(data: TestData.data())
        #expect(fold.hash(of: a) != fold.hash(of: b))
    }

    @Test(arguments: ["", " ", "-", "…", "'", "\u{301}"]) func marksAloneAreNoName(_ marks: String) throws {
        #expect(try NameFold(data: TestData.data()).hash(of: marks) == nil)
    }

    @Test(arguments: [("Kyiv", true), ("Bình Phước", true), ("Kʻiew", true), ("Киев", false), ("東京", false)])
    func tellsLatinLetters(_ name: String, _ isLatin: Bool) throws {
        #expect(try NameFold(data: TestData.data()).isLatin(Array(name.utf8)) == isLatin)
    }

    @Test func readsBytesThatAreNoText() throws {
        let fold = try NameFold(data: TestData.data())
        let broken: [[UInt8]] = [[0xFF, 0xC3], [0xE2, 0x80], [0xF0], [0xC3], [0xE1, 0xBB]]
        for bytes in broken { #expect(fold.hash(of: bytes[...]) == fold.hash(of: bytes[...])) }
    }
}
