import ChanceryFacts
import ChanceryText

/// Which office a title names ("premier": head of government); read from the facts' titles.
struct OfficeTitles: Sendable {
  /// Lower-case title → office keys that the facts use, with the states where it holds (empty: all).
  private let table: [String: [(office: String, states: Set<String>)]]

  init(_ facts: FactBase) {
    var table: [String: [(office: String, states: Set<String>)]] = [:]
    for row in facts.officeTitles {
      let states: Set<String> = row.state.map { [$0] } ?? []
      table[fold(row.title), default: []].append((row.office, states))
    }
    self.table = table
  }

  /// Whether the facts know the title.
  func knows(_ title: String) -> Bool { table[title] != nil }

  /// "Secretary of State": the one state whose office has that title, where no other uses it.
  func onlyState(of title: String) -> String? {
    guard let rows = table[title], rows.allSatisfy({ $0.states.count == 1 }) else { return nil }
    let states = Set(rows.flatMap(\.states))
    return states.count == 1 ? states.first : nil
  }

  func office(_ title: String, state: String) -> String? {
    guard let rows = table[title] else { return nil }
    return rows.first { $0.states.contains(state) }?.office
      ?? rows.first { $0.states.isEmpty }?.office
  }
}
