import Annotation
import Events
import Places
import Temporal

/// Makes events of acts: dates, places and attributes them, and merges what one report tells twice.
struct Assembly {
    let report: Report
    let document: Document
    let cast: Cast
    let times: [TimeMention]
    let places: [PlaceMention]
    let statements: [Statement]
    let ontology: Ontology

    /// The events, and the actors with those added that are things acted upon.
    func events(_ acts: [Act]) -> (events: [Event], actors: [Actor]) {
        var actors = cast.actors
        // A thing told of twice is one.
        var known: [String: Int] = [:]
        let events = acts.map { act in
            var event = event(act)
            if let thing = act.thing, event.target.isEmpty {
                let made = actor(of: thing, id: actors.count)
                let id = known[made.name.lowercased()] ?? made.id
                if id == made.id {
                    known[made.name.lowercased()] = id
                    actors.append(made)
                } else {
                    actors[id].mentions += made.mentions
                }
                event.target = [Event.Party(actor: id, span: document.span(of: nounPhrase(thing)))]
            }
            return event
        }
        return (merged(events), actors)
    }

    /// A place or a thing as a party: known by its words alone.
    private func actor(of head: Int, id: Int) -> Actor {
        let tokens = nounPhrase(head)
        let first = tokens.lowerBound
        let hasArticle = tokens.count > 1 && document.tokens[first].dependency == .det
        return Actor(
            id: id, name: document.text(of: hasArticle ? first + 1..<tokens.upperBound : tokens), kind: .unknown,
            mentions: [
                Actor.Mention(
                    span: document.span(of: tokens), form: document.tokens[head].pos == .propn ? .name : .nominal,
                    tokens: tokens)
            ])
    }

    /// A head with what stands before it in its phrase.
    private func nounPhrase(_ head: Int) -> Range<Int> {
        var first = head
        while let child = document.children(of: first).first, Int(child) < first,
            document.tokens[Int(child)].pos != .punct
        {
            first = Int(child)
        }
        return first..<head + 1
    }

    private func event(_ act: Act) -> Event {
        let date = date(of: act)
        var standing = act.standing
        if isHistorical(date) {
            standing.insert(.historical)
            standing.remove(.actual)
        } else if date?.basis == .text, standing == [.historical] {
            standing = [.actual]
        }
        func party(_ mention: Cast.Mention) -> Event.Party {
            Event.Party(
                actor: mention.actor, span: document.span(of: mention.tokens),
                code: cast.actors[mention.actor].code(on: date))
        }
        return Event(
            id: "", type: act.type, modes: act.modes, contexts: act.contexts, cameo: act.code,
            ploverFromCameo: ontology.tableType(of: act.code), quad: act.type.flatMap(ontology.quad(of:)),
            goldstein: ontology.goldstein(of: act.code),
            ploverScore: act.type.flatMap { ontology.score(of: $0, modes: act.modes) },
            source: act.source.map(party), target: act.target.map(party), reciprocal: act.isReciprocal,
            triggerToken: act.trigger, trigger: document.tokens[act.trigger].span,
            sentences: [document.sentence(of: act.trigger)],
            standing: standing.sorted(), date: date, place: place(of: act), attribution: attribution(of: act),
            size: act.size,
            confidence: act.confidence, rule: act.rule)
    }

    // MARK: - When

    /// The time nearest in the tree: under the act's clause first, then under the clauses above it.
    private func date(of act: Act) -> EventDate? {
        let published = report.published
        if let time = time(near: act) {
            let t = time.expression
            // "said on Tuesday they will meet": what is to come is after the day it was said.
            if act.standing.contains(.future), let to = t.to, let published = report.published, to <= published {
                return EventDate(from: to, to: nil, granularity: .unknown, basis: .text, span: t.span)
            }
            return EventDate(from: t.from, to: t.to, granularity: t.granularity ?? .unknown, basis: .text, span: t.span)
        }
        guard let published else { return nil }
        if act.standing.contains(.historical) {
            return EventDate(from: nil, to: published, granularity: .unknown, basis: .published)
        }
        if act.standing.contains(.future) {
            return EventDate(from: published, to: nil, granularity: .unknown, basis: .published)
        }
        return EventDate(from: published, to: published, granularity: .day, basis: .published)
    }

    private func time(near act: Act) -> TimeMention? {
        let sentence = document.sentences[document.sentence(of: act.trigger)]
        var best: (time: TimeMention, distance: Int)?
        for time in times where sentence.contains(time.tokens.lowerBound) {
            let kind = time.expression.kind
            guard kind == .date || kind == .time, time.expression.value != "PRESENT_REF",
                !isOpenEnded(time.tokens.lowerBound),
                !isParagraphBetween(time.expression.span, document.tokens[act.trigger].span)
            else { continue }
            guard let distance = distance(from: time.tokens, to: act) else { continue }
            if best == nil || distance < (best?.distance ?? 0) { best = (time, distance) }
        }
        return best?.time
    }

    /// "since November", "until Friday": a stretch of time, in which the deed is not placed.
    private func isOpenEnded(_ first: Int) -> Bool {
        guard first > 0 else { return false }
        return ["since", "until", "till", "before", "after"].contains(document.tokens[first - 1].lower)
    }

    /// The parser may take two paragraphs for one sentence.
    private func isParagraphBetween(_ a: TextSpan, _ b: TextSpan) -> Bool {
        let (start, end) = (min(a.end, b.end), max(a.start, b.start))
        return start < end && document.text[start..<end].contains(10)
    }

    /// Steps up the tree from a time to a token of the act or of a clause above it; nil when it dates another clause.
    private func distance(from tokens: Range<Int>, to act: Act) -> Int? {
        var chain: [Int: Int] = [:]
        var at = act.trigger
        var steps = 0
        while chain[at] == nil {
            chain[at] = steps
            let up = Int(document.tokens[at].head)
            // A relative clause or a participle on a noun has a time of its own, save in "during which".
            if up == at || document.tokens[at].dependency == .acl { break }
            if document.tokens[at].dependency == .relcl, !isSetByPronoun(at) { break }
            at = up
            steps += 1
        }
        var climb = tokens.upperBound - 1
        for _ in 0..<12 {
            // Inside the time expression and its preposition nothing is counted.
            let up = Int(document.tokens[climb].head)
            if let above = chain[climb], !tokens.contains(climb) {
                return above + (climb == act.clause || climb == act.trigger ? 0 : 1)
            }
            // A time under another verb or noun of doing dates that one.
            let pos = document.tokens[climb].pos
            if pos == .verb, !tokens.contains(climb) { return nil }
            if up == climb { return nil }
            climb = up
        }
        return nil
    }

    /// "a visit in May, during which they signed": the clause happens at the time of its noun.
    private func isSetByPronoun(_ clause: Int) -> Bool {
        document.children(of: clause).contains { child in
            document.tokens[Int(child)].tag == .wrb
                || document.tokens[Int(child)].dependency == .prep
                    && document.children(of: Int(child)).contains { document.tokens[Int($0)].tag == .wdt }
        }
    }

    /// Over for more than a month when the report came out, or in a past without a date.
    private func isHistorical(_ date: EventDate?) -> Bool {
        guard let date, date.basis == .text else { return false }
        if date.granularity == .unknown, date.from == nil, let span = date.span,
            times.contains(where: { $0.expression.span == span && $0.expression.value == "PAST_REF" })
        {
            return true
        }
        guard let to = date.to, let published = report.published else { return false }
        return published.daysSinceEpoch - to.daysSinceEpoch > 25
    }

    // MARK: - Where and by whom told

    private func place(of act: Act) -> Int? {
        for (i, mention) in places.enumerated() where mention.place.use == .place {
            var at = mention.tokens.upperBound - 1
            for _ in 0..<4 {
                at = Int(document.tokens[at].head)
                if at == act.clause || at == act.trigger { return i }
                if document.tokens[at].pos == .verb { break }
            }
        }
        return nil
    }

    /// The innermost statement that holds the act's trigger in its content.
    private func attribution(of act: Act) -> Event.Attribution {
        let trigger = document.tokens[act.trigger].span
        let holding = statements.filter {
            $0.tells && $0.cue != trigger && $0.content.contains { $0.contains(trigger) }
        }
        let innermost = holding.min { a, b in
            a.content.reduce(0) { $0 + $1.count } < b.content.reduce(0) { $0 + $1.count }
        }
        return Event.Attribution(statement: innermost?.id, assertedBy: innermost == nil ? .reporter : .speaker)
    }
}
