import ChanceryLanguage
import ChanceryText

// Expressions that count from the publication or from an expression before, lengths and repetitions.
extension TimeResolver {
  // MARK: Days and weekdays

  mutating func dayWord(_ capture: TimeCapture) -> TimeMeaning? {
    let offset = capture[.n] ?? 0
    guard let base = context.publication else { return TimeMeaning(.date, TimeCode.references[1]) }
    guard let day = base.coarsened(to: .day)?.shifted(by: offset) else {
      return TimeMeaning(.date, "XXXX-XX-XX", context.published)
    }
    return dated(day, capture)
  }

  mutating func weekday(_ match: TimeMatch) -> TimeMeaning? {
    guard let day = match.capture[.wd] else { return nil }
    guard let date = weekdayDate(day, match) else { return TimeMeaning(.date, "XXXX-WXX-\(day)") }
    return dated(CalendarPoint(day: date), match.capture)
  }

  func weekdayDate(_ weekday: Int, _ match: TimeMatch) -> CivilDate? {
    let capture = match.capture
    let published = context.publication?.date
    let isDeictic = context.style == .news && published != nil && !capture.has(.trel)
    let base = isDeictic ? published : context.textAnchor(at: .day)?.date
    guard let base else { return nil }
    let monday = base - (base.weekday - 1)
    if let week = capture[.x] { return monday + (7 * week + weekday - 1) }
    let back = (base.weekday - weekday + 7) % 7
    let ahead = (weekday - base.weekday + 7) % 7
    if let shift = capture[.rel] ?? capture[.trel] {
      if shift < 0 { return base - (back == 0 ? 7 : back) }
      if shift > 0 { return base + (ahead == 0 ? 7 : ahead) }
      let isAhead = capture.has(.rel) && parse.tense(at: match.token) != .past
      return isAhead ? monday + (weekday - 1) : base - back
    }
    guard isDeictic else { return base + ahead }
    let before = match.pieces.lowerBound - 1
    if before >= 0, pieces[before].word >= 0,
      ["until", "till"].contains(rules.lexer.lexicon.words[pieces[before].word])
    {
      return base + ahead
    }
    return parse.tense(at: match.token) == .future ? base + ahead : base - back
  }

  // MARK: Parts of the day and clock times

  /// The day that a time of the day belongs to.
  private mutating func dayOf(_ match: TimeMatch) -> CalendarPoint {
    let open = CalendarPoint(.day, year: nil)
    let capture = match.capture
    if let offset = capture[.n], capture.has(.part) || capture.has(.clock) || capture.has(.hour) {
      return context.publication?.coarsened(to: .day)?.shifted(by: offset) ?? open
    }
    if capture.has(.m) { return point(match) ?? open }
    if capture.has(.wd) {
      return weekdayDate(capture[.wd]!, match).map { CalendarPoint(day: $0) } ?? open
    }
    if let day = capture[.d2] ?? capture[.d] {
      guard let month = context.textAnchor(at: .month), let year = month.year,
        let date = CivilDate(year: year, month: month.index, day: day)
      else { return open }
      return CalendarPoint(day: date)
    }
    if let shift = capture[.rel] {
      return context.deicticAnchor(at: .day)?.shifted(by: shift) ?? open
    }
    if let shift = capture[.trel] {
      return context.textAnchor(at: .day)?.shifted(by: shift) ?? open
    }
    return (context.history.isEmpty ? context.publication : context.textAnchor(at: .day))?
      .coarsened(to: .day) ?? open
  }

  mutating func part(_ match: TimeMatch) -> TimeMeaning? {
    let part = match.capture[.part] ?? 0
    var capture = match.capture
    // "last night" is the night before, "last" of no other part.
    let name = rules.rules[match.rule].name
    if name == "part-bare" || name == "night-time" {
      return TimeMeaning(.time, "XXXX-XX-XXT\(TimeCode.parts[part])")
    }
    var day = dayOf(match)
    guard day.grain == .day else { return TimeMeaning(.date, day.value, day.interval) }
    day.grain = .dayPart
    day.part = part
    capture[.edge] = nil
    return dated(day, capture)
  }

  mutating func clock(_ match: TimeMatch) -> TimeMeaning? {
    let capture = match.capture
    var minutes: Int
    if let clock = capture[.clock] {
      minutes = capture.has(.ap) && clock <= 24 ? clock * 60 + (capture[.frac] ?? 0) : clock
    } else if let hour = capture[.hour] {
      minutes = hour >= 100 ? hour / 100 * 60 + hour % 100 : hour * 60
    } else {
      return nil
    }
    if let half = capture[.ap] {
      guard minutes < 13 * 60 else { return nil }
      minutes = minutes % 720 + half * 60
    }
    guard minutes <= 24 * 60 else { return nil }
    var point = dayOf(match)
    guard point.grain == .day else { return nil }
    point.grain = .time
    point.minute = minutes
    if var zone = capture[.zone] {
      if let hours = capture[.min] { zone += hours * 60 * (capture[.dir] ?? 1) }
      point.zone = abs(zone) <= 14 * 60 ? zone : 0
    }
    return dated(point, capture)
  }

  // MARK: "last week", "the following year"

  mutating func unit(_ capture: TimeCapture) -> TimeMeaning? {
    guard let unit = capture[.u].flatMap({ TimeUnit(rawValue: $0) }) else { return nil }
    let isBare = capture[.x] == 9
    let isDeictic = capture.has(.rel) || isBare && context.style == .news && unit != .day
    let shift = capture[.rel] ?? capture[.trel] ?? 0
    let grain: Grain = unit.grain == .time ? .day : unit == .fortnight ? .week : unit.grain
    let base = isDeictic ? context.deicticAnchor(at: grain) : context.textAnchor(at: grain)
    guard var point = base?.shifted(by: shift) else { return openUnit(grain) }
    // "The weekend" of the news is the last one, unless this week's has begun.
    if isBare, unit == .weekend, context.style == .news, let day = context.publication?.date,
      day.weekday < 6, let before = point.shifted(by: -1)
    {
      point = before
    }
    if unit == .night {
      point.grain = .dayPart
      point.part = 4
    }
    if unit.grain == .time { return TimeMeaning(.time, point.value + "TXX", point.interval) }
    let meaning = dated(point, capture)
    return restOfPeriod(meaning, capture)
  }

  /// "later this year" lies between the publication and the end of the year.
  private func restOfPeriod(_ meaning: TimeMeaning?, _ capture: TimeCapture) -> TimeMeaning? {
    guard var meaning, capture[.dir] != nil, let now = context.publication?.interval,
      let whole = capture[.rel] == 0 ? context.deicticAnchor(at: .year)?.interval : nil
    else { return meaning }
    let period = DateInterval(iso: meaning.value) ?? meaning.interval ?? whole
    if capture[.dir] == 1, now.end <= period.end {
      meaning.interval = DateInterval(now.end, period.end)
    }
    if capture[.dir] == -1, now.start >= period.start {
      meaning.interval = DateInterval(period.start, now.start)
    }
    return meaning
  }

  private func openUnit(_ grain: Grain) -> TimeMeaning {
    switch grain {
    case .year, .fiscalYear: TimeMeaning(.date, "XXXX")
    case .decade: TimeMeaning(.date, "XXX")
    case .century: TimeMeaning(.date, "XX")
    case .week: TimeMeaning(.date, "XXXX-WXX")
    case .weekend: TimeMeaning(.date, "XXXX-WXX-WE")
    case .month: TimeMeaning(.date, "XXXX-XX")
    default: TimeMeaning(.date, "XXXX-XX-XX")
    }
  }

  // MARK: "two years ago", "three days later"

  mutating func shift(_ capture: TimeCapture) -> TimeMeaning? {
    guard let unit = capture[.u].flatMap({ TimeUnit(rawValue: $0) }) else { return nil }
    let direction = capture[.dir] ?? 1
    let isDeictic = capture.has(.rel)
    guard !capture.has(.x), let count = wholeCount(capture, unit) else {
      return vagueShift(unit, direction, isDeictic)
    }
    let (grain, steps) = steps(unit, count)
    let base = isDeictic ? context.deicticAnchor(at: grain) : context.textAnchor(at: grain)
    guard let moved = base?.shifted(by: direction * steps) else { return openUnit(grain) }
    var point = moved
    if unit == .decade { point = CalendarPoint(.decade, year: moved.year) }
    if unit == .century { point = CalendarPoint(.year, year: moved.year) }
    if unit.grain == .time {
      context.note(point)
      return TimeMeaning(.time, point.value + "TXX", point.interval)
    }
    var meaning = dated(point, capture)
    if unit == .week || unit == .fortnight, let date = point.date, isDeictic {
      meaning?.interval = CalendarPoint(week: date).interval
    }
    if unit == .decade || unit == .century, let year = moved.year {
      // A round number of decades: that year, a year more or less.
      if let a = DateInterval(year: year - 1), let b = DateInterval(year: year + 1) {
        meaning?.interval = DateInterval(a.start, b.end)
      }
    }
    return meaning
  }

  /// The count as whole units, "two and a half years" as months.
  private func wholeCount(_ capture: TimeCapture, _ unit: TimeUnit) -> Int? {
    guard let count = capture[.n], count < 100_000 else { return nil }
    return capture.has(.frac) && count == 0 && unit.grain < .year ? nil : count
  }

  /// What to count, and how many.
  private func steps(_ unit: TimeUnit, _ count: Int) -> (Grain, Int) {
    switch unit {
    case .second, .minute, .hour: (.day, unit == .hour ? count / 24 : 0)
    case .day, .night: (.day, count)
    case .week: (.day, 7 * count)
    case .fortnight: (.day, 14 * count)
    case .weekend: (.weekend, count)
    case .month: (.month, count)
    case .quarter: (.quarter, count)
    case .season: (.season, count)
    case .year: (.year, count)
    case .decade: (.year, 10 * count)
    case .century: (.year, 100 * count)
    case .millennium: (.year, 1000 * count)
    }
  }

  /// "a few days ago": two to seven units.
  private func vagueShift(_ unit: TimeUnit, _ direction: Int, _ isDeictic: Bool) -> TimeMeaning {
    let value = TimeCode.references[direction < 0 ? 0 : 2]
    guard isDeictic, let base = context.publication?.date, unit.grain <= .day,
      let near = base.moved(unit, 2 * direction), let far = base.moved(unit, 7 * direction)
    else { return TimeMeaning(.date, value) }
    return TimeMeaning(.date, value, DateInterval(near, far))
  }

  // MARK: "recently", "now", "in the coming days"

  mutating func reference(_ capture: TimeCapture) -> TimeMeaning? {
    if let shift = capture[.rel], let unit = capture[.u].flatMap({ TimeUnit(rawValue: $0) }) {
      return comingUnits(shift, unit)
    }
    let value = TimeCode.references[min(2, max(0, capture[.ref] ?? 1))]
    guard let base = context.publication?.interval, context.style == .news else {
      return TimeMeaning(.date, value)
    }
    var interval: DateInterval?
    if capture[.ref] == 1 { interval = base }
    if let days = capture[.n] {
      interval = DateInterval(base.end - days, base.end)
      if let unit = capture[.u].flatMap({ TimeUnit(rawValue: $0) }),
        let start = base.end.moved(unit, -TimeResolver.vagueCount(unit))
      {
        interval = DateInterval(start, base.end)
      }
    }
    return TimeMeaning(.date, value, interval)
  }

  private func comingUnits(_ shift: Int, _ unit: TimeUnit) -> TimeMeaning {
    let value = TimeCode.references[shift < 0 ? 0 : shift == 0 ? 1 : 2]
    guard let base = context.publication?.date,
      let far = base.moved(unit, (shift < 0 ? -1 : 1) * TimeResolver.vagueCount(unit))
    else { return TimeMeaning(.date, value) }
    return TimeMeaning(.date, value, DateInterval(base, far))
  }

  /// How many units "recent" or "coming" ones are taken to be.
  private static func vagueCount(_ unit: TimeUnit) -> Int {
    switch unit {
    case .day, .night: 7
    case .week: 4
    case .month: 6
    default: 5
    }
  }

  // MARK: Lengths and repetitions

  mutating func duration(_ capture: TimeCapture) -> TimeMeaning? {
    guard let unit = capture[.u].flatMap({ TimeUnit(rawValue: $0) }) else { return nil }
    let (code, isTime) = unit.durationCode
    let number: String
    if capture.has(.x) {
      number = "X"
    } else {
      var count = capture[.n] ?? 1
      if unit == .fortnight { count *= 2 }
      let fraction = capture[.frac].map {
        $0 % 10 == 0 ? ".\($0 / 10)" : ".\($0 < 10 ? "0" : "")\($0)"
      }
      number = (count == 0 && fraction != nil ? "0" : "\(count)") + (fraction ?? "")
    }
    return TimeMeaning(.duration, "P\(isTime ? "T" : "")\(number)\(code)", spanOf(capture, unit))
  }

  /// "the last week of August": a length, and the days of it.
  mutating func within(_ match: TimeMatch) -> TimeMeaning? {
    var capture = match.capture
    let edge = edge(capture)
    let count = capture[.n] ?? 1
    let unit = capture[.u].flatMap { TimeUnit(rawValue: $0) } ?? .day
    capture[.edge] = nil
    let whole = dated(point(match), capture)?.interval
    guard var meaning = duration(capture) else { return nil }
    if let whole, count < 1000 {
      if edge == .end, let start = (whole.end + 1).moved(unit, -count), start < whole.end {
        meaning.interval = DateInterval(start, whole.end)
      } else if let end = whole.start.moved(unit, count), end > whole.start {
        meaning.interval = DateInterval(whole.start, end - 1)
      }
    }
    return meaning
  }

  /// "the past nine days": the days themselves.
  private func spanOf(_ capture: TimeCapture, _ unit: TimeUnit) -> DateInterval? {
    let count = capture[.n] ?? TimeResolver.vagueCount(unit)
    guard count < 10_000, let shift = capture[.rel] ?? capture[.trel], shift != 0 else {
      return nil
    }
    let base: CivilDate?
    if capture.has(.rel) {
      base = context.publication?.date ?? context.anchor?.date
    } else {
      base = context.textAnchor(at: .day)?.date
    }
    guard let base, let far = base.moved(unit, shift * count) else { return nil }
    return DateInterval(base, far)
  }

  func repeated(_ capture: TimeCapture, _ rule: TimeRule) -> TimeMeaning? {
    if let day = capture[.wd] { return TimeMeaning(.set, "XXXX-WXX-\(day)") }
    if let part = capture[.part] { return TimeMeaning(.set, "XXXX-XX-XXT\(TimeCode.parts[part])") }
    if let month = capture[.m] {
      return TimeMeaning(.set, CalendarPoint(.month, year: nil, index: month).value)
    }
    if let season = capture[.s] {
      return TimeMeaning(.set, CalendarPoint(.season, year: nil, index: season).value)
    }
    let number = capture[.set] ?? capture[.u]
    guard let unit = number.flatMap({ TimeUnit(rawValue: $0) }) else { return nil }
    let (code, isTime) = unit.durationCode
    if unit == .day, !capture.has(.n), rule.sense == .set { return TimeMeaning(.set, "XXXX-XX-XX") }
    let count = (capture[.n] ?? 1) * (unit == .fortnight ? 2 : 1)
    return TimeMeaning(.set, "P\(isTime ? "T" : "")\(count)\(code)")
  }
}

extension CivilDate {
  /// The day so many units away; nil beyond the calendar.
  func moved(_ unit: TimeUnit, _ count: Int) -> CivilDate? {
    guard abs(count) < 10_000 else { return nil }
    switch unit {
    case .second, .minute, .hour: return self
    case .day, .night: return self + count
    case .week, .weekend: return self + 7 * count
    case .fortnight: return self + 14 * count
    case .month: return adding(months: count)
    case .quarter, .season: return adding(months: 3 * count)
    case .year: return adding(months: 12 * count)
    case .decade: return adding(months: 120 * count)
    case .century: return abs(count) < 50 ? adding(months: 1200 * count) : nil
    case .millennium: return nil
    }
  }
}
