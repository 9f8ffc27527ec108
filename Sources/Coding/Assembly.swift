import Annotation
import Events
import Places
import Temporal

/// Makes events of acts: dates, places and attributes them, and merges what one report tells twice. Dates are in
/// `Assembly+Dates`, places in `Assembly+Sites`, doubles in `Assembly+Merging`.
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
        let sites = sites(of: acts)
        let events = zip(acts, sites).map { act, site in
            var event = event(act)
            // What its date makes history was not where the story is now.
            if let site, site.isOwn || event.standing == [.actual] { event.place = site }
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
        let (date, time) = date(of: act)
        var standing = act.standing
        if isHistorical(date, time) {
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
            standing: standing.sorted(), date: date, attribution: attribution(of: act),
            size: act.size,
            confidence: act.confidence, rule: act.rule)
    }

    // MARK: - By whom told

    /// The innermost statement that tells what its content tells and holds the act's trigger there.
    private func attribution(of act: Act) -> Event.Attribution {
        let trigger = document.tokens[act.trigger].span
        var innermost: (id: Int, size: Int)?
        for statement in statements[..<firstStatement(after: trigger.start)].suffix(Self.reach)
        where statement.tells && statement.cue != trigger {
            guard statement.content.contains(where: { $0.contains(trigger) }) else { continue }
            let size = statement.content.reduce(0) { $0 + $1.count }
            if innermost.map({ size < $0.size }) ?? true { innermost = (statement.id, size) }
        }
        return Event.Attribution(statement: innermost?.id, assertedBy: innermost == nil ? .reporter : .speaker)
    }

    /// How many statements back one is looked for that holds an act.
    private static let reach = 64

    /// The first statement whose content begins after a byte; they stand in that order.
    private func firstStatement(after byte: Int) -> Int {
        var low = 0
        var high = statements.count
        while low < high {
            let middle = (low + high) / 2
            if statements[middle].content[0].start <= byte { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
