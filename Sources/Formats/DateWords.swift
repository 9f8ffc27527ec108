import Annotation

/// Dates and numbers as the table says them.
enum DateWords {
    /// One or two short lines: "2021-01-27", "2019-11", "2020", "from 2021-01-24" and "to 2021-01-30".
    static func lines(_ date: EventDate) -> [String] {
        switch (date.from, date.to) {
        case (nil, nil): ["unknown"]
        case (let from?, nil): ["from", from.description]
        case (nil, let to?): ["until", to.description]
        case (let from?, let to?):
            if from == to {
                [from.description]
            } else if let whole = wholePeriod(from, to) {
                [whole]
            } else {
                [from.description, "to", to.description]
            }
        }
    }

    /// "at least 12", "3 to 5", "12".
    static func number(_ count: Event.Count) -> String {
        guard let high = count.high else { return "at least \(count.low)" }
        return high == count.low ? "\(high)" : "\(count.low) to \(high)"
    }

    /// "2020" or "2019-11" when the days are exactly that year or month.
    private static func wholePeriod(_ from: CivilDate, _ to: CivilDate) -> String? {
        guard from.year == to.year, from.day == 1, to.day == CivilDate.days(inMonth: to.month, of: to.year) else {
            return nil
        }
        if from.month == 1, to.month == 12 { return String(from.description.prefix(4)) }
        return from.month == to.month ? String(from.description.prefix(7)) : nil
    }
}
