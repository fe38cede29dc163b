import ChanceryText

extension NameRanking {
  /// How much an office speaks for its holder: title, state and day.
  func weigh(_ span: OfficeSpan) -> (points: Int, reasons: [String]) {
    guard let id = facts.store.offices.firstIndex(of: span.office).map(UInt16.init) else {
      return (0, [])
    }
    let weight = facts.store.officeRules[id]?.weight ?? 4
    let (time, timeReason) = weighTime(of: span)
    var points = time * 7 / 10 + weight
    var reasons = [timeReason]
    if !query.titles.isEmpty {
      let (share, reason) = weighTitle(of: id, span)
      points = time * share / 100 + weight / 2
      reasons.insert(reason, at: 0)
    }
    if !query.states.isEmpty || !query.organizations.isEmpty, !belongs(span) { points -= 60 }
    return (points, reasons)
  }

  private func belongs(_ span: OfficeSpan) -> Bool {
    if let state = span.state.flatMap({ ShortCode($0) }), query.states.contains(state) {
      return true
    }
    let codes = query.organizations.map {
      facts.store.string(facts.store.entities[Int($0)].code)
    }
    return span.organization.map(codes.contains) ?? false
  }

  /// 100 where the office is one that a title means, less where it is related, 25 where not.
  private func weighTitle(of office: UInt16, _ span: OfficeSpan) -> (share: Int, reason: String) {
    var best = (share: 25, reason: "another office than the title says")
    let state = span.state.flatMap { ShortCode($0) } ?? .none
    for title in query.titles {
      let special = title.offices.contains { $0.state == state && $0.state != .none }
      for (wanted, home) in title.offices {
        if home != .none ? home != state : special { continue }
        if wanted == office {
          return (100, "\(title.text) is the title")
        }
        if best.share < 70, facts.store.officeRules[wanted]?.related.contains(office) == true {
          best = (70, "\(title.text) may be the title")
        }
      }
      if fold(span.title) == fold(title.text), best.share < 95 {
        best = (95, "\(title.text) is the title")
      }
    }
    return best
  }

  /// 100 where the office was held on the day, less with the distance in time.
  private func weighTime(of span: OfficeSpan) -> (points: Int, reason: String) {
    guard let interval else {
      return (span.end == nil ? 90 : 85, "held \(NameRanking.period(span))")
    }
    switch query.tense {
    case .past: return weighPast(span, interval)
    case .future:
      if let start = span.start, start > interval.start, start <= interval.start.adding(months: 12)
      {
        return (110, "took office on \(start)")
      }
    case .present: break
    }
    switch span.validity(during: interval) {
    case .certain: return (100, "in office on \(dayText)")
    case .likely:
      return (85, "last seen in office on \(span.lastSeen?.description ?? "?"), end unknown")
    case .no: return weighOutside(span, interval)
    }
  }

  private func weighPast(_ span: OfficeSpan, _ interval: DateInterval) -> (Int, String) {
    if let end = span.end ?? span.lastSeen, end < interval.start {
      let years = (interval.start.dayNumber - end.dayNumber) / 365
      return (max(60, 100 - years * 2), "no longer in office on \(dayText)")
    }
    return span.validity(during: interval) > .no
      ? (40, "still in office on \(dayText)") : (0, "not yet in office on \(dayText)")
  }

  /// Not in office: news names people shortly after and before it too, and tables are wrong by days.
  private func weighOutside(_ span: OfficeSpan, _ interval: DateInterval) -> (Int, String) {
    if let start = span.start, start > interval.end {
      let days = start.dayNumber - interval.end.dayNumber
      let points = days <= 31 ? 70 : days <= 400 ? 45 : 0
      return (points, "not in office before \(start)")
    }
    if let end = span.end {
      let days = interval.start.dayNumber - end.dayNumber
      let points = days <= 31 ? 75 : max(10, 55 - days / 365 * 3)
      return (points, "in office until \(end)")
    }
    let seen = span.lastSeen ?? span.start ?? interval.start
    let years = (interval.start.dayNumber - seen.dayNumber) / 365
    return (max(10, 60 - years * 4), "last seen in office on \(seen), end unknown")
  }

  static func period(_ span: OfficeSpan) -> String {
    let start = span.start.map { "\($0)" } ?? "?"
    if let end = span.end { return "\(start) to \(end)" }
    return span.lastSeen.map { "from \(start), seen until \($0)" } ?? "since \(start)"
  }
}
