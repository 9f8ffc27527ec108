import Annotation
import Clauses

/// One report's resolution under way.
struct Resolution {
    struct Draft {
        var name: String
        var kind: Actor.Kind
        var description = Description()
        /// What a dictionary says of a person; a body's stands in its description.
        var known: Known?
        var sex = ActorRecord.Sex.unknown
        /// What a dictionary says that it was at other times, where its code is the dictionary's.
        var terms: [Actor.Term] = []
        /// Keys of a person's names, without titles.
        var names: [StringKey] = []
        /// The same as `Spelling` folds them.
        var folded: [String] = []
        var isNominal = false
        var isPlural = false
        /// A pronoun of whom nobody knows for whom it stands.
        var isUnresolved = false
        /// Its country is where the report is set, and not what its own words say.
        var isCountryOfStory = false
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
    let day: Int?
    let names: NameFinder.Names
    private(set) var known: [Known]
    private(set) var matches: [NameFinder.Match]
    var matchAt: [Int32]
    private(set) var describer: Describer
    var drafts: [Draft] = []
    var places: [Place] = []
    /// Index in `places` of the mention whose head is at a token, or -1.
    var placeAt: [Int32]
    var personMentions: [(tokens: Range<Int>, head: Int, draft: Int)] = []
    /// Bodies by the short form that the report gives them.
    var acronyms: [StringKey: Int] = [:]
    /// Bodies that no table knows, by their whole name; and the words of any body's name.
    var organizationsNamed: [[StringKey]: Int] = [:]
    var wordsOf: [Int: [StringKey]] = [:]
    /// Persons by each of their names.
    var personsNamed: [StringKey: [Int]] = [:]
    /// Persons by their surname as `Spelling` folds it.
    var personsFolded: [String: [Int]] = [:]
    /// Persons by whom a dictionary takes them for.
    var personKnown: [Known.Identity: Int] = [:]
    /// Where each person is named.
    var mentionsOf: [Int: [Int]] = [:]
    /// Whom a name that stands alone is taken for, by its token.
    var knownAlone: [Int: Known] = [:]

    /// - Parameter day: of the report, as days since 1970.
    init(document: Document, knowledge: ActorKnowledge, day: Int?, towns: [PlaceMention]) {
        self.document = document
        self.knowledge = knowledge
        self.day = day
        names = NameFinder(knowledge: knowledge, day: day).find(in: document)
        (known, matches) = names.withTowns(towns, document)
        var at = [Int32](repeating: -1, count: document.tokens.count)
        for (i, match) in matches.enumerated() { for t in match.tokens { at[t] = Int32(i) } }
        matchAt = at
        describer = Describer(
            knowledge: knowledge, known: known, document: document, matchAt: at, matches: matches,
            datelines: Dateline.ranges(in: document))
        placeAt = [Int32](repeating: -1, count: document.tokens.count)
    }

    mutating func place(_ head: Int, _ tokens: Range<Int>, _ actor: Int, _ form: Actor.Mention.Form) {
        guard placeAt[head] < 0, !describer.isInDateline[head] else { return }
        // The recogniser may take the end of a dateline for the start of a name.
        let start = tokens.first { !describer.isInDateline[$0] } ?? tokens.lowerBound
        let tokens = min(start, head)..<tokens.upperBound
        placeAt[head] = Int32(places.count)
        places.append(Place(head: head, tokens: tokens, actor: actor, form: form))
    }

    /// Takes a name for another actor than the dictionary's.
    mutating func setKnown(_ held: Known, of match: Int) {
        if let same = known.firstIndex(where: { $0.identity == held.identity }) {
            matches[match].known = same
        } else {
            known.append(held)
            matches[match].known = known.count - 1
        }
    }

    /// Takes a name for none of the dictionary's.
    mutating func dropMatch(at token: Int) {
        let match = Int(matchAt[token])
        for t in matches[match].tokens { matchAt[t] = -1 }
        matches[match].isDropped = true
    }

    /// What was decided of names, for those who read the words around them.
    mutating func tellDescriber() {
        describer.known = known
        describer.matches = matches
        describer.matchAt = matchAt
    }

    /// The matches that begin in a range of tokens: they stand in text order.
    func matches(in range: Range<Int>) -> ArraySlice<NameFinder.Match> {
        func first(from token: Int) -> Int {
            var low = 0
            var high = matches.count
            while low < high {
                let middle = (low + high) / 2
                if matches[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return matches[first(from: range.lowerBound)..<first(from: range.upperBound)]
    }

    func root(_ draft: Int) -> Int {
        var at = draft
        while let next = drafts[at].mergedInto { at = next }
        return at
    }

    // MARK: - The result

    /// The office in words; a crowd and a bus driver have none.
    private func role(of draft: Draft) -> String? {
        let isOffice = draft.kind == .person && !(draft.isNominal && draft.description.sectors == ["CVL"])
        guard isOffice, let role = draft.description.role else { return draft.description.knownRole }
        return document.text(in: role)
    }

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
                        role: role(of: d),
                        roleEvidence: d.description.evidence, mentions: [], terms: d.terms, isUnresolved: d.isUnresolved
                    ))
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
        for (actor, parts) in members { actors[actor].members = parts }
        return Cast(actors: actors, mentions: mentions, tokenCount: document.tokens.count, members: members)
    }
}
