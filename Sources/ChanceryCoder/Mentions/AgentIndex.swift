import ChanceryCodebook

/// The agent nouns of the codebook, by their last word.
struct AgentIndex: Sendable {
  struct Entry: Sendable {
    var words: [String]
    var noun: AgentNoun
  }

  private let byLast: [String: [Entry]]

  init(_ agents: [AgentNoun]) {
    var index: [String: [Entry]] = [:]
    for agent in agents {
      let words = agent.noun.split(separator: " ").map(String.init)
      guard let last = words.last else { continue }
      index[last, default: []].append(Entry(words: words, noun: agent))
    }
    for key in index.keys { index[key]!.sort { $0.words.count > $1.words.count } }
    byLast = index
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
