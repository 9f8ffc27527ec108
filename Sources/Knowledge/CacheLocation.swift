package import Foundation

/// The one home of compiled forms: files that can be made again from their sources at any time.
///
/// A file is written under a temporary name and renamed, so that no reader ever sees half of one; a lock keeps two
/// programs from making the same one at once.
package struct CacheLocation: Sendable {
    /// The folder; nil when there is nowhere to write.
    package let folder: URL?

    /// Chooses the option, else `XDG_CACHE_HOME/entente`, else `.entente/cache` beside the build, else
    /// `~/.cache/entente`: the first that can be written to.
    package init(option: String?, environment: [String: String], executable: URL) {
        var candidates: [URL] = []
        if let option {
            candidates = [URL(fileURLWithPath: option)]
        } else {
            if let home = environment["XDG_CACHE_HOME"], home.hasPrefix("/") {
                candidates.append(URL(fileURLWithPath: home).appendingPathComponent("entente"))
            }
            if let build = CacheLocation.repository(above: executable) {
                candidates.append(build.appendingPathComponent(".entente/cache"))
            }
            if let home = environment["HOME"], home.hasPrefix("/") {
                candidates.append(URL(fileURLWithPath: home).appendingPathComponent(".cache/entente"))
            }
        }
        folder = candidates.first { CacheLocation.isUsable($0) }
    }

    /// The folder that the binary was built in: the one above `.build`.
    private static func repository(above executable: URL) -> URL? {
        var at = executable.resolvingSymlinksInPath().deletingLastPathComponent()
        while at.path != "/" {
            if at.lastPathComponent.hasPrefix(".build") { return at.deletingLastPathComponent() }
            at = at.deletingLastPathComponent()
        }
        return nil
    }

    private static func isUsable(_ folder: URL) -> Bool {
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return access(folder.path, R_OK | W_OK | X_OK) == 0
    }

    /// The path of a cached file, nil when there is none.
    package func existing(_ name: String) -> String? {
        guard let path = folder?.appendingPathComponent(name).path, access(path, R_OK) == 0 else { return nil }
        return path
    }

    /// Runs `body` while no other program runs one for the same file; without a folder, at once.
    package func locked<T>(_ name: String, _ body: () throws -> T) rethrows -> T {
        let lock = folder.map {
            open($0.appendingPathComponent(name + ".lock").path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
        }
        if let lock, lock >= 0 { flock(lock, LOCK_EX) }
        defer { if let lock, lock >= 0 { close(lock) } }
        return try body()
    }

    /// Stores a file.
    ///
    /// - Returns: its path; nil when it could not be written (no folder, no space).
    package func store(_ bytes: [UInt8], as name: String) -> String? {
        guard let folder else { return nil }
        let path = folder.appendingPathComponent(name).path
        let temporary = "\(path).\(getpid()).tmp"
        guard write(bytes, to: temporary), rename(temporary, path) == 0 else {
            unlink(temporary)
            return nil
        }
        return path
    }

    /// Removes the files whose names begin so, but one: what former versions of the program made of the same source. A
    /// program that still has one of them mapped keeps it.
    package func removeOthers(beginning prefix: String, than kept: String) {
        guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return }
        for name in names where name.hasPrefix(prefix) && !name.hasPrefix(kept) {
            unlink(folder.appendingPathComponent(name).path)
        }
    }

    private func write(_ bytes: [UInt8], to path: String) -> Bool {
        let file = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o644)
        guard file >= 0 else { return false }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(file, $0.baseAddress.map { $0 + done }, bytes.count - done)
            }
            guard count > 0 else { break }
            done += count
        }
        return close(file) == 0 && done == bytes.count
    }
}
