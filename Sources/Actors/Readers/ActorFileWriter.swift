import Annotation

/// Writes records in Entente's own format, so that `ActorFileReader` reads equal ones back, but for file and lines.
package enum ActorFileWriter {
    /// Appends a record.
    ///
    /// A record without a name or without terms says nothing and is left out; line breaks and runs of white space in texts
    /// become one space; an agent of several names comes back as one record a name.
    package static func write(_ record: ActorRecord, to bytes: inout [UInt8]) {
        guard let first = record.names.first, !Lines.cleaned(first.text).isEmpty, !record.terms.isEmpty else { return }
        let kind =
            ActorNotation.kinds.first { $0.kind == record.kind && $0.sex == record.sex && $0.use == first.use }
            ?? ActorNotation.kinds.first { $0.kind == record.kind && $0.sex == record.sex && $0.use != .agent }
            ?? ActorNotation.kinds.first { $0.kind == record.kind && $0.use != .agent }
        guard let kind else { return }
        let rest = record.names.dropFirst().filter { !Lines.cleaned($0.text).isEmpty }
        // Names used alone have a column of their own, which is read last.
        let tail = rest.reversed().prefix { $0.use == .alone }.count
        write([first], kind.use, to: &bytes)
        bytes += " | ".utf8
        write(rest.dropLast(tail), kind.use, to: &bytes)
        bytes += " | ".utf8
        write(rest.suffix(tail), .alone, to: &bytes)
        bytes += " | \(kind.word)\n".utf8
        for term in record.terms { write(term, to: &bytes) }
    }

    private static func write(_ names: some Sequence<ActorRecord.Name>, _ use: ActorRecord.Use, to bytes: inout [UInt8])
    {
        for (i, name) in names.enumerated() {
            if i > 0 { bytes += ", ".utf8 }
            ActorNotation.write(name.text, isName: true, to: &bytes)
            if name.use != use { ActorNotation.write(name.use, to: &bytes) }
        }
    }

    private static func write(_ term: ActorRecord.Term, to bytes: inout [UInt8]) {
        func bound(_ bound: Period.Bound) -> String { bound.precision == .open ? "" : bound.description }
        let code = term.code.isEmpty ? "---" : term.code
        var cells = [term.role, bound(term.period.from), bound(term.period.until), term.checked]
        while cells.last?.isEmpty ?? false { cells.removeLast() }
        bytes += "    \(code)".utf8
        for cell in cells {
            bytes += " | ".utf8
            ActorNotation.write(cell, isName: false, to: &bytes)
        }
        bytes.append(10)
    }
}
