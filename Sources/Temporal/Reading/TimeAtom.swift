import Annotation

/// The smallest thing that patterns see: a token, or a piece of one that holds digits or dashes ("mid-2011", "10:57").
struct TimeAtom: Sendable {
    /// Bytes of the text, half-open.
    var start: Int32
    var end: Int32
    /// The token that holds it.
    var token: Int32
    /// Its number, when it is one; for "2.5" the 2.
    var number: Int32 = 0
    /// The classes that it stands for (`WordClass.bit`).
    var classes: UInt64 = 0
    /// Its entry in the lexicon, 0 for any other word.
    var entry: UInt16 = 0
    /// For "2.5" the 5.
    var tenths: UInt8 = 0
}
