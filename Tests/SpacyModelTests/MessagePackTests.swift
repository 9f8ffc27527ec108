import Testing

@testable import SpacyModel

@Suite struct MessagePackTests {
    private func read(_ bytes: [UInt8]) throws -> MessagePack {
        var reader = MessagePackReader(bytes)
        return try reader.next()
    }

    @Test(
        arguments: [
            ([0x07], 7), ([0xff], -1), ([0xcc, 0xc8], 200), ([0xcd, 0x01, 0xbd], 445), ([0xd0, 0x80], -128),
            ([0xd1, 0xff, 0x00], -256), ([0xce, 0, 1, 0, 0], 65536),
        ] as [([UInt8], Int)])
    func readsWholeNumbers(_ bytes: [UInt8], _ value: Int) throws {
        #expect(try read(bytes).int == value)
    }

    @Test func keepsHashKeysWhole() throws {
        let bytes: [UInt8] = [0xcf, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe]
        #expect(try read(bytes).key == UInt64.max - 1)
        #expect(try read(bytes).int == nil)
    }

    @Test func readsNestedMapsAndLists() throws {
        // {"a": [1, "é"], "b": nil}
        let value = try read([0x82, 0xa1, 0x61, 0x92, 0x01, 0xa2, 0xc3, 0xa9, 0xa1, 0x62, 0xc0])
        #expect(value["a"]?.array?.count == 2)
        #expect(value["a"]?.array?[1].string == "é")
        #expect(value["c"] == nil)
    }

    @Test(
        arguments: [
            [], [0xa5, 0x61], [0x92, 0x01], [0xc6, 0xff, 0xff, 0xff, 0xff, 0x00], [0xc1],
            [UInt8](repeating: 0x91, count: 100),
        ] as [[UInt8]])
    func refusesWhatIsCutOffUnknownOrBottomless(_ bytes: [UInt8]) {
        #expect(throws: ModelError.self) { try read(bytes) }
    }
}
