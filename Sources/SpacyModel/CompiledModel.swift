import Foundation

/// The compiled model: one file of aligned sections, mapped into memory and read in place.
///
/// Layout, little-endian: "ENTENTEM", version, number of sections (32 bits each), length of the file (64 bits), the
/// source's identity (32 bytes), then for each section its id, its offset and its length in bytes (64 bits each).
/// Sections begin at multiples of 64 bytes.
///
/// `@unchecked Sendable`: the mapping is read-only from `init` to `deinit`.
package final class CompiledModel: @unchecked Sendable {
    /// Changes whenever a section's meaning does: older files are made anew.
    package static let version: UInt32 = 4
    private static let magic = Array("ENTENTEM".utf8)
    private static let headerLength = 56

    private let memory: UnsafeRawBufferPointer
    private let sections: [UInt64: Range<Int>]

    /// Maps a compiled model.
    ///
    /// - Parameter identity: what the file must have been made from; 32 bytes.
    /// - Throws: `ModelError.notCompiled` saying what is wrong with the file.
    package init(path: String, identity: [UInt8]) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw ModelError.notCompiled(path: path, reason: "is not there") }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_size >= CompiledModel.headerLength else {
            throw ModelError.notCompiled(path: path, reason: "is too short to be one")
        }
        let length = Int(status.st_size)
        guard let address = mmap(nil, length, PROT_READ, MAP_PRIVATE, file, 0), address != MAP_FAILED else {
            throw ModelError.notCompiled(path: path, reason: "cannot be mapped into memory")
        }
        let memory = UnsafeRawBufferPointer(start: address, count: length)
        do {
            sections = try CompiledModel.check(memory, path: path, identity: identity)
        } catch {
            munmap(address, length)
            throw error
        }
        self.memory = memory
    }

    /// Reads a compiled model from memory: where nothing can be written to disk.
    package init(bytes: [UInt8], identity: [UInt8]) throws {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
        copy.copyBytes(from: bytes)
        memory = UnsafeRawBufferPointer(copy)
        do {
            sections = try CompiledModel.check(memory, path: "(in memory)", identity: identity)
        } catch {
            copy.deallocate()
            throw error
        }
        isMapped = false
    }

    private var isMapped = true

    deinit {
        if isMapped {
            munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count)
        } else {
            memory.deallocate()
        }
    }

    /// The bytes of a section; they live as long as the model.
    ///
    /// - Throws: `ModelError.notCompiled` when there is none.
    package func bytes(_ section: Section) throws -> UnsafeRawBufferPointer {
        guard let range = sections[section.rawValue] else {
            throw ModelError.notCompiled(path: "section \(section)", reason: "is missing")
        }
        return UnsafeRawBufferPointer(rebasing: memory[range])
    }

    /// The 32-bit floats of a section.
    package func floats(_ section: Section, count: Int) throws -> UnsafePointer<Float> {
        let bytes = try bytes(section)
        guard bytes.count == 4 * count, let base = bytes.baseAddress else {
            throw ModelError.notCompiled(path: "section \(section)", reason: "does not hold \(count) numbers")
        }
        return base.assumingMemoryBound(to: Float.self)
    }

    /// The lines of a section of text.
    package func lines(_ section: Section) throws -> [String] {
        String(decoding: try bytes(section), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// The bytes of a compiled model.
    package static func encode(identity: [UInt8], sections: [(Section, [UInt8])]) -> [UInt8] {
        func aligned(_ n: Int) -> Int { (n + 63) / 64 * 64 }
        var offset = aligned(headerLength + 24 * sections.count)
        var out = magic
        func append(_ value: some FixedWidthInteger) {
            withUnsafeBytes(of: value.littleEndian) { out.append(contentsOf: $0) }
        }
        let length = sections.reduce(offset) { aligned($0) + $1.1.count }
        append(version)
        append(UInt32(sections.count))
        append(UInt64(length))
        out += identity
        for (id, bytes) in sections {
            offset = aligned(offset)
            append(id.rawValue)
            append(UInt64(offset))
            append(UInt64(bytes.count))
            offset += bytes.count
        }
        for (_, bytes) in sections {
            out.append(contentsOf: repeatElement(0, count: aligned(out.count) - out.count))
            out += bytes
        }
        return out
    }

    private static func check(
        _ memory: UnsafeRawBufferPointer, path: String, identity: [UInt8]
    ) throws -> [UInt64: Range<Int>] {
        func fail(_ reason: String) -> ModelError { .notCompiled(path: path, reason: reason) }
        guard memory.count >= headerLength, Array(memory[0..<8]) == magic else {
            throw fail("is not a compiled model")
        }
        let found = memory.loadUnaligned(fromByteOffset: 8, as: UInt32.self).littleEndian
        guard found == version else { throw fail("has format \(found), this program reads \(version)") }
        let count = Int(memory.loadUnaligned(fromByteOffset: 12, as: UInt32.self).littleEndian)
        let length = memory.loadUnaligned(fromByteOffset: 16, as: UInt64.self).littleEndian
        guard length == UInt64(memory.count), memory.count >= headerLength + 24 * count else {
            throw fail("is \(memory.count) bytes long, its header says \(length)")
        }
        guard Array(memory[24..<56]) == identity else { throw fail("was made from another model") }
        var sections: [UInt64: Range<Int>] = [:]
        for i in 0..<count {
            let at = headerLength + 24 * i
            let id = memory.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
            let offset = memory.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self).littleEndian
            let size = memory.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self).littleEndian
            guard offset % 64 == 0, offset <= length, size <= length - offset else {
                throw fail("has a section outside itself")
            }
            sections[id] = Int(offset)..<Int(offset + size)
        }
        return sections
    }
}
