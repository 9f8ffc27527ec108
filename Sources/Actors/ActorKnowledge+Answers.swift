package import Annotation

extension ActorKnowledge {
    /// Whom a name may stand for.
    ///
    /// The name is looked for as given, then without "the", without accents, and by other transliterations; last among the
    /// words for people by what they do.
    ///
    /// - Parameter date: on which the answers hold; nil for all that is known.
    package func answers(to asked: String, on date: CivilDate?) -> [ActorAnswer] {
        var answers: [ActorAnswer] = []
        for (d, dictionary) in dictionaries.enumerated() {
            for reference in references(asked, in: dictionary) {
                answers += self.answers(asked, reference, dictionary: d, on: date)
            }
        }
        if answers.isEmpty, let office = offices[StringKey(asked.lowercased())] {
            answers.append(
                ActorAnswer(
                    name: asked, asked: asked, code: code(country: nil, sector: office.sector), country: nil,
                    sectors: [office.sector], role: asked.lowercased(), from: nil, until: nil,
                    evidence: office.evidence, checked: nil))
        }
        return answers
    }

    private func references(_ asked: String, in dictionary: ActorDictionary) -> [ActorDictionary.Reference] {
        var name = asked
        if name.lowercased().hasPrefix("the ") { name = String(name.dropFirst(4)) }
        for form in [asked, name, NameForms.unaccented(name)] {
            let found = dictionary.find(form)
            if !found.isEmpty { return found }
        }
        let folded = NameForms.words(name).map(Spelling.folded)
        return folded.count > 1 ? dictionary.find(folded: folded) : []
    }

    private func answers(
        _ asked: String, _ reference: ActorDictionary.Reference, dictionary: Int, on date: CivilDate?
    ) -> [ActorAnswer] {
        let record = dictionaries[dictionary].record(reference.actor)
        func answer(_ term: ActorRecord.Term, code: String, role: String?) -> ActorAnswer {
            let (country, sectors) = parts(of: String(code.drop { $0 == "~" }))
            func told(_ bound: Period.Bound) -> String? { bound.isKnown ? bound.description : nil }
            return ActorAnswer(
                name: record.names[0].text, asked: asked, code: code.isEmpty ? nil : String(code.drop { $0 == "~" }),
                country: country,
                sectors: sectors, role: role, from: told(term.period.from), until: told(term.period.until),
                evidence: "\(record.file):\(term.line)",
                checked: term.checked.isEmpty || term.checked == "recalled" ? nil : term.checked)
        }
        func role(_ term: ActorRecord.Term) -> String? { term.role.isEmpty ? nil : term.role }
        guard let date else { return record.terms.map { answer($0, code: $0.code, role: role($0)) } }
        let day = date.daysSinceEpoch
        let chosen = record.term(on: day)
        guard record.terms.indices.contains(chosen.index) else { return [] }
        if chosen.relation >= .possible {
            // The one that coding takes comes first, the others that hold after it.
            let others = record.terms.indices.filter {
                $0 != chosen.index && record.terms[$0].period.relation(to: day) == chosen.relation
            }
            return ([chosen.index] + others).map {
                answer(record.terms[$0], code: record.terms[$0].code, role: role(record.terms[$0]))
            }
        }
        // A state or body that was not there then answers nothing.
        guard record.kind == .person else { return [] }
        let known = known(reference, in: dictionary, on: day, grace: 0)
        let term = record.terms[chosen.index]
        return [answer(term, code: known.code, role: known.role.map { known.isFormer ? "former \($0)" : $0 })]
    }
}
