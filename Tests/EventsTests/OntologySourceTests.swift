import Foundation
import TestSupport
import Testing

@testable import Events

private let shared = TestData.repository.deletingLastPathComponent().appendingPathComponent("shared")
private let codes = shared.appendingPathComponent("cameo-codes.tsv")
private let table = shared.appendingPathComponent("dev/CAMEO2PLOVER-2021.txt")
private let areThere = [codes, table].allSatisfy { FileManager.default.fileExists(atPath: $0.path) }

/// The facts against the files that they were taken from, where those are beside the repository.
@Suite(.enabled(if: areThere, "needs ../shared/cameo-codes.tsv and ../shared/dev/CAMEO2PLOVER-2021.txt"))
struct OntologySources {
    let book: Codebook

    init() throws { book = try Codebook(data: TestData.data()) }

    @Test func everyCodeHasItsGoldsteinScore() throws {
        let rows = try String(contentsOf: codes, encoding: .utf8).split(separator: "\n").dropFirst()
        #expect(rows.count == 312)
        for row in rows {
            let cells = row.split(separator: "\t")
            #expect(book.ontology.goldstein(of: String(cells[0])) == Double(cells[2]), "\(row)")
        }
    }

    /// "175: ASSAULT, pro_autocracy , military # …": the code stands in our table with the same type, modes, contexts.
    @Test func everyConversionIsThePublishedOne() throws {
        let file = TestData.repository.appendingPathComponent("Data/ontology/cameo-to-plover.txt")
        let ours = Set(
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
                String($0.filter { !$0.isWhitespace })
            })
        var found: Set<Substring> = []
        for line in try String(contentsOf: table, encoding: .utf8).split(separator: "\n") {
            let fact = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }
            guard let colon = fact.firstIndex(of: ":"), fact[..<colon].count > 2, fact.first?.isNumber == true else {
                continue
            }
            let cells = fact[fact.index(after: colon)...].split(separator: ",", omittingEmptySubsequences: false)
            let contexts = cells.dropFirst(2).joined().replacing(";", with: ",")
            #expect(ours.contains("\(fact[..<colon])|\(cells[0])|\(cells[1])|\(contexts)"), "\(line)")
            found.insert(fact[..<colon])
        }
        #expect(found.count == 256)
    }
}
