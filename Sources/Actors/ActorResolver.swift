package import Annotation
import Clauses

/// Resolves who a report speaks of: names, offices, groups and what takes them up again.
///
/// Unknown people stay as they are named, without a code; a pronoun without a clear antecedent stays unresolved.
package struct ActorResolver: Sendable {
    private let knowledge: ActorKnowledge

    package init(knowledge: ActorKnowledge) { self.knowledge = knowledge }

    /// The actors of a document and where each is named.
    package func resolve(_ document: Document) -> Cast {
        var work = Resolution(document: document, knowledge: knowledge)
        work.findPersons()
        work.placeNames()
        work.placePersons()
        work.placeOrganizations()
        work.placeNominals()
        work.joinAppositions()
        work.resolveAnaphors()
        return work.cast()
    }
}

/// One report's resolution under way.
struct Resolution {
    struct Draft {
        var name: String
        var kind: Actor.Kind
        var description = Description()
        /// Keys of a person's names, without titles.
        var names: [StringKey] = []
        var isNominal = false
        /// Whom it stands for, when that is several: "the two sides".
        var members: [Int] = []
        /// Another draft that this one turned out to be.
        var mergedInto: Int?
    }

    struct Place {
        var head: Int
        var tokens: Range<Int>
        var actor: Int
        var form: Actor.Mention.Form
    }

    let document: Document
    let knowledge: ActorKnowledge
    let matches: [NameFinder.Match]
    var matchAt: [Int32]
    let describer: Describer
    /// Where a report was written is nobody in it.
    let datelines: [Range<Int>]
    var drafts: [Draft] = []
    var places: [Place] = []
    /// Index in `places` of the mention whose head is at a token, or -1.
    var placeAt: [Int32]
    var personMentions: [(tokens: Range<Int>, head: Int, draft: Int)] = []

    init(document: Document, knowledge: ActorKnowledge) {
        self.document = document
        self.knowledge = knowledge
        matches = NameFinder(knowledge: knowledge).find(in: document)
        datelines = Dateline.ranges(in: document)
        var at = [Int32](repeating: -1, count: document.tokens.count)
        for (i, match) in matches.enumerated() { for t in match.tokens { at[t] = Int32(i) } }
        matchAt = at
        describer = Describer(
            knowledge: knowledge, document: document, matchAt: at, matches: matches, datelines: datelines)
        placeAt = [Int32](repeating: -1, count: document.tokens.count)
    }

    mutating func place(_ head: Int, _ tokens: Range<Int>, _ actor: Int, _ form: Actor.Mention.Form) {
        guard placeAt[head] < 0, !datelines.contains(where: { $0.contains(head) }) else { return }
        // The recogniser may take the end of a dateline for the start of a name.
        let start = datelines.first { $0.contains(tokens.lowerBound) }?.upperBound ?? tokens.lowerBound
        let tokens = min(start, head)..<tokens.upperBound
        placeAt[head] = Int32(places.count)
        places.append(Place(head: head, tokens: tokens, actor: actor, form: form))
    }

    func root(_ draft: Int) -> Int {
        var at = draft
        while let next = drafts[at].mergedInto { at = next }
        return at
    }

    // MARK: - Names

    /// Every name of the tables is a mention: of a state, its people or a body.
    mutating func placeNames() {
        var entryDraft: [Int: Int] = [:]
        for match in matches {
            let known = knowledge.known[match.known]
            // Names of one country are one actor, whatever form they take.
            let key =
                known.use == .body ? bodyKey(match.known) : (knowledge.countryEntry[known.country ?? ""] ?? match.known)
            let isPeople = known.use == .people && document.tokens[match.head].pos != .adj && isPlural(match.head)
            if isPeople {
                // "Palestinians" are people of the country, not its government.
                let actor = drafts.count
                var d = Description()
                d.country = known.country
                d.sectors = ["CVL"]
                d.code = knowledge.code(country: known.country, sector: "CVL")
                d.evidence = [.knowledge(known.evidence)]
                drafts.append(
                    Draft(name: document.text(of: match.tokens), kind: .group, description: d, isNominal: true))
                place(match.head, describer.premodified(match.head), actor, .nominal)
                continue
            }
            if known.use == .body, known.kind == .organization, let owner = foreignOwner(of: match, known) {
                // "the Libyan House of Representatives": the same name, another country's.
                var d = Description()
                d.country = owner.country
                d.sectors = known.sectors
                d.code = knowledge.code(country: owner.country, sector: known.sectors.first)
                d.evidence = [.knowledge(owner.evidence)]
                let actor = drafts.count
                drafts.append(
                    Draft(
                        name: document.text(of: withoutArticle(describer.premodified(match.head))), kind: .organization,
                        description: d))
                place(match.head, describer.premodified(match.head), actor, .name)
                continue
            }
            let actor: Int
            if let seen = entryDraft[key] {
                actor = seen
            } else {
                actor = drafts.count
                entryDraft[key] = actor
                var d = Description()
                d.country = known.country
                d.sectors = known.sectors
                d.code = known.code
                d.evidence = [.knowledge(known.evidence)]
                drafts.append(Draft(name: known.name, kind: known.kind, description: d))
            }
            place(match.head, match.tokens, actor, .name)
        }
    }

    /// The country that a state's body is said to be of, when that is not the one the tables know.
    private func foreignOwner(of match: NameFinder.Match, _ known: ActorKnowledge.Known) -> ActorKnowledge.Known? {
        guard let country = known.country else { return nil }
        for t in describer.premodified(match.head) where t < match.tokens.lowerBound && matchAt[t] >= 0 {
            let other = knowledge.known[matches[Int(matchAt[t])].known]
            if other.use != .body, let theirs = other.country, theirs != country { return other }
        }
        return nil
    }

    /// Entries of one line are one body, whichever of its names is used.
    private func bodyKey(_ known: Int) -> Int {
        var first = known
        while first > 0, knowledge.known[first - 1].evidence == knowledge.known[known].evidence { first -= 1 }
        return first
    }

    func isPlural(_ token: Int) -> Bool {
        let t = document.tokens[token]
        return t.tag == .nnps || t.tag == .nns
    }

    // MARK: - Bodies that no table knows

    /// Organisations that the recogniser saw: known by name alone, with what is said of them.
    mutating func placeOrganizations() {
        let texts = knowledge.list("texts")
        for entity in document.entities where entity.label == .org {
            let head = NameFinder.head(of: entity.tokens, document.tokens)
            guard placeAt[head] < 0, !isModifier(head) || document.tokens[head].dependency == .poss,
                !texts.contains(document.tokens[head].lower)
            else { continue }
            var d = describer.describe(head: head, name: nil, personCountry: { _ in nil })
            // Words inside a name say little of what the body is ("General Confederation"): its head noun does.
            if d.body == nil, describer.office(at: head) == nil {
                d.sectors = []
                d.code = d.country
            }
            var name = entity.tokens
            if name.count > 1, document.tokens[name.lowerBound].lower == "the" {
                name = (name.lowerBound + 1)..<name.upperBound
            }
            if let last = name.last, name.count > 1, document.tokens[last].dependency == .case {
                name = name.lowerBound..<last
            }
            let text = document.text(of: name)
            let keys = name.map { document.tokens[$0].lower }
            let actor: Int
            if let seen = drafts.firstIndex(where: { $0.kind == .organization && $0.names == keys && !keys.isEmpty }) {
                actor = seen
            } else {
                actor = drafts.count
                drafts.append(Draft(name: text, kind: .organization, description: d, names: keys))
            }
            place(head, entity.tokens, actor, .name)
        }
    }

    func isModifier(_ token: Int) -> Bool {
        switch document.tokens[token].dependency {
        case .compound, .amod, .nmod, .poss, .npadvmod, .nummod, .det, .quantmod, .case, .punct, .advmod: true
        default: false
        }
    }

    // MARK: - Nouns for people and bodies

    mutating func placeNominals() {
        let parts = knowledge.list("parts")
        for (i, token) in document.tokens.enumerated() {
            let dependency = token.dependency
            guard
                token.pos == .noun || token.pos == .propn || token.pos == .num || token.pos == .adj
                    || token.pos == .pron,
                placeAt[i] < 0, dependency != .compound || isVerb(Int(token.head)), dependency != .amod,
                dependency != .nmod,
                dependency != .det, dependency != .nummod, matchAt[i] < 0
            else { continue }
            // "dozens of protesters", "13 of the soldiers": the part stands for its whole.
            if parts.contains(token.lower), let whole = document.object(of: "of", under: i),
                token.pos != .pron || token.tag == .dt
            {
                if placeAt[whole] < 0 { placeNominal(at: whole) }
                if placeAt[whole] >= 0 {
                    let w = places[Int(placeAt[whole])]
                    place(i, i..<max(i + 1, w.tokens.upperBound), w.actor, w.form)
                    continue
                }
            }
            if token.pos != .pron, token.pos != .num,
                token.pos != .adj || dependency == .nsubj || dependency == .pobj || dependency == .dobj
            {
                placeNominal(at: i)
            }
        }
    }

    private func isVerb(_ token: Int) -> Bool { document.tokens[token].pos == .verb }

    mutating func placeNominal(at head: Int) {
        guard placeAt[head] < 0, let office = describer.office(at: head) else { return }
        let d = describer.describe(head: head, name: nil, personCountry: personCountry)
        let range = describer.premodified(head)
        let actor = drafts.count
        drafts.append(
            Draft(
                name: document.text(of: withoutArticle(range)),
                kind: office.isPerson && !isPlural(head) && office.sector != "UAF"
                    ? (office.isGroup ? .unknown : .person) : .group,
                description: d, isNominal: true))
        place(head, range, actor, .nominal)
    }

    private func withoutArticle(_ range: Range<Int>) -> Range<Int> {
        guard range.count > 1, document.tokens[range.lowerBound].dependency == .det else { return range }
        return (range.lowerBound + 1)..<range.upperBound
    }

    // MARK: - The result

    func cast() -> Cast {
        var number = [Int](repeating: -1, count: drafts.count)
        var actors: [Actor] = []
        var mentions: [(head: Int, mention: Cast.Mention)] = []
        for p in places.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
            let draft = root(p.actor)
            if number[draft] < 0 {
                number[draft] = actors.count
                let d = drafts[draft]
                actors.append(
                    Actor(
                        id: actors.count, name: d.name, kind: d.kind, code: d.description.code,
                        country: d.description.country, sectors: d.description.sectors,
                        role: d.description.role.map { document.text(in: $0) }, roleEvidence: d.description.evidence,
                        mentions: []))
            }
            let actor = number[draft]
            actors[actor].mentions.append(
                Actor.Mention(span: document.span(of: p.tokens), form: p.form, tokens: p.tokens))
            mentions.append((p.head, Cast.Mention(actor: actor, tokens: p.tokens, form: p.form)))
        }
        var members: [Int: [Int]] = [:]
        for (draft, d) in drafts.enumerated() where !d.members.isEmpty && number[draft] >= 0 {
            members[number[draft]] = d.members.map { number[root($0)] }.filter { $0 >= 0 }
        }
        return Cast(actors: actors, mentions: mentions, tokenCount: document.tokens.count, members: members)
    }
}
