import ChanceryText

/// Lines of a text and their folded form, by which lines are compared with patterns.
enum Lines {
  /// The lines that hold more than white space, without the white space at their ends.
  struct Line: Equatable {
    var span: ByteSpan
    /// Whether an empty line, or the end of the text, stands before or after it.
    var blankBefore: Bool
    var blankAfter: Bool
    /// The place among the lines of the text that hold more than white space.
    var number: Int
  }

  static func split(_ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var blank = true
    while start <= bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0C } ?? bytes.count
      let span = trim(ByteSpan(start, end), bytes)
      if span.isEmpty {
        blank = true
        if !lines.isEmpty { lines[lines.count - 1].blankAfter = true }
      } else {
        lines.append(
          Line(span: span, blankBefore: blank, blankAfter: false, number: lines.count))
        blank = false
      }
      start = end + 1
    }
    if !lines.isEmpty { lines[lines.count - 1].blankAfter = true }
    return lines
  }

  /// The span without blanks, tabs and no-break spaces at its ends.
  static func trim(_ span: ByteSpan, _ bytes: [UInt8]) -> ByteSpan {
    var (start, end) = (span.start, span.end)
    while start < end {
      if bytes[start] <= 0x20 {
        start += 1
      } else if end - start >= 2, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if bytes[end - 1] <= 0x20 {
        end -= 1
      } else if end - start >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return ByteSpan(start, end)
  }

  /// Lower case (ASCII), straight quotation marks, single blanks.
  static func fold(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    func blank() { if !out.isEmpty, out.last != 0x20 { out.append(0x20) } }
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
      let third = index + 2 < bytes.endIndex ? bytes[index + 2] : 0
      index += 1
      if byte <= 0x20 {
        blank()
      } else if byte == 0xC2, next == 0xA0 {
        blank()
        index += 1
      } else if byte == 0xE2, next == 0x80, third == 0xAF || third == 0x89 {
        blank()
        index += 2
      } else if byte == 0xE2, next == 0x80, third == 0x98 || third == 0x99 {
        out.append(0x27)
        index += 2
      } else if byte == 0xE2, next == 0x80, third == 0x9C || third == 0x9D {
        out.append(0x22)
        index += 2
      } else {
        out.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
    }
    if out.last == 0x20 { out.removeLast() }
    return out
  }

  static func wordCount(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.split(separator: 0x20).count
  }
}
