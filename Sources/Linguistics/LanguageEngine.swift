package import Annotation
package import Foundation
package import Knowledge
import SpacyModel

/// The language engine: runs a spaCy model natively, tokens to entities. Loaded once, shared by all threads.
package struct LanguageEngine: Sendable {
    let model: LanguageModel

    /// "en_core_web_md 3.8.0".
    package var name: String { model.name }

    /// Opens a model directory by its compiled form, which is made first when there is none that fits.
    ///
    /// - Throws: `ModelError`, or what the cache throws. Where nothing can be written, the compiled form is kept in
    ///   memory.
    package init(modelFolder: URL, cache: CacheLocation, progress: (String) -> Void = { _ in }) throws {
        let directory = ModelDirectory(modelFolder)
        let identity = try directory.identity()
        let key = identity.prefix(8).map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined()
        let name = "model-\(key)-v\(CompiledModel.version).bin"
        func cached() -> CompiledModel? {
            cache.existing(name).flatMap { try? CompiledModel(path: $0, identity: identity) }
        }
        let compiled =
            try cached()
            ?? cache.locked(name) {
                // Another program may have made it while this one waited.
                if let made = cached() { return made }
                progress("compiling the language model, once")
                let bytes = try ModelCompiler(directory).compile(identity: identity)
                guard let path = cache.store(bytes, as: name) else {
                    return try CompiledModel(bytes: bytes, identity: identity)
                }
                cache.removeOthers(beginning: "model-\(key)-v", than: name)
                return try CompiledModel(path: path, identity: identity)
            }
        model = try LanguageModel(compiled)
    }

    /// A worker for the calling thread.
    ///
    /// - Throws: `EngineError`.
    package func makeWorker() throws -> LanguageWorker { try LanguageWorker(model) }

    /// The static vectors of words.
    package var vectors: any WordVectors { model }
}
