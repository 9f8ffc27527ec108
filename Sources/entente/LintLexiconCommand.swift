import ArgumentParser
import Coding
import Events
import Knowledge
import Linguistics

struct LintLexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint-lexicon",
        abstract: "Check the lexicon: its rows, its entries, its examples.",
        discussion: """
            Names, each with file and line: rows that cannot be read, codes and classes that do not exist, \
            entries that stand twice, entries that no sentence can reach because another comes first, \
            entries without an example, and examples that do not come out with their entry's code. With \
            --lexicon your own folder is checked with the rest; its files are called own/NAME.

            Exit status 1 when there is anything to name.
            """)

    @OptionGroup(title: "Resources") var resources: ResourceOptions

    @OptionGroup(title: "Resources") var own: LexiconOption

    func run() throws {
        var findings: [KnowledgeError]
        let lint: LexiconLint
        var examples = 0
        do {
            let assembly = Assembly(resources.resources(own))
            let data = try assembly.dataLocation()
            let lexicon = try Lexicon.lenient(data: data, ontology: Ontology(data: data))
            lint = LexiconLint(lexicon)
            findings = lint.findings
            // Examples are read by the coder, which takes no lexicon of ours that is at fault.
            if !lexicon.faults.contains(where: { !$0.file.hasPrefix(Lexicon.userPrefix + "/") }) {
                let coder = try Coder(
                    data: data, model: "", actors: assembly.actorSources(),
                    places: assembly.gazetteerSources())
                let worker = try assembly.loadEngine().makeWorker()
                examples = coder.examples.count
                for (example, document) in zip(
                    coder.examples, worker.parse(coder.examples.map { Array($0.text.utf8) }))
                {
                    guard let found = coder.mistake(in: example, document) else { continue }
                    findings.append(
                        KnowledgeError(
                            origin: example.origin, "expected \(example.code), found \(found): \(example.text)"))
                }
            }
        } catch {
            Console.shared.warn("\(error)")
            throw ExitStatus.couldNotRun
        }
        for finding in findings.sorted() { try StandardOutput.shared.write(Array("\(finding)\n".utf8)) }
        guard findings.isEmpty else { throw ExitStatus.someInputUnusable }
        Console.shared.write("entente: nothing wrong in \(lint.count) patterns and \(examples) examples")
    }
}
