import Annotation
package import Foundation
package import Knowledge

/// The formats of dictionaries that people bring, told apart by their content.
package enum DictionaryFormat: String, Sendable, CaseIterable {
    /// Entente's own, as in `Data/actors/people`.
    case entente
    /// Names with codes in brackets, of actors or of agents, as TABARI and PETRARCH read them.
    case petrarch
    /// PETRARCH's file of countries: names between tags.
    case countries
    /// A table with a header row, parted by commas.
    case csv
    /// A table with a header row, parted by tabs.
    case tsv
    /// A JSON object a line.
    case jsonLines = "json-lines"

    /// Reads a dictionary; what is wrong in it goes to `faults`, the rest to `add`.
    ///
    /// - Throws: what Foundation throws when the file cannot be read.
    package static func read(
        _ file: URL, faults: inout [KnowledgeError], _ add: (ActorRecord) -> Void
    ) throws {
        let bytes = try Data(contentsOf: file, options: .alwaysMapped)
        let name = file.lastPathComponent
        bytes.withUnsafeBytes { bytes in
            guard let format = of(bytes, pathExtension: file.pathExtension) else {
                faults.append(KnowledgeError(file: name, line: nil, FormatSniffer.unknown(bytes)))
                return
            }
            format.read(bytes, file: name, faults: &faults, add)
        }
    }

    /// The format of a file; nil where it is none of these.
    ///
    /// - Parameter pathExtension: decides only where the content leaves it open.
    package static func of(_ bytes: UnsafeRawBufferPointer, pathExtension: String = "") -> DictionaryFormat? {
        FormatSniffer(bytes).format(pathExtension: pathExtension.lowercased())
    }

    /// Reads bytes as a file of this format, whatever they are.
    ///
    /// - Parameter file: as records and faults name it.
    package func read(
        _ bytes: UnsafeRawBufferPointer, file: String, faults: inout [KnowledgeError], _ add: (ActorRecord) -> Void
    ) {
        switch self {
        case .entente: ActorFileReader(file: file).read(bytes, faults: &faults, add)
        case .petrarch: PetrarchFileReader(file: file).read(bytes, faults: &faults, add)
        case .countries: CountryFileReader(file: file).read(bytes, faults: &faults, add)
        case .csv: ActorTableReader(file: file, separator: UInt8(ascii: ",")).read(bytes, faults: &faults, add)
        case .tsv: ActorTableReader(file: file, separator: UInt8(ascii: "\t")).read(bytes, faults: &faults, add)
        case .jsonLines: ActorJSONReader(file: file).read(bytes, faults: &faults, add)
        }
    }
}
