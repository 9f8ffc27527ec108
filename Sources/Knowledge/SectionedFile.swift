import Foundation

/// A compiled form of knowledge: one file of sections that is mapped into memory and read in place, so that it costs
/// nothing to load, whatever its size.
///
/// Layout, little-endian, each section at a multiple of 8 bytes: a magic of 8 bytes, the format's version and the number
/// of sections (32 bits each), the identity of what it was made from, the digest of what stood there (64 each), then the
/// offset and the length in bytes (64 each) of each section.
///
/// `@unchecked Sendable`: the memory is read-only from `init` to `deinit`.
package final class SectionedFile: @unchecked Sendable {
    /// What a kind of file begins with.
    package struct Format: Sendable {
        /// Eight ASCII letters.
        package let magic: String
        /// Changes whenever the meaning of a section does: older files are made anew.
        package let version: UInt32
        package let sections: Int

        package init(magic: String, version: UInt32, sections: Int) {
            self.magic = magic
            self.version = version
            self.sections = sections
        }

        fileprivate var headerLength: Int { 32 + 16 * sections }
    }

    /// All of the file; it lives as long as this.
    package let memory: UnsafeRawBufferPointer
    private let isMapped: Bool
    private let sections: [Range<Int>]
    /// Of what stood in the files that it was made from.
    package let digest: UInt64

    /// Maps a file.
    ///
    /// - Parameter identity: what the file must have been made from.
    /// - Throws: `KnowledgeError` saying what is wrong with the file.
    package init(path: String, _ format: Format, identity: UInt64) throws {
        func fault(_ reason: String) -> KnowledgeError { KnowledgeError(file: path, line: nil, reason) }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw fault("is not there") }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_size >= format.headerLength else {
            throw fault("is too short for a compiled form")
        }
        let length = Int(status.st_size)
        guard let address = mmap(nil, length, PROT_READ, MAP_PRIVATE, file, 0), address != MAP_FAILED else {
            throw fault("cannot be mapped into memory")
        }
        let memory = UnsafeRawBufferPointer(start: address, count: length)
        do {
            (sections, digest) = try Self.check(memory, format, identity: identity, path: path)
        } catch {
            munmap(address, length)
            throw error
        }
        self.memory = memory
        isMapped = true
    }

    /// Reads what `encode` made: where nothing can be written to disk, and in tests.
    package init(bytes: [UInt8], _ format: Format) throws {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(8, bytes.count), alignment: 8)
        copy.copyBytes(from: bytes)
        memory = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(copy)[0..<bytes.count])
        isMapped = false
        do {
            (sections, digest) = try Self.check(memory, format, identity: nil, path: "(in memory)")
        } catch {
            copy.deallocate()
            throw error
        }
    }

    deinit {
        guard let address = UnsafeMutableRawPointer(mutating: memory.baseAddress) else { return }
        if isMapped { munmap(address, memory.count) } else { address.deallocate() }
    }

    /// The bytes of a section; they live as long as the file.
    package subscript(_ section: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: memory[sections[section]])
    }

    /// Where a section stands in `memory`.
    package func range(of section: Int) -> Range<Int> { sections[section] }

    /// The bytes of a file.
    package static func encode(_ sections: [[UInt8]], _ format: Format, identity: UInt64, digest: UInt64) -> [UInt8] {
        func padded(_ count: Int) -> Int { (count + 7) / 8 * 8 }
        var bytes = Array(format.magic.utf8)
        bytes.reserveCapacity(format.headerLength + sections.reduce(0) { $0 + padded($1.count) })
        func append(_ number: some FixedWidthInteger) {
            withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        }
        append(format.version)
        append(UInt32(sections.count))
        append(identity)
        append(digest)
        var offset = padded(format.headerLength)
        for section in sections {
            append(UInt64(offset))
            append(UInt64(section.count))
            offset += padded(section.count)
        }
        for section in sections {
            bytes.append(contentsOf: repeatElement(0, count: padded(bytes.count) - bytes.count))
            bytes += section
        }
        return bytes
    }

    private static func check(
        _ memory: UnsafeRawBufferPointer, _ format: Format, identity: UInt64?, path: String
    ) throws -> ([Range<Int>], UInt64) {
        func fault(_ reason: String) -> KnowledgeError { KnowledgeError(file: path, line: nil, reason) }
        func number<T: FixedWidthInteger>(_ type: T.Type, _ offset: Int) -> T {
            T(littleEndian: memory.loadUnaligned(fromByteOffset: offset, as: T.self))
        }
        guard memory.count >= format.headerLength, memory.prefix(8).elementsEqual(format.magic.utf8) else {
            throw fault("is not a compiled form of this kind")
        }
        guard number(UInt32.self, 8) == format.version, number(UInt32.self, 12) == UInt32(format.sections) else {
            throw fault("has format \(number(UInt32.self, 8)), this program reads \(format.version)")
        }
        if let identity, number(UInt64.self, 16) != identity { throw fault("was made from something else") }
        let sections = try (0..<format.sections).map { section -> Range<Int> in
            let offset = number(UInt64.self, 32 + section * 16)
            let count = number(UInt64.self, 40 + section * 16)
            guard offset <= UInt64(memory.count), count <= UInt64(memory.count) - offset else {
                throw fault("has a section outside itself: it was cut short")
            }
            return Int(offset)..<Int(offset + count)
        }
        return (sections, number(UInt64.self, 24))
    }
}
