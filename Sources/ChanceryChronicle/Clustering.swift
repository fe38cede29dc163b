import ChanceryText

/// Joins the reports of one group into happenings, the surest pairs first.
///
/// Two clusters join when no two of their reports exclude each other and their mean and best
/// likeness pass the threshold. Cost: quadratic in reports whose windows meet.
struct Clustering {
  private let likeness: Likeness
  private var weights: [Pair: Double] = [:]
  private static let threshold = 1.8

  private struct Pair: Hashable {
    var first: Int32
    var second: Int32

    init(_ a: Int, _ b: Int) {
      first = Int32(min(a, b))
      second = Int32(max(a, b))
    }
  }

  init(_ likeness: Likeness) { self.likeness = likeness }

  /// Indices of reports by happening, each sorted, in order of the first member.
  mutating func clusters() -> [[Int]] {
    let candidates = scoredPairs()
    var home = Array(likeness.reports.indices)
    var members = home.map { [$0] }
    for (_, pair) in candidates {
      let x = home[Int(pair.first)]
      let y = home[Int(pair.second)]
      guard x != y, canJoin(members[x], members[y]) else { continue }
      let (kept, gone) = (min(x, y), max(x, y))
      members[kept] = (members[kept] + members[gone]).sorted()
      for index in members[gone] { home[index] = kept }
      members[gone] = []
    }
    return members.filter { !$0.isEmpty }
  }

  private mutating func scoredPairs() -> [(Double, Pair)] {
    let reports = likeness.reports
    var scored: [(Double, Pair)] = []
    func weigh(_ i: Int, _ j: Int) {
      guard let weight = likeness.weight(i, j) else { return }
      weights[Pair(i, j)] = weight
      if weight >= Clustering.threshold { scored.append((weight, Pair(i, j))) }
    }
    meetings(of: reports.map(\.window)) { weigh($0, $1) }
    // Texts of one time may look back on one past, one of them without a date.
    meetings(of: reports.map(\.publicationWindow)) { i, j in
      let isUndated = reports[i].knowledge == .unknown || reports[j].knowledge == .unknown
      if isUndated, !Dates.canMeet(reports[i], reports[j]) { weigh(i, j) }
    }
    return scored.sorted { a, b in
      a.0 != b.0 ? a.0 > b.0 : (a.1.first, a.1.second) < (b.1.first, b.1.second)
    }
  }

  /// Calls `body` for each two reports whose days meet.
  private func meetings(of windows: [DateInterval?], _ body: (Int, Int) -> Void) {
    let dated = windows.indices.compactMap { index in
      windows[index].map { (start: $0.start.dayNumber, end: $0.end.dayNumber, index: index) }
    }.sorted { a, b in a.start != b.start ? a.start < b.start : a.index < b.index }
    for (position, one) in dated.enumerated() {
      for other in dated[(position + 1)...] {
        if other.start > one.end { break }
        body(one.index, other.index)
      }
    }
  }

  private func canJoin(_ a: [Int], _ b: [Int]) -> Bool {
    var sum = 0.0
    var best = -Double.infinity
    for i in a {
      for j in b {
        // Pairs that were never compared lie too far apart in time.
        guard let weight = weights[Pair(i, j)] else { return false }
        sum += weight
        best = max(best, weight)
      }
    }
    let mean = sum / Double(a.count * b.count)
    return 0.5 * (mean + best) >= Clustering.threshold
  }
}
