import ChanceryRecord
import ChanceryText

/// The figures of one pair of sides for one period, and whether they fit together.
public struct FigureSeries: Codable, Equatable, Sendable {
  /// Two state codes, in alphabetical order.
  public var dyad: [String]
  public var period: EntryPeriod?
  public var unit: String
  public var figures: [EntryFigure]
  /// Sums, differences, growth and shares in words: "exports 146.92 + imports 331.12 = 478.04; stated 478.03: adds up".
  public var checks: [FigureCheck]
  /// Different values of one measure for the period.
  public var contradictions: [FigureContradiction]
}

/// One sum, difference, growth or share that the figures should satisfy.
public struct FigureCheck: Codable, Equatable, Sendable {
  public var holds: Bool
  public var text: String
  public var documents: [String]
}

/// Values of one measure that cannot all be right.
public struct FigureContradiction: Codable, Equatable, Sendable {
  public var measure: String
  public var from: String
  public var to: String
  public var values: [ConflictValue]
}

extension FigureSeries {
  private static let tradeMeasures: Set<String> = ["trade", "exports", "imports", "trade_balance"]

  /// All figures between two sides, by dyad, period and unit.
  public static func all(in records: [Record]) -> [FigureSeries] {
    var groups: [[String]: [Told]] = [:]
    for record in records {
      let document = record.document.uri ?? record.document.id
      for figure in record.figures {
        guard let from = figure.from, let to = figure.to, from != to else { continue }
        let period = figure.period?.interval
        let key = [
          min(from, to), max(from, to), period?.start.description ?? "~",
          period?.end.description ?? "~", figure.unit,
        ]
        groups[key, default: []].append(Told(figure: figure, document: document))
      }
    }
    var all = groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key in
      series(key, groups[key] ?? [])
    }
    for finding in records.flatMap({ FigureChanges($0).findings() }) {
      guard let index = all.firstIndex(where: { $0.holds(finding.figure) }),
        !all[index].checks.contains(where: { $0.text == finding.check.text })
      else { continue }
      all[index].checks.append(finding.check)
    }
    return all
  }

  /// A figure of the pair, the period and the unit.
  private func holds(_ figure: Figure) -> Bool {
    guard let from = figure.from, let to = figure.to, unit == figure.unit else { return false }
    let days = figure.period?.interval
    return dyad == [min(from, to), max(from, to)] && period?.start == days?.start.description
      && period?.end == days?.end.description
  }

  private static func series(_ key: [String], _ told: [Told]) -> FigureSeries {
    let period = key[2] == "~" ? nil : EntryPeriod(start: key[2], end: key[3])
    let merged = merge(told)
    return FigureSeries(
      dyad: [key[0], key[1]], period: period, unit: key[4], figures: merged,
      checks: FigureArithmetic(told, unit: key[4]).checks(),
      contradictions: period == nil ? [] : contradictions(told))
  }

  private static func merge(_ told: [Told]) -> [EntryFigure] {
    var all: [EntryFigure] = []
    for one in told {
      let figure = EntryFigure(
        measure: one.figure.measure, value: one.figure.value, unit: one.figure.unit,
        qualifier: one.figure.qualifier, from: one.figure.from, to: one.figure.to, documents: [])
      let index = all.firstIndex { known in
        var bare = known
        bare.documents = []
        return bare == figure
      }
      if index == nil { all.append(figure) }
      let position = index ?? all.count - 1
      if !all[position].documents.contains(one.document) {
        all[position].documents.append(one.document)
      }
    }
    for index in all.indices { all[index].documents.sort() }
    return all.sorted { a, b in
      (a.measure, a.from ?? "", a.value) != (b.measure, b.from ?? "", b.value)
        ? (a.measure, a.from ?? "", a.value) < (b.measure, b.from ?? "", b.value)
        : (a.qualifier ?? "") < (b.qualifier ?? "")
    }
  }

  private static func contradictions(_ told: [Told]) -> [FigureContradiction] {
    let kinds = Set(told.map { FigureKind($0.figure) }).sorted()
    return kinds.compactMap { kind in
      guard
        tradeMeasures.contains(kind.measure)
          || told.allSatisfy({ $0.figure.measure == kind.measure })
      else { return nil }
      let own = told.filter { FigureKind($0.figure) == kind }
      let opposed = own.filter { one in
        own.contains { $0.document != one.document && FigureKind.exclude(one.figure, $0.figure) }
      }
      guard !opposed.isEmpty else { return nil }
      let values = Set(opposed.map(\.figure.value)).sorted().map { value in
        ConflictValue(
          value: FigureText.number(value),
          documents: Set(opposed.filter { $0.figure.value == value }.map(\.document)).sorted())
      }
      guard values.count > 1 else { return nil }
      return FigureContradiction(
        measure: kind.measure, from: kind.from, to: kind.to, values: values)
    }
  }
}

/// A figure with the document that tells it.
struct Told {
  var figure: Figure
  var document: String
}

/// Numbers as words of a report, without locale.
enum FigureText {
  /// Up to two decimals, none where they are zero: 542, 146.92, 1500000.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 9e15 else { return String(value) }
    let hundredths = Int((abs(value) * 100).rounded())
    let sign = value < 0 && hundredths != 0 ? "-" : ""
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// In millions or billions where the largest number is that large.
  static func scaled(_ value: Double, largest: Double) -> String {
    if largest >= 1e10 { return number(value / 1e9) + " bn" }
    if largest >= 1e6 { return number(value / 1e6) + " m" }
    return number(value)
  }

  /// At most two significant digits: probably rounded.
  static func isRound(_ value: Double) -> Bool {
    guard value != 0 else { return true }
    return significantDigits(value) <= 2
  }

  /// Half a unit of the last digit that is not zero: 478030000 is known to 5000.
  static func halfUnit(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return 0 }
    var unit = 1e-4
    var rest = (abs(value) / unit).rounded()
    while rest >= 10, rest.truncatingRemainder(dividingBy: 10) == 0 {
      rest /= 10
      unit *= 10
    }
    return unit / 2
  }

  private static func significantDigits(_ value: Double) -> Int {
    var rest = (abs(value) * 1e4).rounded()
    while rest >= 10, rest.truncatingRemainder(dividingBy: 10) == 0 { rest /= 10 }
    var count = 0
    while rest >= 1 {
      rest = (rest / 10).rounded(.down)
      count += 1
    }
    return count
  }
}
