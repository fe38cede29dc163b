import ChanceryText

/// How fine a point of the calendar is, from coarse to fine.
enum Grain: Int, Sendable, Comparable {
  case millennium, century, decade, fiscalYear, year, half, quarter, season, month, week, weekend,
    day
  case dayPart, time

  static func < (a: Grain, b: Grain) -> Bool { a.rawValue < b.rawValue }
}

/// Part of a period: "early", "mid", "late" (the `mod` of TIMEX3).
enum Edge: Int, Sendable { case start, middle, end }

/// A place in the calendar with its precision; what is unknown stays open ("XXXX-03").
struct CalendarPoint: Sendable, Equatable {
  /// Astronomical year (0 is 1 BC); nil where the text leaves it open.
  var year: Int?
  var grain: Grain
  /// Month, or the number of the half, quarter or season (1 is spring), or the ISO week.
  var index = 0
  var day = 0
  /// Index into `TimeCode.parts`, where `grain` is `.dayPart`.
  var part = 0
  /// Minutes since midnight; -1 where only "some hour" is known.
  var minute = 0
  /// Minutes east of Greenwich; nil for local time.
  var zone: Int?
  /// First month of the year, where `grain` is `.fiscalYear`.
  var firstMonth = 1

  init(_ grain: Grain, year: Int?, index: Int = 0, day: Int = 0) {
    self.grain = grain
    self.year = year
    self.index = index
    self.day = day
  }

  init(day date: CivilDate) {
    let (year, month, day) = date.components
    self.init(.day, year: year, index: month, day: day)
  }

  /// Month where one is known: of a day, a month, or a part of a day.
  var month: Int? {
    switch grain {
    case .month, .day, .dayPart, .time: index > 0 ? index : nil
    default: nil
    }
  }

  /// The calendar day, where the point names one.
  var date: CivilDate? {
    guard grain >= .day, let year else { return nil }
    return CivilDate(year: year, month: index, day: day)
  }

  /// The same point without what is finer than `wanted`.
  func coarsened(to wanted: Grain) -> CalendarPoint? {
    switch wanted {
    case .millennium, .century, .decade, .year:
      guard let year, grain >= .fiscalYear || grain <= wanted else { return nil }
      return CalendarPoint(wanted, year: year)
    case .month:
      return month.map { CalendarPoint(.month, year: year, index: $0) }
    case .quarter:
      return month.map { CalendarPoint(.quarter, year: year, index: ($0 + 2) / 3) }
    case .half:
      return month.map { CalendarPoint(.half, year: year, index: ($0 + 5) / 6) }
    case .season:
      if grain == .season { return self }
      return month.map { CalendarPoint(.season, year: year, index: CalendarPoint.season(of: $0)) }
    case .week, .weekend:
      if grain == .week || grain == .weekend {
        return CalendarPoint(wanted, year: year, index: index)
      }
      return date.map { CalendarPoint(week: $0, wanted) }
    case .day, .dayPart, .time, .fiscalYear:
      return grain >= .day ? CalendarPoint(.day, year: year, index: index, day: day) : nil
    }
  }

  /// The ISO week of a day.
  init(week date: CivilDate, _ grain: Grain = .week) {
    let thursday = date + (4 - date.weekday)
    let year = thursday.year
    let first = CivilDate(year: year, month: 1, day: 1)!
    self.init(grain, year: year, index: (thursday.dayNumber - first.dayNumber) / 7 + 1)
  }

  static func season(of month: Int) -> Int { month == 12 ? 4 : month / 3 == 0 ? 4 : month / 3 }

  /// Monday of an ISO week.
  static func monday(year: Int, week: Int) -> CivilDate {
    let fourth = CivilDate(year: year, month: 1, day: 4)!
    return fourth - (fourth.weekday - 1) + 7 * (week - 1)
  }
}

// MARK: - Arithmetic

extension CalendarPoint {
  /// The point so many units of its own grain later; nil where it is too open to count from.
  func shifted(by count: Int) -> CalendarPoint? {
    guard let year, abs(count) < 100_000 else { return nil }
    var next = self
    switch grain {
    case .millennium: next.year = year + 1000 * count
    case .century: next.year = year + 100 * count
    case .decade: next.year = year + 10 * count
    case .fiscalYear, .year: next.year = year + count
    case .half: next.wrap(count, in: 2)
    case .quarter: next.wrap(count, in: 4)
    case .season: next.wrap(count, in: 4)
    case .month: next.wrap(count, in: 12)
    case .week, .weekend:
      let monday = CalendarPoint.monday(year: year, week: max(1, index)) + 7 * count
      return CalendarPoint(week: monday, grain)
    case .day, .dayPart, .time:
      guard let date else { return nil }
      let moved = CalendarPoint(day: date + count)
      next.year = moved.year
      next.index = moved.index
      next.day = moved.day
    }
    return next
  }

  private mutating func wrap(_ count: Int, in period: Int) {
    let total = (year ?? 0) * period + (index - 1) + count
    let floor = total >= 0 ? total / period : (total - period + 1) / period
    year = floor
    index = total - floor * period + 1
  }
}

// MARK: - Days covered

extension CalendarPoint {
  /// The days that the point covers; nil where the year is open.
  var interval: DateInterval? {
    guard let year, abs(year) < 9000 else { return nil }
    switch grain {
    case .millennium: return block(of: 1000, around: year)
    case .century: return block(of: 100, around: year)
    case .decade: return block(of: 10, around: year)
    case .year: return DateInterval(year: year)
    case .fiscalYear:
      guard let first = CivilDate(year: year, month: firstMonth, day: 1) else { return nil }
      return DateInterval(first, first.adding(months: 12) - 1)
    case .half: return months(year, 6 * index - 5, 6)
    case .quarter: return months(year, 3 * index - 2, 3)
    case .season: return months(year, 3 * index, 3)
    case .month: return DateInterval(year: year, month: index)
    case .week:
      let monday = CalendarPoint.monday(year: year, week: index)
      return DateInterval(monday, monday + 6)
    case .weekend:
      let monday = CalendarPoint.monday(year: year, week: index)
      return DateInterval(monday + 5, monday + 6)
    case .day, .dayPart, .time: return date.map { DateInterval(day: $0) }
    }
  }

  /// The years with the same leading digits; before Christ they count down.
  private func block(of count: Int, around year: Int) -> DateInterval? {
    if year > 0 { return years(year - year % count, count) }
    let before = 1 - year
    return years(1 - (before - before % count + count - 1), count)
  }

  private func years(_ first: Int, _ count: Int) -> DateInterval? {
    guard let start = DateInterval(year: first), let end = DateInterval(year: first + count - 1)
    else { return nil }
    return DateInterval(start.start, end.end)
  }

  private func months(_ year: Int, _ first: Int, _ count: Int) -> DateInterval? {
    guard let start = CivilDate(year: year, month: min(max(first, 1), 12), day: 1) else {
      return nil
    }
    return DateInterval(start, start.adding(months: count) - 1)
  }

  /// A third of the period: "early 2012" is its first four months, "late March" its last ten days.
  static func part(_ edge: Edge, of interval: DateInterval) -> DateInterval {
    let count = interval.dayCount
    guard count >= 20 else { return interval }
    if count >= 365, let months = months(edge, of: interval) { return months }
    let third = count / 3
    switch edge {
    case .start: return DateInterval(interval.start, interval.start + (third - 1))
    case .middle: return DateInterval(interval.start + third, interval.end - third)
    case .end: return DateInterval(interval.end - (third - 1), interval.end)
    }
  }
}

extension CalendarPoint {
  /// Parts of a year in whole months, of longer periods in whole years.
  private static func months(_ edge: Edge, of interval: DateInterval) -> DateInterval? {
    let (year, month, day) = interval.start.components
    guard day == 1 else { return nil }
    let last = interval.end.components
    let count = (last.year - year) * 12 + last.month - month + 1
    let step = count >= 72 ? 12 : 1
    let third = (count / step + 1) / 3 * step
    let first: Int
    let length: Int
    switch edge {
    case .start: (first, length) = (0, count % 36 == 0 ? third : third + (step == 12 ? 12 : 0))
    case .middle:
      (first, length) = (third + (step == 12 ? 12 : 0), count - 2 * third - (step == 12 ? 12 : 0))
    case .end: (first, length) = (count - third, third)
    }
    let start = interval.start.adding(months: first)
    return DateInterval(start, start.adding(months: max(1, length)) - 1)
  }
}

// MARK: - TIMEX3 value

extension CalendarPoint {
  /// The value as TIMEX3 writes it.
  var value: String {
    let year = yearText
    switch grain {
    case .millennium: return String(year.dropLast(3))
    case .century: return String(year.dropLast(2))
    case .decade: return String(year.dropLast(1))
    case .year: return year
    case .fiscalYear: return "FY" + year
    case .half: return "\(year)-H\(index)"
    case .quarter: return "\(year)-Q\(index)"
    case .season: return "\(year)-\(TimeCode.seasons[max(0, min(3, index - 1))])"
    case .month: return "\(year)-\(twoDigits(index))"
    case .week: return index == 0 ? "\(year)-WXX" : "\(year)-W\(twoDigits(index))"
    case .weekend: return index == 0 ? "\(year)-WXX-WE" : "\(year)-W\(twoDigits(index))-WE"
    case .day: return "\(year)-\(twoDigits(index))-\(twoDigits(day))"
    case .dayPart:
      return "\(year)-\(twoDigits(index))-\(twoDigits(day))T\(TimeCode.parts[part])"
    case .time:
      let day = "\(year)-\(twoDigits(index))-\(twoDigits(day))"
      guard minute >= 0 else { return day + "TXX" }
      return day + "T\(clock(minute / 60)):\(clock(minute % 60))" + zoneText
    }
  }

  private var zoneText: String {
    guard let zone else { return "" }
    if zone == 0 { return "Z" }
    let sign = zone < 0 ? "-" : "+"
    let minutes = abs(zone) % 60
    return sign + clock(abs(zone) / 60) + (minutes == 0 ? "" : ":" + clock(minutes))
  }

  private var yearText: String {
    guard let year else { return "XXXX" }
    let digits = String(year > 0 ? year : 1 - year)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return year > 0 ? padded : "BC" + padded
  }

  private func twoDigits(_ number: Int) -> String { number == 0 ? "XX" : clock(number) }

  private func clock(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// The codes of TIMEX3 values.
enum TimeCode {
  static let seasons = ["SP", "SU", "FA", "WI"]
  static let parts = ["MO", "MI", "AF", "EV", "NI", "DT", "DA"]
  static let edges = ["START", "MID", "END"]
  static let units = [
    "second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century",
    "millennium", "fortnight", "weekend", "night", "season",
  ]
  static let references = ["PAST_REF", "PRESENT_REF", "FUTURE_REF"]
}

/// Units of durations and of relative expressions, in the order of `TimeCode.units`.
enum TimeUnit: Int, Sendable {
  case second, minute, hour, day, week, month, quarter, year, decade, century, millennium
  case fortnight, weekend, night, season

  /// The calendar grain that a count of this unit moves by.
  var grain: Grain {
    switch self {
    case .second, .minute, .hour: .time
    case .day, .night: .day
    case .week, .fortnight: .week
    case .weekend: .weekend
    case .month: .month
    case .quarter: .quarter
    case .season: .season
    case .year: .year
    case .decade: .decade
    case .century: .century
    case .millennium: .millennium
    }
  }

  /// Letters of a TIMEX3 duration and whether they stand after `T`.
  var durationCode: (code: String, isTime: Bool) {
    switch self {
    case .second: ("S", true)
    case .minute: ("M", true)
    case .hour: ("H", true)
    case .day: ("D", false)
    case .night: ("D", false)
    case .week: ("W", false)
    case .fortnight: ("W", false)
    case .weekend: ("WE", false)
    case .month: ("M", false)
    case .quarter: ("Q", false)
    case .season: ("S", false)
    case .year: ("Y", false)
    case .decade: ("DE", false)
    case .century: ("CE", false)
    case .millennium: ("ML", false)
    }
  }
}
