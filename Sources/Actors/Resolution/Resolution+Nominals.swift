import Annotation

extension Resolution {
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
                kind: office.isPerson && !isPlural(head) ? (office.isGroup ? .unknown : .person) : .group,
                description: d, sex: sex(told: head..<(head + 1)), isNominal: true, isPlural: isPlural(head)))
        place(head, range, actor, .nominal)
    }

    func withoutArticle(_ range: Range<Int>) -> Range<Int> {
        guard range.count > 1, document.tokens[range.lowerBound].dependency == .det else { return range }
        return (range.lowerBound + 1)..<range.upperBound
    }
}
