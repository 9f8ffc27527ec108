import Annotation
import ArgumentParser
import Formats
import Foundation
import Linguistics
import Places

struct PlacesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "places",
        abstract: "Say what a place name may stand for, and why one place wins.",
        usage: "entente places [<options>] <name> ...",
        discussion: """
            The likeliest place stands first. Without --in the best known of a name wins; with it the story \
            decides, as in a report. --json is a line for each place.

            Exit status 1 when no place has the name.

            Examples:
              entente places Tripoli
              entente places Tripoli --in "Fighting went on in Sidon and Beirut, and in Tripoli."
              entente places Santiago --in report.txt --json
            """)

    @Argument(help: "Place names.")
    var names: [String]

    @Option(name: .customLong("in"), help: ArgumentHelp("The story: a text, or a file of one.", valueName: "text|file"))
    var story: String?

    @Flag(help: "A line of JSON for each place.")
    var json = false

    @Option(help: ArgumentHelp("Places shown of a name.", valueName: "n"))
    var most = 10

    @Option(help: "Colour in tables.")
    var color = ColorChoice.auto

    @OptionGroup(title: "Resources") var resources: ResourceOptions

    func validate() throws {
        guard (1...100_000).contains(most) else { throw ValidationError("--most \(most): expected 1 to 100000") }
    }

    func run() throws {
        let reader: PlaceReader
        var document: Document?
        do {
            let assembly = Assembly(resources.resources())
            reader = try PlaceReader(assembly.gazetteerSources())
            if let story {
                document = try assembly.loadEngine().makeWorker().parse([text(of: story)]).first
            }
        } catch {
            Console.shared.warn("\(error)")
            throw ExitStatus.couldNotRun
        }
        let writer = PlaceCandidateWriter(look: Terminal.look(color: color))
        var isUnknown = false
        for (i, name) in names.enumerated() {
            let candidates = reader.candidates(of: name, in: document)
            if candidates.isEmpty {
                Console.shared.warn("no place is called \"\(name)\"")
                isUnknown = true
            }
            var page: [UInt8] = []
            if json {
                for candidate in candidates { writer.writeLine(candidate, to: &page) }
            } else {
                if i > 0 { page.append(UInt8(ascii: "\n")) }
                writer.writeTable(candidates, most: most, to: &page)
            }
            try StandardOutput.shared.write(page)
        }
        if isUnknown { throw ExitStatus.someInputUnusable }
    }

    /// The words of a file, or the words themselves where there is no such file.
    private func text(of story: String) -> [UInt8] {
        if let file = FileManager.default.contents(atPath: story) {
            return Array(String(decoding: file, as: UTF8.self).utf8)
        }
        return Array(story.utf8)
    }
}
