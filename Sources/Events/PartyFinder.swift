import Annotation
import Clauses

/// Finds the parties that stand in a role: the actor named there, or whose the thing named there is.
struct PartyFinder {
    let document: Document
    let clauses: ClauseReader
    let cast: Cast

    /// A party and whether it had to be found inside the argument ("Israel" in "Israeli strikes").
    struct Found: Hashable {
        var mention: Cast.Mention
        var head: Int
        var isInside: Bool
        /// Only the country where the thing is: "a market in Kabul, **Afghanistan**".
        var isWhere = false
    }

    func parties(_ heads: [Int], asTarget: Bool) -> [Found] {
        var found: [Found] = []
        for head in heads {
            if let party = party(head, asTarget: asTarget, depth: 0) {
                // "the two sides": each of them, at the same words.
                let members = cast.members[party.mention.actor] ?? [party.mention.actor]
                for member in members where !found.contains(where: { $0.mention.actor == member }) {
                    var each = party
                    each.mention.actor = member
                    found.append(each)
                }
            }
            // "officials, including Zarif": those named are parties too.
            guard asTarget || cast.mention(at: head) != nil else { continue }
            for extra in included(under: head) where !found.contains(where: { $0.mention.actor == extra.mention.actor })
            {
                found.append(extra)
            }
        }
        return found
    }

    private func party(_ head: Int, asTarget: Bool, depth: Int) -> Found? {
        if let mention = cast.mention(at: head) { return Found(mention: mention, head: head, isInside: depth > 0) }
        guard depth < 2 else { return nil }
        let tokens = document.tokens
        guard
            tokens[head].pos == .noun || tokens[head].pos == .propn || tokens[head].pos == .num
                || tokens[head].pos == .adj
        else { return nil }
        var byOwner: Found?
        var byModifier: Found?
        var byContent: Found?
        var byPlace: Found?
        for child32 in document.children(of: head) {
            let child = Int(child32)
            switch tokens[child].dependency {
            case .poss: byOwner = byOwner ?? party(child, asTarget: asTarget, depth: depth + 1)
            case .compound, .amod, .nmod:
                byModifier = byModifier ?? modifier(child)
            // "airstrikes carried out by the army"
            case .acl where tokens[child].tag == .vbn || tokens[child].tag == .vbd:
                for agent in document.children(of: child) where tokens[Int(agent)].dependency == .agent {
                    guard let object = document.objects(ofPreposition: Int(agent)).first else { continue }
                    byOwner = byOwner ?? party(object, asTarget: asTarget, depth: depth + 1)
                }
            case .prep:
                guard let object = document.objects(ofPreposition: child).first else { continue }
                switch tokens[child].lower {
                case "by": byOwner = byOwner ?? party(object, asTarget: asTarget, depth: depth + 1)
                case "of", "from":
                    byContent = byContent ?? party(object, asTarget: asTarget, depth: depth + 1)
                    if asTarget { byPlace = byPlace ?? country(around: object, depth: 0) }
                case "in", "near", "on", "at", "against", "outside":
                    byPlace = byPlace ?? country(around: object, depth: 0)
                default: break
                }
            default: break
            }
        }
        // "the town of Siversk, Ukraine"
        if asTarget, byPlace == nil { byPlace = country(around: head, depth: 1) }
        if let found = byOwner ?? byModifier ?? (asTarget ? byContent : nil) {
            return Found(mention: found.mention, head: found.head, isInside: true)
        }
        guard asTarget, var found = byPlace else { return nil }
        found.isInside = true
        found.isWhere = cast.actors[found.mention.actor].kind == .country
        return found
    }

    /// Who a modifier names, itself or by its own modifiers: "**Israeli** strikes", "**Russian** drone strikes".
    private func modifier(_ token: Int) -> Found? {
        if let mention = cast.mention(at: token) { return Found(mention: mention, head: token, isInside: true) }
        for child32 in document.children(of: token) where Int(child32) < token {
            switch document.tokens[Int(child32)].dependency {
            case .compound, .amod, .nmod, .npadvmod:
                if let mention = cast.mention(at: Int(child32)) {
                    return Found(mention: mention, head: Int(child32), isInside: true)
                }
            default: break
            }
        }
        return nil
    }

    /// "in Sumy Oblast, Ukraine": the country that a chain of places ends in.
    private func country(around head: Int, depth: Int) -> Found? {
        if let mention = cast.mention(at: head) { return Found(mention: mention, head: head, isInside: true) }
        guard depth < 4 else { return nil }
        for child32 in document.children(of: head) where Int(child32) > head {
            let child = Int(child32)
            switch document.tokens[child].dependency {
            case .appos, .npadvmod, .conj, .pobj:
                if let found = country(around: child, depth: depth + 1) { return found }
            case .prep where ["in", "of", "near", "on"].contains(document.tokens[child].lower):
                if let found = country(around: child, depth: depth + 1) { return found }
            default: break
            }
        }
        return nil
    }

    private func included(under head: Int) -> [Found] {
        var found: [Found] = []
        for child32 in document.children(of: head) where document.tokens[Int(child32)].lower == "including" {
            for object in document.objects(ofPreposition: Int(child32)).flatMap(clauses.conjuncts) {
                if let mention = cast.mention(at: object) {
                    found.append(Found(mention: mention, head: object, isInside: false))
                }
            }
        }
        return found
    }
}
