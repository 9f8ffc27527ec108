import Annotation

extension Record {
    /// One event of the record: what was done, by whom to whom, and where each part was read.
    func event(_ json: inout JSONWriter, _ event: Event) {
        json.object { json in
            json.field("id", event.id)
            json.field("type", event.type?.rawValue)
            json.field("modes", event.modes)
            json.field("contexts", event.contexts)
            json.field("cameo", event.cameo)
            json.field("plover_from_cameo", event.ploverFromCameo?.rawValue)
            json.field("quad", event.quad)
            json.field("goldstein", event.goldstein)
            json.field("plover_score", event.ploverScore)
            json.key("source")
            json.array(event.source, party)
            json.key("target")
            json.array(event.target, party)
            json.field("reciprocal", event.reciprocal)
            json.key("trigger")
            span(&json, event.trigger)
            json.key("sentences")
            json.array(event.sentences, flat: true) { $0.int($1) }
            json.field("standing", event.standing.map(\.rawValue))
            json.key("date")
            date(&json, event.date)
            json.key("place")
            if let site = event.place, coded.places.indices.contains(site.index) {
                place(&json, coded.places[site.index], basis: site.basis)
            } else {
                json.null()
            }
            json.key("attribution")
            json.object(flat: true) { json in
                json.field("statement", event.attribution.statement)
                json.field("asserted_by", event.attribution.assertedBy.rawValue)
            }
            json.key("size")
            size(&json, event.size ?? Event.Size())
            json.field("confidence", event.confidence)
            json.field("rule", event.rule)
        }
    }

    func date(_ json: inout JSONWriter, _ date: EventDate?) {
        guard let date else { return json.null() }
        json.object(flat: true) { json in
            json.field("from", date.from?.description)
            json.field("to", date.to?.description)
            json.field("granularity", date.granularity.rawValue)
            json.field("basis", date.basis.rawValue)
            bounds(&json, date.span)
        }
    }

    private func party(_ json: inout JSONWriter, _ party: Event.Party) {
        let actor = coded.actors.indices.contains(party.actor) ? coded.actors[party.actor] : nil
        json.object(flat: true) { json in
            json.field("actor", party.actor)
            json.field("code", party.code ?? actor?.code)
            json.field("name", actor?.name)
            bounds(&json, party.span)
        }
    }

    /// All four counts stand in every record, null where the text gives none, so that readers need no test for the
    /// object itself.
    private func size(_ json: inout JSONWriter, _ size: Event.Size) {
        json.object { json in
            json.key("dead")
            count(&json, size.dead)
            json.key("injured")
            count(&json, size.injured)
            json.key("arrested")
            count(&json, size.arrested)
            json.key("people")
            count(&json, size.people)
        }
    }

    private func count(_ json: inout JSONWriter, _ count: Event.Count?) {
        guard let count else { return json.null() }
        json.object(flat: true) { json in
            json.field("low", count.low)
            json.field("high", count.high)
            json.field("text", words(count.span))
            bounds(&json, count.span)
        }
    }
}
