import ChanceryText

/// Checks the sums that a document's figures make with one another.
///
/// Turnover is exports and imports together, balance their difference, growth the change from one period to the
/// next, a share a part of its whole. Rounding of the words is allowed for: half a unit of the last digit that is
/// not zero, or half a hundredth of the value where that is more.
public struct FigureArithmetic: Sendable {
  public enum Relation: String, Sendable {
    case turnover, balance, growth, share
  }

  /// One sum: what the operands give, what the text states.
  public struct Finding: Sendable, Equatable {
    public var relation: Relation
    /// The figure that states the result, as an index.
    public var result: Int
    /// Figures that the result follows from, as indices.
    public var operands: [Int]
    public var expected: Double
    public var stated: Double
    public var addsUp: Bool
  }

  public init() {}

  /// Findings in the order of their result.
  public func findings(_ figures: [DraftFigure]) -> [Finding] {
    var result: [Finding] = []
    for (i, figure) in figures.enumerated() {
      switch figure.measure {
      case "trade": result += flows(figures, i, .turnover)
      case "trade_balance": result += flows(figures, i, .balance)
      case "growth": result += growth(figures, i)
      case "share": result += share(figures, i)
      default: continue
      }
    }
    return result
  }

  private func flows(_ figures: [DraftFigure], _ total: Int, _ relation: Relation) -> [Finding] {
    let whole = figures[total]
    var found: [Finding] = []
    for (i, one) in figures.enumerated()
    where one.measure == "exports" && agree(one, whole) {
      for (j, other) in figures.enumerated()
      where other.measure == "imports" && agree(other, whole) && opposite(one, other) {
        let expected =
          relation == .turnover ? one.value + other.value : abs(one.value - other.value)
        let slack = tolerance(one) + tolerance(other) + tolerance(whole)
        let stated = relation == .turnover ? whole.value : abs(whole.value)
        found.append(
          Finding(
            relation: relation, result: total, operands: [i, j], expected: expected,
            stated: stated, addsUp: abs(expected - stated) <= slack))
      }
    }
    return Array(found.prefix(1))
  }

  private func growth(_ figures: [DraftFigure], _ index: Int) -> [Finding] {
    let change = figures[index]
    let money = figures.indices.filter {
      figures[$0].unit != "percent" && near(figures[$0], change)
    }
    for later in money {
      for earlier in money where earlier != later {
        let a = figures[earlier]
        let b = figures[later]
        guard a.measure == b.measure, a.unit == b.unit, a.value != 0, let from = a.period,
          let to = b.period, from.end < to.start
        else { continue }
        let expected = 100 * (b.value - a.value) / a.value
        let slack = 100 * (tolerance(a) + tolerance(b)) / a.value + tolerance(change)
        return [
          Finding(
            relation: .growth, result: index, operands: [earlier, later], expected: expected,
            stated: change.value, addsUp: abs(expected - change.value) <= slack)
        ]
      }
    }
    return []
  }

  private func share(_ figures: [DraftFigure], _ index: Int) -> [Finding] {
    let share = figures[index]
    let beside = figures.indices.filter {
      $0 != index && figures[$0].unit != "percent" && figures[$0].evidence == share.evidence
    }
    guard beside.count == 2 else { return [] }
    let (a, b) = (beside[0], beside[1])
    guard figures[a].unit == figures[b].unit else { return [] }
    let part = figures[a].value <= figures[b].value ? a : b
    let whole = part == a ? b : a
    guard figures[whole].value > 0 else { return [] }
    let expected = 100 * figures[part].value / figures[whole].value
    let slack =
      100 * (tolerance(figures[part]) + tolerance(figures[whole])) / figures[whole].value
      + tolerance(share)
    return [
      Finding(
        relation: .share, result: index, operands: [part, whole], expected: expected,
        stated: share.value, addsUp: abs(expected - share.value) <= slack)
    ]
  }

  /// Same currency, same pair of states where both are known, periods that meet where both are known.
  private func agree(_ part: DraftFigure, _ whole: DraftFigure) -> Bool {
    guard part.unit == whole.unit else { return false }
    let parts = Set([part.from, part.to].compactMap { $0 })
    let wholes = Set([whole.from, whole.to].compactMap { $0 })
    if !parts.isEmpty, wholes.count == 2, !parts.isSubset(of: wholes) { return false }
    guard let a = part.period, let b = whole.period else { return true }
    return a.meets(b)
  }

  /// Exports one way and imports the other way, or the same two states seen from one of them.
  private func opposite(_ exports: DraftFigure, _ imports: DraftFigure) -> Bool {
    guard let seller = exports.from, let buyer = imports.to else { return true }
    return seller == buyer
  }

  private func near(_ a: DraftFigure, _ b: DraftFigure) -> Bool {
    guard let x = a.evidence.first, let y = b.evidence.first else { return false }
    return x.overlaps(y) || abs(x.start - y.end) < 300 || abs(y.start - x.end) < 300
  }

  private func tolerance(_ figure: DraftFigure) -> Double {
    let value = abs(figure.value)
    if figure.qualifier != nil { return 0.05 * value }
    guard value > 0 else { return 0 }
    var unit = 1e-4
    while unit < value, (value / (unit * 10)).rounded() * unit * 10 == value { unit *= 10 }
    return min(max(unit / 2, 0.005 * value), 0.05 * value)
  }
}
