import Annotation
package import Foundation
package import Knowledge

/// Where actors are known from, and in which order they are asked.
package struct ActorSources: Sendable {
    /// The program's own knowledge.
    package var data: DataLocation
    /// Dictionaries of the user's own, asked before the program's.
    package var own: [URL]
    /// Whether the program's countries, groups and people are left out.
    package var isOwnOnly: Bool
    /// Where compiled forms are kept; nil to make them in memory.
    package var cache: CacheLocation?
    /// Whether the people's files are read; without them only the text tells who holds an office.
    package var hasPeople: Bool

    package init(
        data: DataLocation, own: [URL] = [], isOwnOnly: Bool = false, cache: CacheLocation? = nil,
        hasPeople: Bool = true
    ) {
        self.data = data
        self.own = own
        self.isOwnOnly = isOwnOnly
        self.cache = cache
        self.hasPeople = hasPeople
    }
}

/// Compiles dictionaries, or maps what was compiled before from the same files.
struct DictionaryLoader {
    let cache: CacheLocation?

    /// A dictionary made of files.
    ///
    /// - Parameters:
    ///   - name: the beginning of the cached file's name.
    ///   - read: reads one file into records; what is wrong in it goes to `faults`.
    func load(
        _ name: String, _ manifest: FileManifest, faults: inout [KnowledgeError],
        read: (URL, _ faults: inout [KnowledgeError], _ add: (ActorRecord) -> Void) throws -> Void
    ) rethrows -> ActorDictionary {
        let identity = String(manifest.identity, radix: 16)
        let file = "\(name)-\(DictionaryBuilder.format.version)-\(identity).actors"
        func cached() -> ActorDictionary? {
            cache?.existing(file).flatMap { ActorDictionary(path: $0, identity: manifest.identity) }
        }
        if let dictionary = cached() { return dictionary }
        func made() throws -> ActorDictionary {
            var builder = DictionaryBuilder()
            var digest = DictionaryBuilder.emptyDigest
            let before = faults.count
            for file in manifest.files {
                digest = DictionaryBuilder.digest(
                    digest, (try? Data(contentsOf: file, options: .alwaysMapped)) ?? Data())
                try read(file, &faults) { builder.add($0) }
            }
            let bytes = builder.build(identity: manifest.identity, digest: digest)
            // A dictionary with faults is read anew each time, so that they are told each time.
            guard faults.count == before, let cache, let path = cache.store(bytes, as: file),
                let dictionary = ActorDictionary(path: path, identity: manifest.identity)
            else { return ActorDictionary(bytes: bytes) }
            cache.removeOthers(beginning: "\(name)-", than: file)
            return dictionary
        }
        guard let cache else { return try made() }
        // One lock whatever the identity: it outlives the forms.
        return try cache.locked(name) { try cached() ?? made() }
    }
}

extension DictionaryBuilder {
    static let emptyDigest: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The digest of files with one more.
    static func digest(_ digest: UInt64, _ file: Data) -> UInt64 {
        let one = file.withUnsafeBytes { StringKey(bytes: $0).value }
        return (digest ^ one) &* 0x100_0000_01B3
    }
}
