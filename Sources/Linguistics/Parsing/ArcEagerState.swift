/// The state of spaCy's non-monotonic arc-eager system (`_parser_internals/_state.pxd`, 3.8; Honnibal and Johnson
/// 2015): a stack, a buffer to which words may come back, and arcs that may be replaced.
///
/// All memory is kept from document to document.
struct ArcEagerState {
    private(set) var length = 0
    private var stack: [Int32] = []
    private var returned: [Int32] = []
    private(set) var next = 0
    private(set) var heads: [Int32] = []
    /// The move that made each token's arc.
    private(set) var moves: [UInt8] = []
    private var isUnshiftable: [Bool] = []
    private(set) var isSentenceStart: [Bool] = []
    // Arcs by head and side as linked lists over children, latest first: the state asks for the latest only.
    private var latestLeft: [Int32] = []
    private var latestRight: [Int32] = []
    private var earlier: [Int32] = []

    mutating func begin(_ length: Int) {
        self.length = length
        next = 0
        floor = 0
        stack.removeAll(keepingCapacity: true)
        returned.removeAll(keepingCapacity: true)
        func reset<T>(_ array: inout [T], _ value: T) {
            array.removeAll(keepingCapacity: true)
            array.append(contentsOf: repeatElement(value, count: length))
        }
        reset(&heads, -1)
        reset(&moves, 0)
        reset(&isUnshiftable, false)
        reset(&isSentenceStart, false)
        reset(&latestLeft, -1)
        reset(&latestRight, -1)
        reset(&earlier, -1)
    }

    var depth: Int { stack.count }
    var bufferLength: Int { length - next + returned.count }
    var isFinal: Bool { stack.isEmpty && bufferLength == 0 }

    /// The i-th word of the stack from its top, -1 when there is none.
    @inline(__always) func s(_ i: Int) -> Int32 { i < stack.count ? stack[stack.count - 1 - i] : -1 }

    /// The i-th word of the buffer, -1 when there is none.
    @inline(__always) func b(_ i: Int) -> Int32 {
        if i < returned.count { return returned[returned.count - 1 - i] }
        let word = next + i - returned.count
        return word < length ? Int32(word) : -1
    }

    @inline(__always) func latestLeftChild(_ word: Int32) -> Int32 { word < 0 ? -1 : latestLeft[Int(word)] }
    @inline(__always) func latestRightChild(_ word: Int32) -> Int32 { word < 0 ? -1 : latestRight[Int(word)] }

    /// No word before this one will be asked about again: it began a stack with nothing attached to it yet.
    private(set) var floor = 0

    func startsSentence(_ word: Int32) -> Bool { word >= 0 && isSentenceStart[Int(word)] }

    var mayShift: Bool {
        if stack.isEmpty { return true }
        if bufferLength < 2 || startsSentence(b(0)) { return false }
        return !isUnshiftable[Int(b(0))]
    }

    var mayReduce: Bool { !stack.isEmpty }

    var mayAttach: Bool { !stack.isEmpty && bufferLength > 0 && !startsSentence(b(0)) }

    var mayBreak: Bool { bufferLength >= 2 && b(1) == b(0) + 1 && !startsSentence(b(1)) }

    mutating func shift() {
        if let word = returned.popLast() {
            stack.append(word)
        } else {
            if stack.isEmpty, latestLeft[next] < 0 { floor = next }
            stack.append(Int32(next))
            next += 1
        }
    }

    /// Pops a word that has a head, or is the last; another goes back to the buffer, once.
    mutating func reduce() {
        guard let top = stack.popLast() else { return }
        if heads[Int(top)] < 0 && !stack.isEmpty {
            isUnshiftable[Int(top)] = true
            returned.append(top)
        }
    }

    mutating func leftArc(_ move: Int) {
        let (head, child) = (b(0), s(0))
        addArc(head: head, child: child, move)
        isUnshiftable[Int(head)] = false
        stack.removeLast()
    }

    mutating func rightArc(_ move: Int) {
        addArc(head: s(0), child: b(0), move)
        shift()
    }

    mutating func breakSentence() { isSentenceStart[Int(b(1))] = true }

    /// Ends at once: only for a state in which no move is allowed.
    mutating func forceFinal() {
        stack.removeAll(keepingCapacity: true)
        returned.removeAll(keepingCapacity: true)
        next = length
    }

    private mutating func addArc(head: Int32, child: Int32, _ move: Int) {
        if heads[Int(child)] >= 0 { removeArc(of: child) }
        heads[Int(child)] = head
        moves[Int(child)] = UInt8(move)
        if head > child {
            earlier[Int(child)] = latestLeft[Int(head)]
            latestLeft[Int(head)] = child
        } else {
            earlier[Int(child)] = latestRight[Int(head)]
            latestRight[Int(head)] = child
        }
    }

    private mutating func removeArc(of child: Int32) {
        let head = heads[Int(child)]
        let latest = head > child ? latestLeft[Int(head)] : latestRight[Int(head)]
        if latest == child {
            if head > child {
                latestLeft[Int(head)] = earlier[Int(child)]
            } else {
                latestRight[Int(head)] = earlier[Int(child)]
            }
            return
        }
        var later = latest
        while later >= 0, earlier[Int(later)] != child { later = earlier[Int(later)] }
        if later >= 0 { earlier[Int(later)] = earlier[Int(child)] }
    }
}
