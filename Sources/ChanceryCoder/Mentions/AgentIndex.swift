import ChanceryCodebook

/// The agent nouns of the codebook, by their last word.
struct AgentIndex: Sendable {
  struct Entry: Sendable {
    var words: [String]
    var noun: AgentNoun
  }

  private let byLast: [String: [Entry]]
  /// Titles of persons by their first word, the longest first.
  private let titlesByFirst: [String: [Entry]]

  init(_ agents: [AgentNoun]) {
    var index: [String: [Entry]] = [:]
    for agent in agents {
      let words = agent.noun.split(separator: " ").map(String.init)
      guard let last = words.last else { continue }
      index[last, default: []].append(Entry(words: words, noun: agent))
    }
    for key in index.keys { index[key]!.sort { $0.words.count > $1.words.count } }
    byLast = index
    var titles: [String: [Entry]] = [:]
    for agent in agents where agent.kind == .role {
      let words = agent.noun.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      titles[first, default: []].append(Entry(words: words, noun: agent))
    }
    for key in titles.keys { titles[key]!.sort { $0.words.count > $1.words.count } }
    titlesByFirst = titles
  }

  /// The longest title that begins at a token ("Vice President Duterte": two words).
  func title(startingAt token: Int, to end: Int, words: [String]) -> Entry? {
    for entry in titlesByFirst[words[token]] ?? [] where token + entry.words.count <= end {
      if entry.words.indices.allSatisfy({ entry.words[$0] == words[token + $0] }) { return entry }
    }
    return nil
  }

  /// The longest title that ends at a token.
  func title(endingAt token: Int, from first: Int, words: [String]) -> Entry? {
    for entry in byLast[words[token]] ?? [] where entry.noun.kind == .role {
      let start = token - entry.words.count + 1
      if start >= first,
        entry.words.indices.allSatisfy({ entry.words[$0] == words[start + $0] })
      {
        return entry
      }
    }
    return nil
  }

  /// Whether a lower-case word ends the name of a body ("front", "ministry").
  func isBody(_ word: String) -> Bool {
    (byLast[word] ?? []).contains { $0.noun.kind == .body && $0.words.count == 1 }
  }

  /// The longest agent noun that ends at a token; `lemmas` and `words` are lower case.
  func match(endingAt token: Int, from first: Int, lemmas: [String], words: [String]) -> Entry? {
    for key in lemmas[token] == words[token] ? [lemmas[token]] : [lemmas[token], words[token]] {
      for entry in byLast[key] ?? [] {
        let start = token - entry.words.count + 1
        guard start >= first else { continue }
        let fits = entry.words.indices.dropLast().allSatisfy {
          entry.words[$0] == lemmas[start + $0] || entry.words[$0] == words[start + $0]
        }
        if fits { return entry }
      }
    }
    return nil
  }

  /// Whether a lower-case word is, by itself, a title or office ("president").
  func isTitle(_ word: String) -> Bool {
    (byLast[word] ?? []).contains { $0.noun.kind == .role }
  }
}
