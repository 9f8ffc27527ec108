import Foundation
import Testing

@testable import Knowledge

@Suite struct DataLocationTests {
    @Test func findsDataInAFolderAboveTheBinary() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: root) }
        let ontology = root.appendingPathComponent("Data/ontology")
        try FileManager.default.createDirectory(at: ontology, withIntermediateDirectories: true)
        let binary = root.appendingPathComponent(".build/release/entente")
        let location = try DataLocation(option: nil, environment: [:], executable: binary)
        #expect(
            location.folder.standardizedFileURL.path == root.appendingPathComponent("Data").standardizedFileURL.path)
    }

    @Test func namesThePlacesItTried() {
        let nowhere = URL(fileURLWithPath: "/nonexistent/bin/entente")
        #expect {
            try DataLocation(option: nil, environment: ["ENTENTE_DATA": "/nonexistent/data"], executable: nowhere)
        } throws: {
            "\($0)" == "no Data folder with an ontology in it; looked at /nonexistent/data"
        }
    }
}
