import Annotation
package import Foundation

/// Where the plain-text knowledge (`Data/`) is: named by an option, by `ENTENTE_DATA`, or found beside the program.
package struct DataLocation: Sendable {
    /// The folder that holds `ontology/`, `lexicon/`, `actors/` and the others.
    package let folder: URL
    /// A folder of the user's own, whose files add to those of `lexicon/`.
    package let userLexicon: URL?

    /// Looks in order at: the option, `ENTENTE_DATA`, `Data` beside the binary and in each folder above it,
    /// `../share/entente/Data` beside the binary (an install prefix).
    ///
    /// - Parameter lexicon: the user's own lexicon folder.
    /// - Throws: `LocationError.noData` naming every place that was tried, `LocationError.noLexicon`.
    package init(option: String?, lexicon: String? = nil, environment: [String: String], executable: URL) throws {
        userLexicon = try lexicon.map { path in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
                throw LocationError.noLexicon(path)
            }
            return URL(fileURLWithPath: path)
        }
        var tried: [String] = []
        func usable(_ folder: URL) -> Bool {
            tried.append(folder.path)
            var isFolder: ObjCBool = false
            let ontology = folder.appendingPathComponent("ontology").path
            return FileManager.default.fileExists(atPath: ontology, isDirectory: &isFolder) && isFolder.boolValue
        }
        if let option {
            let named = URL(fileURLWithPath: option)
            guard usable(named) else { throw LocationError.noData(tried: tried) }
            folder = named
            return
        }
        if let named = environment["ENTENTE_DATA"], !named.isEmpty {
            let url = URL(fileURLWithPath: named)
            guard usable(url) else { throw LocationError.noData(tried: tried) }
            folder = url
            return
        }
        var above = executable.resolvingSymlinksInPath().deletingLastPathComponent()
        let installed = above.deletingLastPathComponent().appendingPathComponent("share/entente/Data")
        while true {
            let beside = above.appendingPathComponent("Data")
            if usable(beside) {
                folder = beside
                return
            }
            let parent = above.deletingLastPathComponent()
            if parent.path == above.path { break }
            above = parent
        }
        guard usable(installed) else { throw LocationError.noData(tried: tried) }
        folder = installed
    }

    /// A name for what some folders of the knowledge hold: 16 hexadecimal digits that change with any byte of any file.
    package func digest(of folders: [String]) -> String {
        var bytes: [UInt8] = []
        for folder in folders {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: file(folder).path)) ?? []
            for name in names.sorted() where name.hasSuffix(".txt") {
                bytes += Array("\(folder)/\(name)\n".utf8) + ((try? Data(contentsOf: file(folder, name))) ?? Data())
            }
        }
        if folders.contains("lexicon"), let userLexicon {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: userLexicon.path)) ?? []
            for name in names.sorted() where name.hasSuffix(".txt") {
                let file = userLexicon.appendingPathComponent(name)
                bytes += Array("own/\(name)\n".utf8) + ((try? Data(contentsOf: file)) ?? Data())
            }
        }
        let digits = String(bytes.withUnsafeBytes { StringKey(bytes: $0).value }, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// A file of the knowledge: `file("lexicon", "accuse.txt")`.
    package func file(_ components: String...) -> URL {
        components.reduce(folder) { $0.appendingPathComponent($1) }
    }
}

/// Something the program needs at start could not be found.
package enum LocationError: Error, CustomStringConvertible {
    case noData(tried: [String])
    case noModel(tried: [String])
    case noLexicon(String)

    package var description: String {
        switch self {
        case .noData(let tried):
            "no Data folder with an ontology in it; looked at \(tried.joined(separator: ", "))"
        case .noLexicon(let path): "--lexicon \"\(path)\": expected a folder with files like those of Data/lexicon"
        case .noModel(let tried):
            "no language model (a folder with meta.json); looked at \(tried.joined(separator: ", "))"
        }
    }
}
