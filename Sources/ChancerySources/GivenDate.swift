import ChanceryText

/// Reads the dates of metadata and of `--published`.
public enum GivenDate {
  /// `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `YYYYMMDD`; after a day a time may follow, which is left aside;
  /// also `17 Jul 2017` and `July 17, 2017` as e-mail and feeds write them. Nil for anything else.
  public static func read(_ text: String) -> DateInterval? {
    let bytes = Array(text.utf8)
    let span = Lines.trim(ByteSpan(0, bytes.count), bytes)
    let text = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    let plausible = 1500...2200
    if let interval = DateInterval(iso: text) {
      // Four digits alone may be anything.
      return plausible.contains(interval.start.year) ? interval : nil
    }
    if text.utf8.count == 8, let number = Int(text) {
      return CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        .map { DateInterval(day: $0) }
    }
    let day = text.prefix(10)
    if day.utf8.count == 10, let date = CivilDate(iso: day),
      let next = text.dropFirst(10).utf8.first,
      next == 0x54 || next == 0x20 || next == 0x74
    {
      return plausible.contains(date.year) ? DateInterval(day: date) : nil
    }
    let content = Array(text.utf8)
    let scanner = DateScanner(months: months)
    let dates = scanner.dates(in: content, ByteSpan(0, content.count))
    return dates.count == 1 ? dates[0].interval : nil
  }

  /// Seconds or milliseconds since 1970, UTC; nil where the number is no plausible one.
  static func read(seconds: Double) -> DateInterval? {
    let isYear = seconds.rounded() == seconds && (1500...2200).contains(seconds)
    if isYear { return DateInterval(year: Int(seconds)) }
    if (15_000_101...22_001_231).contains(seconds) { return read(String(Int(seconds))) }
    let seconds = abs(seconds) > 1e11 ? seconds / 1000 : seconds
    guard seconds >= 1e8, seconds < 1e10 else { return nil }
    return DateInterval(day: CivilDate(dayNumber: Int((seconds / 86_400).rounded(.down))))
  }

  /// The month names of RFC 5322, and their long forms.
  private static let months: [[UInt8]: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var table: [[UInt8]: Int] = [:]
    for (index, name) in names.enumerated() {
      table[Array(name.utf8)] = index + 1
      table[Array(name.utf8.prefix(3))] = index + 1
    }
    return table
  }()
}
