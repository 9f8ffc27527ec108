import Annotation

extension Resolution {
    /// "the two sides", "both countries": the two parties that the sentences before name, when there are just two.
    mutating func resolvePairs() {
        let pairs = knowledge.list("pair-anaphors")
        let persons = knowledge.list("person-pairs")
        let lists = placesBySentence()
        for p in places where pairs.contains(document.tokens[p.head].lemma) && isPlural(p.head) {
            let draft = root(p.actor)
            let isPair = document.children(of: p.head).contains {
                ["two", "both"].contains(document.tokens[Int($0)].lower)
            }
            guard isPair, drafts[draft].isNominal,
                drafts[draft].description.country == nil || drafts[draft].isCountryOfStory
            else { continue }
            if persons.contains(document.tokens[p.head].lemma) {
                if let two = twoPersons(before: p.head, lists) { stand(draft, for: two) }
                continue
            }
            if let two = parties(before: p.head, lists) ?? partiesWithoutCode(before: p.head, lists) {
                stand(draft, for: two)
            }
        }
    }

    /// Of its own it has no code: each of the two has.
    private mutating func stand(_ draft: Int, for two: [Int]) {
        drafts[draft].members = two
        drafts[draft].description.country = nil
        drafts[draft].description.sectors = []
        drafts[draft].description.code = nil
    }

    /// The two countries or groups that take part in what the nearest sentences before tell; nil when not just two.
    private func parties(before head: Int, _ lists: [[Int]]) -> [Int]? {
        let sentence = document.sentence(of: head)
        var found: [Int] = []
        var codes: Set<String> = []
        for s in stride(from: sentence, through: max(0, sentence - 3), by: -1) {
            for p in lists[s].map({ places[$0] }) where p.head < head {
                switch document.tokens[p.head].dependency {
                case .nsubj, .dobj, .pobj, .conj, .agent, .poss: break
                default: continue
                }
                let actor = root(p.actor)
                let d = drafts[actor].description
                guard let code = d.code, let country = d.country, !isSetting(p.head), drafts[actor].members.isEmpty
                else { continue }
                // A party is known by its country, an armed group by its own code.
                let party = d.sectors.first == "GOV" ? country : code
                if codes.insert(party).inserted { found.append(side(of: actor, before: head, lists)) }
            }
            if found.count == 2 { return found }
            if found.count > 2 { return nil }
        }
        return nil
    }

    /// "the two men", "both leaders": the two persons whom the nearest sentences name, or whose countries they do.
    private func twoPersons(before head: Int, _ lists: [[Int]]) -> [Int]? {
        let sentence = document.sentence(of: head)
        var found: [Int] = []
        for s in stride(from: sentence, through: max(0, sentence - 2), by: -1) {
            for p in lists[s].map({ places[$0] }) where p.head < head {
                let actor = root(p.actor)
                if drafts[actor].kind == .person, !drafts[actor].isNominal, !found.contains(actor) {
                    found.append(actor)
                }
            }
            if found.count == 2 { return found }
            if found.count > 2 { return nil }
        }
        return found.isEmpty ? parties(before: head, lists) : nil
    }

    /// "Union leaders met mine owners, but the two sides …": the only two who take part in the sentence so far.
    private func partiesWithoutCode(before head: Int, _ lists: [[Int]]) -> [Int]? {
        var found: [Int] = []
        for p in lists[document.sentence(of: head)].map({ places[$0] }) where p.head < head {
            switch document.tokens[p.head].dependency {
            case .nsubj, .dobj, .pobj, .conj, .agent: break
            default: continue
            }
            let actor = root(p.actor)
            if !found.contains(actor), !isSetting(p.head) { found.append(actor) }
        }
        return found.count == 2 ? found : nil
    }

    /// "Taliban spokesman Naeem said the two sides …": the side is whom somebody speaks for, where that is named too.
    private func side(of actor: Int, before head: Int, _ lists: [[Int]]) -> Int {
        guard drafts[actor].kind == .person || drafts[actor].isNominal else { return actor }
        let mine = drafts[actor].description
        let sentence = document.sentence(of: head)
        for s in stride(from: sentence, through: max(0, sentence - 40), by: -1) {
            for index in lists[s].reversed() where places[index].head < head {
                let theirs = drafts[root(places[index].actor)]
                let isSide = theirs.kind == .country || theirs.kind == .group && !theirs.isNominal
                if isSide, theirs.description.code == mine.code { return root(places[index].actor) }
            }
        }
        return actor
    }
}
