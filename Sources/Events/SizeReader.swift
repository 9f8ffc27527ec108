import Annotation
import Clauses

/// How many people an event is about: dead, injured, arrested, taking part, as its sentence says.
struct SizeReader {
    let words: CountWords
    let document: Document
    let clauses: ClauseReader

    /// The counts that belong to an act; nil when its sentence counts nobody.
    func size(of act: Act) -> Event.Size? {
        var size = Event.Size()
        let sentence = document.sentences[document.sentence(of: act.trigger)]
        for verb in clauses.verbs where sentence.contains(verb.trigger) {
            guard let kind = kind(of: verb), counts(kind, act) else { continue }
            // Who dies is the subject, who is killed the object.
            let isOfSubject =
                verb.objects.isEmpty && words.verbsOfSubjects.contains(document.tokens[verb.trigger].lemma)
            for head in isOfSubject ? verb.subjects : verb.objects { add(count(of: head), kind, to: &size) }
        }
        for token in sentence where document.tokens[token].pos == .noun {
            guard let kind = words.nouns[document.tokens[token].lemma], kind != .people, counts(kind, act) else {
                continue
            }
            add(count(of: token), kind, to: &size)
        }
        if act.type == .protest || act.type == .mobilize {
            for mention in act.source + act.target {
                for token in mention.tokens
                where words.nouns[document.tokens[token].lemma] == .people
                    || words.least[document.tokens[token].lower] != nil
                {
                    add(count(of: token), .people, to: &size)
                }
            }
            if let verb = clauses.verb(at: act.clause) {
                for head in verb.subjects + verb.objects { add(count(of: head), .people, to: &size) }
            }
        }
        return size == Event.Size() ? nil : size
    }

    private func kind(of verb: Predication) -> CountWords.Kind? {
        let token = document.tokens[verb.trigger]
        if words.verbsOfDeath.contains(token.lemma),
            document.children(of: verb.trigger).contains(where: {
                words.wordsOfDeath.contains(document.tokens[Int($0)].lower)
            }) || verb.heads(of: "to").contains(where: { words.wordsOfDeath.contains(document.tokens[$0].lower) })
        {
            return .dead
        }
        guard !verb.isNegated, let kind = words.verbs[token.lemma] else { return nil }
        // "rounded up", "seized three men": only with people as object, which `count` sees to.
        return kind
    }

    /// Violence has dead and injured, arrests have arrested; others have neither.
    private func counts(_ kind: CountWords.Kind, _ act: Act) -> Bool {
        switch kind {
        case .dead, .injured: act.type == .assault
        case .arrested: act.type == .coerce || act.type == .assault
        case .people: true
        }
    }

    private func add(_ count: Event.Count?, _ kind: CountWords.Kind, to size: inout Event.Size) {
        guard let count else { return }
        switch kind {
        case .dead: size.dead = size.dead ?? count
        case .injured: size.injured = size.injured ?? count
        case .arrested: size.arrested = size.arrested ?? count
        case .people: size.people = size.people ?? count
        }
    }

    // MARK: - Numbers

    /// How many a noun phrase says: "at least 14 people", "dozens of villagers", "two".
    func count(of head: Int) -> Event.Count? {
        let token = document.tokens[head]
        if let least = words.least[token.lower] { return bounded(head, least, nil, above: true) }
        if token.pos == .num || token.dependency == .nummod { return number(head) }
        for child32 in document.children(of: head) {
            let child = Int(child32)
            let t = document.tokens[child]
            switch t.dependency {
            case .nummod: return number(child)
            case .amod, .det, .quantmod:
                if let least = words.least[t.lower], t.pos != .det || t.lower == "some" {
                    return Event.Count(low: least, high: nil, span: t.span)
                }
            default: break
            }
        }
        // "one of its soldiers"; a person by name is one.
        return nil
    }

    /// A number token with the words that bound it.
    private func number(_ token: Int) -> Event.Count? {
        // "two hundred", "1.5 million": factors and units stand in one run.
        var run = [token]
        var at = token - 1
        while at >= 0, document.tokens[at].dependency == .compound, Int(document.tokens[at].head) == token {
            run.insert(at, at: 0)
            at -= 1
        }
        var value = 0
        for part in run {
            guard let number = words.value(of: part, in: document) else { return nil }
            value = number >= 100 && value > 0 ? value * number : value + number
        }
        return bounded(token, value, value, above: false)
    }

    /// "at least", "more than", "up to", "10 to 15": what the words before a number make of it.
    private func bounded(_ token: Int, _ low: Int, _ high: Int?, above: Bool) -> Event.Count {
        var count = Event.Count(low: low, high: high, span: document.tokens[token].span)
        for child32 in document.children(of: token) {
            let child = Int(child32)
            let t = document.tokens[child]
            guard child < token else { continue }
            if let bound = words.bounds[t.lower] {
                count.span = count.span.union(document.tokens[child].span)
                switch bound {
                case .least: count.high = nil
                case .more: (count.low, count.high) = (low + 1, nil)
                case .most: (count.low, count.high) = (0, above ? nil : low)
                case .about: break
                }
            } else if let first = words.value(of: child, in: document), first < low, !above, t.dependency == .quantmod {
                (count.low, count.high) = (first, low)
                count.span = count.span.union(t.span)
            }
        }
        return count
    }
}
