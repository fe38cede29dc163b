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
    var scored: [(Double, Pair)] = []
    for pair in candidates() {
      guard let weight = likeness.weight(Int(pair.first), Int(pair.second)) else { continue }
      weights[pair] = weight
      if weight >= Clustering.threshold { scored.append((weight, pair)) }
    }
    return scored.sorted { a, b in
      a.0 != b.0 ? a.0 > b.0 : (a.1.first, a.1.second) < (b.1.first, b.1.second)
    }
  }

  /// Pairs whose windows meet, and pairs of one time of publication of which one has no date.
  private func candidates() -> Set<Pair> {
    let reports = likeness.reports
    var pairs = meeting(reports.map(\.window)) { _, _ in true }
    pairs.formUnion(
      meeting(reports.map(\.publicationWindow)) { i, j in
        reports[i].knowledge == .unknown || reports[j].knowledge == .unknown
      })
    return pairs
  }

  private func meeting(_ windows: [DateInterval?], _ wanted: (Int, Int) -> Bool) -> Set<Pair> {
    let order = windows.indices.filter { windows[$0] != nil }.sorted { a, b in
      let x = windows[a]?.start.dayNumber ?? 0
      let y = windows[b]?.start.dayNumber ?? 0
      return x != y ? x < y : a < b
    }
    var pairs = Set<Pair>()
    for (position, i) in order.enumerated() {
      guard let end = windows[i]?.end else { continue }
      for j in order[(position + 1)...] {
        guard let start = windows[j]?.start, start <= end else { break }
        if wanted(i, j) { pairs.insert(Pair(i, j)) }
      }
    }
    return pairs
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
