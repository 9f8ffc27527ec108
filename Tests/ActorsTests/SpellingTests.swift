import Testing

@testable import Actors

/// Transliterations of one name, and how names are cut.
@Suite struct Spellings {
    static let one: [(String, String)] = [
        ("Ghani", "Gani"), ("Rouhani", "Ruhani"), ("Qaddafi", "Kadafi"), ("Zelenskyy", "Zelensky"),
        ("Khatami", "Katami"), ("Djukanović", "Jukanovic"), ("Deif", "Dayf"), ("Sheikh", "Shaikh"),
        ("Hussein", "Husain"), ("Mustapha", "Mustafa"), ("Wahid", "Vahid"), ("Da'i", "Dai"), ("Da’i", "Dai"),
        ("Erdoğan", "Erdogan"), ("Ould", "Uld"),
    ]

    @Test(arguments: one) func areOneSurname(_ a: String, _ b: String) {
        #expect(Spelling.folded(a) == Spelling.folded(b))
    }

    static let several: [(String, String)] = [
        ("Haddad", "Hamdan"), ("Khan", "Chan"), ("Bush", "Busch"), ("Rahman", "Rahmon"), ("Ghani", "Khani"),
        ("Hassan", "Hussein"), ("Assad", "Asadi"), ("Jones", "James"), ("Sharif", "Sharifi"),
    ]

    @Test(arguments: several) func areTwoSurnames(_ a: String, _ b: String) {
        #expect(Spelling.folded(a) != Spelling.folded(b))
    }

    static let variants: [(String, String)] = [
        ("Mohammed", "Muhammad"), ("Mohamed", "Mohammad"), ("Yousef", "Yusuf"), ("Sergei", "Sergey"),
        ("Ahmed", "Ahmad"), ("Khaled", "Khalid"),
    ]

    @Test(arguments: variants) func areOneGivenName(_ a: String, _ b: String) {
        #expect(Spelling.isVariant(Spelling.folded(a), Spelling.folded(b)))
    }

    static let others: [(String, String)] = [
        ("Ali", "Omar"), ("Amir", "Omar"), ("Peter", "Paul"), ("Rami", "Sami"), ("Ahmed", "Mohammed"),
        // Brothers and sisters.
        ("Hassan", "Hussein"), ("Mario", "Maria"), ("Paul", "Paula"), ("Juan", "Jean"), ("Salman", "Sulaiman"),
    ]

    @Test(arguments: others) func areTwoGivenNames(_ a: String, _ b: String) {
        #expect(!Spelling.isVariant(Spelling.folded(a), Spelling.folded(b)))
    }

    static let words: [(name: String, words: [String])] = [
        ("Jane Doe", ["jane", "doe"]), ("  Jane   Doe ", ["jane", "doe"]), ("", []), ("U.N.", ["u.n."]),
        ("Amir-Doe", ["amir", "-", "doe"]), ("al-Qaeda", ["al", "-", "qaeda"]), ("F-16", ["f-16"]),
        ("Jean-Luc-Marie", ["jean", "-", "luc", "-", "marie"]), ("-Doe-", ["-doe-"]),
        ("Lord's Army", ["lord", "'s", "army"]), ("Lord’s Army", ["lord", "’s", "army"]),
        ("Workers' Party", ["workers", "'", "party"]), ("Workers’ Party", ["workers", "’", "party"]),
        ("Côte d'Ivoire", ["côte", "d'ivoire"]), ("Élysée-Palace", ["élysée", "-", "palace"]),
    ]

    @Test(arguments: words) func areCutAsTheTokenizerDoes(_ name: String, _ words: [String]) {
        #expect(NameForms.words(name) == words)
    }
}
