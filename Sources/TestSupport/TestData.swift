package import Foundation
package import Knowledge

/// Where tests find the repository's own files.
package enum TestData {
    /// The folder that holds Package.swift, seen from this file.
    package static let repository: URL = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The knowledge of the working tree.
    package static func data() throws -> DataLocation {
        try DataLocation(
            option: repository.appendingPathComponent("Data").path, environment: [:],
            executable: repository)
    }

    /// The build's own cache: what the program compiled need not be compiled again, without optimisation, by every test.
    package static let cache = CacheLocation(
        option: repository.appendingPathComponent(".entente/cache").path, environment: [:], executable: repository)

    /// A fixture of a test target: `fixture("EventsTests", "examples.parse.jsonl")`.
    package static func fixture(_ target: String, _ name: String) throws -> [ParseFixture] {
        try ParseFixture.read(repository.appendingPathComponent("Tests/\(target)/Fixtures/\(name)").path)
    }
}
