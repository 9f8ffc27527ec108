/// A hash table from 64-bit keys to 32-bit values, in a form that can be read where it lies.
///
/// Open addressing with linear steps; the number of slots is a power of two, at most two thirds of them taken. Keys
/// are hashes already, so their low bits choose the slot. Key 0 marks an empty slot and is never stored.
package struct KeyTable: @unchecked Sendable {
    // Unchecked: the memory belongs to a `CompiledModel`, which is read-only and outlives its readers.
    private let keys: UnsafePointer<UInt64>
    private let values: UnsafePointer<UInt32>
    private let mask: Int

    /// Reads a table from a section's bytes.
    package init(_ bytes: UnsafeRawBufferPointer, name: Section) throws {
        let slots = bytes.count / 12
        guard let base = bytes.baseAddress, slots > 0, slots & (slots - 1) == 0, bytes.count == slots * 12 else {
            throw ModelError.notCompiled(path: "section \(name)", reason: "is not a key table")
        }
        keys = base.assumingMemoryBound(to: UInt64.self)
        values = (base + 8 * slots).assumingMemoryBound(to: UInt32.self)
        mask = slots - 1
    }

    package subscript(_ key: UInt64) -> UInt32? {
        var slot = Int(truncatingIfNeeded: key) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The bytes of a table; of equal keys the first counts.
    package static func encode(_ entries: some Collection<(UInt64, UInt32)>) -> [UInt8] {
        var slots = 16
        while slots * 2 < entries.count * 3 { slots *= 2 }
        var keys = [UInt64](repeating: 0, count: slots)
        var values = [UInt32](repeating: 0, count: slots)
        for (key, value) in entries where key != 0 {
            var slot = Int(truncatingIfNeeded: key) & (slots - 1)
            while keys[slot] != 0 && keys[slot] != key { slot = (slot + 1) & (slots - 1) }
            if keys[slot] == 0 {
                keys[slot] = key
                values[slot] = value
            }
        }
        return keys.withUnsafeBytes { Array($0) } + values.withUnsafeBytes { Array($0) }
    }
}
