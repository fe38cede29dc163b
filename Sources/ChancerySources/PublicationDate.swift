import ChanceryRecord
import ChanceryText

/// Finds out when an article was published.
///
/// In this order: what the source gives; the dateline; publication and date lines; the address;
/// the latest date that the story tells, where it speaks of its own day. Never a clock.
struct PublicationDate {
  let table: DebrisTable

  private var scanner: DateScanner { DateScanner(months: table.months) }

  func published(
    given: DateInterval?, url: String?, frame: ArticleFrame, text: [UInt8]
  ) -> Published {
    if let given { return Published(given, basis: .given) }
    let printed = frame.dates.compactMap(\.interval)
    if let date = frame.dateline?.date {
      if let interval = date.interval { return Published(interval, basis: .dateline) }
      if let interval = complete(date, near: printed) {
        return Published(interval, basis: .dateline)
      }
    }
    if let interval = span(of: printed) { return Published(interval, basis: .text) }
    if let url, let interval = PublicationDate.date(inAddress: url) {
      return Published(interval, basis: .url)
    }
    if let interval = inferred(frame, text) { return Published(interval, basis: .inferred) }
    return Published(start: nil, end: nil, basis: .unknown)
  }

  /// The year that brings a date without one nearest to a printed date, if within two months.
  private func complete(_ date: WrittenDate, near printed: [DateInterval]) -> DateInterval? {
    guard let anchor = printed.first, let day = date.day else { return nil }
    let candidates = (-1...1).compactMap {
      CivilDate(year: anchor.start.year + $0, month: date.month, day: day)
    }
    func distance(_ day: CivilDate) -> Int { abs(day.dayNumber - anchor.start.dayNumber) }
    guard let best = candidates.min(by: { distance($0) < distance($1) }), distance(best) <= 60
    else { return nil }
    return DateInterval(day: best)
  }

  /// The printed dates together where they are within three days, else the finest of them.
  private func span(of dates: [DateInterval]) -> DateInterval? {
    guard let first = dates.min(by: { $0.dayCount < $1.dayCount }) else { return nil }
    let near = dates.filter {
      $0.dayCount == first.dayCount && abs($0.start.dayNumber - first.start.dayNumber) <= 3
    }
    let start = near.map(\.start).min() ?? first.start
    let end = near.map(\.end).max() ?? first.end
    return DateInterval(start, end)
  }

  /// The latest date told in the story's first paragraph, or beside a weekday anywhere in it: that day
  /// and the six after it, or that month.
  ///
  /// Only where the story has words like "today" or "last week": a history tells dates as well.
  private func inferred(_ frame: ArticleFrame, _ text: [UInt8]) -> DateInterval? {
    if let title = frame.titleSpan,
      let date = scanner.dates(in: text, title).compactMap(\.interval).last, date.dayCount == 1
    {
      return date
    }
    guard let first = frame.body.first,
      frame.body.contains(where: { hasWord(table.deictic, in: text, $0) })
    else { return nil }
    let lead = text[first.start..<first.end].firstIndex(of: 0x0A) ?? first.end
    var latest: DateInterval?
    for span in frame.body {
      for date in scanner.dates(in: text, span) {
        guard date.span.end <= lead || followsWeekday(date, in: text), let interval = date.interval
        else { continue }
        if let known = latest, known.start >= interval.start { continue }
        guard isPast(date.span, in: text, span) else { continue }
        latest = interval
      }
    }
    guard let latest else { return nil }
    return latest.dayCount == 1 ? DateInterval(latest.start, latest.start + 6) : latest
  }

  private func followsWeekday(_ date: WrittenDate, in text: [UInt8]) -> Bool {
    let before = text[max(0, date.span.start - 16)..<date.span.start]
    let words = Lines.fold(before).split { !Cursor.isWord($0) }
    return words.last.map { table.weekdays.contains(Array($0)) } ?? false
  }

  /// Whether the sentence around a date does not set it in the future.
  private func isPast(_ date: ByteSpan, in text: [UInt8], _ body: ByteSpan) -> Bool {
    var (start, end) = (date.start, date.end)
    func isEnd(_ index: Int) -> Bool {
      text[index] == 0x0A
        || (text[index] == 0x2E && index + 1 < body.end && text[index + 1] == 0x20)
    }
    // A sentence is not looked at beyond this many bytes on either side, so that the cost stays linear.
    let reach = 300
    let (low, high) = (max(body.start, date.start - reach), min(body.end, date.end + reach))
    while start > low, !isEnd(start - 1) { start -= 1 }
    while end < high, !isEnd(end) { end += 1 }
    return !hasWord(table.ahead, in: text, ByteSpan(start, end))
  }

  private func hasWord(_ words: [[UInt8]], in text: [UInt8], _ span: ByteSpan) -> Bool {
    guard !words.isEmpty else { return false }
    let folded = Lines.fold(text[span.start..<span.end])
    var index = 0
    while index < folded.count {
      if index == 0 || !Cursor.isWord(folded[index - 1]) {
        for word in words where folded[index...].starts(with: word) {
          let end = index + word.count
          if end == folded.count || !Cursor.isWord(folded[end]) { return true }
        }
      }
      index += 1
    }
    return false
  }

  /// The day in an address such as `…/2019/06/15/…`, `…/2019-06-15-…` or `…/20190615/…`; else its month.
  static func date(inAddress address: String) -> DateInterval? {
    let groups = address.utf8.split(omittingEmptySubsequences: true) { !Glob.isDigit($0) }
    let numbers = groups.map { ($0.count, Int(String(decoding: $0, as: UTF8.self)) ?? 0, $0) }
    for (index, (count, value, digits)) in numbers.enumerated() {
      if count == 8, (18_000_000...21_001_231).contains(value),
        let day = CivilDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
      {
        return DateInterval(day: day)
      }
      guard count == 4, (1900...2100).contains(value), index + 1 < numbers.count else { continue }
      let (monthCount, month, monthDigits) = numbers[index + 1]
      guard monthCount <= 2, isJoined(address, digits, monthDigits) else { continue }
      if index + 2 < numbers.count, numbers[index + 2].0 <= 2,
        isJoined(address, monthDigits, numbers[index + 2].2),
        let day = CivilDate(year: value, month: month, day: numbers[index + 2].1)
      {
        return DateInterval(day: day)
      }
      if monthCount == 2, let interval = DateInterval(year: value, month: month) {
        return interval
      }
    }
    return nil
  }

  private static func isJoined(
    _ address: String, _ first: Substring.UTF8View, _ second: Substring.UTF8View
  ) -> Bool {
    let between = address.utf8[first.endIndex..<second.startIndex]
    return between.count == 1 && between.allSatisfy { $0 == 0x2F || $0 == 0x2D || $0 == 0x5F }
  }
}
