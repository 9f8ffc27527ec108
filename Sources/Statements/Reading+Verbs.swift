import Annotation
import Clauses

/// Attributions by verbs.
extension Reading {
    mutating func readVerbs() {
        for p in clauses.verbs {
            guard let cue = cues.verb(document.tokens[p.trigger].lemma, particle: p.particle) else { continue }
            read(p, cue)
        }
    }

    /// A content and the construction that makes it one.
    private struct Content {
        var ranges: [Range<Int>]
        var form: Draft.Form
        var frame: Cue.Frames = []
        var preposition: StringKey?
        var addressee: Int?
    }

    private mutating func read(_ p: Predication, _ cue: Cue) {
        let verb = p.trigger
        let a = VerbArguments(of: verb, cue, document, clauses)
        let isPassive = a.isPassive || p.isPassive
        let content =
            strandedContent(a, cue, isPassive) ?? clausalContent(a, cue, isPassive) ?? infinitiveContent(
                a, cue, isPassive)
            ?? nominalContent(a, cue, isPassive) ?? prepositionalContent(a, cue) ?? parenthetical(verb, cue)
        let spans = content?.ranges.compactMap { trimmed($0, onLineOf: verb) } ?? []
        guard !spans.isEmpty || cue.frames.contains(.quote) else { return }
        var addressee = content?.addressee ?? whomTold(a, cue)
        if content == nil, cue.frames.contains(.tell) || cue.kind == .ask { addressee = addressee ?? a.object }
        drafts.append(
            Draft(
                kind: content.map { cue.kind($0.frame, preposition: $0.preposition) } ?? cue.kind(.quote),
                form: content?.form ?? .quotation, cue: verb, cueTokens: verb..<verb + 1,
                speaker: source(of: p, a, isPassive), content: spans.sorted(), addressee: addressee,
                via: media(a, addressee)))
    }

    // MARK: - Content

    private func clausalContent(_ a: VerbArguments, _ cue: Cue, _ isPassive: Bool) -> Content? {
        guard let clause = a.clause else { return nil }
        let range = extents.range(of: clause)
        if let preposition = a.clausePreposition {
            return Content(ranges: [range], form: .infinitive, preposition: preposition)
        }
        if isSmallClause(clause) {
            guard !cue.frames.isDisjoint(with: [.objectPredicate, .clause]) else { return nil }
            return Content(ranges: [range], form: .phrase, frame: .objectPredicate)
        }
        // "wants them to leave": a clause of its own for the parser.
        if clauses.hasTo(clause), cue.frames.contains(.objectInfinitive) {
            return Content(ranges: [range], form: .infinitive, frame: .objectInfinitive)
        }
        guard !cue.frames.isDisjoint(with: [.clause, .quote]) else { return nil }
        return Content(
            ranges: [range], form: .clause, frame: [.clause, .quote],
            addressee: isPassive ? (cue.frames.contains(.tell) ? a.subject : nil) : a.object)
    }

    /// "told Reuters in an interview **that …**": the parser hangs the clause on the nearest noun.
    private func strandedContent(_ a: VerbArguments, _ cue: Cue, _ isPassive: Bool) -> Content? {
        guard a.clause == nil, a.infinitive == nil, cue.frames.contains(.clause) else { return nil }
        let nouns = [a.object].compactMap { $0 } + a.prepositions.compactMap { child(of: $0, .pobj) }
        for noun in nouns {
            // A noun of saying keeps its own clause: "repeated the claim that …".
            guard
                cues.noun(document.tokens[noun].lemma)?.frames.contains(.clause) != true
                    || cues.media.contains(document.tokens[noun].lemma),
                let clause = child(of: noun, .acl, .ccomp), isClause(clause)
            else { continue }
            return Content(
                ranges: [extents.range(of: clause)], form: .clause, frame: [.clause, .quote],
                addressee: isPassive ? nil : a.object)
        }
        return nil
    }

    /// "called the plan careless": a clause without a verb.
    private func isSmallClause(_ clause: Int) -> Bool {
        let pos = document.tokens[clause].pos
        return pos != .verb && pos != .aux && child(of: clause, .nsubj) != nil && child(of: clause, .aux, .mark) == nil
    }

    private func infinitiveContent(_ a: VerbArguments, _ cue: Cue, _ isPassive: Bool) -> Content? {
        let object = isPassive ? nil : a.object
        if let gerund = a.gerund, object == nil, cue.frames.contains(.gerund) {
            return Content(ranges: [extents.range(of: gerund)], form: .infinitive, frame: .gerund)
        }
        guard let infinitive = a.infinitive else { return nil }
        let range = extents.range(of: infinitive)
        if let object {
            guard cue.frames.contains(.objectInfinitive) else { return nil }
            let whole = min(extents.range(of: object).lowerBound, range.lowerBound)..<range.upperBound
            return Content(
                ranges: [whole], form: .infinitive, frame: .objectInfinitive,
                addressee: cue.kind(.objectInfinitive) == .ask || cue.frames.contains(.tell) ? object : nil)
        }
        if isPassive {
            guard !cue.frames.isDisjoint(with: [.infinitive, .objectInfinitive]) else { return nil }
            let told = cue.kind(.objectInfinitive) == .ask || cue.frames.contains(.tell)
            return Content(
                ranges: [a.subject.map(extents.range), range].compactMap { $0 }, form: .infinitive,
                frame: .objectInfinitive, addressee: told ? a.subject : nil)
        }
        if cue.frames.contains(.infinitive) {
            return Content(ranges: [range], form: .infinitive, frame: .infinitive)
        }
        // "called on the group to free them"
        guard let whom = whomTold(a, cue) else { return nil }
        return Content(ranges: [range], form: .infinitive, preposition: cue.addressees.first, addressee: whom)
    }

    /// A noun phrase, with its predicate or preposition where the verb takes one; in the passive, the subject.
    private func nominalContent(_ a: VerbArguments, _ cue: Cue, _ isPassive: Bool) -> Content? {
        guard let object = isPassive ? a.subject : a.object else { return nil }
        let whole = extents.range(of: object)
        if let predicate = a.predicate, cue.frames.contains(.objectPredicate), predicate > object {
            return Content(ranges: [whole, extents.range(of: predicate)], form: .phrase, frame: .objectPredicate)
        }
        for preposition in a.prepositions where preposition > object {
            let word = document.tokens[preposition].lower
            guard cue.objectPrepositions.contains(word), !isTime(preposition) else { continue }
            return Content(
                ranges: [whole, extents.range(of: preposition)],
                form: child(of: preposition, .pcomp) != nil ? .infinitive : .phrase, preposition: word)
        }
        // "accused the miners of blocking the road": the preposition may hang on the object.
        for child32 in document.children(of: object) where Int(child32) > object {
            let child = Int(child32)
            let word = document.tokens[child].lower
            guard cue.objectPrepositions.contains(word) else { continue }
            return Content(
                ranges: [whole], form: self.child(of: child, .pcomp) != nil ? .infinitive : .phrase, preposition: word)
        }
        guard cue.frames.contains(.object) else { return nil }
        return Content(ranges: [whole], form: .phrase, frame: .object)
    }

    /// "called **for talks**", "warned **of war**".
    private func prepositionalContent(_ a: VerbArguments, _ cue: Cue) -> Content? {
        guard !cue.contentPrepositions.isEmpty else { return nil }
        for preposition in a.prepositions {
            let word = document.tokens[preposition].lower
            guard cue.contentPrepositions.contains(word), !isTime(preposition),
                let object = child(of: preposition, .pobj, .pcomp)
            else { continue }
            return Content(
                ranges: [extents.range(of: preposition)],
                form: document.tokens[object].dependency == .pcomp ? .infinitive : .phrase, preposition: word)
        }
        return nil
    }

    /// "The plan, he said, would fail": the sentence around the clause of saying.
    private func parenthetical(_ verb: Int, _ cue: Cue) -> Content? {
        let head = Int(document.tokens[verb].head)
        guard document.tokens[verb].dependency == .parataxis, head != verb,
            !cue.frames.isDisjoint(with: [.clause, .quote])
        else { return nil }
        let whole = extents.range(of: head)
        let own = extents.range(of: verb)
        let ranges = [
            whole.lowerBound..<max(whole.lowerBound, own.lowerBound),
            min(own.upperBound, whole.upperBound)..<whole.upperBound,
        ]
        return Content(ranges: ranges.filter { !$0.isEmpty }, form: .clause, frame: [.clause, .quote])
    }

    // MARK: - Who, to whom, through what

    /// "on Monday": when, whatever the preposition may mean elsewhere.
    private func isTime(_ preposition: Int) -> Bool {
        guard let object = child(of: preposition, .pobj) else { return false }
        switch document.entity(at: object)?.label {
        case .date, .time: return true
        default: return false
        }
    }

    private func whomTold(_ a: VerbArguments, _ cue: Cue) -> Int? {
        for preposition in a.prepositions where cue.addressees.contains(document.tokens[preposition].lower) {
            if let object = child(of: preposition, .pobj), !isTime(preposition) { return object }
        }
        return nil
    }

    /// What it was said in or through: "in a statement", "told Reuters".
    private func media(_ a: VerbArguments, _ addressee: Int?) -> [Int] {
        var media: [Int] = []
        if let addressee, isPress(addressee) { media.append(addressee) }
        for preposition in a.prepositions {
            guard cues.through.contains(document.tokens[preposition].lower), let object = child(of: preposition, .pobj)
            else { continue }
            if cues.media.contains(document.tokens[object].lemma) || isPress(object), object != addressee {
                media.append(object)
            }
        }
        return media
    }

    /// A word for the press, or a name that holds one ("Fars news agency").
    func isPress(_ head: Int) -> Bool {
        if cues.press.contains(document.tokens[head].lemma) || cues.press.contains(document.tokens[head].lower) {
            return true
        }
        guard let entity = document.entity(at: head), entity.label == .org else { return false }
        return entity.tokens.contains { cues.press.contains(document.tokens[$0].lower) }
    }

    private func source(of p: Predication, _ a: VerbArguments, _ isPassive: Bool) -> (head: Int, tokens: Range<Int>)? {
        if isPassive { return p.subjects.first.map(speaker) }
        if let subject = a.subject {
            let token = document.tokens[subject]
            if token.dependency == .csubj { return nil }
            // "Meh," wrote a supporter: what is quoted is no one, so whoever stands after the verb is.
            if isQuoted(subject), !isQuoted(p.trigger) { return (a.object ?? a.predicate).map(speaker) }
            // "who" is where it is read; whom it stands for is whom it means.
            if token.tag == .wp || token.tag == .wdt, let who = p.subjects.first {
                return (who, subject..<subject + 1)
            }
            return speaker(subject)
        }
        if let issuer = p.issuers.first { return speaker(issuer) }
        return (p.subjects.first ?? speakerBeside(p.trigger)).map(speaker)
    }

    /// The noun phrase beside a verb of saying that stands next to a quotation, whatever the parser made of it:
    /// "…?" asked **the boy**, **the candidate** said: "…".
    private func speakerBeside(_ verb: Int) -> Int? {
        guard !quotations.isEmpty, !isQuoted(verb), verb > 0,
            cues.verb(document.tokens[verb].lemma, particle: .empty)?.frames.contains(.quote) == true
        else { return nil }
        var before = verb - 1
        while before > 0, document.tokens[before].pos == .adv || document.tokens[before].pos == .aux { before -= 1 }
        if !isQuoted(before), document.tokens[before].pos == .noun || document.tokens[before].pos == .propn {
            return before
        }
        guard isQuoted(before), document.tokens[verb].tag != .vbg else { return nil }
        var head: Int?
        for i in verb + 1..<min(verb + 8, document.tokens.count) where !isQuoted(i) {
            switch document.tokens[i].pos {
            case .noun, .propn: head = i
            case .det, .adj, .num: if head != nil { return head }
            default: return head
            }
        }
        return head
    }
}
