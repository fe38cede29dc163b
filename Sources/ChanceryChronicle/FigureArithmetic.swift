import ChanceryRecord

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
