/// How codes of actors are written: CAMEO's are three letters for the country or kind of actor, then groups of three.
enum CodeShape {
    /// Codes of names that stand for nobody, in the dictionaries of TABARI and PETRARCH; ours is empty.
    static let null: Set<String> = ["---", "###"]

    /// Codes of CAMEO (Schrodt 2012, ch. 3) that stand where a country would: bodies of no country, and roles.
    private static let generic: Set<String> = [
        "IGO", "NGO", "NGM", "MNC", "IMG", "UIS", "INT", "GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "BUS",
        "CVL", "AGR", "EDU", "ELI", "LAB", "LEG", "MED", "REF", "CRM", "ENV", "HLH", "HRI", "DEV", "SET", "MOD", "RAD",
        "UAF", "PRM", "REL", "SOC", "JRN", "UNK",
    ]

    /// Reads a code as any reader takes it: capitals and digits, after `~` for an agent.
    ///
    /// - Returns: the code, empty for a null code.
    static func read(_ text: String) throws(Malformed) -> String {
        if null.contains(text) { return "" }
        let letters = text.utf8.first == UInt8(ascii: "~") ? text.utf8.dropFirst() : text.utf8[...]
        guard letters.allSatisfy({ (65...90).contains($0) || (48...57).contains($0) }),
            text.isEmpty || !letters.isEmpty
        else { throw Malformed("expected a code of capitals such as IRNGOV, found \(Lines.shown(text))") }
        return text
    }

    /// The country that a code begins with; nil where it begins with none.
    static func country(of code: String) -> String? {
        guard code.utf8.count >= 3, code.utf8.first != UInt8(ascii: "~") else { return nil }
        let head = String(code.prefix(3))
        return generic.contains(head) ? nil : head
    }

    /// A country and nothing else.
    static func isCountry(_ code: String) -> Bool {
        code.utf8.count == 3 && code.utf8.allSatisfy { (65...90).contains($0) } && country(of: code) != nil
    }

    /// Three letters, then groups of three; an agent's is groups of three after `~`. An empty code is one.
    static func isCAMEO(_ code: String) -> Bool {
        let letters = code.utf8.first == UInt8(ascii: "~") ? code.utf8.dropFirst() : code.utf8[...]
        return letters.allSatisfy { (65...90).contains($0) } && letters.count % 3 == 0
            && (!letters.isEmpty || code.isEmpty)
    }
}
