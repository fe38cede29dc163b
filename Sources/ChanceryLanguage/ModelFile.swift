#if canImport(Glibc)
  import Glibc
#endif

/// A model file that cannot be used, with the facts of why.
public enum ModelError: Error, Equatable, CustomStringConvertible {
  /// The file does not begin with the mark of a model.
  case notAModel
  /// The file was written for another version of the program.
  case version(found: UInt32, expected: UInt32)
  /// The file ends early: bytes there are, bytes there should be.
  case truncated(found: Int, expected: Int)
  /// The bytes do not add up to the checksum in the header.
  case checksum
  /// A part is missing or malformed.
  case section(String)

  public var description: String {
    switch self {
    case .notAModel: "not a language model: the file does not begin with CHNCRYLM"
    case .version(let found, let expected):
      "the language model has version \(found); this program reads version \(expected)"
    case .truncated(let found, let expected):
      "the language model ends after \(found) of \(expected) bytes"
    case .checksum: "the language model is damaged: its checksum does not match"
    case .section(let name): "the language model is damaged: part '\(name)' cannot be read"
    }
  }
}

/// The layout of a model file: a header of 32 bytes, a directory, and sections aligned to 16 bytes.
///
/// Header: magic (8 bytes), version and section count (UInt32), byte count of the file and checksum of
/// all bytes after the header (UInt64). Directory entry: section number, zero (UInt32), offset and
/// length (UInt64). All little-endian.
package enum ModelFile {
  package enum Section: UInt32, CaseIterable {
    case words = 1
    case tags, moves, lexicon, tagger, parser, lemmaRules, lemmas, guidedMoves, guidedParser
  }

  package static let magic: [UInt8] = Array("CHNCRYLM".utf8)
  package static let version: UInt32 = 4
  private static let headerSize = 32
  private static let entrySize = 24

  package static func encode(_ sections: [(Section, [UInt8])]) -> [UInt8] {
    var directory: [UInt8] = []
    var body: [UInt8] = []
    let bodyStart = headerSize + entrySize * sections.count
    for (section, bytes) in sections {
      while (bodyStart + body.count) % 16 != 0 { body.append(0) }
      put(section.rawValue, &directory)
      put(UInt32(0), &directory)
      put(UInt64(bodyStart + body.count), &directory)
      put(UInt64(bytes.count), &directory)
      body += bytes
    }
    let rest = directory + body
    var header = magic
    put(version, &header)
    put(UInt32(sections.count), &header)
    put(UInt64(headerSize + rest.count), &header)
    put(rest.withUnsafeBytes { checksum($0) }, &header)
    return header + rest
  }

  private static func put<T: FixedWidthInteger>(_ value: T, _ bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Checks the file and gives the bytes of a section.
  package static func check(_ bytes: UnsafeRawBufferPointer) throws(ModelError) {
    guard bytes.count >= 8, bytes.prefix(8).elementsEqual(magic) else { throw .notAModel }
    guard bytes.count >= headerSize else {
      throw .truncated(found: bytes.count, expected: headerSize)
    }
    let found = bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
    guard found == version else { throw .version(found: found, expected: version) }
    let expected = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    guard UInt64(bytes.count) >= expected, expected >= UInt64(headerSize) else {
      throw .truncated(found: bytes.count, expected: Int(clamping: expected))
    }
    let rest = UnsafeRawBufferPointer(rebasing: bytes[headerSize..<Int(expected)])
    guard checksum(rest) == bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self) else {
      throw .checksum
    }
  }

  package static func section(_ wanted: Section, of bytes: UnsafeRawBufferPointer)
    throws(ModelError) -> UnsafeRawBufferPointer
  {
    let count = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
    for i in 0..<min(count, (bytes.count - headerSize) / entrySize) {
      let at = headerSize + i * entrySize
      guard bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self) == wanted.rawValue else {
        continue
      }
      let offset = bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)
      let length = bytes.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self)
      let (end, overflow) = offset.addingReportingOverflow(length)
      guard !overflow, end <= UInt64(bytes.count) else { break }
      return UnsafeRawBufferPointer(rebasing: bytes[Int(offset)..<Int(end)])
    }
    throw .section("\(wanted)")
  }

  /// Four interleaved multiply-and-rotate lanes; about 10 GB/s, so that 15 MB are checked in 2 ms.
  package static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var a: UInt64 = 1
    var b: UInt64 = 2
    var c: UInt64 = 3
    var d: UInt64 = 4
    let k: UInt64 = 0x9E37_79B9_7F4A_7C15
    var i = 0
    while i + 32 <= bytes.count {
      a = step(a, bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self), k)
      b = step(b, bytes.loadUnaligned(fromByteOffset: i + 8, as: UInt64.self), k)
      c = step(c, bytes.loadUnaligned(fromByteOffset: i + 16, as: UInt64.self), k)
      d = step(d, bytes.loadUnaligned(fromByteOffset: i + 24, as: UInt64.self), k)
      i += 32
    }
    var result = step(step(a, b, k), step(c, d, k), k)
    while i < bytes.count {
      result = step(result, UInt64(bytes[i]), k)
      i += 1
    }
    return step(result, UInt64(bytes.count), k)
  }

  @inline(__always)
  private static func step(_ hash: UInt64, _ value: UInt64, _ k: UInt64) -> UInt64 {
    let x = (hash ^ value) &* k
    return x ^ (x >> 29)
  }
}

/// Bytes that stay at one place, aligned for the tables that are read from them.
///
/// They lie in large pages where the system has them: look-ups jump about in the tables, and with pages of 4 KB a
/// third of the time would go into finding the pages.
package final class ModelBytes: @unchecked Sendable {
  package let bytes: UnsafeRawBufferPointer
  private let owned: UnsafeMutableRawBufferPointer
  private static let pageSize = 1 << 21

  package convenience init(copying array: [UInt8]) {
    self.init(count: array.count) { copy in array.withUnsafeBytes { copy.copyMemory(from: $0) } }
  }

  package convenience init(copying bytes: UnsafeRawBufferPointer) {
    self.init(count: bytes.count) { $0.copyMemory(from: bytes) }
  }

  private init(count: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
    let size = max(count, 1)
    let isLarge = size >= Self.pageSize
    let room = isLarge ? (size + Self.pageSize - 1) / Self.pageSize * Self.pageSize : size
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: room, alignment: isLarge ? Self.pageSize : 16)
    #if canImport(Glibc)
      // A hint; without it all works as well, only slower.
      if isLarge { _ = madvise(copy.baseAddress!, room, Int32(MADV_HUGEPAGE)) }
    #endif
    fill(copy)
    owned = copy
    bytes = UnsafeRawBufferPointer(rebasing: copy[0..<count])
  }

  deinit { owned.deallocate() }
}
