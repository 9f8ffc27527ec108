import Annotation

/// Who a pronoun stands for: by number and sex, by what the grammar forbids, then by how much the text is about somebody
/// (Lappin and Leass 1994, without their reflexives). Where two come close to each other, nobody is named.
extension Resolution {
    private enum Kind { case he, she, it, they, speaker }

    private static let kinds: [StringKey: Kind] = [
        "he": .he, "him": .he, "his": .he, "she": .she, "her": .she, "hers": .she, "it": .it, "its": .it,
        "they": .they, "them": .they, "their": .they,
        "i": .speaker, "me": .speaker, "my": .speaker, "we": .speaker, "us": .speaker, "our": .speaker,
    ]

    /// Salience, and by how much the best must be ahead of the next.
    private enum Weight {
        static let sameSentence = 40
        static let sentenceBefore = 32
        static let twoBefore = 14
        static let threeBefore = 4
        static let subject = 20
        static let mainSubject = 6
        static let object = 6
        static let owner = 4
        static let other = 2
        static let pronoun = 6
        static let named = 4
        static let parallel = 6
        static let matrix = 12
        static let sex = 8
        static let paragraph = -8
        static let margin = 5
        static let marginOfMany = 14
    }

    mutating func resolvePronouns() {
        var lists = placesBySentence()
        let quotes = quotedTokens()
        let many: Set<StringKey> = ["we", "us", "our"]
        for (i, token) in document.tokens.enumerated() where token.pos == .pron || token.dependency == .poss {
            guard placeAt[i] < 0, let kind = Self.kinds[token.lower] else { continue }
            var found =
                kind == .speaker
                ? speaker(of: i, quotes, lists) : antecedent(of: i, kind, isQuoted: quotes[i], lists)
            // Who speaks for a side says "we" of it.
            if many.contains(token.lower), let speaker = found { found = sideSpokenFor(by: speaker, before: i, lists) }
            let actor: Int
            if let found {
                actor = found
            } else {
                // Nobody clear: an actor without a code, so that what it does is told and who it is stays open.
                guard kind != .it, kind != .speaker, isPartOfClause(i) else { continue }
                drafts.append(
                    Draft(
                        name: document.text(of: i), kind: kind == .they ? .unknown : .person, isNominal: true,
                        isUnresolved: true))
                actor = drafts.count - 1
            }
            place(i, i..<(i + 1), actor, .pronoun)
            if placeAt[i] >= 0 { lists[document.sentence(of: i)].append(Int(placeAt[i])) }
        }
    }

    private func isPartOfClause(_ token: Int) -> Bool {
        switch document.tokens[token].dependency {
        case .nsubj, .nsubjpass, .dobj, .pobj, .dative, .agent: true
        default: false
        }
    }

    /// Which tokens stand between quotation marks.
    private func quotedTokens() -> [Bool] {
        var inside = false
        var quoted = [Bool](repeating: false, count: document.tokens.count)
        for (i, token) in document.tokens.enumerated() {
            let text = document.text[Int(token.start)..<Int(token.end)]
            if text.elementsEqual("\u{201C}".utf8) {
                inside = true
            } else if text.elementsEqual("\u{201D}".utf8) {
                inside = false
            } else if text.elementsEqual("\"".utf8) || text.elementsEqual("``".utf8) || text.elementsEqual("''".utf8) {
                inside.toggle()
            } else if token.pos == .space, text.contains(10) {
                // A new paragraph that does not open its quotation again is none.
                inside = false
            }
            quoted[i] = inside
        }
        return quoted
    }

    private func fits(_ draft: Draft, _ kind: Kind) -> Bool {
        switch kind {
        case .he: return draft.kind == .person && draft.sex != .female
        case .she: return draft.kind == .person && draft.sex != .male
        case .it:
            return draft.kind == .country || draft.kind == .organization || draft.kind == .group && !draft.isPlural
                || draft.kind == .unknown && !draft.isNominal
        case .they:
            return draft.kind == .group || draft.kind == .organization || draft.isPlural || draft.kind == .unknown
        case .speaker: return true
        }
    }

    private func antecedent(of pronoun: Int, _ kind: Kind, isQuoted: Bool, _ lists: [[Int]]) -> Int? {
        let sentence = document.sentence(of: pronoun)
        let barred = barred(by: pronoun)
        // Who speaks does not call himself "he".
        let speaker = isQuoted ? self.speaker(around: pronoun) : nil
        let isSubject = self.isSubject(pronoun)
        let matrix = matrixSubject(of: pronoun)
        let owner = token(pronoun, .poss) ? relativeSubject(around: pronoun) : nil
        var scores: [Int: Int] = [:]
        for s in stride(from: sentence, through: max(0, sentence - 3), by: -1) {
            for index in lists[s] {
                let p = places[index]
                guard p.head < pronoun || (s == sentence && isCataphoric(pronoun, p.head)) else { continue }
                let actor = root(p.actor)
                guard fits(drafts[actor], kind), !barred.contains(actor), actor != speaker,
                    !drafts[actor].isUnresolved || p.form == .pronoun, drafts[actor].members.isEmpty
                else { continue }
                var score: Int
                switch sentence - s {
                case 0: score = Weight.sameSentence
                case 1: score = Weight.sentenceBefore
                case 2: score = Weight.twoBefore
                default: score = Weight.threeBefore
                }
                if self.isSubject(p.head) {
                    score += Weight.subject
                    if isRootSubject(p.head) { score += Weight.mainSubject }
                    if isSubject { score += Weight.parallel }
                } else {
                    switch document.tokens[p.head].dependency {
                    case .dobj, .agent, .dative: score += Weight.object
                    case .poss: score += Weight.owner
                    case .pobj, .conj: score += Weight.other
                    default: break
                    }
                }
                if actor == matrix {
                    // "An aide said he had resigned": who is named by his part alone speaks of somebody else.
                    score += drafts[actor].isNominal ? -Weight.matrix : Weight.matrix
                }
                if actor == owner { score += Weight.matrix }
                if p.form == .pronoun { score += Weight.pronoun }
                if p.form == .name { score += Weight.named }
                if drafts[actor].sex != .unknown { score += Weight.sex }
                if s != sentence || sentence == s, isParagraphBetween(p.head, pronoun) { score += Weight.paragraph }
                scores[actor] = max(scores[actor] ?? .min, score)
            }
        }
        let ranked = scores.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        guard let best = ranked.first, best.value >= Weight.threeBefore + Weight.subject else { return nil }
        // Of many there are often others who are not named.
        let margin = kind == .they ? Weight.marginOfMany : Weight.margin
        if ranked.count > 1, best.value - ranked[1].value < margin { return nil }
        return best.key
    }

    /// "After he arrived, Putin said": an adverbial clause that comes first.
    private func isCataphoric(_ pronoun: Int, _ head: Int) -> Bool {
        guard isSubject(head), isRootSubject(head) else { return false }
        var at = pronoun
        for _ in 0..<12 {
            let token = document.tokens[at]
            if token.dependency == .advcl, Int(token.head) == Int(document.tokens[head].head) { return true }
            if Int(token.head) == at { return false }
            at = Int(token.head)
        }
        return false
    }

    private func isRootSubject(_ token: Int) -> Bool {
        var at = token
        for _ in 0..<6 where document.tokens[at].dependency == .conj { at = Int(document.tokens[at].head) }
        let verb = Int(document.tokens[at].head)
        return Int(document.tokens[verb].head) == verb
    }

    /// The subject of the clause that takes the pronoun's as its complement: "X said **he** would".
    private func matrixSubject(of pronoun: Int) -> Int? {
        var at = Int(document.tokens[pronoun].head)
        for _ in 0..<6 {
            let token = document.tokens[at]
            if token.dependency == .ccomp || token.dependency == .xcomp || token.dependency == .advcl {
                return subject(of: Int(token.head))
            }
            if Int(token.head) == at { return nil }
            at = Int(token.head)
        }
        return nil
    }

    private func token(_ token: Int, _ dependency: Dependency) -> Bool {
        document.tokens[token].dependency == dependency
    }

    /// "John Major, who offered **his** support": the noun of the relative clause that an owner stands in.
    private func relativeSubject(around pronoun: Int) -> Int? {
        var at = Int(document.tokens[pronoun].head)
        for _ in 0..<6 {
            if document.tokens[at].dependency == .relcl { return subject(of: at) }
            let up = Int(document.tokens[at].head)
            if up == at { return nil }
            at = up
        }
        return nil
    }

    private func subject(of verb: Int) -> Int? {
        for child32 in document.children(of: verb) {
            let child = Int(child32)
            let dependency = document.tokens[child].dependency
            guard dependency == .nsubj || dependency == .nsubjpass else { continue }
            if let actor = actor(atSubject: child, of: verb) { return actor }
        }
        // "agreed and said": the first verb's.
        let token = document.tokens[verb]
        return token.dependency == .conj && Int(token.head) != verb ? subject(of: Int(token.head)) : nil
    }

    /// "Holbrooke, **who** talked with him": a relative pronoun stands for the noun that its clause is on.
    private func actor(atSubject subject: Int, of verb: Int) -> Int? {
        if placeAt[subject] >= 0 { return root(places[Int(placeAt[subject])].actor) }
        let tag = document.tokens[subject].tag
        guard tag == .wp || tag == .wdt, document.tokens[verb].dependency == .relcl else { return nil }
        let noun = Int(document.tokens[verb].head)
        return placeAt[noun] >= 0 ? root(places[Int(placeAt[noun])].actor) : nil
    }

    /// Whom the grammar forbids: the others in the same clause ("he urged **him**"), and in the pronoun's own phrase.
    private func barred(by pronoun: Int) -> Set<Int> {
        var barred: Set<Int> = []
        let token = document.tokens[pronoun]
        if token.dependency == .poss {
            // "his counterpart Lavrov": whose he is he is not.
            let head = Int(token.head)
            if placeAt[head] >= 0 { barred.insert(root(places[Int(placeAt[head])].actor)) }
            return barred
        }
        var at = Int(token.head)
        for _ in 0..<8 {
            let verb = document.tokens[at]
            if verb.pos == .verb || verb.pos == .aux {
                for child32 in document.children(of: at) where Int(child32) != pronoun {
                    let child = Int(child32)
                    switch document.tokens[child].dependency {
                    case .nsubj, .nsubjpass:
                        if let doer = actor(atSubject: child, of: at) { barred.insert(doer) }
                    case .dobj, .dative:
                        if placeAt[child] >= 0 { barred.insert(root(places[Int(placeAt[child])].actor)) }
                    case .prep, .agent:
                        for object in document.objects(ofPreposition: child)
                        where object != pronoun && placeAt[object] >= 0 {
                            barred.insert(root(places[Int(placeAt[object])].actor))
                        }
                    default: break
                    }
                }
                // A verb without a subject has that of the one above: "held talks, urging **him** to …".
                let hasSubject = document.children(of: at).contains { isSubject(Int($0)) }
                if !hasSubject, [.xcomp, .advcl, .conj, .pcomp].contains(verb.dependency), !isSubject(pronoun),
                    let above = subjectAbove(at)
                {
                    barred.insert(above)
                }
                break
            }
            if Int(verb.head) == at { break }
            at = Int(verb.head)
        }
        return barred
    }

    private func subjectAbove(_ verb: Int) -> Int? {
        var at = verb
        for _ in 0..<6 {
            let up = Int(document.tokens[at].head)
            if up == at { return nil }
            if let subject = subject(of: up) { return subject }
            at = up
        }
        return nil
    }

    // MARK: - Who speaks

    /// "I", "we" in a quotation or what is said: who says it.
    private func speaker(of pronoun: Int, _ quotes: [Bool], _ lists: [[Int]]) -> Int? {
        if let speaker = speaker(around: pronoun) { return speaker }
        guard quotes[pronoun] else { return nil }
        // The quotation goes on from the sentence before, or its speaker is named in the next.
        let sentence = document.sentence(of: pronoun)
        for s in [sentence, sentence - 1, sentence + 1, sentence - 2] where document.sentences.indices.contains(s) {
            for t in document.sentences[s] where !quotes[t] && isSaying(t) {
                if let speaker = subject(of: t) { return speaker }
            }
        }
        return nil
    }

    /// The country, body or group named in the report that a person speaks for; else the person.
    private func sideSpokenFor(by speaker: Int, before token: Int, _ lists: [[Int]]) -> Int {
        let mine = drafts[speaker].description
        guard drafts[speaker].kind == .person, let code = mine.code else { return speaker }
        var nominal: Int?
        let sentence = document.sentence(of: token)
        for s in stride(from: sentence, through: max(0, sentence - 40), by: -1) {
            for index in lists[s].reversed() where places[index].head < token {
                let side = root(places[index].actor)
                guard side != speaker, drafts[side].description.code == code, drafts[side].kind != .person,
                    drafts[side].members.isEmpty
                else { continue }
                if !drafts[side].isNominal { return side }
                nominal = nominal ?? side
            }
        }
        return nominal ?? speaker
    }

    /// The subject of the nearest verb of saying above a token that does not hold it itself.
    private func speaker(around token: Int) -> Int? {
        var at = token
        for _ in 0..<16 {
            let up = Int(document.tokens[at].head)
            if up == at { break }
            if isSaying(up), document.tokens[at].dependency == .ccomp || document.tokens[at].dependency == .parataxis,
                let speaker = subject(of: up)
            {
                return speaker
            }
            at = up
        }
        // "…," he said: the verb of saying hangs on what is said.
        for child32 in document.children(of: at) {
            let child = Int(child32)
            if document.tokens[child].dependency == .parataxis || document.tokens[child].dependency == .ccomp,
                isSaying(child), let speaker = subject(of: child)
            {
                return speaker
            }
        }
        return nil
    }

    private func isSaying(_ token: Int) -> Bool {
        document.tokens[token].pos == .verb && knowledge.saying.contains(document.tokens[token].lemma)
    }
}
