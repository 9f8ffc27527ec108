package import Foundation
import Annotation

/// A spaCy model directory, read file by file: `en_core_web_md` 3.8 or one trained with the same architecture.
package struct ModelDirectory {
    package let folder: URL

    package init(_ folder: URL) { self.folder = folder }

    /// The bytes of one file of the directory.
    ///
    /// - Throws: `ModelError.unreadable`.
    package func bytes(_ path: String) throws -> [UInt8] {
        guard let data = try? Data(contentsOf: folder.appendingPathComponent(path)) else {
            throw ModelError.unreadable(folder.appendingPathComponent(path).path)
        }
        return [UInt8](data)
    }

    /// The network of a component.
    package func network(_ component: String) throws -> ThincModel {
        try ThincModel(bytes("\(component)/model"), file: "\(component)/model")
    }

    /// One table of a `lookups.bin`: keys are string hashes.
    package func lookups(_ path: String, table: String) throws -> [(key: UInt64, value: MessagePack)] {
        var reader = MessagePackReader(try bytes(path))
        guard let map = try reader.next()[table]?.map else {
            throw ModelError.unexpected(file: path, expected: "a table '\(table)'")
        }
        return map.compactMap { entry in entry.key.key.map { ($0, entry.value) } }
    }

    /// The rows of the vectors by string hash.
    package func vectorRows() throws -> [(key: UInt64, row: UInt32)] {
        var reader = MessagePackReader(try bytes("vocab/key2row"))
        guard let map = try reader.next().map else {
            throw ModelError.unexpected(file: "vocab/key2row", expected: "a map from keys to rows")
        }
        return map.compactMap { entry in
            guard let key = entry.key.key, let row = entry.value.int else { return nil }
            return (key, UInt32(row))
        }
    }

    /// The static vectors, [rows, width].
    package func vectors() throws -> Tensor {
        try Tensor(numpyFile: bytes("vocab/vectors"), file: "vocab/vectors")
    }

    /// The tagger's labels in the order of its output.
    package func taggerLabels() throws -> [String] {
        struct Configuration: Decodable { var labels: [String] }
        return try decode(Configuration.self, "tagger/cfg").labels
    }

    /// The moves of a transition system in the order of its output: "L-nsubj", "U-ORG"; the label may be empty ("O-").
    ///
    /// spaCy numbers them by kind of move, then by frequency and label, both falling
    /// (`TransitionSystem.initialize_actions`).
    package func moves(_ component: String, names: [String]) throws -> [String] {
        var reader = MessagePackReader(try bytes("\(component)/moves"))
        guard let text = try reader.next()["moves"]?.string,
            let table = try? JSONDecoder().decode([String: [String: Int]].self, from: Data(text.utf8))
        else { throw ModelError.unexpected(file: "\(component)/moves", expected: "labels with their counts") }
        var moves: [String] = []
        for (index, name) in names.enumerated() {
            let labels = (table[String(index)] ?? [:]).sorted { ($0.value, $0.key) > ($1.value, $1.key) }
            moves += labels.map { "\(name)-\($0.key)" }
        }
        return moves
    }

    /// "en_core_web_md 3.8.0".
    package func name() throws -> String {
        struct Meta: Decodable { var lang, name, version: String }
        let meta = try decode(Meta.self, "meta.json")
        return "\(meta.lang)_\(meta.name) \(meta.version)"
    }

    /// What the compiled form is checked against: the sha256 that the set-up verified and noted in the file `pin`,
    /// else a fingerprint of the directory's names, sizes and times. 32 bytes.
    package func identity() throws -> [UInt8] {
        let noted = folder.appendingPathComponent("pin")
        if let text = try? String(contentsOf: noted, encoding: .utf8), let digest = hexadecimal(text),
            digest.count == 32
        {
            return digest
        }
        guard let walk = FileManager.default.enumerator(atPath: folder.path) else {
            throw ModelError.unreadable(folder.path)
        }
        var listing: [String] = []
        while let path = walk.nextObject() as? String {
            let attributes = walk.fileAttributes
            let modified = attributes?[.modificationDate] as? Date
            listing.append("\(path) \(attributes?[.size] ?? "") \(modified?.timeIntervalSince1970 ?? 0)")
        }
        guard !listing.isEmpty else { throw ModelError.unreadable(folder.path) }
        let bytes = Array(listing.sorted().joined(separator: "\n").utf8)
        return bytes.withUnsafeBytes { raw in
            (0..<4).flatMap { seed in
                let word = StringKey.murmur64A(raw, seed: UInt64(seed))
                return (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) }
            }
        }
    }

    private func decode<T: Decodable>(_ type: T.Type, _ path: String) throws -> T {
        guard let value = try? JSONDecoder().decode(type, from: Data(bytes(path))) else {
            throw ModelError.unexpected(file: path, expected: "its usual fields")
        }
        return value
    }

    private func hexadecimal(_ text: String) -> [UInt8]? {
        let digits = text.prefix { $0.isHexDigit }
        guard digits.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        var rest = digits[...]
        while !rest.isEmpty {
            guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}
