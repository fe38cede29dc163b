import ChanceryFacts
import ChanceryText

/// Names of states by their first letter, for names in a text that are misspelt.
struct StateSpellings: Sendable {
  private let names: [UInt8: [(name: [UInt8], state: String)]]
  private let adjectives: [UInt8: [(name: [UInt8], state: String)]]

  /// The members of the United Nations: states with well-known names.
  init(_ facts: FactBase) {
    var names: [UInt8: [(name: [UInt8], state: String)]] = [:]
    var adjectives: [UInt8: [(name: [UInt8], state: String)]] = [:]
    let day = CivilDate(year: 2015, month: 1, day: 1)
    for key in day.map({ facts.members(of: "UN", on: $0) }) ?? [] {
      let adjective = Array(fold(facts.demonymAdjective(of: key) ?? "").utf8)
      if adjective.count >= 7 { adjectives[adjective[0], default: []].append((adjective, key)) }
      guard let name = facts.state(key)?.name else { continue }
      let folded = Array(fold(name).utf8)
      guard folded.count >= 7, let first = folded.first else { continue }
      names[first, default: []].append((folded, key))
    }
    self.names = names
    self.adjectives = adjectives
  }

  /// The one state whose adjective is spelt like the word ("ukranian"), by one letter or, in long words, two.
  func state(adjectiveSpelt word: String) -> String? {
    let word = Array(word.utf8)
    let bound = word.count >= 10 ? 2 : 1
    return Self.only(adjectives, word, bound: bound)
  }

  /// The one state whose name begins like the word, has a length like it and differs by two letters at most.
  func state(spelt word: String) -> String? {
    Self.only(names, Array(word.utf8), bound: 2)
  }

  private static func only(
    _ names: [UInt8: [(name: [UInt8], state: String)]], _ word: [UInt8], bound: Int
  ) -> String? {
    guard word.count >= 7, let first = word.first else { return nil }
    var found: (distance: Int, state: String)?
    for (name, state) in names[first] ?? [] where abs(name.count - word.count) <= 1 {
      let distance = Spellings.distance(name, word)
      guard distance <= bound else { continue }
      if let found, found.distance <= distance { return nil }
      found = (distance, state)
    }
    return found?.state
  }
}
