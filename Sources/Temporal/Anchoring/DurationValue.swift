import Annotation

/// Lengths and repetitions as TIMEX3 writes them.
enum DurationValue {
    /// "P3D", "PT2H", "P2.5Y", "PXM".
    static func length(_ m: TimeMeaning) -> String {
        var number = m.amount
        var tenths = m.tenths
        // ISO 8601 has no decades and centuries.
        let years: Int32 = m.unit == .decade ? 10 : m.unit == .century ? 100 : 1
        if years > 1, number >= 0 { (number, tenths) = (number * years + tenths * years / 10, 0) }
        var amount = m.amount == TimeLexicon.vague ? "X" : String(number)
        if tenths > 0 { amount += ".\(tenths)" }
        return (m.unit.isClock ? "PT" : "P") + amount + m.unit.letters
    }

    /// "P1W", "XXXX-WXX-1", "XXXX-XX-XXTMO", "XXXX-SU", "XXXX-05".
    static func set(_ m: TimeMeaning) -> String {
        if m.part != 0, m.weekday == 0 { return "XXXX-XX-XX" + ClockValue.text(m) }
        if m.weekday != 0 { return "XXXX-WXX-\(m.weekday)" + ClockValue.text(m) }
        if m.season != 0 { return "XXXX-" + Season.allCases[Int(m.season) - 1].rawValue }
        if m.month != 0 {
            return "XXXX-" + Digits.two(Int(m.month)) + (m.day == 0 ? "" : "-" + Digits.two(Int(m.day)))
        }
        if m.isWeekend { return "XXXX-WXX-WE" }
        return length(m)
    }
}

/// The part after the day: "TMO", "T17:00", "T08:30Z", "T21:34-05".
enum ClockValue {
    static func text(_ m: TimeMeaning) -> String {
        guard m.hasClock else { return "" }
        guard m.hour >= 0 else { return "T" + DayPart.allCases[Int(m.part) - 1].rawValue }
        var text = "T" + Digits.two(Int(m.hour)) + ":" + Digits.two(max(0, Int(m.minute)))
        if m.second >= 0 { text += ":" + Digits.two(Int(m.second)) }
        if let zone = m.zone {
            let minutes = abs(Int(zone))
            text += zone == 0 ? "Z" : (zone < 0 ? "-" : "+") + Digits.two(minutes / 60)
            if minutes % 60 != 0 { text += ":" + Digits.two(minutes % 60) }
        }
        return text
    }
}
