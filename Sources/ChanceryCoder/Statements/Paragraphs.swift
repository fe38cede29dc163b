import ChanceryText

/// The paragraphs of a document's body, in text order.
///
/// A line end closes a paragraph, except in texts that are wrapped at a fixed width with blank lines between
/// the paragraphs. Cost: one pass over the bytes.
struct Paragraphs: Sendable {
  let spans: [ByteSpan]

  init(_ text: SourceText, body: [ByteSpan]) {
    let wrapped = Paragraphs.isWrapped(text, body)
    var spans: [ByteSpan] = []
    for part in body {
      var start = part.start
      var i = part.start
      while i < part.end {
        guard text.bytes[i] == UInt8(ascii: "\n") else {
          i += 1
          continue
        }
        var end = i + 1
        var lineEnds = 1
        while end < part.end, Paragraphs.isBlank(text.bytes[end]) {
          if text.bytes[end] == UInt8(ascii: "\n") { lineEnds += 1 }
          end += 1
        }
        if !wrapped || lineEnds > 1 {
          Paragraphs.append(start, i, text, to: &spans)
          start = end
        }
        i = end
      }
      Paragraphs.append(start, part.end, text, to: &spans)
    }
    self.spans = spans
  }

  /// The index of the paragraph that holds a byte, or of the last one before it; -1 before the first.
  func index(at offset: Int) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  private static func append(
    _ start: Int, _ end: Int, _ text: SourceText, to spans: inout [ByteSpan]
  ) {
    var start = start
    var end = end
    while start < end, isBlank(text.bytes[start]) { start += 1 }
    while end > start, isBlank(text.bytes[end - 1]) { end -= 1 }
    if start < end { spans.append(ByteSpan(start, end)) }
  }

  /// Most line ends that are not blank lines stand after 40 to 100 bytes and not after a full stop.
  private static func isWrapped(_ text: SourceText, _ body: [ByteSpan]) -> Bool {
    var inside = 0
    var outside = 0
    var lineStart = 0
    for part in body {
      lineStart = part.start
      for i in part.start..<part.end where text.bytes[i] == UInt8(ascii: "\n") {
        let length = i - lineStart
        lineStart = i + 1
        guard length > 0, i + 1 < part.end, !isBlank(text.bytes[i + 1]) else { continue }
        let last = text.bytes[i - 1]
        let closes = last == UInt8(ascii: ".") || last == UInt8(ascii: ":") || last >= 0x80
        if !closes, (40...100).contains(length) { inside += 1 } else { outside += 1 }
      }
    }
    return inside > 3 && inside > 2 * outside
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}
