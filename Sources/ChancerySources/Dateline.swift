import ChanceryText

/// The words before a report that say where and when it was filed: `ISLAMABAD, Apr 04 (APP): `.
struct Dateline: Equatable {
  /// From the first letter to the first byte of the report.
  var span: ByteSpan
  var date: WrittenDate?
  /// The agency in brackets.
  var agency: ByteSpan?

  /// Known for a dateline by its capitals alone.
  var isBare: Bool { date == nil && agency == nil }
}

/// Reads a dateline at the start of a paragraph.
///
/// Taken for one: places in capitals, or places in any case with a date or an agency in brackets,
/// followed by a colon or a dash.
struct DatelineReader {
  let dates: DateScanner
  /// A dateline ends within so many bytes.
  static let longest = 120

  func dateline(in bytes: [UInt8], _ paragraph: ByteSpan) -> Dateline? {
    let end = min(paragraph.end, paragraph.start + DatelineReader.longest)
    var cursor = Cursor(bytes: bytes, position: paragraph.start, end: end)
    var (parts, capitals) = (0, false)
    var date: WrittenDate?
    var agency = bracketed(&cursor)
    while agency == nil || parts == 0 {
      cursor.skipBlanks()
      if let written = dates.dates(in: bytes, ByteSpan(cursor.position, end)).first,
        written.span.start == cursor.position, written.day != nil
      {
        date = written
        cursor.position = written.span.end
      } else if let place = place(&cursor) {
        if parts == 0 { capitals = place }
      } else {
        break
      }
      parts += 1
      agency = agency ?? bracketed(&cursor)
      guard cursor.peek == 0x2C || cursor.peek == 0x2F else { break }
      cursor.skip(cursor.peek)
    }
    if agency == nil { agency = bracketed(&cursor) }
    guard separator(&cursor), cursor.position < paragraph.end else { return nil }
    let isMarked = agency != nil || (date != nil && parts > 1)
    guard isMarked || (parts > 0 && capitals) else { return nil }
    return Dateline(
      span: ByteSpan(paragraph.start, cursor.position), date: date, agency: agency)
  }

  /// One to four words that begin with capitals. The value: all are in capitals, four letters or more.
  private func place(_ cursor: inout Cursor) -> Bool? {
    let start = cursor.position
    var (words, letters, capitals) = (0, 0, true)
    var afterPlace = cursor
    while words < 5 {
      guard let (count, upper) = word(&cursor) else { break }
      words += 1
      letters += count
      capitals = capitals && upper
      afterPlace = cursor
      if cursor.peek == 0x20 { cursor.skipBlanks() }
    }
    cursor = afterPlace
    guard words > 0, words < 5 else {
      cursor.position = start
      return nil
    }
    return capitals && letters >= 4
  }

  private func word(_ cursor: inout Cursor) -> (letters: Int, upper: Bool)? {
    let bytes = cursor.bytes
    let start = cursor.position
    var (letters, upper) = (0, true)
    while cursor.position < cursor.end {
      let byte = bytes[cursor.position]
      let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      let inside =
        (byte == 0x27 || byte == 0x2E || byte == 0x2D) && cursor.position > start
        && (byte == 0x2E
          || cursor.position + 1 < cursor.end
            && Cursor.isWord(bytes[cursor.position + 1]))
      guard isLetter || inside || (byte >= 0xC3 && byte <= 0xC5) || (byte & 0xC0 == 0x80) else {
        break
      }
      if byte & 0xC0 != 0x80, !inside { letters += 1 }
      if isLetter, byte & 0x20 != 0 { upper = false }
      if byte == 0xC3, cursor.position + 1 < cursor.end, bytes[cursor.position + 1] >= 0x9F {
        upper = false
      }
      cursor.position += 1
    }
    let first = start < cursor.position ? bytes[start] : 0
    let isName = (first >= 0x41 && first <= 0x5A) || (first >= 0xC3 && first <= 0xC5)
    guard isName else {
      cursor.position = start
      return nil
    }
    return (letters, upper)
  }

  /// `(APP)`, `[Reuters]`, with the blanks before it.
  private func bracketed(_ cursor: inout Cursor) -> ByteSpan? {
    let saved = cursor
    cursor.skipBlanks()
    let open = cursor.peek
    guard open == 0x28 || open == 0x5B else {
      cursor = saved
      return nil
    }
    let start = cursor.position + 1
    let limit = min(cursor.end, start + 40)
    guard let close = cursor.bytes[start..<limit].firstIndex(of: open == 0x28 ? 0x29 : 0x5D),
      close > start, cursor.bytes[start] & 0x20 == 0
    else {
      cursor = saved
      return nil
    }
    cursor.position = close + 1
    return ByteSpan(start, close)
  }

  /// A colon, a dash or a hyphen between blanks; then blanks. Text must follow.
  private func separator(_ cursor: inout Cursor) -> Bool {
    let bytes = cursor.bytes
    let before = cursor.position
    cursor.skipBlanks()
    let hadBlank = cursor.position > before
    if cursor.peek == 0x3A {
      cursor.skip(0x3A)
    } else if cursor.peek == 0x2D {
      while cursor.peek == 0x2D { cursor.skip(0x2D) }
      guard hadBlank || cursor.position - before >= 2 || cursor.peek == 0x20 else { return false }
    } else if cursor.position + 2 < cursor.end, bytes[cursor.position] == 0xE2,
      bytes[cursor.position + 1] == 0x80, (0x92...0x95).contains(bytes[cursor.position + 2])
    {
      cursor.position += 3
    } else {
      return false
    }
    let afterMark = cursor.position
    cursor.skipBlanks()
    return cursor.position > afterMark || cursor.peek >= 0x80 || cursor.peek == 0x22
  }
}
