/// Runs patterns over a text. Keeps its backtracking stack between calls: one matcher a worker.
struct PatternMatcher {
    /// Alternative states still to be tried: where in the program, and where in the text.
    private var pending: [(at: Int32, position: Int32)] = []

    /// `re.search`: the leftmost match.
    mutating func search(_ pattern: Pattern, _ text: ArraySlice<UInt32>) -> Range<Int>? {
        guard pattern.required.allSatisfy(text.contains) else { return nil }
        var from = text.startIndex
        // A match that must end at the end cannot begin further away than its greatest length (and a newline),
        // unless the text ends as a match without a bound may.
        if let tail = pattern.tail, let last = text.last, last != 0x0a,
            !tail.unbounded.contains(where: { $0.canEnd(with: last) })
        {
            from = max(from, text.endIndex - tail.most)
        }
        for start in from...max(from, text.endIndex) {
            if let end = attempt(pattern, text, at: start) { return start..<end }
        }
        return nil
    }

    /// `re.finditer`, without the empty matches that the tokenizer's patterns never have.
    mutating func findAll(_ pattern: Pattern, _ text: ArraySlice<UInt32>, into found: inout [Range<Int>]) {
        found.removeAll(keepingCapacity: true)
        guard pattern.required.allSatisfy(text.contains) else { return }
        var start = text.startIndex
        while start < text.endIndex {
            if let end = attempt(pattern, text, at: start), end > start {
                found.append(start..<end)
                start = end
            } else {
                start += 1
            }
        }
    }

    /// `re.match` at a place: where the match ends.
    mutating func match(_ pattern: Pattern, _ text: ArraySlice<UInt32>, at start: Int) -> Int? {
        guard pattern.required.allSatisfy(text.contains) else { return nil }
        return attempt(pattern, text, at: start)
    }

    private mutating func attempt(_ pattern: Pattern, _ text: ArraySlice<UInt32>, at start: Int) -> Int? {
        pending.removeAll(keepingCapacity: true)
        return text.withUnsafeBufferPointer { buffer in
            run(pattern, buffer, from: 0, at: start - text.startIndex).map { $0 + text.startIndex }
        }
    }

    private mutating func run(
        _ pattern: Pattern, _ text: UnsafeBufferPointer<UInt32>, from: Int, at start: Int
    ) -> Int? {
        let floor = pending.count
        pending.append((Int32(from), Int32(start)))
        while pending.count > floor {
            let state = pending.removeLast()
            var at = Int(state.at)
            var position = Int(state.position)
            step: while true {
                switch pattern.program[at] {
                case .scalar(let scalar):
                    guard position < text.count, text[position] == scalar else { break step }
                    position += 1
                    at += 1
                case .set(let index):
                    guard position < text.count, pattern.sets[index].contains(text[position]) else { break step }
                    position += 1
                    at += 1
                case .split(let first, let second):
                    pending.append((Int32(second), Int32(position)))
                    at = first
                case .choice(let index):
                    let choice = pattern.choices[index]
                    let starts =
                        position < text.count && text[position] < 128
                        ? choice.byASCII[Int(text[position])] : choice.all
                    guard let first = starts.first else { break step }
                    for next in starts.dropFirst().reversed() { pending.append((Int32(next), Int32(position))) }
                    at = first
                case .jump(let target): at = target
                case .unless(let scalar, let target):
                    at = text[position...].contains(scalar) ? at + 1 : target
                case .start:
                    guard position == 0 else { break step }
                    at += 1
                case .end:
                    guard position == text.count || (position == text.count - 1 && text[position] == 0x0a) else {
                        break step
                    }
                    at += 1
                case .look(let width, let negated, let then):
                    let found =
                        position >= width
                        && run(pattern, text, from: at + 1, at: position - width) != nil
                    guard found != negated else { break step }
                    at = then
                case .fail: break step
                case .match:
                    pending.removeSubrange(floor...)
                    return position
                }
            }
        }
        return nil
    }
}
