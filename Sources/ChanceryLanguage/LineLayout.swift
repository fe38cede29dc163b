import ChanceryText

/// How the lines of a text are laid out: what a gap between two tokens means.
struct LineLayout {
  enum Gap {
    /// A blank, or the line break of a hard-wrapped paragraph.
    case blank
    /// A line broken on purpose.
    case line
    /// An empty line, or an item of a list.
    case block
  }

  /// The width to which most lines of the text are filled, in bytes.
  private let width: Int
  private let limit: Int

  init(bytes: [UInt8], span: ByteSpan) {
    var lengths: [Int] = []
    var length = 0
    for i in span.start..<span.end {
      if bytes[i] == 0x0A {
        if length > 0 { lengths.append(length) }
        length = 0
      } else {
        length += 1
      }
    }
    if length > 0 { lengths.append(length) }
    lengths.sort()
    width = lengths.isEmpty ? 0 : lengths[lengths.count * 9 / 10]
    limit = span.end
  }

  func gap(_ bytes: [UInt8], _ from: Int, _ to: Int) -> Gap {
    guard from < to else { return .blank }
    var breaks = 0
    var i = from
    while i < to {
      if bytes[i] == 0x0A { breaks += 1 }
      if bytes[i] == 0x0D && (i + 1 >= to || bytes[i + 1] != 0x0A) { breaks += 1 }
      i += 1
    }
    if breaks == 0 { return .blank }
    if breaks > 1 { return .block }
    if isItem(bytes, to) { return .block }
    var lineStart = from
    while lineStart > 0 && bytes[lineStart - 1] != 0x0A { lineStart -= 1 }
    var wordEnd = to
    while wordEnd < limit && bytes[wordEnd] > 0x20 { wordEnd += 1 }
    let slack = 3
    return from - lineStart + 1 + (wordEnd - to) + slack <= width ? .line : .blank
  }

  /// Whether a line opens with a bullet and a blank.
  private func isItem(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start + 1 < limit else { return false }
    let c = bytes[start]
    if c == UInt8(ascii: "*") || c == UInt8(ascii: "-") { return bytes[start + 1] == 0x20 }
    return start + 3 < limit && c == 0xE2 && bytes[start + 1] == 0x80 && bytes[start + 2] == 0xA2
  }
}
