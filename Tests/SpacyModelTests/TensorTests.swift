import Testing

@testable import SpacyModel

@Suite struct TensorTests {
    private func file(header: String, data: [Float]) -> [UInt8] {
        var bytes: [UInt8] = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, UInt8(header.utf8.count), 0]
        bytes += Array(header.utf8)
        for value in data { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += Array($0) } }
        return bytes
    }

    @Test func readsANumpyFile() throws {
        let bytes = file(
            header: "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }\n", data: [1, 2, 3, 4, 5, 6])
        #expect(try Tensor(numpyFile: bytes, file: "v") == Tensor(shape: [2, 3], values: [1, 2, 3, 4, 5, 6]))
    }

    @Test(arguments: [
        "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }",
        "{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 4), }",
    ])
    func refusesAnotherTypeOrderOrSize(_ header: String) {
        #expect(throws: ModelError.self) {
            try Tensor(numpyFile: file(header: header, data: [1, 2, 3, 4, 5, 6]), file: "v")
        }
    }

    @Test func refusesAHeaderThatEndsEarly() {
        #expect(throws: ModelError.self) {
            try Tensor(numpyFile: [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 200, 0, 0x7b, 0x7d, 0x20], file: "v")
        }
    }
}
