import ChanceryText

/// What a byline, date line or publication line says.
struct Stamp: Equatable {
  var byline: String?
  var outlet: String?
  var dates: [WrittenDate] = []
}

/// Reads lines that say who wrote an article, and where and when it appeared.
struct StampReader {
  let table: DebrisTable
  let scanner: DateScanner
  private static let longest = 160

  /// Nil when the line is no byline, date line or publication line.
  func stamp(_ line: ByteSpan, _ bytes: [UInt8], _ folded: [UInt8]) -> Stamp? {
    guard line.byteCount <= StampReader.longest else { return nil }
    if let stamp = publication(line, bytes, folded) { return stamp }
    let dates = scanner.dates(in: bytes, line).filter { $0.day != nil }
    if table.matches(.byline, folded), folded.last != 0x2E, folded.last != 0x3F {
      let end = dates.first?.span.start ?? line.end
      return Stamp(byline: author(ByteSpan(line.start, end), bytes), dates: dates)
    }
    guard let date = dates.first, date.year != nil else { return nil }
    let before = ByteSpan(line.start, date.span.start)
    let after = rest(ByteSpan(date.span.end, line.end), bytes)
    guard after.count <= 4 else { return nil }
    let words = rest(before, bytes)
    if words.isEmpty { return Stamp(dates: dates) }
    let name = Lines.trim(before, bytes)
    guard words.count <= 4, let byline = self.name(name, bytes) else { return nil }
    return Stamp(byline: byline, dates: dates)
  }

  /// A line such as `Published in The Gazette, November 30th, 2010.`
  func publication(_ line: ByteSpan, _ bytes: [UInt8], _ folded: [UInt8]) -> Stamp? {
    guard line.byteCount <= StampReader.longest, let pattern = table.pattern(.publication, folded)
    else { return nil }
    let dates = scanner.dates(in: bytes, line)
    var stamp = Stamp(dates: dates)
    let label = [UInt8]("published in ".utf8)
    if pattern.glob.bytes.starts(with: label) || folded.starts(with: label),
      let date = dates.first
    {
      let name = ByteSpan(min(line.start + label.count, date.span.start), date.span.start)
      stamp.outlet = outlet(name, bytes)
    }
    return stamp
  }

  /// The person that a line names, without the office after a comma: two to five capitalised words.
  ///
  /// Other labels that the table lists as bylines ("Office of …") are given whole.
  func name(_ line: ByteSpan, _ bytes: [UInt8]) -> String? {
    let text = bytes[line.start..<line.end]
    let comma = text.firstIndex { $0 == 0x2C || $0 == 0x7C } ?? line.end
    let span = Lines.trim(ByteSpan(line.start, comma), bytes)
    let words = bytes[span.start..<span.end].split(separator: 0x20)
    guard (2...5).contains(words.count), words.allSatisfy(isNameWord) else { return nil }
    return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  private func isNameWord(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, !word.contains(where: Glob.isDigit),
      !table.matches(.section, Lines.fold(word))
    else { return false }
    if (first >= 0x41 && first <= 0x5A) || first >= 0xC3 { return true }
    return word.count <= 3
  }

  /// The name of a byline: without its label, trailing date, office and separators.
  private func author(_ line: ByteSpan, _ bytes: [UInt8]) -> String? {
    var span = Lines.trim(line, bytes)
    for label in ["by:", "by ", "author:", "written by "] {
      let folded = Lines.fold(bytes[span.start..<span.end])
      if folded.starts(with: Array(label.utf8)), label.utf8.count < span.byteCount {
        span = Lines.trim(ByteSpan(span.start + label.utf8.count, span.end), bytes)
      }
    }
    while span.byteCount > 0, [0x7C, 0x2C, 0x2D, 0x2E].contains(bytes[span.end - 1]) {
      span = Lines.trim(ByteSpan(span.start, span.end - 1), bytes)
    }
    if let person = name(span, bytes) { return person }
    return span.isEmpty ? nil : String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  private func outlet(_ line: ByteSpan, _ bytes: [UInt8]) -> String? {
    var span = Lines.trim(line, bytes)
    while span.byteCount > 0, [0x2C, 0x3A, 0x2D, 0x2E].contains(bytes[span.end - 1]) {
      span = Lines.trim(ByteSpan(span.start, span.end - 1), bytes)
    }
    for end in [" on", ","]
    where bytes[span.start..<span.end].reversed().starts(with: end.utf8.reversed()) {
      span = Lines.trim(ByteSpan(span.start, span.end - end.utf8.count), bytes)
    }
    guard span.byteCount >= 2, span.byteCount <= 60 else { return nil }
    return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  /// The words around a date that are neither weekdays, numbers, marks nor times of day.
  private func rest(_ span: ByteSpan, _ bytes: [UInt8]) -> [[UInt8]] {
    let folded = Lines.fold(bytes[span.start..<span.end])
    let words = folded.split { !Cursor.isWord($0) && $0 != 0x27 && $0 != 0x3A }
    return words.map(Array.init).filter { word in
      !table.weekdays.contains(word) && !word.contains(where: Glob.isDigit) && word.count > 1
        && !table.matches(.label, word)
    }
  }
}
