import Annotation
import Foundation
import Knowledge
import TestSupport
import Testing

@testable import Events

/// A lexicon folder of the user's own beside the program's.
@Suite struct LexiconFolders {
    /// The lexicon with a folder that has these files.
    private func lexicon(_ files: [String: String]) throws -> Lexicon {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("own-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        let data = try DataLocation(
            option: TestData.data().folder.path, lexicon: folder.path, environment: [:],
            executable: TestData.repository)
        return try Lexicon(data: data, ontology: Ontology(data: data))
    }

    @Test func addsAnEntry() throws {
        let lexicon = try lexicon(["accuse.txt": "verb | frobnicate | subj > obj | 111\n"])
        #expect(lexicon.verbs["frobnicate"]?.map(\.origin) == ["own/accuse.txt:1"])
        #expect(lexicon.faults.isEmpty)
    }

    @Test func replacesTheEntryOfThatPattern() throws {
        let before = try #require(try lexicon([:]).verbs["visit"]?.filter { $0.pattern == "visit" })
        #expect(!before.isEmpty)
        let lexicon = try lexicon(["coerce.txt": "verb | visit | subj > obj | 170\n"])
        let after = try #require(lexicon.verbs["visit"]?.filter { $0.pattern == "visit" })
        #expect(after.map(\.origin) == ["own/coerce.txt:1"])
    }

    @Test func takesAnEntryAway() throws {
        let lexicon = try lexicon(["consult.txt": "verb | visit | subj > obj | none\n"])
        #expect(lexicon.verbs["visit"]?.contains { $0.pattern == "visit" } != true)
    }

    @Test func widensAClass() throws {
        let lexicon = try lexicon([
            "classes.txt": "+forces | gizmo\n", "mobilize.txt": "verb | frobnicate @forces | subj > in? | 154\n",
        ])
        let nouns = try #require(lexicon.verbs["frobnicate"]?.first?.conditions.first?.nouns)
        #expect(nouns.isSuperset(of: ["gizmo", "troop"]))
        // The program's own entries know the wider class too.
        let own = lexicon.verbs["mass"]?.flatMap(\.conditions).compactMap(\.nouns) ?? []
        #expect(own.contains { $0.contains("gizmo") })
    }

    @Test func namesAClassThatIsNotThere() throws {
        let lexicon = try lexicon(["classes.txt": "+froces | gizmo\nmine | @nosuch\n"])
        #expect(lexicon.faults.map { $0.line ?? 0 } == [1, 2])
    }

    /// What is wrong is named with file and line; what is right beside it is used.
    @Test func leavesOutWhatIsAtFault() throws {
        let lexicon = try lexicon([
            "accuse.txt": """
            verb | frobnicate | subj > obj | 999
            verb | frobnicate | subj > obj
            verb | frobnicate @nosuch | subj > obj | 111
            adverb | frobnicate | subj > obj | 111
            verb | frobnicate | obj | 111
                (Chad) frobnicated <Mali.
            verb | frobnicate | subj > obj | 111

            """, "notes.txt": "anything\n",
        ])
        #expect(lexicon.verbs["frobnicate"]?.map(\.origin) == ["own/accuse.txt:7"])
        #expect(
            lexicon.faults.map { "\($0.file):\($0.line ?? 0)" }.sorted() == [
                "own/accuse.txt:1", "own/accuse.txt:2", "own/accuse.txt:3", "own/accuse.txt:4", "own/accuse.txt:6",
                "own/notes.txt:0",
            ])
    }
}

/// What `lint-lexicon` names, short of examples that come out wrong.
@Suite struct LexiconLinting {
    private func findings(_ rows: String) throws -> [String] {
        let ontology = try Ontology(data: TestData.data())
        var lexicon = Lexicon()
        var batch = Lexicon.Batch()
        var reader = LexiconReader(ontology: ontology)
        reader.classes = ["arms": ["gun", "tank"]]
        var faults: [KnowledgeError] = []
        let table = TextTable(name: "accuse.txt", bytes: Array(rows.utf8), columns: 4...5, faults: &faults)
        for row in table.rows { try reader.read(row, table, type: .accuse, into: &batch) }
        lexicon.take(batch, before: false)
        return LexiconLint(lexicon).findings.map(\.description)
    }

    @Test func namesAnEntryThatStandsTwice() throws {
        #expect(
            try findings(
                """
                verb | chide | subj > obj | 111
                    (Chad) chided <Mali>.
                verb | chide | subj > obj | 111
                    (Chad) chided <Mali>.
                """) == ["accuse.txt:3: verb \"chide\" stands in accuse.txt:1 too, with the same meaning"])
    }

    @Test func namesAnEntryBehindAWiderOne() throws {
        #expect(
            try findings(
                """
                verb | chide @arms | subj > obj? | 111
                    (Chad) chided the guns of <Mali>.
                verb | chide =gun | subj > obj | 112
                    (Chad) chided the gun of <Mali>.
                """) == [
                    "accuse.txt:3: verb \"chide =gun\" is never reached: \"chide @arms\" in accuse.txt:1 comes first"
                ])
    }

    /// One that asks for more, or that finds its target elsewhere, is reached where the first is not.
    @Test func leavesTheNarrowerAndTheDifferentAlone() throws {
        #expect(
            try findings(
                """
                verb | chide =gun | subj > obj | 111
                    (Chad) chided the gun of <Mali>.
                verb | chide @arms | subj > obj | 112
                    (Chad) chided the guns of <Mali>.
                verb | scold | subj > obj | 111
                    (Chad) scolded <Mali>.
                verb | scold | subj > over | 112
                    (Chad) scolded over <Mali>.
                """
            ).isEmpty)
    }

    @Test func namesAnEntryWithoutAnExample() throws {
        #expect(
            try findings("verb | chide | subj > obj | 111\n") == ["accuse.txt:1: no example stands under the entry"])
    }
}
