import ChanceryLanguage
import ChanceryText

/// A match of a rule, before it has a value.
struct TimeMatch: Sendable {
  var rule: Int
  /// Pieces of the sentence.
  var pieces: Range<Int>
  var capture: TimeCapture
  /// First token.
  var token: Int
}

/// What the text said of time so far; relative expressions count from it.
struct TimeContext {
  let published: DateInterval?
  let style: TimeReader.Style
  let fiscalYearStart: Int?
  /// Points with a year, in text order.
  private(set) var history: [CalendarPoint] = []
  var lastToken = -1

  init(published: DateInterval?, style: TimeReader.Style, fiscalYearStart: Int?) {
    self.published = published
    self.style = style
    self.fiscalYearStart = fiscalYearStart
  }

  mutating func note(_ point: CalendarPoint) {
    guard point.year != nil, point.grain >= .year else { return }
    history.append(point)
    if history.count > 64 { history.removeFirst(32) }
  }

  /// The publication as a point: a day, a month or a year, as precise as it is known.
  var publication: CalendarPoint? {
    guard let published else { return nil }
    if published.dayCount == 1 { return CalendarPoint(day: published.end) }
    let (year, month, _) = published.end.components
    if published.dayCount <= 31 { return CalendarPoint(.month, year: year, index: month) }
    return CalendarPoint(.year, year: year)
  }

  /// The latest point of the text, or the publication in news.
  var anchor: CalendarPoint? { history.last ?? publication }

  /// The latest point of the text that is at least so fine, not too far back.
  func anchor(at grain: Grain) -> CalendarPoint? {
    for point in history.suffix(8).reversed() {
      if let coarse = point.coarsened(to: grain) { return coarse }
      // A coarse date after a fine one begins a new strand, except within the same year.
      if let last = history.last, point.year != last.year { break }
    }
    return history.isEmpty || style == .news ? publication?.coarsened(to: grain) : nil
  }

  /// Where "last", "this", "next" and "ago" count from: in news the publication, never another date of the text.
  func deicticAnchor(at grain: Grain) -> CalendarPoint? {
    if let publication { return publication.coarsened(to: grain) }
    if style == .news { return nil }
    return anchor(at: grain)
  }

  /// Where "previous", "same", "following", "later" count from.
  func textAnchor(at grain: Grain) -> CalendarPoint? { anchor(at: grain) }
}
