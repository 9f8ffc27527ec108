import Annotation
import Formats
import Testing

struct TableWriterTests {
    private func table(_ sample: Sample, width: Int = 80, colour: Bool = false, filter: EventFilter = EventFilter())
        -> String
    {
        let writer = TableWriter(filter: filter, look: TerminalLook(width: width, hasColour: colour))
        return ReportWriterBytes.text { writer.write(sample.coded, to: &$0) }
    }

    @Test func showsWhoDidWhatToWhomAndWhoSaysSo() {
        let expected = """
            report.txt · 2021-01-27

            EVENT        FROM                 TO                   WHEN        STANDING
            ACCUSE       Łukasz               北京                 2021-01-27  actual
            112          POLGOV               no code              published
            e1           Łukasz accused 北京 of lying, Åsa said.
                         said by Åsa


            """
        #expect(table(.accusation) == expected)
    }

    @Test func aMeetingHasNoDirection() {
        var sample = Sample("Iran and the Taliban met.")
        let parties = [sample.actor("Iran", code: "IRNGOV"), sample.actor("the Taliban", code: "AFGREB")]
        sample.event(.consult, cameo: "040", trigger: "met", source: parties, target: [], reciprocal: true)
        let expected = """
            CONSULT      Iran                 each other           2021-01-27  actual
            040          IRNGOV                                    published
                         the Taliban
                         AFGREB
            e1           Iran and the Taliban met.
            """
        #expect(table(sample).contains(expected))
    }

    @Test(arguments: [40, 60, 80, 100, 140, 300])
    func keepsToTheWidth(width: Int) {
        var sample = Sample(
            String(repeating: "Long before that, ", count: 20)
                + "the Minister of Foreign Affairs of the Islamic Republic accused 中华人民共和国外交部发言人办公室 of it"
                + String(repeating: ", as it had done before", count: 20) + ".")
        let source = sample.actor("the Minister of Foreign Affairs of the Islamic Republic", code: "IRNGOV")
        let target = sample.actor("中华人民共和国外交部发言人办公室", code: "CHNGOV")
        sample.event(
            .accuse, cameo: "112", trigger: "accused", source: [source], target: [target],
            standing: [.historical, .hypothetical, .negated])
        let lines = table(sample, width: width).split(separator: "\n")
        #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= max(60, width) })
        #expect(lines.allSatisfy { $0.last != " " })
        #expect(lines.contains { $0.contains("accused") })
    }

    @Test func colourIsOnlyColour() {
        let coloured = table(.accusation, colour: true)
        #expect(coloured.contains("\u{1B}[1;4maccused\u{1B}[0m"))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == table(.accusation))
    }

    /// A report that could move the cursor could hide what was coded from it.
    @Test func controlCharactersOfAReportDoNotReachTheTerminal() {
        var sample = Sample("Iran\u{1B}[2J\u{7} blamed\r\n\tit \u{202E}all.", id: "a\u{1B}[31m.txt")
        let iran = sample.actor("Iran\u{1B}[2J\u{7}", code: "IRN")
        sample.event(.accuse, cameo: "110", trigger: "blamed", source: [iran], target: [])
        let text = table(sample)
        #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || $0.value == 0x202E })
        #expect(text.contains("blamed it \u{FFFD}all."))
    }

    @Test func saysThatThereIsNoEvent() {
        #expect(table(Sample("Rain.")) == "report.txt · 2021-01-27\nno event found\n\n")
    }

    @Test func saysThatTheFilterHidesThem() {
        let text = table(.accusation, filter: EventFilter(kinds: [.comment]))
        #expect(text.contains("no event to show: the one that was coded does not pass the filter"))
    }

    @Test(arguments: [
        ("2019-11-01", "2019-11-30", "2019-11"), ("2020-01-01", "2020-12-31", "2020"), ("2021-01-26", nil, "from"),
        (nil, "2021-01-26", "until"), (nil, nil, "unknown"), ("2021-01-24", "2021-01-30", "2021-01-24"),
    ])
    func saysWhen(from: String?, to: String?, expected: String) {
        var sample = Sample.accusation
        sample.coded.events[0].date = EventDate(
            from: from.flatMap { CivilDate($0) }, to: to.flatMap { CivilDate($0) }, granularity: .day, basis: .text)
        #expect(table(sample).contains("北京                 " + expected))
    }
}
