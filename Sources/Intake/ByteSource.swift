import Glibc
import Synchronization

/// The bytes of one file or of standard input, read once from start to end.
final class ByteSource {
    /// What one report may take: its offsets are 32-bit numbers inside.
    static let largest = 1 << 30

    private let descriptor: Int32
    private let ownsDescriptor: Bool
    private let progress: IntakeProgress
    /// Read and not yet taken: `buffer[position...]`.
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false

    /// Opens a path; "-" is standard input.
    ///
    /// - Throws: `Refusal` when it cannot be opened or is a folder.
    init(path: String, progress: IntakeProgress) throws(Refusal) {
        self.progress = progress
        if path == "-" {
            descriptor = 0
            ownsDescriptor = false
        } else {
            descriptor = open(path, O_RDONLY | O_CLOEXEC)
            ownsDescriptor = true
            guard descriptor >= 0 else { throw Refusal(errno: errno) }
        }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            if ownsDescriptor { close(descriptor) }
            throw Refusal(errno: EISDIR)
        }
    }

    deinit {
        if ownsDescriptor { close(descriptor) }
    }

    /// The size of a path that is a plain file; nil for a pipe and for what is not there.
    static func size(of path: String) -> Int? {
        var status = stat()
        guard (path == "-" ? fstat(0, &status) : stat(path, &status)) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        return Int(status.st_size)
    }

    /// The next bytes, without taking them: at least `count`, or all there are.
    func peek(_ count: Int) throws(Refusal) -> ArraySlice<UInt8> {
        while buffer.count - position < count, !isAtEnd { try fill() }
        return buffer[position...]
    }

    /// All the bytes that are left.
    func rest() throws(Refusal) -> [UInt8] {
        while !isAtEnd { try fill() }
        defer {
            buffer = []
            position = 0
        }
        return position == 0 ? buffer : Array(buffer[position...])
    }

    /// The next line without its "\n" or "\r\n"; nil at the end.
    func line() throws(Refusal) -> [UInt8]? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { position = end + 1 }
                return Array(withoutReturn(buffer[position..<end]))
            }
            searched = buffer.count
            if isAtEnd {
                guard position < buffer.count else { return nil }
                defer { position = buffer.count }
                return Array(withoutReturn(buffer[position...]))
            }
            if position > 0 {
                buffer.removeFirst(position)
                searched -= position
                position = 0
            }
            try fill()
        }
    }

    private func withoutReturn(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }

    private func fill() throws(Refusal) {
        let chunk = 1 << 16
        let old = buffer.count
        guard old - position <= ByteSource.largest else {
            throw Refusal(reason: "is larger than 1 GiB; expected one report a file or a line")
        }
        buffer.append(contentsOf: repeatElement(0, count: chunk))
        let count = buffer.withUnsafeMutableBytes { bytes in
            var count: Int
            repeat {
                count = read(descriptor, bytes.baseAddress?.advanced(by: old), chunk)
            } while count < 0 && errno == EINTR
            return count
        }
        let failure = errno
        buffer.removeLast(chunk - max(0, count))
        guard count >= 0 else { throw Refusal(errno: failure) }
        progress.bytesRead.add(count, ordering: .relaxed)
        if count == 0 { isAtEnd = true }
    }
}

/// Why an input cannot be used; the reader adds its name.
struct Refusal: Error, Hashable {
    var reason: String

    init(reason: String) { self.reason = reason }

    init(errno code: Int32) {
        reason =
            switch code {
            case ENOENT: "no such file"
            case EISDIR: "is a folder; expected files, as in folder/*.txt"
            case EACCES, EPERM: "may not be read: permission denied"
            default: "cannot be read: \(String(cString: strerror(code)).lowercased())"
            }
    }
}
