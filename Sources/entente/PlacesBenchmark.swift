import Annotation
import Foundation
import Linguistics
import Places

/// Measures the room of places alone: the gazetteer opened and asked, and the places read of reports that are parsed already.
struct PlacesBenchmark {
    let reports: [Report]
    let assembly: Assembly

    /// Names that are looked up.
    private static let names = 200_000

    /// - Parameter seconds: reports are gone through at least so long, and at least once.
    /// - Returns: a line a figure, or one line of JSON.
    func measure(seconds: Double, json: Bool) throws -> String {
        let sources = try assembly.gazetteerSources()
        // Compiled here where it is not yet, which is not what is measured.
        _ = try sources.load()
        let clock = ContinuousClock()
        var start = clock.now
        let gazetteer = try sources.load()
        let opening = (clock.now - start) / .milliseconds(1)

        let step = max(1, gazetteer.count / Self.names)
        let names = stride(from: 0, to: gazetteer.count, by: step).map { gazetteer.name($0) }
        var found = 0
        start = clock.now
        for name in names { found += gazetteer.candidates(of: name).isEmpty ? 0 : 1 }
        let lookUps = Double(names.count) / ((clock.now - start) / .seconds(1))

        let reader = try PlaceReader(sources)
        let documents = try assembly.loadEngine().makeWorker().parse(reports.map(\.text))
        let sentences = documents.reduce(0) { $0 + $1.sentences.count }
        var places = 0
        for document in documents { places += reader.read(document).count }
        var passes = 0
        start = clock.now
        repeat {
            for document in documents { _ = reader.read(document) }
            passes += 1
        } while (clock.now - start) / .seconds(1) < seconds
        let each = (clock.now - start) / .microseconds(1) / Double(max(1, passes * sentences))
        if json {
            return """
                {"open_milliseconds":\(opening),"names":\(gazetteer.nameCount),"entries":\(gazetteer.count),\
                "look_ups_per_second":\(lookUps),"found":\(found),"sentences":\(sentences),"places":\(places),\
                "microseconds_per_sentence":\(each)}

                """
        }
        return """
            opening the gazetteer        \(Int((opening * 1000).rounded())) µs
            names, entries               \(gazetteer.nameCount), \(gazetteer.count)
            look-ups a second            \(Int(lookUps))
            places in \(sentences) sentences     \(places)
            reading places, a sentence   \((each * 10).rounded() / 10) µs

            """
    }
}
