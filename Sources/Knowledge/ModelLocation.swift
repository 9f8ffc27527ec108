package import Foundation

/// Where the language model's folder is: named by an option, by `ENTENTE_MODEL`, or put beside the build by the set-up.
package struct ModelLocation: Sendable {
    /// The folder that holds `meta.json`.
    package let folder: URL

    /// Looks in order at: the option, `ENTENTE_MODEL`, `.entente/model` in each folder above the binary,
    /// `../share/entente/model` beside the binary (an install prefix).
    ///
    /// - Throws: `LocationError.noModel` naming every place that was tried.
    package init(option: String?, environment: [String: String], executable: URL) throws {
        let named = option ?? environment["ENTENTE_MODEL"].flatMap { $0.isEmpty ? nil : $0 }
        var candidates: [URL] = []
        if let named {
            candidates = [URL(fileURLWithPath: named)]
        } else {
            var above = executable.resolvingSymlinksInPath().deletingLastPathComponent()
            let prefix = above.deletingLastPathComponent()
            while above.path != "/" {
                candidates.append(above.appendingPathComponent(".entente/model"))
                above = above.deletingLastPathComponent()
            }
            candidates.append(prefix.appendingPathComponent("share/entente/model"))
        }
        let found = candidates.first {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("meta.json").path)
        }
        guard let found else { throw LocationError.noModel(tried: candidates.map(\.path)) }
        folder = found
    }
}
