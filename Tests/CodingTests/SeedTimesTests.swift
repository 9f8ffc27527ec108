import Annotation
import Foundation
import Knowledge
import Linguistics
import Temporal
import TestSupport
import Testing

private let modelFolder = ProcessInfo.processInfo.environment["ENTENTE_MODEL"]
    .flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }
private let seed = TestData.repository.deletingLastPathComponent().appendingPathComponent("shared/seed/report.txt")
private let isThere = modelFolder != nil && FileManager.default.fileExists(atPath: seed.path)

/// The times that a careful reader records from the first acceptance text, in its order.
@Suite(.enabled(if: isThere, "needs ENTENTE_MODEL and ../shared/seed/report.txt")) struct SeedTimesTests {
    @Test func areAllRead() throws {
        let folder = try #require(modelFolder)
        let cache = CacheLocation(option: nil, environment: ProcessInfo.processInfo.environment, executable: folder)
        let text = [UInt8](try Data(contentsOf: seed))
        let document = try LanguageEngine(modelFolder: folder, cache: cache).makeWorker().parse([text])[0]
        let reader = TimeReader(knowledge: try TimeKnowledge(data: TestData.data()))
        let found = reader.read(document, published: CivilDate("2021-01-27")).map {
            "\(document.text(in: $0.expression.span)) \($0.expression.value)"
        }
        #expect(
            found == [
                "Wednesday 2021-01-27", "last year 2020", "Tuesday morning 2021-01-26TMO", "Tuesday 2021-01-26",
                "days PXD", "earlier this month 2021-01", "recent years PAST_REF", "recent years PAST_REF",
                "November 2019 2019-11", "recent years PAST_REF",
            ])
    }
}
