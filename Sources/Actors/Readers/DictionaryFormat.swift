import Annotation
package import Foundation
package import Knowledge

/// The formats of dictionaries that people bring, told apart by their content.
package enum DictionaryFormat: String, Sendable {
    /// Entente's own, as in `Data/actors/people`.
    case entente

    /// Reads a dictionary; what is wrong in it goes to `faults`, the rest to `add`.
    package static func read(
        _ file: URL, faults: inout [KnowledgeError], _ add: (ActorRecord) -> Void
    ) throws {
        let bytes = try Data(contentsOf: file, options: .alwaysMapped)
        let name = file.lastPathComponent
        bytes.withUnsafeBytes { ActorFileReader(file: name).read($0, faults: &faults, add) }
    }
}
