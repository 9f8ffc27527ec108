/// Finds the minimum of a smooth function: L-BFGS with backtracking (Liu and Nocedal 1989).
struct MemoryDescent {
    var steps: Int
    /// How many of the last steps the curvature is guessed from.
    var memory = 10

    /// - Parameter value: the function at a point; writes its gradient, which has as many numbers as the point.
    func minimum(from start: [Double], value: ([Double], inout [Double]) -> Double) -> [Double] {
        var point = start
        var gradient = [Double](repeating: 0, count: start.count)
        var height = value(point, &gradient)
        var past: [(step: [Double], change: [Double], scale: Double)] = []
        for _ in 0..<steps {
            let way = direction(gradient, past)
            let slope = dot(way, gradient)
            guard slope < 0 else { break }
            // The first step has no curvature to go by.
            var length = past.isEmpty ? 1 / max(1, dot(gradient, gradient).squareRoot()) : 1
            var next = point
            var nextGradient = gradient
            var nextHeight = height
            for _ in 0..<30 {
                for i in next.indices { next[i] = point[i] + length * way[i] }
                nextHeight = value(next, &nextGradient)
                if nextHeight <= height + 1e-4 * length * slope { break }
                length /= 2
            }
            guard nextHeight < height else { break }
            var step = next
            var change = nextGradient
            for i in step.indices {
                step[i] -= point[i]
                change[i] -= gradient[i]
            }
            let curvature = dot(step, change)
            if curvature > 1e-12 { past.append((step, change, 1 / curvature)) }
            if past.count > memory { past.removeFirst() }
            point = next
            gradient = nextGradient
            height = nextHeight
        }
        return point
    }

    /// The way down, by the two loops of the method.
    private func direction(
        _ gradient: [Double], _ past: [(step: [Double], change: [Double], scale: Double)]
    ) -> [Double] {
        var way = gradient
        var shares = [Double](repeating: 0, count: past.count)
        for (i, p) in past.enumerated().reversed() {
            shares[i] = p.scale * dot(p.step, way)
            for j in way.indices { way[j] -= shares[i] * p.change[j] }
        }
        if let last = past.last {
            let factor = 1 / (last.scale * dot(last.change, last.change))
            for j in way.indices { way[j] *= factor }
        }
        for (i, p) in past.enumerated() {
            let back = shares[i] - p.scale * dot(p.change, way)
            for j in way.indices { way[j] += back * p.step[j] }
        }
        for j in way.indices { way[j] = -way[j] }
        return way
    }

    private func dot(_ a: [Double], _ b: [Double]) -> Double {
        var sum = 0.0
        for i in a.indices { sum += a[i] * b[i] }
        return sum
    }
}
