import ChanceryLanguage
import ChanceryText

// Points of the calendar: what the words say, and what the context adds.
extension TimeResolver {
  /// The year of the `y` slot: two digits get a century, an era its sign.
  func fullYear(_ written: Int, _ capture: TimeCapture) -> Int? {
    if capture[.era] == -1 { return 1 - written }
    if written >= 100 || capture[.era] == 1 { return written }
    let near = context.anchor?.year ?? 1999
    let century = near - ((near % 100) + 100) % 100
    let year = century + written
    // In news "'82" lies behind unless it is near; a history keeps its century.
    return context.style == .news && year > near + 10 ? year - 100 : year
  }

  func point(_ match: TimeMatch) -> CalendarPoint? {
    let capture = match.capture
    var year = capture[.y].flatMap { fullYear($0, capture) }
    if year == nil, let shift = relativeYear(capture) { year = shift }
    if let decade = capture[.dec] { return decadePoint(decade, capture) }
    if let century = capture[.cent] {
      guard (1...30).contains(century) else { return nil }
      let isBefore = capture[.era] == -1
      return CalendarPoint(.century, year: isBefore ? 1 - (century - 1) * 100 : (century - 1) * 100)
    }
    if let quarter = capture[.q] { return subYear(.quarter, quarter, 4, year, match) }
    if let half = capture[.h] { return subYear(.half, half, 2, year, match) }
    if let season = capture[.s] { return seasonPoint(season, year, match) }
    if let month = capture[.m] { return monthPoint(month, capture[.d], year, match) }
    if let day = capture[.d] { return lonelyDay(day, capture) }
    return year.map { CalendarPoint(.year, year: $0) }
  }

  /// "of that year", "of last year"; not for "last March".
  private func relativeYear(_ capture: TimeCapture) -> Int? {
    guard capture.has(.rel) || capture.has(.trel), !isRelativeName(capture) else { return nil }
    if let shift = capture[.trel] { return context.textAnchor(at: .year)?.year.map { $0 + shift } }
    return context.deicticAnchor(at: .year)?.year.map { $0 + (capture[.rel] ?? 0) }
  }

  /// "last March", "the following summer": the relation is to the month itself.
  private func isRelativeName(_ capture: TimeCapture) -> Bool { capture[.x] == 7 }

  private func decadePoint(_ decade: Int, _ capture: TimeCapture) -> CalendarPoint? {
    if capture[.era] == -1 { return CalendarPoint(.decade, year: 1 - decade) }
    if decade < 100 {
      let base = context.anchor?.year ?? 1999
      let year = base - ((base % 100) + 100) % 100 + decade
      return CalendarPoint(.decade, year: year > base ? year - 100 : year)
    }
    return CalendarPoint(.decade, year: decade)
  }

  private func subYear(
    _ grain: Grain, _ index: Int, _ count: Int, _ year: Int?, _ match: TimeMatch
  ) -> CalendarPoint? {
    guard (1...count).contains(index) else { return nil }
    if let year { return CalendarPoint(grain, year: year, index: index) }
    let months = 12 / count
    let first = (index - 1) * months + 1
    guard let base = context.deicticAnchor(at: .year)?.year else {
      return CalendarPoint(grain, year: nil, index: index)
    }
    guard context.style == .news, let published = context.published?.end,
      let start = CivilDate(year: base, month: first, day: 1)
    else { return CalendarPoint(grain, year: base, index: index) }
    let isAhead = start > published && parse.tense(at: match.token) != .future
    return CalendarPoint(grain, year: isAhead ? base - 1 : base, index: index)
  }

  private func seasonPoint(_ season: Int, _ year: Int?, _ match: TimeMatch) -> CalendarPoint? {
    if let year { return CalendarPoint(.season, year: year, index: season) }
    if isRelativeName(match.capture) {
      return relativeName(.season, season, match.capture)
    }
    // The month that stands for the season: its first.
    let month = season * 3
    return CalendarPoint(
      .season, year: inferYear(month: month, day: nil, match), index: season)
  }

  /// The month or season next to the anchor on one side.
  private func relativeName(_ grain: Grain, _ index: Int, _ capture: TimeCapture) -> CalendarPoint {
    let isDeictic = capture.has(.rel)
    let shift = capture[.rel] ?? capture[.trel] ?? 0
    let base = isDeictic ? context.deicticAnchor(at: grain) : context.textAnchor(at: grain)
    guard let base, let year = base.year else {
      let coarse = isDeictic ? context.deicticAnchor(at: .year) : context.textAnchor(at: .year)
      return CalendarPoint(grain, year: coarse?.year.map { $0 + shift }, index: index)
    }
    var result = year
    if shift < 0, index >= base.index { result -= 1 }
    if shift > 0, index <= base.index { result += 1 }
    return CalendarPoint(grain, year: result, index: index)
  }

  private func monthPoint(
    _ month: Int, _ day: Int?, _ year: Int?, _ match: TimeMatch
  ) -> CalendarPoint? {
    if let day {
      guard day >= 1, day <= (month == 2 ? 29 : CivilDate.dayCount(year: 2001, month: month)) else {
        return nil
      }
      var year = year ?? inferYear(month: month, day: day, match)
      if day == 29, month == 2, !match.capture.has(.y), let near = year {
        year = [near, near + 1, near - 1, near + 2].first { CivilDate.isLeap($0) }
      }
      if let year, CivilDate(year: year, month: month, day: day) == nil { return nil }
      return CalendarPoint(.day, year: year, index: month, day: day)
    }
    if let year { return CalendarPoint(.month, year: year, index: month) }
    if isRelativeName(match.capture) { return relativeName(.month, month, match.capture) }
    return CalendarPoint(.month, year: inferYear(month: month, day: nil, match), index: month)
  }

  /// "the 13th": of the month that was told last.
  private func lonelyDay(_ day: Int, _ capture: TimeCapture) -> CalendarPoint? {
    guard (1...31).contains(day) else { return nil }
    let base: CalendarPoint?
    if let shift = capture[.rel] {
      base = context.deicticAnchor(at: .month)?.shifted(by: shift)
    } else {
      base = context.textAnchor(at: .month)?.shifted(by: capture[.trel] ?? 0)
    }
    guard let base, let year = base.year, CivilDate(year: year, month: base.index, day: day) != nil
    else { return nil }
    return CalendarPoint(.day, year: year, index: base.index, day: day)
  }

  // MARK: Years that the text leaves out

  func inferYear(month: Int, day: Int?, _ match: TimeMatch) -> Int? {
    if context.style == .news, let published = context.published {
      return newsYear(month, day, published.end, parse.tense(at: match.token))
    }
    return narrativeYear(month, day)
  }

  /// The year in which the month or day lies nearest to the publication on the side that the tense tells.
  private func newsYear(_ month: Int, _ day: Int?, _ published: CivilDate, _ tense: TimeTense)
    -> Int
  {
    let (year, thisMonth, thisDay) = published.components
    let ahead = (month, day ?? thisDay) > (thisMonth, thisDay)
    switch tense {
    case .past:
      // A day or two of slack for time zones.
      if ahead, let day, let date = CivilDate(year: year, month: month, day: day),
        date.dayNumber - published.dayNumber <= 2
      {
        return year
      }
      return ahead ? year - 1 : year
    case .future:
      if !ahead, month == thisMonth || (month, day ?? 1) == (thisMonth, thisDay) { return year }
      return ahead ? year : year + 1
    case .open:
      let distance = (month - thisMonth + 12) % 12
      // Up to four months ahead in the open tense, else behind.
      if distance <= 4 { return month < thisMonth ? year + 1 : year }
      return month > thisMonth ? year - 1 : year
    }
  }

  /// The year of the date before; the next one where the months run over its end.
  private func narrativeYear(_ month: Int, _ day: Int?) -> Int? {
    guard let last = context.anchor, let year = last.year else { return nil }
    // A year alone that is not this one or the next is an aside after a date with a month.
    if last.grain == .year, let before = context.history.dropLast().last, before.month != nil,
      let told = before.year, year < told || year > told + 1
    {
      return told
    }
    let dated = context.history.last { $0.year == year && $0.month != nil }
    guard let lastMonth = dated?.month else { return year }
    return lastMonth - month >= 11 ? year + 1 : year
  }

  // MARK: Ranges

  /// Both ends of a range that one pattern matched.
  mutating func range(_ match: TimeMatch) -> [(Range<Int>, TimeMeaning)] {
    let capture = match.capture
    guard let end = capture[.e1], let begin = capture[.b2] else { return [] }
    let start = match.pieces.lowerBound
    // "from" and "between" stay outside.
    let isWord = pieces[start].mask & TimeClass.preposition.bit != 0 && !pieces[start].isDigits
    let first = (isWord ? start + 1 : start)..<(start + end + 1)
    let second = (start + begin)..<match.pieces.upperBound
    var from = match
    var to = match
    let year = (capture[.y2] ?? capture[.y])
    if capture.has(.m) || capture.has(.m2) {
      to.capture[.m] = capture[.m2] ?? capture[.m]
      from.capture[.m] = capture[.m] ?? capture[.m2]
      to.capture[.d] = capture[.d2]
      from.capture[.y] = year
      to.capture[.y] = year
      if let year, capture.has(.m2), let a = capture[.m], let b = capture[.m2], a > b {
        from.capture[.y] = year - 1
      }
    } else if let a = capture[.y], var b = capture[.y2] {
      if capture[.era] != -1, b < 100 {
        b += a - a % 100
        if b < a { b += 100 }
      }
      if let month = context.fiscalYearStart, b == a + 1 {
        return [(start..<match.pieces.upperBound, fiscalMeaning(a, month))]
      }
      guard b > a || capture[.era] == -1 else { return [] }
      to.capture[.y] = b
    }
    guard let one = dated(point(from), from.capture) else { return [] }
    // The story goes on from the first of two years, from the second of two days.
    if !capture.has(.m), !capture.has(.m2) { isAside = true }
    guard let two = dated(point(to), to.capture) else { return [(first, one)] }
    var result = [(first, one), (second, two)]
    if let a = one.interval, let b = two.interval, a.start <= b.end {
      result[0].1.interval = DateInterval(a.start, b.end)
      result[1].1.interval = DateInterval(a.start, b.end)
    }
    return result
  }

  // MARK: Fiscal years

  mutating func fiscal(_ capture: TimeCapture) -> TimeMeaning? {
    let month = context.fiscalYearStart ?? 1
    guard var year = capture[.y].flatMap({ fullYear($0, capture) }) else {
      guard let base = context.deicticAnchor(at: .year) else { return nil }
      var year = base.year ?? 0
      if month > 1, (base.month ?? 12) < month { year -= 1 }
      return fiscalMeaning(year + (capture[.rel] ?? capture[.trel] ?? 0), month)
    }
    if capture.has(.y2), context.fiscalYearStart == nil, let a = DateInterval(year: year),
      let b = DateInterval(year: year + 1)
    {
      return TimeMeaning(
        .date, "FY" + CalendarPoint(.year, year: year + 1).value, DateInterval(a.start, b.end))
    }
    // "FY18" and "fiscal year 2018" name the year of the end, "2017-18" both.
    if !capture.has(.y2), month > 1 { year -= 1 }
    return fiscalMeaning(year, month)
  }

  private func fiscalMeaning(_ first: Int, _ month: Int) -> TimeMeaning {
    var point = CalendarPoint(.fiscalYear, year: first)
    point.firstMonth = month
    var named = point
    if month > 1 { named.year = first + 1 }
    return TimeMeaning(.date, named.value, point.interval)
  }
}
