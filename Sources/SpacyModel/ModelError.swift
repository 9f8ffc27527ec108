/// Why a language model could not be read.
package enum ModelError: Error, CustomStringConvertible, Equatable {
    /// A file of the model directory is missing or unreadable.
    case unreadable(String)
    /// Bytes that are not what their format says; `at` is a byte offset.
    case malformed(String, at: Int)
    /// A file that lacks a part, or holds one of another shape.
    case unexpected(file: String, expected: String)
    /// The compiled model is not one, or is another program's or version's.
    case notCompiled(path: String, reason: String)

    package var description: String {
        switch self {
        case .unreadable(let path): "cannot read \(path) of the language model"
        case .malformed(let what, let at): "language model: \(what), at byte \(at)"
        case .unexpected(let file, let expected): "language model: \(file) was expected to hold \(expected)"
        case .notCompiled(let path, let reason): "compiled model \(path): \(reason)"
        }
    }
}
