package import Foundation
import Annotation

/// The files that a compiled form is made from, known by path, size and time of change: cheap to look at, so that
/// nothing need be read to know that a cache is fresh.
package struct FileManifest: Sendable {
    /// In order of their names, folders gone through.
    package let files: [URL]
    package let identity: UInt64

    /// - Parameter paths: files, and folders whose `.txt` files are meant, whatever their depth.
    package init(_ paths: [URL]) {
        var files: [URL] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path.path, isDirectory: &isFolder), isFolder.boolValue else {
                files.append(path)
                continue
            }
            let inside = (try? FileManager.default.subpathsOfDirectory(atPath: path.path)) ?? []
            files += inside.filter { $0.hasSuffix(".txt") }.sorted().map { path.appendingPathComponent($0) }
        }
        self.files = files
        var text = ""
        for file in files {
            var status = stat()
            let isThere = stat(file.path, &status) == 0
            text += "\(file.path)|\(isThere ? status.st_size : -1)|"
            text += "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)\n"
        }
        identity = StringKey(text).value
    }
}
