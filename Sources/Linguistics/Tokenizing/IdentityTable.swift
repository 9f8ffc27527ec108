/// A growing hash table from 64-bit hashes to numbers, for the caches of one worker: open addressing, linear steps.
///
/// The hashes stand for what was hashed: two strings of one hash would be taken for one, as in spaCy.
struct IdentityTable {
    private var keys: [UInt64]
    private var values: [Int32]
    private var count = 0

    init() {
        keys = [UInt64](repeating: 0, count: 1024)
        values = [Int32](repeating: 0, count: 1024)
    }

    mutating func clear() {
        for i in keys.indices { keys[i] = 0 }
        count = 0
    }

    subscript(_ hash: UInt64) -> Int32? {
        get {
            let key = hash == 0 ? 1 : hash
            let mask = keys.count - 1
            var slot = Int(truncatingIfNeeded: key) & mask
            while keys[slot] != 0 {
                if keys[slot] == key { return values[slot] }
                slot = (slot + 1) & mask
            }
            return nil
        }
        set {
            guard let newValue else { return }
            if (count + 1) * 2 > keys.count { grow() }
            insert(hash == 0 ? 1 : hash, newValue)
        }
    }

    private mutating func insert(_ key: UInt64, _ value: Int32) {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while keys[slot] != 0 && keys[slot] != key { slot = (slot + 1) & mask }
        if keys[slot] == 0 { count += 1 }
        keys[slot] = key
        values[slot] = value
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
        values = [Int32](repeating: 0, count: oldKeys.count * 2)
        count = 0
        for (key, value) in zip(oldKeys, oldValues) where key != 0 { insert(key, value) }
    }
}
