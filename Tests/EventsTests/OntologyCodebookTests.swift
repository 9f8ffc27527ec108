import Annotation
import TestSupport
import Testing

@testable import Events

@Suite struct OntologyCodebook {
    let book: Codebook
    var ontology: Ontology { book.ontology }

    init() throws { book = try Codebook(data: TestData.data()) }

    @Test func isComplete() {
        let overview = book.overview
        #expect(overview.types.map(\.type) == PloverType.allCases)
        #expect(overview.modeCount == 67)
        #expect(overview.contexts.count == 37)
        #expect(overview.roots.map(\.code) == (1...20).map { $0 < 10 ? "0\($0)" : "\($0)" })
        // 312 with the roots, and the six that came later.
        #expect(overview.codeCount == 312 - 20 + 6)
        #expect(book.published.count == 256)
        #expect(Set(book.codes.map(\.name)).count == book.codes.count)
    }

    /// Every code is in the published table, or beyond it, or a comment.
    @Test func everyCodeMaps() {
        for code in book.codes.map(\.name) {
            let isComment = code.hasPrefix("01")
            #expect((ontology.type(of: code) == nil) == isComment, "\(code)")
            #expect(ontology.cameoQuad(of: code) != nil, "\(code)")
            guard code.count > 2, !isComment else { continue }
            #expect(ontology.tableType(of: code) != nil, "\(code)")
            #expect(book.codes.contains { $0.name == code.dropLast() }, "\(code) has no parent")
        }
        for code in book.published { #expect(ontology.isCode(code), "\(code)") }
    }

    @Test func everyTypeModeAndContextIsDefined() {
        for row in book.types { #expect(row.definition.hasSuffix("."), "\(row.type)") }
        for row in book.modes { #expect(row.definition.hasSuffix("."), "\(row.key)") }
        for row in book.contexts { #expect(row.definition.hasSuffix("."), "\(row.name)") }
        for row in book.codes where row.name.count < 4 && (row.name.last != "0" || row.name.count == 2) {
            #expect(row.definition.hasSuffix("."), "\(row.name)")
        }
    }

    /// A row says what the table has, and that the manual has it otherwise.
    @Test func everyDifferenceIsReal() {
        for row in book.differences {
            #expect(book.published.contains(row.code), "\(row.code)")
            #expect(row.manual != row.table, "\(row.code)")
            #expect(!row.reason.isEmpty, "\(row.code)")
            let table = row.table.split(separator: "/").map(String.init)
            #expect(ontology.tableType(of: row.code)?.rawValue == table[0], "\(row.code)")
            let manual = row.manual.split(separator: "/").map(String.init)
            if row.isPartial {
                #expect(ontology.type(of: row.code)?.rawValue == table[0], "\(row.code)")
            } else {
                #expect(ontology.type(of: row.code)?.rawValue == manual[0], "\(row.code)")
                #expect(ontology.conversion(of: row.code)?.modes == Array(manual.dropFirst()), "\(row.code)")
            }
        }
        #expect(Set(book.differences.map { $0.code + $0.manual }).count == book.differences.count)
    }

    @Test(arguments: [
        ("coerce", ["COERCE"]), ("COERCE/arrest", ["COERCE/arrest"]), ("coerce/ARREST", ["COERCE/arrest"]),
        ("arrest", ["THREATEN/arrest", "COERCE/arrest"]), ("cyber", ["COERCE/cyber", "cyber"]),
        ("human rights", ["human_rights"]), ("martial law", ["COERCE/martial-law"]), ("11", ["11"]),
        ("0842", ["0842"]), ("assassinate", ["assassinate"]), ("842", []), ("war", []), ("", []),
    ])
    func findsPages(_ name: String, _ pages: [String]) {
        #expect(book.entries(named: name).map(\.name) == pages)
    }

    @Test(arguments: [
        ("1129", ["112", "1121", "1122"]), ("arest", ["arrest"]), ("COERCE/arest", ["COERCE/arrest"]),
        ("PROTST", ["PROTEST"]), ("humanrights", ["human_rights"]), ("quux", []),
    ])
    func findsNamesThatLookAlike(_ name: String, _ near: [String]) { #expect(book.names(near: name) == near) }

    @Test func everyNameHasAPage() throws {
        for page in book.types.map({ $0.type.rawValue }) + book.modes.map(\.key) + book.contexts.map(\.name)
            + book.codes.map(\.name) + book.obsolete.map(\.name)
        {
            #expect(!book.entries(named: page).isEmpty, "\(page)")
        }
    }

    @Test func aPageNamesTheEntriesThatLeadToIt() throws {
        let page = try #require(book.entries(named: "112").first)
        let lexicon = try #require(page.sections.first { $0.label == "lexicon" })
        #expect(lexicon.lines.contains { $0.name == "accuse.txt" })
    }
}
