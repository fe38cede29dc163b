/// Counts of an evaluation, by name.
struct Tally {
  private var counts: [String: Int] = [:]
  /// For each status: in the annotation, in the answer, right.
  var statuses: [String: (gold: Int, got: Int, right: Int)] = [:]

  subscript(_ name: String) -> Int {
    get { counts[name] ?? 0 }
    set { counts[name] = newValue }
  }

  mutating func add(_ name: String, _ condition: Bool) {
    counts[name, default: 0] += condition ? 1 : 0
  }

  func ratio(_ part: String, _ whole: String) -> Double { quotient(self[part], self[whole]) }

  /// Harmonic mean of precision and recall.
  func f1(_ right: String, _ gold: String, _ got: String) -> Double {
    quotient(2 * self[right], self[gold] + self[got])
  }

  /// F1 averaged over the statuses that occur in the annotation of the matched events.
  var statusMacroF1: Double {
    let seen = statuses.keys.sorted().compactMap { statuses[$0] }.filter { $0.gold > 0 }
    let sum = seen.map { quotient(2 * $0.right, $0.gold + $0.got) }.reduce(0, +)
    return seen.isEmpty ? 0 : sum / Double(seen.count)
  }
}

func quotient(_ part: Int, _ whole: Int) -> Double {
  whole == 0 ? 0 : Double(part) / Double(whole)
}
