import Foundation
import Testing

@testable import Knowledge

@Suite struct CacheLocationTests {
    private func temporary() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private let nowhere = URL(fileURLWithPath: "/nonexistent/bin/entente")

    @Test func storesAFileUnderItsNameAndLeavesNothingElse() throws {
        let folder = try temporary()
        defer { try? FileManager.default.removeItem(at: folder) }
        let cache = CacheLocation(option: folder.path, environment: [:], executable: nowhere)
        #expect(cache.existing("a.bin") == nil)
        let path = try #require(cache.store([1, 2, 3], as: "a.bin"))
        #expect(cache.existing("a.bin") == path)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data([1, 2, 3]))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.bin"])
    }

    @Test func prefersTheOptionThenXDGThenTheBuild() throws {
        let folder = try temporary()
        defer { try? FileManager.default.removeItem(at: folder) }
        let build = folder.appendingPathComponent("repo/.build/release/entente")
        func chosen(_ option: String?, _ environment: [String: String]) -> String? {
            CacheLocation(option: option, environment: environment, executable: build).folder?.path
        }
        let (option, home) = (folder.path + "/option", folder.path + "/home")
        #expect(chosen(option, ["XDG_CACHE_HOME": home]) == option)
        #expect(chosen(nil, ["XDG_CACHE_HOME": home]) == home + "/entente")
        #expect(chosen(nil, ["XDG_CACHE_HOME": "relative"]) == folder.path + "/repo/.entente/cache")
    }

    @Test func hasNoFolderWhereNothingCanBeWritten() {
        let cache = CacheLocation(option: "/proc/nothing", environment: [:], executable: nowhere)
        #expect(cache.folder == nil)
        #expect(cache.store([1], as: "a.bin") == nil)
        #expect(cache.locked("a.bin") { 7 } == 7)
    }
}
