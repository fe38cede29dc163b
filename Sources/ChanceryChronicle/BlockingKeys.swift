import ChanceryRecord
import ChanceryText

extension Report {
  /// The days within which another report may tell the same happening; nil without any date.
  ///
  /// Margins cover a day that moved, a day told wrongly, and the silence of texts that date nothing.
  var window: DateInterval? {
    switch knowledge {
    case .told:
      let margin = isTentative ? Margin.plan : Margin.day
      return interval.map { DateInterval($0.start - margin, $0.end + margin) }
    case .guessed:
      return interval.map { DateInterval($0.start - Margin.guess, $0.end + Margin.guess) }
    case .unknown:
      guard let published else { return nil }
      switch status {
      case .planned, .possible:
        return DateInterval(published.start - Margin.guess, published.end + Margin.ahead)
      case .cancelled:
        return DateInterval(published.start - Margin.back, published.end + Margin.ahead)
      case .occurred, .ongoing, .denied:
        return DateInterval(published.start - Margin.back, published.end + Margin.day)
      }
    }
  }

  private enum Margin {
    static let day = 4
    static let guess = 10
    static let plan = 45
    static let ahead = 150
    static let back = 400
  }

  /// Names under which the report must be brought together with others: reports that could be one
  /// entry share a key. Family of the type, two of the parties, a quarter of a year: of the window,
  /// and of the publication, since texts of one week refer to one past.
  var blockingKeys: [String] {
    let sides = allSides.sorted()
    guard !sides.isEmpty else { return [] }
    var pairs: [String] = []
    for (index, first) in sides.enumerated() {
      for second in sides[(index + 1)...] { pairs.append("\(first)+\(second)") }
    }
    if pairs.isEmpty { pairs = [sides[0]] }
    let family = TypeFamily.name(of: event.type)
    return pairs.flatMap { pair in quarters.map { "\(family)|\(pair)|\($0)" } }
  }

  private var quarters: [String] {
    func quarter(_ date: CivilDate) -> Int { date.year * 4 + (date.month - 1) / 3 }
    func names(_ days: DateInterval) -> [String] {
      (quarter(days.start)...quarter(days.end)).map { "\($0 / 4)Q\($0 % 4 + 1)" }
    }
    let own = (window.map(names) ?? []) + (publicationWindow.map(names) ?? [])
    return own.isEmpty ? ["undated"] : Set(own).sorted()
  }

  /// Texts published within it may refer to the same past happening, one with a date and one without.
  var publicationWindow: DateInterval? {
    published.map { DateInterval($0.start - Margin.guess, $0.end + Margin.guess) }
  }
}

/// The keys of one event of a record, as a distributed run groups by them.
///
/// Two events that could be one entry share at least one key; a group is a connected component.
public func blockingKeys(of event: Event, in record: Record) -> [String] {
  Report(event: event, in: DocumentContext(record, index: 0)).blockingKeys
}

/// Groups of indices that share keys, each sorted, in order of their first member.
func components(ofKeys keys: [[String]]) -> [[Int]] {
  var sets = DisjointSets(count: keys.count)
  var owner: [String: Int] = [:]
  for (index, list) in keys.enumerated() {
    for key in list {
      if let first = owner[key] { sets.join(first, index) } else { owner[key] = index }
    }
  }
  return sets.groups
}

/// Union-find over `0..<count`.
struct DisjointSets {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  mutating func root(_ index: Int) -> Int {
    var top = index
    while parent[top] != top { top = parent[top] }
    var walk = index
    while parent[walk] != top { (walk, parent[walk]) = (parent[walk], top) }
    return top
  }

  /// The smaller index becomes the root, so the result depends on the sets alone.
  mutating func join(_ a: Int, _ b: Int) {
    let x = root(a)
    let y = root(b)
    if x != y { parent[max(x, y)] = min(x, y) }
  }

  var groups: [[Int]] {
    var copy = self
    var members: [[Int]] = Array(repeating: [], count: parent.count)
    for index in parent.indices { members[copy.root(index)].append(index) }
    return members.filter { !$0.isEmpty }
  }
}
