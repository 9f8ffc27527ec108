/// Norms that spaCy takes from its own code, not from the model folder (`spacy/lang/norm_exceptions.py`, 3.8):
/// quotation marks, dashes, currency signs and full-width punctuation stand for their plain forms.
enum BaseNorms {
    static let table: [(form: String, norm: String)] = [
        ("'s", "'s"), ("'S", "'s"), ("’s", "'s"), ("’S", "'s"),
        ("’", "'"), ("‘", "'"), ("´", "'"), ("`", "'"),
        ("”", "\""), ("“", "\""), ("''", "\""), ("``", "\""), ("´´", "\""), ("„", "\""), ("»", "\""), ("«", "\""),
        ("‘‘", "\""), ("’’", "\""),
        ("？", "?"), ("！", "!"), ("，", ","), ("；", ";"), ("：", ":"), ("。", "."), ("।", "."), ("…", "..."),
        ("—", "-"), ("–", "-"), ("--", "-"), ("---", "-"), ("——", "-"),
        ("€", "$"), ("£", "$"), ("¥", "$"), ("฿", "$"), ("US$", "$"), ("C$", "$"), ("A$", "$"), ("₺", "$"), ("₹", "$"),
        ("৳", "$"), ("₩", "$"), ("Mex$", "$"), ("₣", "$"), ("E£", "$"),
    ]
}
