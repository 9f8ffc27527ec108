import Annotation
import TestSupport
import Testing

@testable import Temporal

/// The calendars against days that almanacs give.
@Suite struct CalendarTests {
    @Test(
        arguments: [
            (1961, "1961-04-02"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2019, "2019-04-21"),
            (2021, "2021-04-04"), (2038, "2038-04-25"),
        ]) func easterIsTheAlmanacs(_ year: Int, _ day: String)
    {
        #expect(Easter.sunday(of: year)?.description == day)
    }

    @Test(
        arguments: [
            // The epoch is 16 July 622 of the Julian calendar, 19 July of ours.
            (1, 1, 1, "0622-07-19"), (1400, 1, 1, "1979-11-21"), (1442, 9, 1, "2021-04-13"),
            (1442, 10, 1, "2021-05-13"),
        ]) func hijriDaysAreTabular(_ year: Int, _ month: Int, _ day: Int, _ gregorian: String)
    {
        #expect(HijriCalendar.date(year: year, month: month, day: day)?.description == gregorian)
    }

    @Test(
        arguments: [
            (1357, 11, 22, "1979-02-11"), (1398, 10, 13, "2020-01-03"), (1399, 1, 1, "2020-03-20"),
            (1399, 12, 30, "2021-03-20"), (1400, 1, 1, "2021-03-21"),
        ]) func persianDaysAreOfTheCycle(_ year: Int, _ month: Int, _ day: Int, _ gregorian: String)
    {
        #expect(PersianCalendar.date(year: year, month: month, day: day)?.description == gregorian)
    }

    @Test func impossibleDaysAreNone() {
        #expect(HijriCalendar.date(year: 1442, month: 2, day: 30) == nil)
        #expect(PersianCalendar.date(year: 1400, month: 12, day: 30) == nil)
        #expect(PersianCalendar.date(year: 1400, month: 13, day: 1) == nil)
    }

    @Test func everyDayFollowsTheOneBefore() throws {
        var last = try #require(PersianCalendar.date(year: 1300, month: 1, day: 1))
        for year in 1300..<1420 {
            for month in 1...12 {
                for day in 1...PersianCalendar.days(inMonth: month, of: year) where (year, month, day) != (1300, 1, 1) {
                    let next = try #require(PersianCalendar.date(year: year, month: month, day: day))
                    #expect(next == last.adding(days: 1))
                    last = next
                }
            }
        }
    }
}

/// What a zone and a month of another calendar may not do.
@Suite struct TimesThatWentWrong {
    static let cases: [(text: String, values: [String])] = [
        // A zone of 99,999,999 hours once ended the run.
        ("At 14:30 (GMT + 99999999) they met.", ["2024-05-15T14:30"]),
        ("At 14:30 (GMT +3) they met.", ["2024-05-15T14:30+03"]),
        // Our own years beside an Islamic month were read as Islamic years, and its number as that of a month of ours.
        ("It opened in Ramadan 2023.", ["2023-04"]), ("It opened in Ramadan 1442.", ["2021-04"]),
        ("It opened during Ramadan.", ["2024-03"]),
    ]

    @Test(arguments: cases.indices) func areReadRightly(_ i: Int) throws {
        let reader = TimeReader(knowledge: try TimeKnowledge(data: TestData.data()))
        let times = reader.read(PlainDocument.make(Self.cases[i].text), published: CivilDate("2024-05-15"))
        #expect(times.map(\.expression.value) == Self.cases[i].values)
    }
}
