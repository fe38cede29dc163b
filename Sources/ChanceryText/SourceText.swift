/// A text that nobody rewrites: valid UTF-8 bytes, with a table that turns byte offsets into code points.
///
/// Cost: one pass over the bytes at creation; `codePoint(at:)` is O(64) at most.
public struct SourceText: Sendable {
  public let string: String
  public let bytes: [UInt8]
  /// Code points before byte `64 * i`.
  private let marks: [Int32]
  public let codePointCount: Int

  public init(_ string: String) {
    var string = string
    string.makeContiguousUTF8()
    self.string = string
    bytes = Array(string.utf8)
    var marks: [Int32] = []
    marks.reserveCapacity(bytes.count / 64 + 1)
    var count: Int32 = 0
    for (offset, byte) in bytes.enumerated() {
      if offset & 63 == 0 { marks.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    if bytes.count & 63 == 0 { marks.append(count) }
    self.marks = marks
    codePointCount = Int(count)
  }

  public var byteCount: Int { bytes.count }

  /// The number of code points that start before the byte offset.
  public func codePoint(at offset: Int) -> Int {
    precondition(offset >= 0 && offset <= bytes.count, "offset outside the text")
    let block = offset >> 6
    var count = Int(marks[block])
    for byte in bytes[(block << 6)..<offset] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The byte offset of a code point offset. Linear in the text: for edges and tests, not for loops.
  public func byte(atCodePoint wanted: Int) -> Int {
    precondition(wanted >= 0 && wanted <= codePointCount, "code point outside the text")
    var low = 0
    var high = marks.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(marks[middle]) <= wanted { low = middle } else { high = middle - 1 }
    }
    var offset = low << 6
    var count = Int(marks[low])
    while offset < bytes.count {
      if bytes[offset] & 0xC0 != 0x80 {
        if count == wanted { return offset }
        count += 1
      }
      offset += 1
    }
    return offset
  }

  public func codePoints(_ span: ByteSpan) -> CodePointSpan {
    CodePointSpan(codePoint(at: span.start), codePoint(at: span.end))
  }

  /// The words of a span.
  public subscript(_ span: ByteSpan) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }
}
