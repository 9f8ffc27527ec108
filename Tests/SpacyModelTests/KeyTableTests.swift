import Testing

@testable import SpacyModel

@Suite struct KeyTableTests {
    private func with<T>(_ bytes: [UInt8], _ body: (KeyTable) throws -> T) throws -> T {
        // Tables are read where they lie, at an aligned address.
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
        defer { memory.deallocate() }
        memory.copyBytes(from: bytes)
        return try body(KeyTable(UnsafeRawBufferPointer(memory), name: .norms))
    }

    @Test func findsEveryKeyAndNoOther() throws {
        let entries = (1...1000).map { (UInt64($0) &* 64, UInt32($0)) }
        try with(KeyTable.encode(entries)) { table in
            #expect(entries.allSatisfy { table[$0.0] == $0.1 })
            #expect(table[63] == nil)
            #expect(table[0] == nil)
        }
    }

    @Test func keepsTheFirstOfEqualKeys() throws {
        try with(KeyTable.encode([(5, 1), (5, 2)])) { #expect($0[5] == 1) }
    }

    @Test func refusesBytesOfAnotherSize() {
        #expect(throws: ModelError.self) { try with([UInt8](repeating: 0, count: 100)) { _ in } }
    }
}
