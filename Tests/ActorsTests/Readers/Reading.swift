import Actors
import Annotation
import Knowledge

/// What a reader makes of a text: records in one line each, and faults.
struct Reading {
    var records: [ActorRecord] = []
    var faults: [String] = []

    /// - Parameter format: nil to tell it by the content; the file is named "own" and the extension.
    init(_ bytes: [UInt8], as format: DictionaryFormat? = nil, pathExtension: String = "txt") {
        var records: [ActorRecord] = []
        var faults: [KnowledgeError] = []
        bytes.withUnsafeBytes { bytes in
            let format = format ?? DictionaryFormat.of(bytes, pathExtension: pathExtension)
            format?.read(bytes, file: "own", faults: &faults) { records.append($0) }
        }
        self.records = records
        self.faults = faults.sorted().map(\.description)
    }

    init(_ text: String, as format: DictionaryFormat? = nil, pathExtension: String = "txt") {
        self.init(Array(text.utf8), as: format, pathExtension: pathExtension)
    }

    /// `Jane Doe, Doe:alone = person f: GONGOV president 2001-01-20..-, GON`; the use of a name is told where it is not that
    /// of the first, and dates where there are any.
    var lines: [String] {
        records.map { record in
            let names = record.names.map { $0.text + ($0.use == record.names[0].use ? "" : ":\($0.use)") }
            let sex = record.sex == .unknown ? "" : record.sex == .male ? " m" : " f"
            let use = record.names[0].use
            return names.joined(separator: ", ") + " = \(record.kind)\(sex)/\(use): "
                + record.terms.map(Self.line).joined(separator: ", ")
        }
    }

    private static func line(_ term: ActorRecord.Term) -> String {
        var words = [term.code.isEmpty ? "nobody" : term.code]
        if !term.role.isEmpty { words.append(term.role) }
        if term.period != .always { words.append("\(term.period.from.description)..\(term.period.until.description)") }
        if !term.checked.isEmpty { words.append("(\(term.checked))") }
        return words.joined(separator: " ")
    }
}
