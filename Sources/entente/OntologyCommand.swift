import Annotation
import ArgumentParser
import Events
import Formats

struct OntologyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ontology",
        abstract: "Print the codebook: the types, modes, contexts and codes.",
        usage: "entente ontology [<options>] [<name>]",
        discussion: """
            Without a name: PLOVER's types and CAMEO's roots with their classes and scores, and the \
            contexts. With one: what it means, its scores, what it is in the other ontology and where \
            the two part, what stands under it, and the lexicon's entries that lead to it.

            Examples:
              entente ontology COERCE
              entente ontology COERCE/arrest
              entente ontology human_rights
              entente ontology 112
            """)

    @Argument(
        help: ArgumentHelp(
            "A type, a mode with or without its type, a context, or a CAMEO code; letter case does not matter."))
    var name: String?

    @Option(help: "Colour.")
    var color = ColorChoice.auto

    @Option(help: ArgumentHelp("The Data folder (default: ENTENTE_DATA, or beside the program).", valueName: "folder"))
    var data: String?

    func run() throws {
        let book: Codebook
        do {
            book = try Codebook(data: Assembly(Resources(data: data)).dataLocation())
        } catch {
            Console.shared.warn("\(error)")
            throw ExitStatus.couldNotRun
        }
        let writer = CodebookWriter(look: Terminal.look(color: color))
        var page: [UInt8] = []
        guard let name else {
            writer.write(book.overview, to: &page)
            StandardOutput.shared.finish(writing: page)
        }
        let entries = book.entries(named: name)
        guard !entries.isEmpty else {
            let near = book.names(near: name)
            Console.shared.warn(
                "no \"\(name)\" in the ontology: expected a type, mode or context of PLOVER, or a CAMEO code"
                    + (near.isEmpty ? "" : "; nearest: \(near.joined(separator: ", "))"))
            throw ExitStatus.usage
        }
        for (i, entry) in entries.enumerated() {
            if i > 0 { page.append(UInt8(ascii: "\n")) }
            writer.write(entry, to: &page)
        }
        StandardOutput.shared.finish(writing: page)
    }
}
