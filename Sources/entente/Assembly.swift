import Annotation
import Coding

/// Where the user says that things are; nil where the program finds them itself.
struct Resources: Sendable {
    var data: String?
    var model: String?
    var cache: String?
}

/// Puts the language engine and the coder together: the only file that names them.
///
/// They are loaded when the first report is there to work on, so a mistake in the paths is told at once, and they are
/// loaded once, whichever worker comes first.
final class Assembly: Sendable {
    private let resources: Resources

    init(_ resources: Resources) { self.resources = resources }

    func codingWorker() throws -> any ReportWorker<[CodedReport]> { throw StartError.noEngine }

    func parsingWorker() throws -> any ReportWorker<[Document]> { throw StartError.noEngine }
}

/// Nothing could start.
enum StartError: Error, CustomStringConvertible {
    case noEngine

    var description: String {
        switch self {
        case .noEngine: "this build has no language engine yet"
        }
    }
}
