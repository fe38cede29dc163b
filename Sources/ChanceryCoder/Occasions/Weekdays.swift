import ChanceryText

/// Days of the week (ISO 8601: 1 is Monday).
enum Weekdays {
  private static let names = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// The number of a folded English name.
  static func number(_ word: String) -> Int? { names.firstIndex(of: word).map { $0 + 1 } }

  /// All days of the interval that are such a day of the week.
  static func days(_ weekday: Int, in interval: DateInterval) -> [CivilDate] {
    guard interval.dayCount <= 60 else { return [] }
    return (0..<interval.dayCount).map { interval.start + $0 }.filter { $0.weekday == weekday }
  }
}
