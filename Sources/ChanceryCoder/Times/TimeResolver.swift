import ChanceryLanguage
import ChanceryText

/// Type, value and days of an expression.
struct TimeMeaning {
  var kind: TimeExpression.Kind
  var value: String
  var interval: DateInterval?

  init(_ kind: TimeExpression.Kind, _ value: String, _ interval: DateInterval? = nil) {
    self.kind = kind
    self.value = value
    self.interval = interval
  }
}

/// Gives the matches of one sentence their values, in text order.
struct TimeResolver {
  let rules: TimeRules
  let parse: ParsedText
  let pieces: [TimeLex]
  var matches: [TimeMatch]
  var context: TimeContext
  /// Sentence tokens.
  private var tokens = 0..<0
  /// The expression at hand tells of another time than the story around it.
  var isAside = false

  init(
    rules: TimeRules, parse: ParsedText, pieces: [TimeLex], matches: [TimeMatch],
    context: TimeContext
  ) {
    self.rules = rules
    self.parse = parse
    self.pieces = pieces
    self.matches = matches
    self.context = context
  }

  mutating func expressions(_ tokens: Range<Int>) -> [TimeExpression] {
    self.tokens = tokens
    var result: [TimeExpression] = []
    /// For each expression, the pieces it covers.
    var places: [Range<Int>] = []
    for number in matches.indices {
      isAside = looksAside(matches[number])
      lendYear(number)
      let match = matches[number]
      if rules.rules[match.rule].sense == .range {
        for (pieces, meaning) in range(match) {
          result.append(expression(pieces, meaning))
          places.append(pieces)
        }
      } else if let meaning = meaning(match) {
        result.append(expression(match.pieces, meaning))
        places.append(match.pieces)
      }
    }
    joinRanges(&result, places)
    return result
  }

  private func expression(_ range: Range<Int>, _ meaning: TimeMeaning) -> TimeExpression {
    let span = ByteSpan(pieces[range.lowerBound].start, pieces[range.upperBound - 1].end)
    return TimeExpression(
      span: span, tokens: tokenRange(span), kind: meaning.kind, value: meaning.value,
      interval: meaning.interval)
  }

  private func tokenRange(_ span: ByteSpan) -> Range<Int> {
    var low = tokens.lowerBound
    var high = tokens.upperBound
    while low < high {
      let middle = (low + high) / 2
      if parse.tokens[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < tokens.upperBound, parse.tokens[end].span.start < span.end { end += 1 }
    return low..<max(low, end)
  }

  // MARK: Neighbours

  private func word(_ place: Int) -> String {
    guard place >= 0, place < pieces.count, pieces[place].word >= 0 else { return "" }
    return rules.lexer.lexicon.words[pieces[place].word]
  }

  /// In a history "since 1904" and what stands in brackets do not move the story.
  private func looksAside(_ match: TimeMatch) -> Bool {
    guard context.style == .narrative else { return false }
    let first = match.pieces.lowerBound
    if word(first - 1) == "since" { return true }
    var depth = 0
    for place in 0..<first {
      let sign = word(place)
      if sign == "(" { depth += 1 } else if sign == ")" { depth -= 1 }
    }
    return depth > 0
  }

  /// "from 11 June to 14 July 1999": the second year serves the first date as well.
  private mutating func lendYear(_ number: Int) {
    guard number + 1 < matches.count else { return }
    let capture = matches[number].capture
    guard [.point, .range, .season].contains(rules.rules[matches[number].rule].sense),
      capture.has(.m) || capture.has(.s),
      !capture.has(.y), !capture.has(.y2), !capture.has(.rel), !capture.has(.trel)
    else { return }
    let next = matches[number + 1]
    guard [.point, .range].contains(rules.rules[next.rule].sense),
      next.capture.has(.m) || next.capture.has(.m2) || next.capture.has(.s),
      let year = next.capture[.y] ?? next.capture[.y2]
    else { return }
    let gap = matches[number].pieces.upperBound..<next.pieces.lowerBound
    guard gap.count <= 2,
      gap.allSatisfy({
        ["and", "to", "-", ",", "or", "until", "till", "through", "the", "from", "/"].contains(
          word($0))
      })
    else { return }
    let month = capture[.m] ?? 1
    let other = next.capture[.m] ?? next.capture[.m2] ?? 12
    let isEarlier = month > other
    let slot: TimeSlot = rules.rules[matches[number].rule].sense == .range ? .y2 : .y
    matches[number].capture[slot] = isEarlier ? year - 1 : year
    matches[number].capture[.era] = next.capture[.era]
  }

  /// Both ends of "from X to Y", "between X and Y", "X - Y" take the whole range as interval.
  private func joinRanges(_ result: inout [TimeExpression], _ places: [Range<Int>]) {
    guard result.count > 1 else { return }
    for i in 1..<result.count {
      guard let first = result[i - 1].interval, let second = result[i].interval,
        first.start <= second.end, first != second
      else { continue }
      var gap = Array(places[i - 1].upperBound..<places[i].lowerBound)
      while let last = gap.last, ["the", ","].contains(word(last)) { gap.removeLast() }
      guard gap.count == 1 else { continue }
      let opening = word(places[i - 1].lowerBound - 1)
      switch word(gap[0]) {
      case "-", "through", "until", "till": break
      case "to": guard opening == "from" || opening == "for" else { continue }
      case "and": guard opening == "between" else { continue }
      default: continue
      }
      let whole = DateInterval(first.start, second.end)
      result[i - 1].interval = whole
      result[i].interval = whole
    }
  }

  // MARK: Meaning

  private mutating func meaning(_ match: TimeMatch) -> TimeMeaning? {
    let rule = rules.rules[match.rule]
    let capture = match.capture
    switch rule.sense {
    case .point, .bareyear, .shortyear, .season: return dated(point(match), capture)
    case .iso, .slash: return dated(writtenDate(match), capture)
    case .fiscal: return fiscal(capture)
    case .clock: return clock(match)
    case .part: return part(match)
    case .day: return dayWord(capture)
    case .unit: return unit(capture)
    case .weekday: return weekday(match)
    case .shift: return shift(capture)
    case .ref: return reference(capture)
    case .duration: return duration(capture)
    case .within: return within(match)
    case .set, .seta: return repeated(capture, rule)
    case .empty: return TimeMeaning(.date, "")
    case .holiday: return holiday(match, rules.holidays[rule.entry])
    case .period:
      let period = rules.periods[rule.entry]
      var interval = period.interval
      if let edge = edge(capture) { interval = CalendarPoint.part(edge, of: interval) }
      return TimeMeaning(.date, period.value, interval)
    case .range: return nil
    }
  }

  func edge(_ capture: TimeCapture) -> Edge? { capture[.edge].flatMap { Edge(rawValue: $0) } }

  /// The meaning of a point; the text counts on from it.
  mutating func dated(_ point: CalendarPoint?, _ capture: TimeCapture) -> TimeMeaning? {
    guard let point else { return nil }
    if !isAside { context.note(point) }
    var interval = point.interval
    if let whole = interval, let edge = edge(capture) {
      interval = CalendarPoint.part(edge, of: whole)
    }
    let kind: TimeExpression.Kind = point.grain >= .dayPart ? .time : .date
    return TimeMeaning(kind, point.value, interval)
  }

  private func writtenDate(_ match: TimeMatch) -> CalendarPoint? {
    let capture = match.capture
    if let packed = capture[.d], rules.rules[match.rule].sense == .iso {
      return CivilDate(year: packed / 10000, month: packed / 100 % 100, day: packed % 100)
        .map { CalendarPoint(day: $0) }
    }
    guard let year = capture[.y].flatMap({ fullYear($0, capture) }), let a = capture[.m],
      let b = capture[.d]
    else { return nil }
    // Month first unless that cannot be, or the day first lies at the publication.
    let american = CivilDate(year: year, month: a, day: b)
    let european = CivilDate(year: year, month: b, day: a)
    if let american, let european, let published = context.published?.end {
      let first = abs(american.dayNumber - published.dayNumber)
      let second = abs(european.dayNumber - published.dayNumber)
      return CalendarPoint(day: first <= second ? american : european)
    }
    return (american ?? european).map { CalendarPoint(day: $0) }
  }

  private mutating func holiday(_ match: TimeMatch, _ holiday: Holiday) -> TimeMeaning? {
    var year = match.capture[.y].flatMap { fullYear($0, match.capture) }
    if year == nil, let guess = holiday.rule.days(in: context.anchor?.year ?? 2000)?.start {
      year = inferYear(month: guess.month, day: guess.day, match)
    }
    guard let year, (1...9000).contains(year), let days = holiday.rule.days(in: year) else {
      return TimeMeaning(.date, "XXXX-XX-XX")
    }
    if days.dayCount == 1 { return dated(CalendarPoint(day: days.start), match.capture) }
    return TimeMeaning(.date, "\(days.start)/\(days.end)", days)
  }
}
