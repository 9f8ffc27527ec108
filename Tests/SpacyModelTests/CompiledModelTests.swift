import Foundation
import Testing

@testable import SpacyModel

@Suite struct CompiledModelTests {
    private let identity = [UInt8](repeating: 7, count: 32)

    private func encoded() -> [UInt8] {
        CompiledModel.encode(identity: identity, sections: [(.name, Array("a model".utf8)), (.normText, [1, 2, 3])])
    }

    /// What is said of a file with these bytes; nil when it can be read.
    private func complaint(_ bytes: [UInt8], identity: [UInt8]? = nil) throws -> String? {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { unlink(path) }
        do {
            _ = try CompiledModel(path: path, identity: identity ?? self.identity)
            return nil
        } catch let error as ModelError {
            guard case .notCompiled(path, let reason) = error else { return "\(error)" }
            return reason
        }
    }

    @Test func readsItsSectionsBack() throws {
        let model = try CompiledModel(bytes: encoded(), identity: identity)
        #expect(try model.lines(.name) == ["a model"])
        #expect(Array(try model.bytes(.normText)) == [1, 2, 3])
        #expect(throws: ModelError.self) { try model.bytes(.norms) }
    }

    @Test func acceptsItsOwnFile() throws { #expect(try complaint(encoded()) == nil) }

    @Test func refusesATruncatedFile() throws {
        let whole = encoded()
        let said = try complaint(whole.dropLast(3))
        #expect(said == "is \(whole.count - 3) bytes long, its header says \(whole.count)")
        #expect(try complaint([]) == "is too short to be one")
    }

    @Test func refusesAForeignFile() throws {
        #expect(try complaint(Array(repeating: 0x41, count: 500)) == "is not a compiled model")
    }

    @Test func refusesAnOlderFormat() throws {
        var bytes = encoded()
        bytes[8] = 0
        #expect(try complaint(bytes) == "has format 0, this program reads \(CompiledModel.version)")
    }

    @Test func refusesOneMadeFromAnotherModel() throws {
        #expect(try complaint(encoded(), identity: [UInt8](repeating: 8, count: 32)) == "was made from another model")
    }

    @Test func refusesASectionOutsideTheFile() throws {
        var bytes = encoded()
        // The length of the first section.
        bytes[56 + 16 + 3] = 0xff
        #expect(try complaint(bytes) == "has a section outside itself")
    }
}
