#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a file, or standard input, piece by piece.
final class FileBytes {
  private let descriptor: Int32
  private let owned: Bool
  private var buffer: [UInt8] = []
  private var position = 0
  private(set) var atEnd = false
  /// Why reading stopped early, if it did.
  private(set) var problem: String?

  private static let pieceSize = 65_536

  /// Standard input.
  init() {
    descriptor = 0
    owned = false
  }

  /// Opens a file for reading.
  init(path: String) throws(FileProblem) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    owned = true
    guard descriptor >= 0 else { throw FileProblem(code: errno) }
  }

  deinit { if owned, descriptor >= 0 { close(descriptor) } }

  /// All bytes, or nil when there are more than `limit`.
  func all(limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while fill() {
      bytes.append(contentsOf: buffer[position...])
      position = buffer.count
      if bytes.count > limit { return nil }
    }
    return bytes
  }

  enum Line: Equatable {
    case bytes([UInt8])
    case tooLong
  }

  /// The next line without its line end; nil at the end. A line over the limit is passed over, not kept.
  func line(limit: Int) -> Line? {
    var bytes: [UInt8] = []
    var (tooLong, started) = (false, false)
    while fill() {
      started = true
      let end = buffer[position...].firstIndex(of: 0x0A)
      if !tooLong { bytes.append(contentsOf: buffer[position..<(end ?? buffer.count)]) }
      if bytes.count > limit {
        tooLong = true
        bytes = []
      }
      position = end.map { $0 + 1 } ?? buffer.count
      if end != nil { break }
    }
    guard started else { return nil }
    if bytes.last == 0x0D { bytes.removeLast() }
    return tooLong ? .tooLong : .bytes(bytes)
  }

  /// The bytes that come next, without taking them: up to one piece.
  func peek() -> ArraySlice<UInt8> {
    fill() ? buffer[position...] : []
  }

  /// Makes sure that a byte is there. False at the end.
  private func fill() -> Bool {
    if position < buffer.count { return true }
    if atEnd { return false }
    position = 0
    buffer = [UInt8](unsafeUninitializedCapacity: FileBytes.pieceSize) { piece, count in
      var got: Int
      repeat {
        got = read(descriptor, piece.baseAddress, FileBytes.pieceSize)
      } while got < 0
        && errno == EINTR
      if got < 0 { problem = FileProblem(code: errno).reason }
      count = max(0, got)
    }
    atEnd = buffer.isEmpty
    return !atEnd
  }
}

/// Why a file could not be opened or listed.
struct FileProblem: Error {
  var code: Int32

  var reason: String {
    switch code {
    case ENOENT: "no such file"
    case EACCES, EPERM: "permission denied"
    case EISDIR: "a directory"
    case ENOTDIR: "part of the path is no directory"
    case ELOOP: "too many symbolic links"
    case ENAMETOOLONG: "the name is too long"
    case EMFILE, ENFILE: "too many open files"
    default: "cannot be read (error \(code))"
    }
  }
}

/// What a path leads to.
enum FileKind {
  case file, directory, other

  static func of(_ path: String) throws(FileProblem) -> FileKind {
    var info = stat()
    guard stat(path, &info) == 0 else { throw FileProblem(code: errno) }
    switch info.st_mode & S_IFMT {
    case S_IFDIR: return .directory
    case S_IFREG: return .file
    default: return .other
    }
  }

  static func isLink(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK
  }

  /// The names in a directory, without hidden ones, in byte order.
  static func names(in path: String) throws(FileProblem) -> [String] {
    guard let directory = opendir(path) else { throw FileProblem(code: errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
