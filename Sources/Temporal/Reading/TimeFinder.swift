import Annotation

/// An expression that was found and is not yet laid on the calendar.
struct FoundTime: Sendable {
    var meaning: TimeMeaning
    var span: TextSpan
    var tokens: Range<Int>
    /// The kind of text in which alone it is an expression.
    var need: TextNeed = .none
}

/// Finds the expressions of a document, the longest at each place.
enum TimeFinder {
    static func find(in document: Document, _ knowledge: TimeKnowledge) -> [FoundTime] {
        let atoms = Atomizer.atoms(of: document, lexicon: knowledge.lexicon)
        var matcher = PatternMatcher(knowledge: knowledge, atoms: atoms)
        let conditions = ConditionCheck(document: document, atoms: atoms)
        var found: [FoundTime] = []
        var at = 0
        while at < atoms.count {
            guard matcher.begins(at: at), let best = best(of: matcher.phrases(at: at), matcher, conditions) else {
                at += 1
                continue
            }
            var phrase = best
            found.append(time(phrase, matcher))
            // "26-30 November", "May 4 and 5": what goes on from it.
            while let next = Self.best(of: matcher.phrases(after: phrase), matcher, conditions) {
                // "14 August-24 August": the second day has a month of its own.
                let plain = Self.best(of: matcher.phrases(at: Int(next.start)), matcher, conditions)
                if let plain, plain.end > next.end { break }
                found.append(time(next, matcher))
                phrase = next
            }
            at = Int(phrase.end)
        }
        return found
    }

    private static func time(_ phrase: PatternMatcher.Phrase, _ matcher: PatternMatcher) -> FoundTime {
        let (first, last) = (matcher.atoms[Int(phrase.start)], matcher.atoms[Int(phrase.end) - 1])
        return FoundTime(
            meaning: matcher.meanings[Int(phrase.meaning)],
            span: TextSpan(start: Int(first.start), end: Int(last.end)),
            tokens: Int(first.token)..<Int(last.token) + 1,
            need: matcher.accept(phrase).need)
    }

    /// The longest phrase that is an expression and whose conditions hold; of two, the one whose pattern saw more.
    private static func best(
        of phrases: PatternMatcher.Phrases, _ matcher: PatternMatcher, _ conditions: ConditionCheck
    ) -> PatternMatcher.Phrase? {
        var best: PatternMatcher.Phrase?
        for i in phrases.indices {
            let phrase = phrases[i]
            guard phrase.end > 0, TimeMeaning.Category.count.rawValue != UInt8(i) else { continue }
            let accept = matcher.accept(phrase)
            if let known = best {
                guard
                    phrase.end > known.end || phrase.end == known.end && phrase.reach > known.reach
                        || phrase.end == known.end && phrase.reach == known.reach
                            && accept.row < matcher.accept(known).row
                else { continue }
            }
            let range = Int(phrase.start)..<Int(phrase.end)
            guard accept.conditions.allSatisfy({ conditions.holds($0, range) }) else { continue }
            best = phrase
        }
        return best
    }
}
