import Actors
import Annotation
import TestSupport
import Testing

/// A text of Fixtures/resolution.jsonl with its actors. A case names its text by id and its actors by words of the text.
struct ResolvedText {
    static let fixtures = (try? TestData.fixture("ActorsTests", "resolution.parse.jsonl")) ?? []
    private static let resolver = Result {
        ActorResolver(knowledge: try ActorKnowledge(ActorSources(data: TestData.data(), cache: TestData.cache)))
    }

    let text: String
    private let document: Document
    let cast: Cast

    init(_ id: String) throws {
        let fixture = try #require(Self.fixtures.first { $0.id == id }, "no text \(id) in resolution.parse.jsonl")
        text = fixture.text
        document = fixture.document()
        cast = try Self.resolver.get().resolve(document, published: fixture.published.flatMap { CivilDate($0) })
    }

    /// The words of all mentions, in text order.
    var mentions: [String] {
        cast.actors.flatMap(\.mentions).sorted { $0.span.start < $1.span.start }.map { document.text(in: $0.span) }
    }

    /// Whom a mention is of, told by the whole of its words; of several mentions the last.
    func actor(_ words: String) throws -> Actor {
        let bearers = cast.actors.flatMap { actor in
            actor.mentions.filter { document.text(in: $0.span) == words }.map { (actor: actor, start: $0.span.start) }
        }
        let last = bearers.max { $0.start < $1.start }
        return try #require(last?.actor, "\"\(words)\" is no mention in \"\(text)\": found \(mentions)")
    }

    func members(of words: String) throws -> [String] { try actor(words).members.map { cast.actors[$0].name } }
}

/// What somebody is, as the text or a dictionary says.
@Suite struct Roles {
    static let stated: [(text: String, mention: String, code: String, role: String)] = [
        ("apposition", "Grace Banda", "ZMBGOV", "Zambian foreign minister"),
        ("apposition-of", "Ana Belo", "MOZGOV", "president of Mozambique"),
        ("title", "Zambian Foreign Minister Grace Banda", "ZMBGOV", "Zambian Foreign Minister"),
        ("title-of", "Deputy Prime Minister Laila Haroun", "JORGOV", "Deputy Prime Minister"),
        ("predicate", "Ana Belo", "MOZGOV", "prime minister of Mozambique"),
        ("who-heads", "Bianca Okoro", "NGAGOV", "heads the Nigerian electoral commission"),
        ("general-leads", "General Musa Danjuma", "NGAMIL", "General"),
        ("appointed", "Kojo Mensah", "GHAGOV", "defence minister"),
        ("elected", "Peter Kamau", "KENGOV", "president of Kenya"),
        ("became", "Peter Kamau", "KENGOV", "prime minister of Kenya"),
        ("elect", "Ugandan President-elect Daniel Okello", "UGAGOV", "Ugandan President-elect"),
        ("envoy", "John Smith", "KENGOV", "Kenyan ambassador"),
        ("based", "US-based Kenyan activist Peter Kamau", "KENCVL", "US-based Kenyan activist"),
        ("of-a-group", "Hezbollah commander Karim Nasr", "LBNREBHEZ", "Hezbollah commander"),
        // Who was in office is of the former elite.
        ("resigned", "Jonas Petrauskas", "LTUELI", "Lithuanian interior minister"),
        ("former", "Former Peruvian defence minister Rosa Quispe", "PERELI", "Former Peruvian defence minister"),
        ("ousted", "Ousted Kenyan president Peter Kamau", "KENELI", "Ousted Kenyan president"),
    ]

    @Test(arguments: stated) func theTextSays(_ id: String, _ mention: String, _ code: String, _ role: String) throws {
        let text = try ResolvedText(id)
        let actor = try text.actor(mention)
        #expect(actor.code == code, "\(text.text)")
        #expect(actor.role == role, "\(text.text)")
        #expect(actor.roleEvidence.contains { if case .text = $0 { true } else { false } }, "\(text.text)")
    }

    static let known: [(text: String, mention: String, name: String, code: String, role: String?)] = [
        ("dictionary", "Emmanuel Macron", "Emmanuel Macron", "FRAGOV", "president"),
        ("before-office", "Emmanuel Macron", "Emmanuel Macron", "FRA", nil),
        ("surname-alone", "Starmer", "Keir Starmer", "GBRGOV", "prime minister"),
        ("transliterated", "Muhammad Dayf", "Muhammad Dayf", "PSEREBHMS", "commander of the Qassam Brigades"),
        // A title stays with the name, and the dictionary knows that the office is over.
        ("title-stays", "President Obama", "Barack Obama", "USAELI", "President"),
    ]

    @Test(arguments: known)
    func aDictionarySays(_ id: String, _ mention: String, _ name: String, _ code: String, _ role: String?) throws {
        let text = try ResolvedText(id)
        let actor = try text.actor(mention)
        #expect(actor.name == name, "\(text.text)")
        #expect(actor.code == code, "\(text.text)")
        #expect(actor.role == role, "\(text.text)")
        #expect(actor.roleEvidence.contains { if case .knowledge = $0 { true } else { false } }, "\(text.text)")
    }

    @Test func theTextGoesBeforeTheDictionary() throws {
        let maduro = try ResolvedText("text-wins").actor("Opposition leader Nicolás Maduro")
        #expect(maduro.code == "VENOPP")
        #expect(maduro.role == "Opposition leader")
    }

    @Test func aHomonymOfAnotherCountryIsSomebodyElse() throws {
        let macron = try ResolvedText("homonym").actor("Canadian senator Emmanuel Macron")
        #expect(macron.code == "CANLEG")
        let isOfPeople = macron.roleEvidence.contains {
            if case .knowledge(let line) = $0 { line.hasPrefix("people/") } else { false }
        }
        #expect(!isOfPeople, "found \(macron.roleEvidence)")
    }

    /// "To Syria Ebrahim Taherianfard: minister" ended the run: the office was joined to the name before it.
    @Test func anOfficeAfterANameEndsNoRun() throws {
        #expect(try ResolvedText("office-after-name").mentions.contains { $0.hasSuffix("Taherianfard") })
    }

    /// The prime minister of Singapore is one of many.
    @Test func aCommonSurnameIsNobodysWhereItsCountryIsNotNamed() throws {
        #expect(try !ResolvedText("common-surname").cast.actors.contains { $0.country == "SGP" })
    }

    @Test func whoIsBackedByACountryIsNotOfIt() throws {
        let fighters = try #require(ResolvedText("backer-alone").cast.actors.first { $0.name.hasSuffix("fighters") })
        #expect(fighters.country == nil)
    }

    @Test func aSurnameThatNobodyInPowerBearsIsNoMention() throws {
        #expect(try ResolvedText("surname-of-nobody").mentions == ["reporters"])
    }
}

/// Countries, peoples and bodies, and whose they are.
@Suite struct Sides {
    static let codes: [(text: String, mention: String, code: String?)] = [
        ("people", "Ugandans", "UGACVL"),
        ("soldiers", "Bolivian soldiers", "BOLMIL"),
        ("part", "Dozens of Kenyan students", "KENEDU"),
        ("capital", "Tehran", "IRNGOV"),
        ("seat", "The Kremlin", "RUSGOV"),
        ("foreign-body", "Libyan House of Representatives", "LBYLEG"),
        ("acronym-of-the-tables", "ECOWAS", "IGOWAFECO"),
        ("led-by", "A delegation", "JORGOV"),
        ("counterpart", "his Iranian counterpart", "IRNGOV"),
        // Whom a country helps is of where the report is set.
        ("backed", "Turkish-backed fighters", "SYRREB"),
        ("pro", "Pro-Russian separatists", "UKRREB"),
        // So is who has no country of his own.
        ("police-of-a-capital", "Police", "MLICOP"),
        ("town", "farmers", "AFGAGR"),
        ("convicts", "A court", "NGAJUD"),
        ("convicts", "four men", "NGACRM"),
        ("generic-court", "The Supreme Court", "KENJUD"),
        ("generic-ministry", "Ministry of Defence", "UGAGOV"),
        // But peacekeepers are of no country that they are in, and a name is no place.
        ("peacekeepers", "Peacekeepers", "MIL"),
        ("country-surname", "Michael Jordan", nil),
    ]

    @Test(arguments: codes) func areCoded(_ id: String, _ mention: String, _ code: String?) throws {
        let text = try ResolvedText(id)
        #expect(try text.actor(mention).code == code, "\(text.text)")
    }

    /// A place that is no capital acts for nobody.
    @Test func aTownIsNoMention() throws {
        #expect(try ResolvedText("town").mentions == ["Grace Banda", "farmers"])
    }
}

/// Which mentions are of one actor, and which are not.
@Suite struct Antecedents {
    static let same: [(text: String, mention: String, antecedent: String)] = [
        ("surname-again", "Banda", "Grace Banda"),
        ("two-spellings", "Muhammad Daher", "Mohammed Dahir"),
        ("capital-surname", "Baku", "Turkish singer Leyla Baku"),
        ("acronym", "SHU", "The Somali Herders Union"),
        ("acronym-of-the-tables", "ECOWAS", "Economic Community of West African States"),
        // Pronouns, by sex, number and what the grammar forbids.
        ("she-of-the-dictionary", "She", "Giorgia Meloni"),
        ("he-of-the-dictionary", "He", "Emmanuel Macron"),
        ("she-by-given-name", "She", "Lucia Rossi"),
        ("she-by-title", "She", "Queen Amal"),
        ("he-said-he", "he", "Peter Kamau"),
        ("he-thanked-her", "her", "Grace Banda"),
        ("he-thanked-her", "He", "Peter Kamau"),
        ("counterpart", "his", "Turkish Foreign Minister Kemal Aksoy"),
        ("counterpart-named", "his Chinese counterpart", "Xi Jinping"),
        ("they", "They", "Kenyan soldiers"),
        ("it", "It", "Kenya"),
        ("i", "I", "Ugandan minister Daniel Okello"),
        ("we-of-a-minister", "We", "Ugandan minister Daniel Okello"),
        // Who speaks for a side says "we" of it.
        ("we-of-a-side", "We", "Taliban"),
        // Nouns that take up who was named.
        ("the-group", "The group", "Boko Haram"),
        ("the-militants", "The militants", "Boko Haram"),
        ("the-minister", "The minister", "Zambian health minister Grace Banda"),
        ("the-defence-minister", "The defence minister", "Defence Minister Paul Phiri"),
        ("the-former-president", "The former president", "Former Ghanaian president Kofi Boateng"),
        ("the-country", "The country", "Mali"),
        ("the-company", "The company", "Zambesi Copper"),
    ]

    @Test(arguments: same) func areOne(_ id: String, _ mention: String, _ antecedent: String) throws {
        let text = try ResolvedText(id)
        #expect(try text.actor(mention).id == text.actor(antecedent).id, "\(text.text)")
    }

    static let apart: [(text: String, one: String, other: String)] = [
        ("two-brothers", "Omar Haddad", "Ali Haddad"),
        ("the-vice-president", "The vice president", "Ghanaian president Kofi Boateng"),
        ("the-soldiers-of-two", "The Ugandan soldiers", "Kenyan soldiers"),
    ]

    @Test(arguments: apart) func areTwo(_ id: String, _ one: String, _ other: String) throws {
        let text = try ResolvedText(id)
        #expect(try text.actor(one).id != text.actor(other).id, "\(text.text)")
    }

    static let pairs: [(text: String, mention: String, members: [String])] = [
        ("two-sides", "The two sides", ["Chad", "Niger"]),
        ("both-countries", "Both countries", ["France", "Spain"]),
        ("two-men", "The two men", ["Peter Kamau", "Moses Okot"]),
        // Which two of three, nobody knows.
        ("two-of-three", "The two countries", []),
    ]

    @Test(arguments: pairs) func areSeveral(_ id: String, _ mention: String, _ members: [String]) throws {
        let text = try ResolvedText(id)
        #expect(try text.members(of: mention) == members, "\(text.text)")
    }

    @Test func aPronounOfTwoStaysOpen() throws {
        let text = try ResolvedText("he-of-two")
        let he = try text.actor("He")
        #expect(he.isUnresolved)
        #expect(he.code == nil)
        #expect(try !text.actor("Peter Kamau").isUnresolved)
    }
}
