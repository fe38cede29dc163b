import ChanceryRecord
import ChanceryText

/// Whether the days of two reports can be the same.
enum Dates {
  /// Both are told to a few days, and the days meet.
  static func isSameDay(_ a: Report, _ b: Report) -> Bool {
    guard a.knowledge == .told, b.knowledge == .told, let x = a.interval, let y = b.interval else {
      return false
    }
    return max(x.dayCount, y.dayCount) <= 5 && x.meets(y)
  }

  static func weight(_ a: Report, _ b: Report) -> Double? {
    switch (a.knowledge, b.knowledge) {
    case (.told, .told): told(a, b)
    case (.unknown, .unknown): unknown(a, b)
    case (.unknown, _): halfKnown(dated: b, undated: a)
    case (_, .unknown): halfKnown(dated: a, undated: b)
    default: guessed(a, b)
    }
  }

  private static func told(_ a: Report, _ b: Report) -> Double? {
    guard let x = a.interval, let y = b.interval else { return nil }
    let gap = distance(x, y)
    if gap == 0 {
      let memory = isBackground(a) && isBackground(b) ? 0.4 : 0
      return nearness(ofLength: max(x.dayCount, y.dayCount)) + memory
    }
    let isPlan = !a.isSettled || !b.isSettled
    guard isPlan else {
      return gap <= 1 ? 0.6 : gap <= 3 ? -0.8 : nil
    }
    switch gap {
    case ...3: return 0.3
    case ...10: return -0.4
    case ...45: return -0.9
    default: return nil
    }
  }

  /// What two periods that meet say, by the days of the longer.
  private static func nearness(ofLength days: Int) -> Double {
    switch days {
    case ...5: 2
    case ...10: 1.2
    case ...40: 0.7
    case ...130: 0.3
    case ...800: 0
    default: -0.5
    }
  }

  /// Told more than half a year later: what is still told then are few, well-known happenings.
  private static func isBackground(_ report: Report) -> Bool {
    guard let told = report.published, let day = report.interval else { return false }
    return told.start > day.end + 180
  }

  private static func guessed(_ a: Report, _ b: Report) -> Double? {
    guard let x = a.interval, let y = b.interval else { return nil }
    switch distance(x, y) {
    case ...1: return max(x.dayCount, y.dayCount) <= 10 ? 1.2 : 0.4
    case ...3: return 0.4
    case ...10: return -0.5
    default: return nil
    }
  }

  /// An undated report refers to something near its own day rather than far from it.
  private static func halfKnown(dated: Report, undated: Report) -> Double? {
    guard let day = dated.interval, let window = undated.window, let told = undated.published
    else { return nil }
    guard window.meets(day) else { return backward(dated, undated) }
    switch distance(day, told) {
    case ...7: return 0.5
    case ...30: return 0
    case ...90: return -0.3
    default: return -0.6
    }
  }

  /// Two texts of one time that look back on a past beyond the window.
  private static func backward(_ dated: Report, _ undated: Report) -> Double? {
    guard let mine = dated.publicationWindow, let theirs = undated.published, mine.meets(theirs),
      let day = dated.interval, day.start <= theirs.end
    else { return nil }
    return -0.5
  }

  /// The windows of the two meet.
  static func canMeet(_ a: Report, _ b: Report) -> Bool {
    guard let mine = a.window, let theirs = b.window else { return false }
    return mine.meets(theirs)
  }

  private static func unknown(_ a: Report, _ b: Report) -> Double? {
    guard let x = a.published, let y = b.published else { return nil }
    switch distance(x, y) {
    case ...3: return 0.6
    case ...14: return 0.1
    case ...60: return -0.4
    default: return -0.8
    }
  }

  /// Days between two periods; 0 where they meet.
  static func distance(_ a: DateInterval, _ b: DateInterval) -> Int {
    if a.meets(b) { return 0 }
    return a.end < b.start
      ? b.start.dayNumber - a.end.dayNumber : a.start.dayNumber - b.end.dayNumber
  }
}
