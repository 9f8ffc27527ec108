import Foundation
import Knowledge

/// A folder that is gone with the value.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("entente-actors-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file of the folder.
    func file(_ name: String, _ text: String) throws -> URL {
        let file = url.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        return file
    }

    /// A cache in the folder.
    var cache: CacheLocation {
        CacheLocation(option: url.appendingPathComponent("cache").path, environment: [:], executable: url)
    }

    /// The compiled dictionaries of the cache.
    func compiled() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: url.appendingPathComponent("cache"), includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "actors" }
    }
}
