import ChanceryText

/// What of a text is the story, and what stands around it.
struct ArticleFrame: Equatable {
  var titleSpan: ByteSpan?
  var byline: String?
  /// The outlet that a publication line names.
  var outlet: String?
  var dateline: Dateline?
  /// Dates of date and publication lines, in text order.
  var dates: [WrittenDate] = []
  var body: [ByteSpan] = []
}

/// Tells the story from title, byline, date lines, dateline and page furniture (codebook §6).
///
/// Total: any text gives a frame; its body is in order, disjoint, and inside the text.
/// Cost: one pass over the bytes, plus the table's patterns for each short line.
struct FrameReader {
  let table: DebrisTable
  private let scanner: DateScanner
  private let datelines: DatelineReader
  private let stamps: StampReader

  /// The story is looked for among so many lines after the title, and so many bytes.
  private static let headLines = 10
  private static let headBytes = 2_500
  private static let longestTitle = 220
  private static let longestLabel = 100
  private static let longestStandfirst = 450

  init(table: DebrisTable) {
    self.table = table
    scanner = DateScanner(months: table.months)
    datelines = DatelineReader(dates: scanner)
    stamps = StampReader(table: table, scanner: scanner)
  }

  func frame(of bytes: [UInt8], givenTitle: String?) -> ArticleFrame {
    var frame = ArticleFrame()
    var lines = storyLines(bytes, &frame)
    guard !lines.isEmpty else { return frame }
    let given = givenTitle.map { Lines.fold(Array($0.utf8)[...]) }
    let dropped = head(&lines, bytes, given, &frame)
    lines.removeAll { line in
      let text = folded(line, bytes)
      return dropped.contains { FrameReader.repeats(text, $0) }
    }
    if let first = lines.first {
      let found = datelines.dateline(in: bytes, first.span)
      if let found, !found.isBare || !namesSpeaker(found, lines.dropFirst(), bytes) {
        frame.dateline = found
      }
    }
    frame.body = spans(lines, skipping: frame.dateline)
    return frame
  }

  // MARK: Lines below and between

  /// The lines that may be story: without the tail, and without furniture between.
  private func storyLines(_ bytes: [UInt8], _ frame: inout ArticleFrame) -> [Lines.Line] {
    let lines = Lines.split(bytes)
    var kept: [Lines.Line] = []
    var end = lines.count
    for (index, line) in lines.enumerated() where index > 0 && line.span.byteCount <= 240 {
      if table.matches(.cut, folded(line, bytes)), hasStory(lines[..<index]) {
        end = index
        break
      }
    }
    while end > 1, isTail(lines[end - 1], bytes, &frame) { end -= 1 }
    kept.reserveCapacity(end)
    for line in lines[..<end] where !table.matches(.line, folded(line, bytes)) {
      kept.append(line)
    }
    return kept
  }

  private func hasStory(_ lines: ArraySlice<Lines.Line>) -> Bool {
    lines.contains { $0.span.byteCount >= 60 } || lines.count >= 3
  }

  private func isTail(_ line: Lines.Line, _ bytes: [UInt8], _ frame: inout ArticleFrame) -> Bool {
    let text = folded(line, bytes)
    if let stamp = stamps.publication(line.span, bytes, text) {
      frame.dates.append(contentsOf: stamp.dates)
      frame.outlet = frame.outlet ?? stamp.outlet
      return true
    }
    return table.matches(.tail, text) || table.matches(.line, text)
  }

  // MARK: The head

  /// Takes title, byline, dates and introductions off the front; gives back the folded lines taken.
  private func head(
    _ lines: inout [Lines.Line], _ bytes: [UInt8], _ given: [UInt8]?, _ frame: inout ArticleFrame
  ) -> [[UInt8]] {
    var taken: [[UInt8]] = []
    let title = titleIndex(lines, bytes, given)
    if let title {
      frame.titleSpan = lines[title].span
      taken.append(folded(lines[title], bytes))
    }
    let first = title.map { $0 + 1 } ?? 0
    let story = storyStart(lines, from: first, bytes, hasTitle: title != nil || given != nil)
    var name: String?
    for index in first..<story {
      let text = folded(lines[index], bytes)
      if let stamp = stamps.stamp(lines[index].span, bytes, text) {
        frame.byline = frame.byline ?? stamp.byline
        frame.outlet = frame.outlet ?? stamp.outlet
        frame.dates.append(contentsOf: stamp.dates)
      } else {
        name = name ?? stamps.name(lines[index].span, bytes)
      }
      taken.append(text)
    }
    frame.byline = frame.byline ?? name
    lines.removeFirst(story)
    return taken.filter { $0.count >= 20 }
  }

  /// The line that is the headline: the given one, or a short first line set off from what follows.
  private func titleIndex(_ lines: [Lines.Line], _ bytes: [UInt8], _ given: [UInt8]?) -> Int? {
    if let given, let found = lines.prefix(4).firstIndex(where: { folded($0, bytes) == given }) {
      return found
    }
    if let given, let first = lines.first, !isLike(folded(first, bytes), given) { return nil }
    var index = 0
    while index < min(4, lines.count - 1),
      stamps.stamp(lines[index].span, bytes, folded(lines[index], bytes)) != nil
    {
      index += 1
    }
    guard index + 1 < lines.count else { return nil }
    let (line, next) = (lines[index], lines[index + 1])
    let text = bytes[line.span.start..<line.span.end]
    guard line.span.byteCount <= FrameReader.longestTitle, Lines.wordCount(text) <= 32,
      !endsSentence(text), !opensQuotation(text)
    else { return nil }
    if let dateline = datelines.dateline(in: bytes, line.span),
      dateline.date != nil || dateline.agency != nil
    {
      return nil
    }
    if line.blankAfter { return index }
    let nextText = folded(next, bytes)
    if stamps.stamp(next.span, bytes, nextText) != nil { return index }
    let isSetOff = next.span.byteCount >= 2 * line.span.byteCount
    return isSetOff && line.span.byteCount <= 120 ? index : nil
  }

  /// The first line of the story. Over full paragraphs it goes only when a byline or a date follows them.
  private func storyStart(
    _ lines: [Lines.Line], from first: Int, _ bytes: [UInt8], hasTitle: Bool
  ) -> Int {
    var start = first
    var standfirsts = 0
    let limit = min(lines.count - 1, first + FrameReader.headLines)
    let origin = lines[min(first, lines.count - 1)].span.start
    var index = first
    while index < limit, lines[index].span.start - origin <= FrameReader.headBytes {
      let line = lines[index]
      let text = folded(line, bytes)
      let isStrict =
        stamps.stamp(line.span, bytes, text) != nil || table.matches(.note, text)
        || table.matches(.head, text)
      if isStrict {
        start = index + 1
      } else if start == index, hasTitle, isLabel(lines[index...].prefix(5), bytes) {
        start = index + 1
      } else {
        standfirsts += 1
        let fits = hasTitle && line.span.byteCount <= FrameReader.longestStandfirst
        guard fits, standfirsts <= 3 else { break }
      }
      index += 1
    }
    return start
  }

  /// A short line on its own without a sentence's end - a section, a name, a kicker - with
  /// no more than three of its kind between it and a longer line.
  private func isLabel(_ lines: ArraySlice<Lines.Line>, _ bytes: [UInt8]) -> Bool {
    guard let first = lines.first, isShort(first, bytes),
      let story = lines.first(where: { !isShort($0, bytes) })
    else { return false }
    return story.span.byteCount > first.span.byteCount
  }

  private func isShort(_ line: Lines.Line, _ bytes: [UInt8]) -> Bool {
    let text = bytes[line.span.start..<line.span.end]
    return line.blankBefore && line.blankAfter && line.span.byteCount <= FrameReader.longestLabel
      && Lines.wordCount(text) <= 12 && !endsSentence(text) && !opensQuotation(text)
  }

  /// Whether a label in capitals holds a speaker's title, or later lines begin with such labels too.
  private func namesSpeaker(
    _ label: Dateline, _ lines: ArraySlice<Lines.Line>, _ bytes: [UInt8]
  ) -> Bool {
    let words = bytes[label.span.start..<label.span.end].split { !Cursor.isWord($0) }
    if words.contains(where: { table.matches(.speaker, Lines.fold($0)) }) { return true }
    return lines.contains { datelines.dateline(in: bytes, $0.span)?.isBare ?? false }
  }

  // MARK: Small questions

  /// Whether a line and the given title share half of the words of the longer one.
  private func isLike(_ line: [UInt8], _ given: [UInt8]) -> Bool {
    let known = given.split { !Cursor.isWord($0) }
    let words = line.split { !Cursor.isWord($0) }
    return words.count { known.contains($0) } * 2 >= max(words.count, known.count)
  }

  private func folded(_ line: Lines.Line, _ bytes: [UInt8]) -> [UInt8] {
    Lines.fold(bytes[line.span.start..<line.span.end])
  }

  private func endsSentence(_ text: ArraySlice<UInt8>) -> Bool {
    var text = text
    while let last = text.last, last == 0x22 || last == 0x27 || last == 0x29 { text.removeLast() }
    while text.count > 3, text.suffix(3).elementsEqual([0xE2, 0x80, 0x9D]) { text.removeLast(3) }
    guard text.last == 0x2E || text.last == 0x3A || text.last == 0x2C || text.last == 0x3B else {
      return false
    }
    // "U.S." and "..." end headlines too.
    guard text.last == 0x2E, text.count > 3 else { return true }
    let before = text[text.endIndex - 3]
    let letter = text[text.endIndex - 2]
    return !(before == 0x2E && (letter == 0x2E || (letter >= 0x41 && letter <= 0x5A)))
  }

  private func opensQuotation(_ text: ArraySlice<UInt8>) -> Bool {
    let opens = text.first == 0x22 || text.starts(with: [0xE2, 0x80, 0x9C])
    guard opens else { return false }
    let closes = text.indices.dropFirst().contains {
      text[$0] == 0x22 || text[$0...].starts(with: [0xE2, 0x80, 0x9D])
    }
    return !closes
  }

  /// Whether a line says again what was said above the story, an editor's note's label aside.
  private static func repeats(_ line: [UInt8], _ above: [UInt8]) -> Bool {
    if line == above { return true }
    guard line.count >= 60, above.count > line.count, above.count - line.count <= 24,
      above.suffix(line.count).elementsEqual(line)
    else { return false }
    return above[..<(above.count - line.count)].contains(0x3A)
  }

  /// Neighbouring lines together, the dateline left out.
  private func spans(_ lines: [Lines.Line], skipping dateline: Dateline?) -> [ByteSpan] {
    var spans: [ByteSpan] = []
    for (index, line) in lines.enumerated() {
      var span = line.span
      if index == 0, let dateline { span.start = min(dateline.span.end, span.end) }
      if span.isEmpty { continue }
      if index > 0, !spans.isEmpty, lines[index - 1].number + 1 == line.number {
        spans[spans.count - 1].end = span.end
      } else {
        spans.append(span)
      }
    }
    return spans
  }
}
