import ChanceryRecord
import ChanceryText

/// The figures of one pair of sides for one period, and whether they fit together.
public struct FigureSeries: Codable, Equatable, Sendable {
  /// Two state codes, in alphabetical order.
  public var dyad: [String]
  public var period: EntryPeriod?
  public var unit: String
  public var figures: [EntryFigure]
  /// Sums and differences in words: "exports 146.92 + imports 331.12 = 478.04; stated 478.03: adds up".
  public var checks: [FigureCheck]
  /// Different values of one measure for the period.
  public var contradictions: [FigureContradiction]
}

/// One sum or difference that the figures should satisfy.
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
    return groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key in
      series(key, groups[key] ?? [])
    }
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

/// Checks turnover = exports + imports and balance = their difference.
///
/// Exports from A to B and imports of A from B are the two flows of the pair, whoever reports them.
struct FigureArithmetic {
  private let told: [Told]
  private let unit: String

  init(_ told: [Told], unit: String) {
    self.told = told
    self.unit = unit
  }

  func checks() -> [FigureCheck] {
    let flows = told.filter { $0.figure.measure == "exports" || $0.figure.measure == "imports" }
    var checks: [FigureCheck] = []
    for one in flows {
      for other in flows where isOpposite(one, other) && isFirst(one, other) {
        for total in told where total.figure.measure == "trade" && belongs(total, one, other) {
          checks.append(sum(one, other, total))
        }
        for balance in told
        where balance.figure.measure == "trade_balance" && belongs(balance, one, other) {
          checks.append(difference(one, other, balance))
        }
      }
    }
    var seen = Set<String>()
    return checks.filter { seen.insert($0.text).inserted }.sorted { $0.text < $1.text }
  }

  private func isOpposite(_ a: Told, _ b: Told) -> Bool {
    a.figure.from == b.figure.to && a.figure.to == b.figure.from
  }

  /// Exports before imports; of two of a kind the alphabetically first exporter.
  private func isFirst(_ a: Told, _ b: Told) -> Bool {
    (a.figure.measure, a.figure.from ?? "") < (b.figure.measure, b.figure.from ?? "")
  }

  /// A total is checked against the flows of its own document, else against any.
  private func belongs(_ total: Told, _ a: Told, _ b: Told) -> Bool {
    let own = told.filter {
      $0.document == total.document
        && ($0.figure.measure == "exports" || $0.figure.measure == "imports")
    }
    let hasBoth = own.contains { one in own.contains { isOpposite(one, $0) } }
    return hasBoth ? a.document == total.document && b.document == total.document : true
  }

  private func sum(_ a: Told, _ b: Told, _ total: Told) -> FigureCheck {
    let value = a.figure.value + b.figure.value
    let words = "\(label(a)) + \(label(b)) = \(scaled(value)); stated \(scaled(total.figure.value))"
    return check(words, value, total, [a, b, total])
  }

  private func difference(_ a: Told, _ b: Told, _ balance: Told) -> FigureCheck {
    let (high, low) = a.figure.value >= b.figure.value ? (a, b) : (b, a)
    let value = high.figure.value - low.figure.value
    let words =
      "\(label(high)) - \(label(low)) = \(scaled(value)); stated balance \(scaled(balance.figure.value))"
    return check(words, value, balance, [a, b, balance])
  }

  private func check(_ words: String, _ value: Double, _ stated: Told, _ all: [Told]) -> FigureCheck
  {
    let isRough = all.contains { $0.figure.qualifier != nil }
    let largest = all.map { abs($0.figure.value) }.max() ?? 0
    let rounding = all.map { FigureText.halfUnit($0.figure.value) }.reduce(0, +)
    let room = max(rounding, largest * (isRough ? 0.05 : 0.002))
    let holds = abs(value - abs(stated.figure.value)) <= room + 1e-9
    return FigureCheck(
      holds: holds, text: words + (holds ? ": adds up" : ": does not add up"),
      documents: Set(all.map(\.document)).sorted())
  }

  private func label(_ told: Told) -> String {
    "\(told.figure.measure) \(scaled(told.figure.value))"
  }

  /// One scale for all numbers of the check.
  private func scaled(_ value: Double) -> String {
    let largest = told.map { abs($0.figure.value) }.max() ?? 0
    return FigureText.scaled(value, largest: largest)
  }
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
