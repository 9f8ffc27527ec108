import Annotation
import Knowledge
import Testing

@Suite struct TextTables {
    func table(_ text: String, columns: ClosedRange<Int> = 1...3) throws -> TextTable {
        try TextTable(name: "acts.txt", bytes: Array(text.utf8), columns: columns)
    }

    @Test func readsRowsColumnsAndNotes() throws {
        let table = try table("# a comment\nverb | meet, see | 040\n    They met.\n\nnoun | talk\n")
        #expect(table.rows.map(\.line) == [2, 5])
        #expect(table.rows[0].list(1) == ["meet", "see"])
        #expect(table.rows[0].notes.map(\.text) == ["They met."])
        #expect(table.rows[1].text(2) == "")
    }

    @Test(arguments: [
        ("a | b | c | d\n", "acts.txt:1: expected 1 to 3 columns, found 4"),
        ("\n    an example\n", "acts.txt:2: an indented line stands under no row"),
    ])
    func namesTheLineOfAFault(_ text: String, _ message: String) {
        #expect(throws: KnowledgeError.self) { _ = try table(text) }
        do { _ = try table(text) } catch { #expect("\(error)" == message) }
    }
}
