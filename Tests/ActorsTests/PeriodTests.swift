import Annotation
import Testing

@testable import Actors

/// From one day to another.
@Suite struct Periods {
    static let relations: [(from: String, until: String, day: String, relation: Period.Relation)] = [
        // Both ends are in it.
        ("2001-01-20", "2009-01-20", "2001-01-19", .before), ("2001-01-20", "2009-01-20", "2001-01-20", .within),
        ("2001-01-20", "2009-01-20", "2009-01-20", .within), ("2001-01-20", "2009-01-20", "2009-01-21", .after),
        // So is the whole of a month.
        ("2001-03", "2012-02", "2001-02-28", .before), ("2001-03", "2012-02", "2001-03-01", .within),
        ("2001-03", "2012-02", "2012-02-29", .within), ("2001-03", "2012-02", "2012-03-01", .after),
        ("2001-03", "2011-02", "2011-03-01", .after), ("2001-03", "2011-12", "2011-12-31", .within),
        // And of a year.
        ("2001", "2012", "2000-12-31", .before), ("2001", "2012", "2001-01-01", .within),
        ("2001", "2012", "2012-12-31", .within), ("2001", "2012", "2013-01-01", .after),
        ("2001", "2011", "2011-12-31", .within), ("2001", "2011", "2012-01-01", .after),
        ("2001", "2001", "2001-07-01", .within),
        // An open end is nowhere.
        ("-", "2009", "0476-09-04", .within), ("-", "2009", "2010-01-01", .after),
        ("2001", "-", "2999-01-01", .within), ("2001", "-", "2000-12-31", .before), ("-", "-", "2001-01-01", .within),
        // One that nobody knows is within five years of the other.
        ("2001-06-01", "?", "2001-05-31", .before), ("2001-06-01", "?", "2001-06-01", .possible),
        ("2001-06-01", "?", "2006-05-31", .possible), ("2001-06-01", "?", "2006-06-01", .after),
        ("2001", "?", "2006-12-30", .possible), ("2001", "?", "2006-12-31", .after),
        ("?", "2009-06-01", "2004-06-01", .before), ("?", "2009-06-01", "2004-06-02", .possible),
        ("?", "2009-06-01", "2009-06-01", .possible), ("?", "2009-06-01", "2009-06-02", .after),
        ("?", "?", "2001-01-01", .possible), ("?", "-", "2001-01-01", .possible), ("-", "?", "2001-01-01", .possible),
    ]

    @Test(arguments: relations)
    func lieToADay(_ from: String, _ until: String, _ day: String, _ relation: Period.Relation) throws {
        #expect(try Self.period(from, until).relation(to: #require(CivilDate(day)).daysSinceEpoch) == relation)
    }

    @Test func holdTheBetterTheLater() {
        #expect(
            [.within, .before, .possible, .after].sorted() == [Period.Relation.before, .after, .possible, .within])
    }

    static let impossible: [(from: String, until: String, isImpossible: Bool)] = [
        ("2009", "2001", true), ("2001-05", "2001-04", true), ("2001-05-02", "2001-05-01", true),
        ("2001-05-02", "2001-04", true), ("2001", "2001", false), ("2001-05", "2001", false),
        ("2001", "2001-05-01", false), ("2001-05-01", "2001-05-01", false), ("2009", "?", false), ("?", "2001", false),
        ("2009", "-", false), ("-", "2001", false),
    ]

    @Test(arguments: impossible)
    func canBe(_ from: String, _ until: String, _ isImpossible: Bool) throws {
        #expect(try Self.period(from, until).isImpossible == isImpossible)
    }

    @Test(arguments: ["2013-09-10", "2012-02-29", "2013-09", "2013", "0001", "?", "-"])
    func haveBoundsOfADate(_ text: String) {
        #expect(Period.Bound(text)?.description == text)
    }

    @Test(arguments: ["", "13", "2013-13", "2013-02-30", "2011-02-29", "2013-9-1", "20130910", "soon", "--", "0000"])
    func haveNoOtherBounds(_ text: String) {
        #expect(Period.Bound(text) == nil)
    }

    static func period(_ from: String, _ until: String) throws -> Period {
        Period(from: try #require(Period.Bound(from)), until: try #require(Period.Bound(until)))
    }
}

/// Which of an actor's terms holds on a day.
@Suite struct TermsOnADay {
    static let career = """
        Jane Doe | | | f
            GONMIL | captain | 1990-01-01 | 1994-12-31
            GONGOV | steward | 2000-01-01 | 2004-12-31
            GONGOV | queen | 2010-01-01 | 2014-12-31
            GONLEG | senator | 2016-01-01 | -
        """

    static let cases: [(terms: String, day: String?, role: String, relation: Period.Relation)] = [
        (career, "1985-01-01", "captain", .before),
        (career, "1992-01-01", "captain", .within),
        (career, "1997-01-01", "captain", .after),
        (career, "2002-01-01", "steward", .within),
        (career, "2007-01-01", "steward", .after),
        (career, "2012-01-01", "queen", .within),
        (career, "2020-01-01", "senator", .within),
        // Without a day the last office of state is what somebody is known for, else the last of all.
        (career, nil, "queen", .within),
        ("Doe\n    GONMIL | captain | 1990\n    GONLEG | senator | 2000", nil, "senator", .within),
        // Of two at a time the later line.
        ("Doe\n    GONGOV | queen | 2001 | -\n    GONGOV | regent | 2003 | 2004", "2003-06-01", "regent", .within),
        // An acting office gives way, whichever comes first.
        ("Doe\n    GONGOV | queen | 2001 | -\n    GONGOV | acting regent | 2003", "2003-06-01", "queen", .within),
        ("Doe\n    GONGOV | acting regent | 2003\n    GONGOV | queen | 2001 | -", "2003-06-01", "queen", .within),
        ("Doe\n    GONGOV | acting regent | 2003 | 2004", "2003-06-01", "acting regent", .within),
        // What surely holds comes before what may hold.
        ("Doe\n    GONGOV | queen | 2001 | 2005\n    GONLEG | senator | 2002 | ?", "2003-06-01", "queen", .within),
        ("Doe\n    GONGOV | queen | 2001 | 2002\n    GONLEG | senator | 2002 | ?", "2003-06-01", "senator", .possible),
        // Who went on to a body between states is still of his own.
        ("Doe\n    GONGOV | queen | 2001 | 2005\n    IGOUNO | envoy | 2006 | 2007", "2010-01-01", "queen", .after),
        ("Doe\n    IGOUNO | envoy | 2006 | 2007\n    IGOUNO | chief | 2008 | 2009", "2012-01-01", "chief", .after),
        // A line without dates holds when no other does.
        ("Doe\n    GON | citizen\n    GONGOV | queen | 2001 | 2005", "2003-01-01", "queen", .within),
        ("Doe\n    GON | citizen\n    GONGOV | queen | 2001 | 2005", "2010-01-01", "citizen", .within),
        ("Doe\n    GON | citizen\n    GONGOV | queen | 2001 | 2005", "1990-01-01", "citizen", .within),
    ]

    @Test(arguments: cases)
    func holds(_ text: String, _ day: String?, _ role: String, _ relation: Period.Relation) throws {
        let record = try #require(Reading(text, as: .entente).records.first)
        let chosen = record.term(on: try day.map { try #require(CivilDate($0)).daysSinceEpoch })
        #expect(record.terms[chosen.index].role == role)
        #expect(chosen.relation == relation)
    }

    @Test func whoHasNoTermsHoldsNothing() {
        let record = ActorRecord(names: [.init("Doe", .person)], kind: .person, terms: [], file: "own", line: 1)
        #expect(record.term(on: 0).index == -1)
        #expect(record.term(on: nil).index == -1)
    }
}
