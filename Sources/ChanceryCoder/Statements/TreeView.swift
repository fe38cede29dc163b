import ChanceryLanguage
import ChanceryText

/// Questions that the readers of statements, figures and claims ask of the dependency trees.
struct TreeView: Sendable {
  let parse: ParsedText

  func token(_ i: Int) -> Token { parse.tokens[i] }

  func child(_ i: Int, _ relations: Deprel...) -> Int? {
    parse.children(of: i).first { relations.contains(parse.tokens[$0].deprel) }
  }

  func children(_ i: Int, _ relations: Deprel...) -> [Int] {
    parse.children(of: i).filter { relations.contains(parse.tokens[$0].deprel) }
  }

  /// The token and everything below it, in text order; `without` and what is below them are left out.
  func subtree(_ i: Int, without: Set<Int> = []) -> [Int] {
    var result: [Int] = []
    var stack = [i]
    while let next = stack.popLast() {
      if without.contains(next) { continue }
      result.append(next)
      stack.append(contentsOf: parse.children(of: next))
    }
    return result.sorted()
  }

  /// The token is `ancestor` or below it.
  func isBelow(_ i: Int, _ ancestor: Int) -> Bool {
    var current = i
    var steps = 0
    while current >= 0, steps < 200 {
      if current == ancestor { return true }
      current = parse.tokens[current].head
      steps += 1
    }
    return false
  }

  /// Heads from the token's own upward, root last.
  func ancestors(_ i: Int) -> [Int] {
    var result: [Int] = []
    var current = parse.tokens[i].head
    while current >= 0, result.count < 200 {
      result.append(current)
      current = parse.tokens[current].head
    }
    return result
  }

  /// Edges between two tokens of one sentence; nil where they share no root.
  func distance(_ a: Int, _ b: Int) -> Int? {
    let up = [a] + ancestors(a)
    var steps = 0
    var current = b
    while current >= 0, steps < 200 {
      if let place = up.firstIndex(of: current) { return place + steps }
      current = parse.tokens[current].head
      steps += 1
    }
    return nil
  }

  /// The prepositions of a noun ("according to" → "according_to").
  func preposition(_ i: Int) -> String? {
    guard let mark = child(i, .case) else { return nil }
    var words = [parse.tokens[mark].lemma]
    for part in parse.children(of: mark) where parse.tokens[part].deprel == .fixed {
      words.append(parse.tokens[part].lemma)
    }
    return words.joined(separator: "_")
  }

  func isNegated(_ i: Int) -> Bool { parse.isNegated(i) }

  /// Who does what a verb says: its subject or passive agent, through coordination, control and relative clauses;
  /// nil for a passive without agent ("the assembly was informed").
  func subject(of verb: Int) -> Int? {
    var current = verb
    for _ in 0..<6 {
      if let agent = child(current, .oblAgent) { return agent }
      if current == verb, child(current, .nsubjPass) != nil { return nil }
      if let own = child(current, .nsubj, .nsubjOuter, .nsubjPass) {
        return antecedent(own, of: current)
      }
      let token = parse.tokens[current]
      guard token.head >= 0 else { return nil }
      switch token.deprel {
      case .conj, .xcomp, .advcl, .parataxis, .obl:
        if child(current, .mark).map({ parse.tokens[$0].lemma != "that" }) ?? true {
          current = token.head
        } else {
          return nil
        }
      case .acl: return parse.tokens[token.head].upos == .verb ? nil : token.head
      default: return nil
      }
    }
    return nil
  }

  /// For the relative pronoun of a relative clause the noun that the clause modifies.
  private func antecedent(_ subject: Int, of verb: Int) -> Int {
    let token = parse.tokens[subject]
    guard token.xpos == .wp || token.xpos == .wdt || token.lemma == "who" || token.lemma == "which"
    else { return subject }
    var current = verb
    while current >= 0 {
      if parse.tokens[current].deprel == .aclRelcl { return parse.tokens[current].head }
      guard parse.tokens[current].deprel == .conj else { break }
      current = parse.tokens[current].head
    }
    return subject
  }

  /// The token that covers or follows a byte, within `range`.
  func firstToken(atOrAfter offset: Int, in range: Range<Int>) -> Int? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if parse.tokens[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound ? low : nil
  }

  /// Tokens that lie in a span.
  func tokens(in span: ByteSpan) -> Range<Int> {
    let all = 0..<parse.tokens.count
    let first = firstToken(atOrAfter: span.start, in: all) ?? all.upperBound
    var end = first
    while end < all.upperBound, parse.tokens[end].span.start < span.end { end += 1 }
    return first..<end
  }

  /// The sentence that holds a byte or is the last before it.
  func sentence(at offset: Int) -> Int? {
    var low = 0
    var high = parse.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if parse.sentences[middle].span.start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
