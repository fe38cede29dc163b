import ChanceryRecord
import ChanceryText

/// What the reports of one happening contradict each other in.
///
/// Only reports of what took place (or did not) are compared: a plan that changed, or a day that
/// moved, is no conflict.
struct ConflictFinder {
  let reports: [Report]
  let likeness: Likeness

  func conflicts() -> [Conflict] {
    [place, day, figure, actors, status].compactMap { $0 }
  }

  private var real: [Report] { reports.filter(\.isReal) }

  /// Groups reports by the value they hold; a conflict only where two groups cannot both be true.
  private func conflict<Value>(
    _ field: Conflict.Field, _ held: [(report: Report, value: Value)],
    same: (Value, Value) -> Bool, exclude: (Value, Value) -> Bool, text: (Value) -> String
  ) -> Conflict? {
    var groups: [(value: Value, documents: [String])] = []
    for (report, value) in held {
      if let index = groups.firstIndex(where: { same($0.value, value) }) {
        if !groups[index].documents.contains(report.document) {
          groups[index].documents.append(report.document)
        }
      } else {
        groups.append((value, [report.document]))
      }
    }
    let opposed = groups.indices.filter { i in
      groups.indices.contains { $0 != i && exclude(groups[i].value, groups[$0].value) }
    }
    guard opposed.count > 1 else { return nil }
    let values = opposed.map {
      ConflictValue(value: text(groups[$0].value), documents: groups[$0].documents)
    }
    return Conflict(field: field, values: values.sorted(by: Self.weightier))
  }

  private static func weightier(_ a: ConflictValue, _ b: ConflictValue) -> Bool {
    a.documents.count != b.documents.count
      ? a.documents.count > b.documents.count : a.value < b.value
  }

  /// A visit may touch several cities of its host.
  private var place: Conflict? {
    let held = real.compactMap { report in
      report.event.where.map { (report: report, value: (place: $0, mode: report.event.mode)) }
    }
    return conflict(
      .where, held, same: { likeness.places($0.place, $1.place) == .same },
      exclude: { a, b in
        switch likeness.places(a.place, b.place) {
        case .apart: true
        case .sameCountry: a.mode != "visit" && b.mode != "visit"
        case .same, .within: false
        }
      }, text: { $0.place.name })
  }

  private var day: Conflict? {
    let held = real.filter { $0.knowledge == .told }.compactMap { report in
      report.interval.map { (report: report, value: $0) }
    }
    return conflict(
      .when, held.filter { $0.value.dayCount <= 7 }, same: { $0 == $1 },
      exclude: { !$0.meets($1) },
      text: { $0.dayCount == 1 ? $0.start.description : "\($0.start)..\($0.end)" })
  }

  /// Single values of one measure that differ by more than their rounding.
  private var figure: Conflict? {
    let all = real.flatMap { report in report.figures.map { (report: report, figure: $0) } }
    let kinds = Set(all.map { FigureKind($0.figure) }).sorted()
    for kind in kinds {
      let held = real.compactMap { report -> (report: Report, value: Figure)? in
        let own = report.figures.filter { FigureKind($0) == kind }
        guard let first = own.first, own.allSatisfy({ $0.value == first.value }) else { return nil }
        return (report, first)
      }
      let found = conflict(
        .figure, held, same: { $0.value == $1.value }, exclude: FigureKind.exclude,
        text: { FigureText.number($0.value) })
      if let found { return found }
    }
    return nil
  }

  /// Different people named for one state, neither list a part of the other.
  private var actors: Conflict? {
    let states = Set(real.flatMap { $0.parties.filter(\.isPerson).map(\.side) }).sorted()
    for side in states {
      let held = real.compactMap { report -> (report: Report, value: [Party])? in
        let people = report.parties.filter { $0.side == side && $0.isPerson }
        return people.isEmpty ? nil : (report, people)
      }
      let covers: ([Party], [Party]) -> Bool = { a, b in
        b.allSatisfy { person in a.contains { $0.isSamePerson(as: person) } }
      }
      let found = conflict(
        .actors, held, same: { covers($0, $1) && covers($1, $0) },
        exclude: { !covers($0, $1) && !covers($1, $0) },
        text: { $0.map(\.name).sorted().joined(separator: ", ") })
      if let found { return found }
    }
    return nil
  }

  /// Told as done and as not done by texts that both look back on it.
  private var status: Conflict? {
    let happened = reports.filter(\.isReal)
    let day = happened.compactMap(\.interval).map(\.start).min()
    let undone = reports.filter { report in
      guard report.status == .denied || report.status == .cancelled else { return false }
      guard let day, let told = report.published else { return true }
      return told.end >= day
    }
    guard !happened.isEmpty, !undone.isEmpty else { return nil }
    let held = (happened + undone).map { (report: $0, value: $0.status) }
    return conflict(
      .status, held, same: { $0 == $1 },
      exclude: { a, b in
        let real: Set<Status> = [.occurred, .ongoing]
        return real.contains(a) != real.contains(b)
      }, text: { $0.rawValue })
  }
}

/// What a figure measures, as far as two figures must agree to be compared.
struct FigureKind: Hashable, Comparable {
  var measure: String
  var unit: String
  var from: String
  var to: String

  init(_ figure: Figure) {
    measure = figure.measure
    unit = figure.unit
    from = figure.from ?? ""
    to = figure.to ?? ""
  }

  static func < (a: FigureKind, b: FigureKind) -> Bool {
    (a.measure, a.unit, a.from, a.to) < (b.measure, b.unit, b.from, b.to)
  }

  /// Whether two values of one kind cannot both be true, given "about", "over" and "under".
  static func exclude(_ a: Figure, _ b: Figure) -> Bool {
    let (low, high) = a.value <= b.value ? (a, b) : (b, a)
    if low.qualifier == "over" || high.qualifier == "under" { return false }
    let isRough = low.qualifier == "about" || high.qualifier == "about"
    let room =
      isRough ? 0.1 : FigureText.isRound(low.value) || FigureText.isRound(high.value) ? 0.03 : 0.005
    return high.value - low.value > room * abs(high.value)
  }
}
