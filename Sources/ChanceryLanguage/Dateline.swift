import ChanceryText

/// Finds the place and agency line that opens a news report ("NAIROBI, Apr 04 (XYZ):").
///
/// It is a sentence of its own, as the treebanks have it; inside the first sentence its names would
/// be taken for the subject.
struct Dateline {
  let bytes: [UInt8]
  let tokens: [ByteSpan]

  /// The token that ends a dateline which begins at token `start`: a colon or a dash.
  func end(from start: Int) -> Int? {
    let isCapital = isAllCapitals(tokens[start])
    guard kind(start) == .upper else { return nil }
    var hasBracket = false
    for i in start..<min(start + 16, tokens.count - 1) {
      switch kind(i) {
      case .upper, .digit, .open, .slash: continue
      case .close: hasBracket = true
      case .comma where bytes[tokens[i].start] == UInt8(ascii: ":"):
        return i > start && (isCapital || hasBracket) && opens(i + 1) ? i : nil
      case .comma: continue
      case .hyphen, .dash:
        let isFree = tokens[i].end < tokens[i + 1].start || kind(i - 1) == .close
        guard isFree, i > start else { continue }
        return (isCapital || hasBracket) && opens(i + 1) ? i : nil
      default: return nil
      }
    }
    return nil
  }

  private func kind(_ i: Int) -> CharacterClass {
    TextCharacter.decode(bytes, tokens[i].start, tokens[i].end).0.kind
  }

  /// Whether a sentence can begin with the token.
  private func opens(_ i: Int) -> Bool {
    switch kind(i) {
    case .upper, .quote, .apostrophe, .digit: true
    default: false
    }
  }

  private func isAllCapitals(_ token: ByteSpan) -> Bool {
    var letters = 0
    for i in token.start..<token.end {
      if bytes[i] >= 0x61 && bytes[i] <= 0x7A { return false }
      letters += 1
    }
    return letters >= 3
  }
}
