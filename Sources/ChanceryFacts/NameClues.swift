import ChanceryText

/// What the tables know each word of a sentence for: a hint, not a finding.
public struct NameClues: Sendable {
  private let facts: FactBase
  private let personWords: [String: (first: Int, later: Int)]

  public init(_ facts: FactBase) {
    self.facts = facts
    personWords = facts.personWords()
  }

  /// One byte for each word: 1 place, 2 state or large town, 4 organisation, medium or group, 8 first name,
  /// 16 other name of persons, 32 demonym, 64 person known by the whole name, 128 not the first word of its name.
  public func clues(_ forms: [String]) -> [UInt8] {
    let words = forms.map { fold($0) }
    var result = [UInt8](repeating: 0, count: forms.count)
    for start in forms.indices
    where forms[start].unicodeScalars.first?.properties.isUppercase == true {
      if let counts = personWords[words[start]] {
        if counts.first >= 3 { result[start] |= 8 }
        if counts.later >= 3 { result[start] |= 16 }
      }
      let matches = facts.names(at: start, in: words, forms: forms)
      guard let longest = matches.first?.wordCount else { continue }
      for match in matches where match.wordCount == longest {
        let clue = clue(match)
        for token in start..<min(start + longest, forms.count) {
          result[token] |= token > start ? clue | 128 : clue
        }
      }
    }
    return result
  }

  private func clue(_ match: NameMatch) -> UInt8 {
    let entity = facts.entity(match.entity)
    switch entity.kind {
    case .state:
      switch match.sense {
      case .demonymAdjective, .demonymNoun: return 32
      case .metonym: return 4
      default: return 2
      }
    case .place:
      return match.sense == .demonymAdjective ? 32 : entity.population > 300_000 ? 3 : 1
    case .organization, .group, .medium: return 4
    case .person: return match.wordCount > 1 ? 64 : 0
    case .initiative: return 0
    }
  }
}
