import ChanceryRecord
import ChanceryText

/// Weighs whether two reports tell one happening, within one group of reports.
///
/// Weights add up like log odds; `nil` means that the two cannot be one. Everything it knows comes
/// from the reports of the group, so a group gives the same entries wherever it is merged.
struct Likeness {
  let reports: [Report]
  let copies: CopyFinder
  /// Folded names of states: a `where` with such a name is vaguer than a city.
  private let stateNames: Set<String>
  /// Rarity of a stem within the group.
  private let stemWeights: [String: Double]

  init(reports: [Report], copies: CopyFinder) {
    self.reports = reports
    self.copies = copies
    var names = Set<String>()
    for report in reports {
      for party in report.parties where !party.isPerson && party.state != nil {
        names.insert(party.nameWords.joined(separator: " "))
      }
    }
    stateNames = names
    var counts: [String: Int] = [:]
    for report in reports { for stem in report.stems { counts[stem, default: 0] += 1 } }
    let total = Double(reports.count)
    stemWeights = counts.mapValues { 0.2 + max(0, 1.2 - 1.6 * Double($0) / max(total, 6)) }
  }

  func weight(_ i: Int, _ j: Int) -> Double? {
    let a = reports[i]
    let b = reports[j]
    guard a.documentIndex != b.documentIndex,
      let type = TypeFamily.weight(a.event.type, b.event.type),
      let mode = modeWeight(a, b),
      let sides = Sides.weight(a, b),
      let persons = Persons.weight(a, b),
      let date = Dates.weight(a, b),
      let place = placeWeight(a, b),
      let stages = stageWeight(a, b)
    else { return nil }
    let words = wordWeight(a, b)
    if type < 0 || !Dates.canMeet(a, b), words < 0.8 { return nil }
    return type + mode + sides + persons + date + place + stages + words
  }

  /// A telephone call is no meeting; a meeting without mode may be the visit it belongs to.
  private func modeWeight(_ a: Report, _ b: Report) -> Double? {
    guard let mine = a.event.mode, let theirs = b.event.mode else {
      if a.event.mode == nil, b.event.mode == nil { return 0 }
      let mode = a.event.mode ?? b.event.mode
      return mode == "visit" ? -0.8 : mode == "phone" ? -1.5 : -0.3
    }
    if mine == theirs { return 0.5 }
    if a.event.type == .consult, b.event.type == .consult {
      return mine == "phone" || theirs == "phone" ? nil : -1
    }
    return -0.8
  }

  private func placeWeight(_ a: Report, _ b: Report) -> Double? {
    guard let here = a.event.where, let there = b.event.where else { return 0 }
    switch places(here, there) {
    case .same: return 1
    case .within: return 0.3
    case .sameCountry:
      let moving = a.event.mode == "visit" && b.event.mode == "visit"
      return moving ? 0 : Dates.isSameDay(a, b) ? -0.6 : -1.2
    case .apart: return Dates.isSameDay(a, b) ? -2.2 : nil
    }
  }

  enum PlaceRelation { case same, within, sameCountry, apart }

  func places(_ a: Where, _ b: Where) -> PlaceRelation {
    let mine = contentWords(of: a.name).joined(separator: " ")
    let theirs = contentWords(of: b.name).joined(separator: " ")
    if mine == theirs || isNear(a, b) { return .same }
    let mineIsState = stateNames.contains(mine)
    let theirsIsState = stateNames.contains(theirs)
    if let country = a.country, let other = b.country, country != other { return .apart }
    if mineIsState || theirsIsState { return .within }
    if mine.contains(theirs) || theirs.contains(mine) { return .within }
    return .sameCountry
  }

  func isState(_ place: Where) -> Bool {
    stateNames.contains(contentWords(of: place.name).joined(separator: " "))
  }

  /// Within some twenty kilometres.
  private func isNear(_ a: Where, _ b: Where) -> Bool {
    guard let lat = a.latitude, let lon = a.longitude, let lat2 = b.latitude, let lon2 = b.longitude
    else { return false }
    return abs(lat - lat2) < 0.2 && abs(lon - lon2) < 0.25
  }

  /// A plan is told before the happening; what was called off did not take place.
  private func stageWeight(_ a: Report, _ b: Report) -> Double? {
    if a.isReal && b.status == .cancelled || b.isReal && a.status == .cancelled {
      return Dates.isSameDay(a, b) ? -1.2 : nil
    }
    guard a.isSettled != b.isSettled else { return 0 }
    let plan = a.isSettled ? b : a
    let outcome = a.isSettled ? a : b
    guard let told = plan.published, let known = outcome.published else { return 0 }
    return told.start > known.end + 1 ? -1.5 : 0.2
  }

  /// Cosine of the evidences' rare words, and whether both hang on the same word.
  func wordWeight(_ a: Report, _ b: Report) -> Double {
    var shared = 0.0
    var mine = 0.0
    var theirs = 0.0
    for stem in a.stems {
      let weight = stemWeights[stem] ?? 0
      mine += weight
      if b.stems.contains(stem) { shared += weight }
    }
    for stem in b.stems { theirs += stemWeights[stem] ?? 0 }
    let cosine = mine * theirs > 0 ? shared / (mine * theirs).squareRoot() : 0
    let sameTrigger = !a.triggerStem.isEmpty && a.triggerStem == b.triggerStem
    var weight = min(2.4, 4 * cosine) + (sameTrigger ? 0.4 : 0)
    if cosine > 0.6, copies.isCopy(a.documentIndex, b.documentIndex) { weight += 2 }
    return weight
  }
}

/// Whether two events have compatible states on compatible sides.
enum Sides {
  static func weight(_ a: Report, _ b: Report) -> Double? {
    if TypeFamily.isDirected(a.event.type), a.event.type == b.event.type,
      !(a.recipients.isEmpty && b.recipients.isEmpty)
    {
      return directed(a, b)
    }
    if a.event.mode == "visit", b.event.mode == "visit", !a.recipients.isEmpty,
      !b.recipients.isEmpty
    {
      return directed(a, b)
    }
    return overlap(sides(a.parties), sides(b.parties))
  }

  private static func sides(_ parties: [Party]) -> Set<String> { Set(parties.map(\.side)) }

  private static func directed(_ a: Report, _ b: Report) -> Double? {
    guard let doers = oneSide(sides(a.actors), sides(b.actors)),
      let targets = oneSide(sides(a.recipients), sides(b.recipients))
    else { return nil }
    return doers + targets
  }

  private static func oneSide(_ a: Set<String>, _ b: Set<String>) -> Double? {
    if a == b { return 0.4 }
    if a.isEmpty || b.isEmpty { return -0.3 }
    guard !a.isDisjoint(with: b) else { return nil }
    return -0.3
  }

  private static func overlap(_ a: Set<String>, _ b: Set<String>) -> Double? {
    let shared = a.intersection(b).count
    let all = a.union(b).count
    guard all > 0, shared >= min(2, all) else { return nil }
    let share = Double(shared) / Double(all)
    return share == 1 ? 0.8 : a.isSubset(of: b) || b.isSubset(of: a) ? 0 : share >= 0.5 ? -0.4 : nil
  }
}

/// Whether the named persons of each state can be the same people.
enum Persons {
  static func weight(_ a: Report, _ b: Report) -> Double? {
    var total = 0.0
    for side in Set(a.parties.map(\.side)).intersection(b.parties.map(\.side)).sorted() {
      let mine = a.parties.filter { $0.side == side && $0.isPerson }
      let theirs = b.parties.filter { $0.side == side && $0.isPerson }
      guard !mine.isEmpty, !theirs.isEmpty else { continue }
      if mine.contains(where: { person in theirs.contains { person.isSamePerson(as: $0) } }) {
        total += 0.6
      } else if a.event.type == .consult {
        return nil
      } else {
        total -= 0.8
      }
    }
    return min(1.2, total)
  }
}

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
