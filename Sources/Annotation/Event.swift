/// Who did what to whom: one coded event of one report.
package struct Event: Sendable {
    /// A party of the event: an actor at one mention.
    package struct Party: Hashable, Sendable {
        /// Index in `CodedReport.actors`.
        package var actor: Int
        package var span: TextSpan
        /// CAMEO, where the actor was something else on the event's day than on the report's; else the actor's own counts.
        package var code: String?

        package init(actor: Int, span: TextSpan, code: String? = nil) {
            self.actor = actor
            self.span = span
            self.code = code
        }
    }

    /// A number of people, with the words it was read from; `high` is nil for "at least".
    package struct Count: Hashable, Sendable {
        package var low: Int
        package var high: Int?
        package var span: TextSpan

        package init(low: Int, high: Int?, span: TextSpan) {
            self.low = low
            self.high = high
            self.span = span
        }
    }

    /// People killed, injured, arrested, taking part.
    package struct Size: Hashable, Sendable {
        package var dead: Count?
        package var injured: Count?
        package var arrested: Count?
        package var people: Count?

        package init(dead: Count? = nil, injured: Count? = nil, arrested: Count? = nil, people: Count? = nil) {
            self.dead = dead
            self.injured = injured
            self.arrested = arrested
            self.people = people
        }

        /// With the counts of another telling where this one has none.
        package func filled(from other: Size?) -> Size {
            Size(
                dead: dead ?? other?.dead, injured: injured ?? other?.injured, arrested: arrested ?? other?.arrested,
                people: people ?? other?.people)
        }
    }

    /// Who vouches for the event.
    package struct Attribution: Hashable, Sendable {
        package enum Asserter: String, Sendable { case reporter, speaker }

        /// Index in `CodedReport.statements`; nil when it stands in nobody's speech.
        package var statement: Int?
        package var assertedBy: Asserter

        package init(statement: Int?, assertedBy: Asserter) {
            self.statement = statement
            self.assertedBy = assertedBy
        }
    }

    /// Stable: the same report coded twice gives the same id.
    package var id: String
    /// Nil for a comment that CAMEO codes 01x.
    package var type: PloverType?
    package var modes: [String]
    package var contexts: [String]
    /// The fullest CAMEO code the text supports, three or four digits.
    package var cameo: String
    /// What the published table makes of that code.
    package var ploverFromCameo: PloverType?
    /// PLOVER's quad class, 1 to 4.
    package var quad: Int?
    package var goldstein: Double?
    package var ploverScore: Double?
    package var source: [Party]
    package var target: [Party]
    /// True when the source parties did it to each other.
    package var reciprocal: Bool
    /// Token index of the word that the event hangs on.
    package var triggerToken: Int
    package var trigger: TextSpan
    /// Indices in `CodedReport.sentences`, in order.
    package var sentences: [Int]
    /// Not empty, in order.
    package var standing: [Standing]
    package var date: EventDate?
    package var place: EventPlace?
    package var attribution: Attribution
    package var size: Size?
    /// 0 to 1: how much of the reading rests on clear grammar and known words.
    package var confidence: Double
    /// Which lexicon entry and which composition made it: "accuse.txt:12 accuse + dobj".
    package var rule: String

    package init(
        id: String, type: PloverType?, modes: [String] = [], contexts: [String] = [], cameo: String,
        ploverFromCameo: PloverType? = nil, quad: Int? = nil, goldstein: Double? = nil, ploverScore: Double? = nil,
        source: [Party], target: [Party], reciprocal: Bool = false, triggerToken: Int, trigger: TextSpan,
        sentences: [Int], standing: [Standing], date: EventDate? = nil, place: EventPlace? = nil,
        attribution: Attribution = Attribution(statement: nil, assertedBy: .reporter), size: Size? = nil,
        confidence: Double, rule: String
    ) {
        self.id = id
        self.type = type
        self.modes = modes
        self.contexts = contexts
        self.cameo = cameo
        self.ploverFromCameo = ploverFromCameo
        self.quad = quad
        self.goldstein = goldstein
        self.ploverScore = ploverScore
        self.source = source
        self.target = target
        self.reciprocal = reciprocal
        self.triggerToken = triggerToken
        self.trigger = trigger
        self.sentences = sentences
        self.standing = standing
        self.date = date
        self.place = place
        self.attribution = attribution
        self.size = size
        self.confidence = confidence
        self.rule = rule
    }
}

/// When an event was or will be, as far as the report tells.
package struct EventDate: Hashable, Sendable {
    package enum Basis: String, Sendable {
        /// Read from a time expression of the text.
        case text
        /// Nothing in the text dates it: the day of publication.
        case published
    }

    /// The first and last day it may fall on; nil where open.
    package var from: CivilDate?
    package var to: CivilDate?
    package var granularity: Granularity
    package var basis: Basis
    /// The time expression, when the basis is the text.
    package var span: TextSpan?

    package init(from: CivilDate?, to: CivilDate?, granularity: Granularity, basis: Basis, span: TextSpan? = nil) {
        self.from = from
        self.to = to
        self.granularity = granularity
        self.basis = basis
        self.span = span
    }
}

/// Where an event was, as far as the report tells.
package struct EventPlace: Hashable, Sendable {
    /// Where the report says so.
    package enum Basis: String, Sendable {
        /// In the event's own clause: "killed in **Aleppo**".
        case clause
        /// In the clause that it continues.
        case sentence
        /// Shortly before, in the same paragraph.
        case story
        /// Nowhere but in the dateline.
        case dateline
    }

    /// Index in `CodedReport.places`.
    package var index: Int
    package var basis: Basis

    package init(index: Int, basis: Basis) {
        self.index = index
        self.basis = basis
    }
}
