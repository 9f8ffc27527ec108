/// The layers of a thinc network in the order in which `Model.to_bytes` walks them.
package struct ThincModel {
    /// One layer with its parameters.
    package struct Node {
        package var name: String
        package var dims: [String: Int]
        package var parameters: [String: Tensor]
        /// Attributes that are whole numbers ("seed", "column").
        package var numbers: [String: Int]
        /// Attributes that are lists of words ("columns").
        package var words: [String: [String]]
    }

    package let nodes: [Node]

    /// - Throws: `ModelError` when the bytes are no thinc model.
    package init(_ bytes: [UInt8], file: String) throws {
        var reader = MessagePackReader(bytes)
        let root = try reader.next()
        guard let nodes = root["nodes"]?.array, let attributes = root["attrs"]?.array,
            let parameters = root["params"]?.array, attributes.count == nodes.count, parameters.count == nodes.count
        else { throw ModelError.unexpected(file: file, expected: "a thinc model") }
        self.nodes = try nodes.indices.map { i in
            var node = Node(name: nodes[i]["name"]?.string ?? "", dims: [:], parameters: [:], numbers: [:], words: [:])
            for (key, value) in nodes[i]["dims"]?.map ?? [] {
                if let name = key.string, let size = value.int { node.dims[name] = size }
            }
            for (key, value) in parameters[i].map ?? [] {
                if let name = key.string, value.map != nil {
                    node.parameters[name] = try Tensor(value, bytes: bytes, file: file)
                }
            }
            for (key, value) in attributes[i].map ?? [] {
                guard let name = key.string, case .binary(let range) = value else { continue }
                // Attributes are messages inside the message.
                var inner = MessagePackReader(Array(bytes[range]))
                let attribute = try inner.next()
                if let number = attribute.int { node.numbers[name] = number }
                if let list = attribute.array { node.words[name] = list.compactMap(\.string) }
            }
            return node
        }
    }

    /// The nodes of a kind, in order.
    package func all(_ name: String) -> [Node] { nodes.filter { $0.name == name } }
}

/// A dense array of 32-bit floats, row-major.
package struct Tensor: Equatable {
    package var shape: [Int]
    package var values: [Float]

    package init(shape: [Int], values: [Float]) {
        self.shape = shape
        self.values = values
    }

    /// Reads numpy's form inside a message (`msgpack_numpy`).
    init(_ message: MessagePack, bytes: [UInt8], file: String) throws {
        func field(_ name: String) -> MessagePack? {
            message.map?.first {
                switch $0.key {
                case .string(let s): s == name
                case .binary(let r): Array(bytes[r]) == Array(name.utf8)
                default: false
                }
            }?.value
        }
        guard let shape = field("shape")?.array?.compactMap(\.int), case .binary(let range) = field("data") else {
            throw ModelError.unexpected(file: file, expected: "a numpy array")
        }
        guard field("type")?.string == "<f4", range.count == 4 * shape.reduce(1, *) else {
            throw ModelError.unexpected(file: file, expected: "an array of 32-bit floats of shape \(shape)")
        }
        self.shape = shape
        values = Tensor.floats(bytes[range])
    }

    /// Reads a `.npy` file (format 1.0 and 2.0).
    package init(numpyFile bytes: [UInt8], file: String) throws {
        guard bytes.count > 12, Array(bytes[0..<6]) == [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] else {
            throw ModelError.unexpected(file: file, expected: "a numpy array")
        }
        let long = bytes[6] >= 2
        let length = Int(bytes[8]) | Int(bytes[9]) << 8 | (long ? Int(bytes[10]) << 16 | Int(bytes[11]) << 24 : 0)
        let start = (long ? 12 : 10) + length
        guard start <= bytes.count else { throw ModelError.malformed("numpy header ends early", at: bytes.count) }
        let header = String(decoding: bytes[(long ? 12 : 10)..<start], as: UTF8.self)
        guard header.contains("'<f4'"), header.contains("'fortran_order': False"),
            let open = header.lastIndex(of: "("), let close = header[open...].firstIndex(of: ")")
        else { throw ModelError.unexpected(file: file, expected: "a row-major array of 32-bit floats") }
        let shape = header[header.index(after: open)..<close].split(separator: ",").compactMap {
            Int($0.drop { $0 == " " })
        }
        guard bytes.count - start == 4 * shape.reduce(1, *) else {
            throw ModelError.unexpected(file: file, expected: "\(shape) numbers")
        }
        self.shape = shape
        values = Tensor.floats(bytes[start...])
    }

    private static func floats(_ bytes: ArraySlice<UInt8>) -> [Float] {
        bytes.withUnsafeBytes { raw in
            (0..<raw.count / 4).map {
                Float(bitPattern: UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)))
            }
        }
    }
}
