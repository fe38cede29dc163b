import ChanceryLanguage
import ChanceryText

/// Questions that several stages ask of a dependency tree.
extension ParsedText {
  func token(_ index: Int) -> Token { tokens[index] }

  /// The first dependent with one of the relations.
  func child(of token: Int, _ relations: Set<Deprel>) -> Int? {
    for child in children(of: token) where relations.contains(tokens[child].deprel) {
      return child
    }
    return nil
  }

  func children(of token: Int, _ relations: Set<Deprel>) -> [Int] {
    children(of: token).filter { relations.contains(tokens[$0].deprel) }
  }

  /// The preposition of a nominal, multi-word ones joined by `_` ("because_of"); nil without one.
  func preposition(of token: Int) -> String? {
    // "for Hungarian minister Szijjártó": the marker may hang on the title before the name.
    guard
      let marker = marker(of: token)
        ?? child(of: token, [.nmodDesc]).flatMap({ child(of: $0, [.case]) })
    else { return nil }
    var words = tokens[marker].form.asciiLowercased
    for part in children(of: marker, [.fixed]) { words += "_" + tokens[part].form.asciiLowercased }
    return words
  }

  /// The marker of a nominal. "as envoy to the emir", with both on the emir: the one next to it is its own.
  private func marker(of token: Int) -> Int? {
    var first: Int?
    var nearest: (marker: Int, before: Int?)?
    for child in children(of: token) where tokens[child].deprel == .case {
      if first == nil { first = child }
      if child < token { nearest = (child, nearest?.marker) }
    }
    if let nearest, let before = nearest.before, nearest.marker - before > 1 {
      return nearest.marker
    }
    return first
  }

  /// The token and its coordinated fellows.
  func coordinated(_ token: Int) -> [Int] {
    var result = [token]
    for child in children(of: token) where tokens[child].deprel == .conj {
      result += coordinated(child)
    }
    return result
  }

  /// The first of the coordinated words to which this one belongs.
  func firstConjunct(_ token: Int) -> Int {
    var current = token
    while tokens[current].deprel == .conj, tokens[current].head >= 0 {
      current = tokens[current].head
    }
    return current
  }

  /// Tokens from the leftmost to the rightmost dependent.
  func subtree(of token: Int) -> ClosedRange<Int> {
    var low = token
    var high = token
    var stack = [token]
    while let next = stack.popLast() {
      low = min(low, next)
      high = max(high, next)
      for child in children(of: next) { stack.append(child) }
    }
    return low...high
  }

  func isNegated(_ token: Int) -> Bool {
    for child in children(of: token) {
      let word = tokens[child].form.asciiLowercased
      switch tokens[child].deprel {
      case .advmod where word == "not" || word == "n't" || word == "never" || word == "n’t":
        return true
      case .det where word == "no" || word == "neither": return true
      case .ccPreconj where word == "neither": return true
      case .cc where word == "nor": return true
      default: continue
      }
    }
    return false
  }

  /// Whether "to" hangs on a verb.
  func hasTo(_ verb: Int) -> Bool {
    children(of: verb).contains { tokens[$0].xpos == .to }
  }

  /// "(committed) to helping": a gerund behind "to" as a conjunction.
  func isGerundBehindTo(_ verb: Int) -> Bool {
    tokens[verb].xpos == .vbg
      && children(of: verb, [.mark]).contains { tokens[$0].form.asciiLowercased == "to" }
  }

  /// "to visit"
  func isInfinitive(_ token: Int) -> Bool { tokens[token].xpos == .vb && hasTo(token) }

  /// "when the envoy arrived"
  func isWhenClause(_ verb: Int) -> Bool {
    children(of: verb).contains { tokens[$0].form.asciiLowercased == "when" }
  }

  /// "who", "which", "that" of a relative clause.
  func isRelative(_ token: Int) -> Bool {
    tokens[token].xpos == .wdt || tokens[token].xpos == .wp
  }

  func isVerb(_ token: Int) -> Bool {
    tokens[token].upos == .verb || (tokens[token].upos == .aux && tokens[token].deprel != .aux)
  }

  /// The token itself or the nearest one above it that is a verb; nil where there is none.
  func verb(over token: Int) -> Int? {
    var current = token
    while current >= 0, !isVerb(current) { current = tokens[current].head }
    return current < 0 ? nil : current
  }

  /// Whether `ancestor` lies on the way from a token to the root, the token itself included.
  func isBelow(_ token: Int, _ ancestor: Int) -> Bool { tokens.isBelow(token, ancestor) }

  /// Bytes from the first to the last token of a range.
  func span(of range: Range<Int>) -> ByteSpan {
    ByteSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
  }
}

extension [Token] {
  /// Whether `ancestor` lies on the way from a token to the root, the token itself included.
  func isBelow(_ token: Int, _ ancestor: Int) -> Bool {
    var current = token
    while current >= 0 {
      if current == ancestor { return true }
      current = self[current].head
    }
    return false
  }
}

extension String {
  /// Lower case for ASCII letters; the rest as it is.
  var asciiLowercased: String {
    if utf8.allSatisfy({ !(65...90).contains($0) }) { return self }
    return String(
      decoding: utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }

  var startsUpper: Bool {
    guard let first = unicodeScalars.first else { return false }
    return first.properties.isUppercase
  }
}
