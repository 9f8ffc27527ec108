import Annotation
import Testing

@testable import Formats

@Suite struct CodebookWriterTests {
    private static let entry = CodebookEntry(
        name: "112", title: "Accuse", kind: "code of CAMEO", definition: "A party says that another has done a wrong.",
        quad: 3,
        sections: [
            .init("Goldstein", [.init("-2")]),
            .init(
                "modes",
                [
                    .init("The other is criticised.", name: "disapprove", score: -2),
                    .init("The other is said to have done a particular wrong, in public.", name: "allege", score: -3.5),
                ]),
            .init("empty", []),
        ])

    private func written(width: Int, colour: Bool = false) -> String {
        var bytes: [UInt8] = []
        CodebookWriter(look: TerminalLook(width: width, hasColour: colour)).write(Self.entry, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func alignsNamesScoresAndWords() {
        #expect(
            written(width: 64) == """
                112 Accuse
                code of CAMEO

                A party says that another has done a wrong.

                Goldstein  -2
                modes      disapprove    -2  The other is criticised.
                           allege      -3.5  The other is said to have done a
                                             particular wrong, in public.

                """)
    }

    @Test func coloursByQuadClass() { #expect(written(width: 80, colour: true).hasPrefix("\u{1B}[1;33m112")) }
}
