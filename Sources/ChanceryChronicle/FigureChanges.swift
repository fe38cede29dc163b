import ChanceryRecord
import ChanceryText

/// Growth and shares that one document states beside the amounts that they follow from.
///
/// Rounding of the words is allowed for: half a unit of the last digit of each number that is not zero, a
/// twentieth of a number that is told as "about".
struct FigureChanges {
  /// A check with the figure in whose series it belongs.
  struct Finding {
    var figure: Figure
    var check: FigureCheck
  }

  private let figures: [Figure]
  private let document: String

  init(_ record: Record) {
    figures = record.figures
    document = record.document.uri ?? record.document.id
  }

  func findings() -> [Finding] {
    figures.filter { $0.unit == "percent" }.compactMap { stated in
      switch stated.measure {
      case "growth": growth(stated)
      case "share": share(stated)
      default: nil
      }
    }
  }

  /// "rose by 25 percent, from 4 billion in 2010 to 5 billion in 2011"
  private func growth(_ stated: Figure) -> Finding? {
    let amounts = figures.filter { $0.unit != "percent" && isNear($0, stated) }
    for later in amounts {
      for earlier in amounts where isEarlier(earlier, later) {
        let change = 100 * (later.value - earlier.value) / earlier.value
        let room = 100 * (room(earlier) + room(later)) / abs(earlier.value) + self.room(stated)
        let largest = max(abs(earlier.value), abs(later.value))
        let words =
          "\(later.measure) \(FigureText.scaled(earlier.value, largest: largest)) to "
          + "\(FigureText.scaled(later.value, largest: largest)) = \(FigureText.number(change)) %"
        return finding(words, change, stated, room, later)
      }
    }
    return nil
  }

  /// Same measure, unit and pair of states, a period that ended before the other began.
  private func isEarlier(_ a: Figure, _ b: Figure) -> Bool {
    guard a.measure == b.measure, a.unit == b.unit, a.value != 0, FigureKind(a) == FigureKind(b),
      let before = a.period?.interval, let after = b.period?.interval
    else { return false }
    return before.end < after.start
  }

  /// "exports of 2 billion, 40 percent of the turnover of 5 billion"
  private func share(_ stated: Figure) -> Finding? {
    let amounts = figures.filter { $0.unit != "percent" && $0.evidence == stated.evidence }
    guard amounts.count == 2, amounts[0].unit == amounts[1].unit,
      let part = amounts.min(by: { $0.value < $1.value }),
      let whole = amounts.max(by: { $0.value < $1.value }), part.value != whole.value,
      whole.value > 0
    else { return nil }
    let share = 100 * part.value / whole.value
    let room = 100 * (room(part) + room(whole)) / whole.value + room(stated)
    let words =
      "\(part.measure) \(FigureText.scaled(part.value, largest: whole.value)) of "
      + "\(whole.measure) \(FigureText.scaled(whole.value, largest: whole.value))"
      + " = \(FigureText.number(share)) %"
    return finding(words, share, stated, room, part)
  }

  private func finding(
    _ words: String, _ value: Double, _ stated: Figure, _ room: Double, _ figure: Figure
  ) -> Finding {
    let holds = abs(value - stated.value) <= room + 1e-9
    let text =
      "\(words); stated \(FigureText.number(stated.value)) %"
      + (holds ? ": adds up" : ": does not add up")
    return Finding(
      figure: figure, check: FigureCheck(holds: holds, text: text, documents: [document]))
  }

  /// The evidence of both overlaps, or 300 code points lie between at most.
  private func isNear(_ a: Figure, _ b: Figure) -> Bool {
    guard let x = a.evidence.first, let y = b.evidence.first else { return false }
    return x.start < y.end + 300 && y.start < x.end + 300
  }

  private func room(_ figure: Figure) -> Double {
    let value = abs(figure.value)
    if figure.qualifier != nil { return 0.05 * value }
    return min(max(FigureText.halfUnit(value), 0.002 * value), 0.05 * value)
  }
}
