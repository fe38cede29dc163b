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
  /// The stems of each report by number, ascending, and the sum of their weights.
  private let stems: [[Int32]]
  private let stemSums: [Double]
  /// Rarity of a stem within the group, by number.
  private let stemWeights: [Double]

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
    var numbers: [String: Int32] = [:]
    var counts: [Int] = []
    stems = reports.map { report in
      report.stems.map { stem in
        let number = numbers[stem] ?? Int32(counts.count)
        if number == counts.count {
          numbers[stem] = number
          counts.append(0)
        }
        counts[Int(number)] += 1
        return number
      }.sorted()
    }
    let total = Double(max(reports.count, 6))
    let weights = counts.map { 0.2 + max(0, 1.2 - 1.6 * Double($0) / total) }
    stemWeights = weights
    stemSums = stems.map { list in list.reduce(0) { $0 + weights[Int($1)] } }
  }

  /// How strongly two reports speak for one happening; nil where they cannot be one.
  func weight(_ i: Int, _ j: Int) -> Double? {
    let a = reports[i]
    let b = reports[j]
    guard a.documentIndex != b.documentIndex,
      let type = TypeFamily.weight(a.event.type, b.event.type),
      let date = Dates.weight(a, b),
      let mode = modeWeight(a, b),
      let sides = Sides.weight(a, b),
      let persons = Persons.weight(a, b),
      let place = placeWeight(a, b),
      let stages = stageWeight(a, b)
    else { return nil }
    let words = wordWeight(i, j)
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
  private func wordWeight(_ i: Int, _ j: Int) -> Double {
    let product = stemSums[i] * stemSums[j]
    let cosine = product > 0 ? sharedStemWeight(stems[i], stems[j]) / product.squareRoot() : 0
    let trigger = reports[i].triggerStem
    let isSameTrigger = !trigger.isEmpty && trigger == reports[j].triggerStem
    let weight = min(2.4, 4 * cosine) + (isSameTrigger ? 0.4 : 0)
    let isCopied =
      cosine > 0.6 && copies.isCopy(reports[i].documentIndex, reports[j].documentIndex)
    return isCopied ? weight + 2 : weight
  }

  private func sharedStemWeight(_ a: [Int32], _ b: [Int32]) -> Double {
    var i = 0
    var j = 0
    var sum = 0.0
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        sum += stemWeights[Int(a[i])]
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }
}
