import Annotation
import Formats
import Testing

struct EventFilterTests {
    private func event(_ type: PloverType?, _ standing: [Standing], _ confidence: Double) throws -> Event {
        var sample = Sample("They met.")
        sample.event(
            type, cameo: "040", trigger: "met", source: [], target: [], standing: standing, confidence: confidence)
        return try #require(sample.coded.events.first)
    }

    @Test func lettersOfATypeMayBeSmall() {
        #expect(EventFilter.Kind("accuse") == .type(.accuse))
        #expect(EventFilter.Kind("Comment") == .comment)
        #expect(EventFilter.Kind("FIGHT") == nil)
    }

    @Test(arguments: [
        (EventFilter(), true), (EventFilter(kinds: [.type(.consult)]), true), (EventFilter(kinds: [.comment]), false),
        (EventFilter(standing: [.future, .negated]), true), (EventFilter(standing: [.future]), false),
        (EventFilter(standing: [.actual]), false), (EventFilter(minConfidence: 0.5), true),
        (EventFilter(minConfidence: 0.51), false),
    ])
    func aMeetingThatWillNotBeHeld(filter: EventFilter, passes: Bool) throws {
        #expect(filter.passes(try event(.consult, [.future, .negated], 0.5)) == passes)
    }

    @Test func aCommentHasNoType() throws {
        #expect(EventFilter(kinds: [.comment]).passes(try event(nil, [.actual], 1)))
        #expect(!EventFilter(kinds: [.type(.consult)]).passes(try event(nil, [.actual], 1)))
    }
}
