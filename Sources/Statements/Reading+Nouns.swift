import Annotation
import Clauses

/// Attributions by nouns ("his claim that …") and adjectives ("is concerned about …").
extension Reading {
    mutating func readNouns() {
        for (i, token) in document.tokens.enumerated() where token.pos == .noun {
            guard let cue = cues.noun(token.lemma), let (content, form) = nominalContent(i, cue) else { continue }
            guard let span = trimmed(content, onLineOf: i) else { continue }
            let source = source(ofNoun: i, form)
            // Of nobody's, only a claim is worth keeping: "allegations that …".
            guard source != nil || form == .clause && (cue.kind == .say || cue.kind == .judge) else { continue }
            drafts.append(
                Draft(
                    kind: cue.kind, form: form, cue: i, cueTokens: i..<i + 1, speaker: source.map(speaker),
                    content: [span]))
        }
    }

    private func nominalContent(_ noun: Int, _ cue: Cue) -> (Range<Int>, Draft.Form)? {
        for child32 in document.children(of: noun) {
            let child = Int(child32)
            guard child > noun else { continue }
            let token = document.tokens[child]
            switch token.dependency {
            case .acl, .ccomp, .relcl, .xcomp:
                if clauses.hasTo(child) {
                    if cue.frames.contains(.infinitive) { return (extents.range(of: child), .infinitive) }
                } else if token.dependency != .relcl, cue.frames.contains(.clause), isClause(child) {
                    return (extents.range(of: child), .clause)
                }
            case .prep where cue.contentPrepositions.contains(token.lower):
                guard let object = self.child(of: child, .pobj, .pcomp) else { continue }
                return (extents.range(of: object), document.tokens[object].dependency == .pcomp ? .infinitive : .phrase)
            default: break
            }
        }
        // "Their fear is that …"
        let head = Int(document.tokens[noun].head)
        if document.tokens[noun].dependency == .nsubj, document.tokens[head].lemma == "be",
            cue.frames.contains(.clause),
            let clause = child(of: head, .ccomp), clause > head
        {
            return (extents.range(of: clause), .clause)
        }
        return nil
    }

    /// Whose saying a noun is: its owner, whom "by" names, or who carries it ("made a promise").
    private func source(ofNoun noun: Int, _ form: Draft.Form) -> Int? {
        var owner: Int?
        for child32 in document.children(of: noun) {
            let child = Int(child32)
            let token = document.tokens[child]
            switch token.dependency {
            case .poss: return child
            case .prep, .agent:
                if token.lower == "by" || token.lower == "from" || (token.lower == "of" && form == .clause),
                    let object = self.child(of: child, .pobj)
                {
                    owner = owner ?? object
                }
            case .amod, .compound, .nmod:
                if child < noun, cast.mention(at: child) != nil { owner = owner ?? child }
            default: break
            }
        }
        if let owner { return owner }
        let head = Int(document.tokens[noun].head)
        guard document.tokens[noun].dependency == .dobj || document.tokens[noun].dependency == .attr,
            let carrier = clauses.verb(at: head), cues.carriers.contains(document.tokens[head].lemma)
        else { return nil }
        return carrier.subjects.first
    }

    // MARK: - Adjectives

    mutating func readAdjectives() {
        for (i, token) in document.tokens.enumerated() where token.pos == .adj || token.tag == .vbn {
            guard let cue = cues.adjective(token.lower), let (content, form) = adjectivalContent(i, cue),
                let span = trimmed(content, onLineOf: i), let source = source(ofAdjective: i)
            else { continue }
            drafts.append(
                Draft(
                    kind: cue.kind, form: form, cue: i, cueTokens: i..<i + 1, speaker: speaker(source), content: [span])
            )
        }
    }

    private func adjectivalContent(_ adjective: Int, _ cue: Cue) -> (Range<Int>, Draft.Form)? {
        for child32 in document.children(of: adjective) {
            let child = Int(child32)
            guard child > adjective else { continue }
            let token = document.tokens[child]
            switch token.dependency {
            case .ccomp where cue.frames.contains(.clause): return (extents.range(of: child), .clause)
            case .xcomp, .ccomp, .advcl:
                if cue.frames.contains(.infinitive), clauses.isInfinitive(child) {
                    return (extents.range(of: child), .infinitive)
                }
            case .prep where cue.contentPrepositions.contains(token.lower):
                guard let object = self.child(of: child, .pobj, .pcomp) else { continue }
                return (extents.range(of: object), document.tokens[object].dependency == .pcomp ? .infinitive : .phrase)
            default: break
            }
        }
        return nil
    }

    private func source(ofAdjective adjective: Int) -> Int? {
        let token = document.tokens[adjective]
        let head = Int(token.head)
        switch token.dependency {
        case .acomp, .oprd: return clauses.verb(at: head)?.subjects.first ?? child(of: head, .nsubj)
        case .amod, .acl: return head < adjective ? head : nil
        default:
            guard token.tag == .vbn else { return nil }
            return child(of: adjective, .nsubjpass, .nsubj) ?? clauses.verb(at: adjective)?.objects.first
        }
    }
}
