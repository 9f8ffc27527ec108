import ArgumentParser
import Coding
import Foundation
import Knowledge
import Linguistics

/// Makes `Data/backstop/weights.tsv` anew from `Data/examples`; for those who change the examples or the lexicon.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Fit the backstop of relate to the project's own sentences.",
        discussion: """
            Reads Data/examples, fits the model that relate falls back on where no entry of the lexicon \
            fits, and writes its weights to standard output: the same sentences give the same bytes. \
            With --measure it leaves out each fifth of the sentences in turn and says how many of those \
            the model gets right.
            """,
        shouldDisplay: false)

    @Flag(help: "Measure on sentences left out instead of writing weights.")
    var measure = false

    @OptionGroup(title: "Resources") var resources: ResourceOptions

    func run() throws {
        do {
            let assembly = Assembly(resources.resources())
            let engine = try assembly.loadEngine()
            let worker = try engine.makeWorker()
            let coder = try assembly.loadCoder()
            let sentences = try ExampleReader(data: assembly.dataLocation()).sentences
            guard measure else {
                let made = coder.trainBackstop(sentences, vectors: engine.vectors, parse: { worker.parse($0) })
                Console.shared.write("fitted to \(made.fitted) sentences")
                try StandardOutput.shared.write(Array(made.text.utf8))
                return
            }
            var right = 0
            var of = 0
            for held in 0..<5 {
                let made = coder.trainBackstop(
                    sentences, vectors: engine.vectors, leavingOut: held, parse: { worker.parse($0) })
                right += made.right
                of += made.of
            }
            try StandardOutput.shared.write(Array("\(right) of \(of) sentences left out are right\n".utf8))
        } catch {
            Console.shared.warn("\(error)")
            throw ExitStatus.couldNotRun
        }
    }
}
