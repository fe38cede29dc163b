import ChanceryRecord
import ChanceryText

/// Which entries to show.
public struct EntryFilter: Sendable {
  /// States or organisations that must all take part, by code.
  public var between: [String]
  /// An entry must meet the days from here on, and up to there.
  public var from: CivilDate?
  public var to: CivilDate?
  public var types: [EventType]
  public var statuses: [Status]

  public init(
    between: [String] = [], from: CivilDate? = nil, to: CivilDate? = nil,
    types: [EventType] = [], statuses: [Status] = []
  ) {
    self.between = between
    self.from = from
    self.to = to
    self.types = types
    self.statuses = statuses
  }

  /// Entries without a date pass only where no days are asked for.
  public func accepts(_ entry: Entry) -> Bool {
    let sides = (entry.actors + entry.recipients).map { $0.state ?? $0.name }
    guard between.allSatisfy(sides.contains) else { return false }
    guard types.isEmpty || types.contains(entry.type) else { return false }
    guard statuses.isEmpty || statuses.contains(entry.status) else { return false }
    guard from != nil || to != nil else { return true }
    guard let when = entry.when, let start = CivilDate(iso: when.start),
      let end = CivilDate(iso: when.end)
    else { return false }
    if let from, end < from { return false }
    if let to, start > to { return false }
    return true
  }

  /// Whether a series of figures is about the pair and the days asked for.
  public func accepts(_ series: FigureSeries) -> Bool {
    guard between.allSatisfy(series.dyad.contains) else { return false }
    guard from != nil || to != nil else { return true }
    guard let period = series.period, let start = CivilDate(iso: period.start),
      let end = CivilDate(iso: period.end)
    else { return false }
    if let from, end < from { return false }
    if let to, start > to { return false }
    return true
  }
}
