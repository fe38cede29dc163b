/// A half-open range of bytes of a document's UTF-8 text.
///
/// All spans inside the program count bytes; `SourceText` turns them into code points at the edge.
public struct ByteSpan: Hashable, Comparable, Sendable {
  public var start: Int
  public var end: Int

  @inlinable
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span ends before it starts")
    self.start = start
    self.end = end
  }

  @inlinable public var byteCount: Int { end - start }
  @inlinable public var isEmpty: Bool { start == end }

  @inlinable
  public func contains(_ other: ByteSpan) -> Bool { start <= other.start && other.end <= end }

  @inlinable
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  @inlinable
  public func overlaps(_ other: ByteSpan) -> Bool { start < other.end && other.start < end }

  /// The smallest span that covers both.
  @inlinable
  public func union(_ other: ByteSpan) -> ByteSpan {
    ByteSpan(min(start, other.start), max(end, other.end))
  }

  @inlinable
  public static func < (a: ByteSpan, b: ByteSpan) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}

/// A half-open range of Unicode code points, as records carry it (`[start, end)` in JSON).
public struct CodePointSpan: Hashable, Sendable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }
}
