import ChanceryText

/// A calendar date as a text writes it.
struct WrittenDate: Equatable {
  var span: ByteSpan
  var year: Int?
  var month: Int
  var day: Int?

  /// The day or month it means; nil without a year.
  var interval: DateInterval? {
    guard let year else { return nil }
    guard let day else { return DateInterval(year: year, month: month) }
    return CivilDate(year: year, month: month, day: day).map { DateInterval(day: $0) }
  }
}

/// Finds dates that give at least a month: `June 15, 2019`, `15th of June 2019`, `2019-06-15`,
/// `15.06.2019`, `Jun 15`, `June 2019`.
///
/// Numeric dates whose day and month could be exchanged are left out.
struct DateScanner {
  let months: [[UInt8]: Int]

  /// The dates in text order. Cost: one pass over the bytes.
  func dates(in bytes: [UInt8], _ range: ByteSpan) -> [WrittenDate] {
    var found: [WrittenDate] = []
    var cursor = Cursor(bytes: bytes, position: range.start, end: range.end)
    var atWord = true
    while cursor.position < range.end {
      let byte = bytes[cursor.position]
      if atWord, let date = date(at: cursor, from: found.last?.span.end ?? range.start) {
        found.append(date)
        cursor.position = date.span.end
        atWord = false
      } else {
        atWord = !Cursor.isWord(byte)
        cursor.position += 1
      }
    }
    return found
  }

  private func date(at cursor: Cursor, from earliest: Int) -> WrittenDate? {
    let byte = cursor.bytes[cursor.position]
    if Glob.isDigit(byte) { return numeric(cursor) ?? dayFirst(cursor) }
    guard byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A else { return nil }
    return monthFirst(cursor)
  }

  private func monthFirst(_ cursor: Cursor) -> WrittenDate? {
    var cursor = cursor
    let start = cursor.position
    guard let month = cursor.month(months) else { return nil }
    let afterMonth = cursor
    cursor.skipBlanks()
    if cursor.position > afterMonth.position, let day = cursor.day() {
      var end = cursor.position
      cursor.skipBlanks()
      cursor.skip(0x2C)
      cursor.skipBlanks()
      let year = cursor.year()
      if year != nil { end = cursor.position }
      return WrittenDate(span: ByteSpan(start, end), year: year, month: month, day: day)
    }
    cursor = afterMonth
    cursor.skip(0x2C)
    cursor.skipBlanks()
    guard let year = cursor.year() else { return nil }
    return WrittenDate(span: ByteSpan(start, cursor.position), year: year, month: month, day: nil)
  }

  private func dayFirst(_ cursor: Cursor) -> WrittenDate? {
    var cursor = cursor
    let start = cursor.position
    guard let day = cursor.day() else { return nil }
    cursor.skip(0x2D)
    cursor.skipBlanks()
    if cursor.skip(word: "of") { cursor.skipBlanks() }
    guard let month = cursor.month(months) else { return nil }
    var end = cursor.position
    cursor.skip(0x2C)
    cursor.skip(0x2D)
    cursor.skipBlanks()
    let year = cursor.year()
    if year != nil { end = cursor.position }
    return WrittenDate(span: ByteSpan(start, end), year: year, month: month, day: day)
  }

  private func numeric(_ cursor: Cursor) -> WrittenDate? {
    var cursor = cursor
    let start = cursor.position
    guard let first = cursor.number() else { return nil }
    let separator = cursor.peek
    guard separator == 0x2D || separator == 0x2F || separator == 0x2E else { return nil }
    cursor.skip(separator)
    guard let second = cursor.number(), second.digits <= 2, cursor.peek == separator else {
      return nil
    }
    cursor.skip(separator)
    guard let third = cursor.number(), !cursor.isInsideNumber else { return nil }
    let end = cursor.position
    func make(_ year: Int, _ month: Int, _ day: Int) -> WrittenDate? {
      guard (1800...2100).contains(year), CivilDate(year: year, month: month, day: day) != nil
      else { return nil }
      return WrittenDate(span: ByteSpan(start, end), year: year, month: month, day: day)
    }
    if first.digits == 4, third.digits <= 2 { return make(first.value, second.value, third.value) }
    guard third.digits == 4, first.digits <= 2 else { return nil }
    if separator == 0x2E || first.value > 12 || first.value == second.value {
      return make(third.value, second.value, first.value)
    }
    return second.value > 12 ? make(third.value, first.value, second.value) : nil
  }
}

/// A place in the bytes from which small things are read.
struct Cursor {
  let bytes: [UInt8]
  var position: Int
  let end: Int

  var peek: UInt8 { position < end ? bytes[position] : 0 }

  static func isWord(_ byte: UInt8) -> Bool {
    Glob.isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte >= 0x80
  }

  /// Whether digits, or a point with digits, go on here.
  var isInsideNumber: Bool {
    if Cursor.isWord(peek), peek != 0x54 { return true }
    return position + 1 < end && (peek == 0x2E || peek == 0x2D || peek == 0x2F)
      && Glob.isDigit(bytes[position + 1])
  }

  mutating func skip(_ byte: UInt8) { if peek == byte, position < end { position += 1 } }

  mutating func skipBlanks() {
    while position < end {
      if bytes[position] == 0x20 || bytes[position] == 0x09 {
        position += 1
      } else if bytes[position] == 0xC2, position + 1 < end, bytes[position + 1] == 0xA0 {
        position += 2
      } else {
        return
      }
    }
  }

  mutating func skip(word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position + count < end, !Cursor.isWord(bytes[position + count]) else { return false }
    for offset in 0..<count where bytes[position + offset] | 0x20 != word.utf8Start[offset] {
      return false
    }
    position += count
    return true
  }

  mutating func number() -> (value: Int, digits: Int)? {
    var (value, digits) = (0, 0)
    while position < end, Glob.isDigit(bytes[position]) {
      guard digits < 9 else { return nil }
      value = value * 10 + Int(bytes[position] - 0x30)
      digits += 1
      position += 1
    }
    return digits == 0 ? nil : (value, digits)
  }

  /// A day of the month, with an ordinal's ending or without.
  mutating func day() -> Int? {
    let start = position
    guard let (value, digits) = number(), digits <= 2, (1...31).contains(value) else {
      position = start
      return nil
    }
    if position + 1 < end {
      let ending = (bytes[position] | 0x20, bytes[position + 1] | 0x20)
      let isOrdinal =
        ending == (0x73, 0x74) || ending == (0x6E, 0x64) || ending == (0x72, 0x64)
        || ending == (0x74, 0x68)
      if isOrdinal { position += 2 }
    }
    guard !Cursor.isWord(peek) || position == end else {
      position = start
      return nil
    }
    return value
  }

  mutating func year() -> Int? {
    let start = position
    guard let (value, digits) = number(), digits == 4, (1800...2100).contains(value),
      position == end || !Cursor.isWord(peek)
    else {
      position = start
      return nil
    }
    return value
  }

  /// A month's name or abbreviation, with its full stop.
  mutating func month(_ months: [[UInt8]: Int]) -> Int? {
    let start = position
    var word: [UInt8] = []
    while position < end, Cursor.isWord(bytes[position]), word.count < 16 {
      let byte = bytes[position]
      word.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      position += 1
    }
    guard let first = word.isEmpty ? nil : bytes[start], first & 0x20 == 0 || first >= 0x80,
      let month = months[word]
    else {
      position = start
      return nil
    }
    if peek == 0x2E { skip(0x2E) }
    return month
  }
}
