import ChanceryText

/// Groups the tokens of a text into sentences.
///
/// An empty line always parts sentences. A single line break is a blank where the text is
/// hard-wrapped, and parts where the writer broke the line on purpose: the next word would have
/// fitted, or the line is an item of a list. Stops part unless they belong to an abbreviation,
/// an initial or a quotation that goes on. Total and deterministic; cost: one pass.
public struct SentenceSplitter: Sendable {
  let lists: WordLists

  public init(lists: WordLists) { self.lists = lists }

  /// Sentences as ranges of the tokens, which must lie in `span` in order.
  public func sentences(of tokens: [ByteSpan], in bytes: [UInt8], _ span: ByteSpan) -> [Range<Int>]
  {
    guard !tokens.isEmpty else { return [] }
    let lines = LineLayout(bytes: bytes, span: span)
    var result: [Range<Int>] = []
    var start = 0
    var openBrackets = 0
    let datelines = Dateline(bytes: bytes, tokens: tokens)
    var dateline = datelines.end(from: 0)
    for i in 0..<tokens.count {
      let token = tokens[i]
      if token.byteCount == 1 {
        if bytes[token.start] == UInt8(ascii: "(") { openBrackets += 1 }
        if bytes[token.start] == UInt8(ascii: ")") { openBrackets = max(0, openBrackets - 1) }
      }
      guard i + 1 < tokens.count else { break }
      let gap = lines.gap(bytes, token.end, tokens[i + 1].start)
      var parts = gap == .block || dateline == i
      if !parts { parts = ends(i, tokens, bytes, openBrackets, from: start) }
      if !parts && gap == .line { parts = !continues(i, tokens, bytes) }
      if parts {
        result.append(start..<i + 1)
        start = i + 1
        openBrackets = 0
        dateline = gap == .blank ? nil : datelines.end(from: start)
      }
    }
    result.append(start..<tokens.count)
    return result
  }

  /// Whether a line broken on purpose still goes on in the next one: it ends in a comma or the next
  /// begins in lower case.
  private func continues(_ i: Int, _ tokens: [ByteSpan], _ bytes: [UInt8]) -> Bool {
    let next = TextCharacter.decode(bytes, tokens[i + 1].start, tokens[i + 1].end).0
    if next.kind == .letter { return true }
    return tokens[i].byteCount == 1 && bytes[tokens[i].start] == UInt8(ascii: ",")
      && next.kind != .upper
  }

  private func first(_ token: ByteSpan, _ bytes: [UInt8]) -> TextCharacter {
    TextCharacter.decode(bytes, token.start, token.end).0
  }

  /// Whether a sentence ends with token `i`, by its stop and what follows.
  private func ends(
    _ i: Int, _ tokens: [ByteSpan], _ bytes: [UInt8], _ open: Int, from start: Int
  ) -> Bool {
    // Closing quotes and brackets go with the stop before them.
    var s = noteStart(i, tokens, bytes, from: start)
    if isNote(i + 1, tokens, bytes) { return false }
    let reach = max(start, i - 16)
    while s > reach, isCloser(s, tokens, bytes, from: start) { s -= 1 }
    let stop = first(tokens[s], bytes)
    let next = first(tokens[i + 1], bytes)
    let touching = tokens[i].end == tokens[i + 1].start
    if touching && isCloser(i + 1, tokens, bytes, from: start) { return false }
    if stop.kind == .stop {
      if i == s && isCloser(i + 1, tokens, bytes, from: start) && touching { return false }
      return endsAtStop(s, i, tokens, bytes, next, open)
    }
    guard i == s, bytes[tokens[i].end - 1] == UInt8(ascii: "."), tokens[i].byteCount > 1 else {
      return false
    }
    return endsAtAbbreviation(i, tokens, bytes, next)
  }

  /// Whether a footnote mark such as [6] begins at a token, written against what stands before it.
  private func isNote(_ i: Int, _ tokens: [ByteSpan], _ bytes: [UInt8]) -> Bool {
    guard i > 0, i + 2 < tokens.count, tokens[i - 1].end == tokens[i].start else { return false }
    return bytes[tokens[i].start] == UInt8(ascii: "[") && first(tokens[i + 1], bytes).kind == .digit
      && bytes[tokens[i + 2].start] == UInt8(ascii: "]")
  }

  /// The token before the footnote mark that ends with token `i`, or `i`.
  private func noteStart(_ i: Int, _ tokens: [ByteSpan], _ bytes: [UInt8], from start: Int) -> Int {
    var s = i
    while s - 3 >= max(start, i - 24), isNote(s - 2, tokens, bytes) { s -= 3 }
    return s
  }

  private func endsAtStop(
    _ s: Int, _ i: Int, _ tokens: [ByteSpan], _ bytes: [UInt8], _ next: TextCharacter, _ open: Int
  ) -> Bool {
    if next.kind == .comma || next.kind == .stop || next.kind == .dash || next.kind == .hyphen {
      return false
    }
    if open > 0 && i == s { return false }
    if next.kind == .letter {
      // Scripts without capitals reach here too; "…" and "?" go on in lower case.
      let mark = bytes[tokens[s].start]
      return mark == UInt8(ascii: ".") && tokens[s].byteCount == 1 && i == s
        && tokens[i].end < tokens[i + 1].start
    }
    if next.kind == .upper && tokens[i].end == tokens[i + 1].start && i == s {
      return tokens[s].byteCount == 1
    }
    if i > s && lists.contains(.reporting, bytes, tokens[i + 1].start, tokens[i + 1].end) {
      return false
    }
    // "1." at the head of a list item.
    if s == i, i > 0, first(tokens[i - 1], bytes).kind == .digit, isItemNumber(i, tokens, bytes) {
      return false
    }
    return true
  }

  private func isItemNumber(_ i: Int, _ tokens: [ByteSpan], _ bytes: [UInt8]) -> Bool {
    guard tokens[i - 1].byteCount <= 2, tokens[i - 1].end == tokens[i].start else { return false }
    guard i >= 2 else { return true }
    for offset in tokens[i - 2].end..<tokens[i - 1].start where bytes[offset] == 0x0A {
      return true
    }
    return false
  }

  private func endsAtAbbreviation(
    _ i: Int, _ tokens: [ByteSpan], _ bytes: [UInt8], _ next: TextCharacter
  ) -> Bool {
    let token = tokens[i]
    guard next.kind == .upper || next.kind == .quote || next.kind == .open else { return false }
    if lists.contains(.abbreviation, bytes, token.start, token.end),
      !lists.contains(.closingAbbreviation, bytes, token.start, token.end)
    {
      return false
    }
    let isInitial = token.byteCount == 2
    if isInitial { return false }
    var word = i + 1
    if next.kind != .upper && word + 1 < tokens.count { word += 1 }
    return lists.contains(.opener, bytes, tokens[word].start, tokens[word].end)
      && first(tokens[word], bytes).kind == .upper
  }

  /// A bracket, or a quotation mark that closes: written against what stands before it.
  private func isCloser(_ i: Int, _ tokens: [ByteSpan], _ bytes: [UInt8], from start: Int) -> Bool {
    let c = first(tokens[i], bytes)
    guard tokens[i].byteCount <= 3 else { return false }
    switch c.kind {
    case .close: return true
    case .quote, .apostrophe:
      if c.scalar == 0x201C || c.scalar == 0x2018 || c.scalar == 0xAB { return false }
      if tokens[i].byteCount == 2 && c.scalar != 0xBB && bytes[tokens[i].start + 1] != 0x27 {
        return false
      }
      return i > 0 && tokens[i - 1].end == tokens[i].start
    default: return false
    }
  }
}
