import ChanceryLanguage
import ChanceryText

/// Ways through a dependency tree and from the text into it.
extension ParsedText {
  /// The token and everything below it, in text order; `without` and what is below them are left out.
  func below(_ token: Int, without: Set<Int> = []) -> [Int] {
    var result: [Int] = []
    var stack = [token]
    while let next = stack.popLast() {
      if without.contains(next) { continue }
      result.append(next)
      stack.append(contentsOf: children(of: next))
    }
    return result.sorted()
  }

  /// Heads from the token's own upward, root last.
  func ancestors(_ token: Int) -> [Int] {
    var result: [Int] = []
    var current = tokens[token].head
    while current >= 0 {
      result.append(current)
      current = tokens[current].head
    }
    return result
  }

  /// Edges between two tokens of one sentence; nil where they share no root.
  func distance(_ a: Int, _ b: Int) -> Int? {
    let up = [a] + ancestors(a)
    var steps = 0
    var current = b
    while current >= 0 {
      if let place = up.firstIndex(of: current) { return place + steps }
      current = tokens[current].head
      steps += 1
    }
    return nil
  }

  /// Who does what a verb says: its subject or passive agent, through coordination, control and relative clauses;
  /// nil for a passive without agent ("the assembly was informed").
  func subject(of verb: Int) -> Int? {
    let slots = SlotReader(parse: self, words: SlotWords()).fillers(of: verb)
    return slots.first { $0.slot == "subj" }?.token
  }

  /// The first token that covers or follows a byte, within `range`.
  func firstToken(atOrAfter offset: Int, in range: Range<Int>) -> Int? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound ? low : nil
  }

  /// Tokens that lie in a span.
  func tokens(in span: ByteSpan) -> Range<Int> {
    let first = firstToken(atOrAfter: span.start, in: tokens.indices) ?? tokens.count
    var end = first
    while end < tokens.count, tokens[end].span.start < span.end { end += 1 }
    return first..<end
  }
}
