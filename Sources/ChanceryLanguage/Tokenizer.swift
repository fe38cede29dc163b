import ChanceryText

/// Splits a stretch of text into syntactic words after the conventions of the UD English treebanks.
///
/// Total: any bytes give spans that are ordered, disjoint and not empty; what lies between them is
/// white space, so tokens and gaps rebuild the text. Contractions become adjoining tokens, hyphened
/// compounds three ("long", "-", "term"). Cost: one pass over the bytes.
public struct Tokenizer: Sendable {
  let lists: WordLists

  public init(lists: WordLists) { self.lists = lists }

  /// The tokens of the bytes `[start, end)`.
  public func tokens(in bytes: [UInt8], _ span: ByteSpan) -> [ByteSpan] {
    var run = TokenizerRun(lists: lists, bytes: bytes, end: span.end)
    var offset = span.start
    while offset < span.end {
      let (character, next) = TextCharacter.decode(bytes, offset, span.end)
      offset = next
      if character.kind == .blank || character.kind == .newline {
        run.flush(at: Int(character.start))
      } else {
        run.chunk.append(character)
      }
    }
    run.flush(at: span.end)
    return run.tokens
  }
}

/// The tokenizer at work: the characters of one chunk between white space, and the tokens so far.
struct TokenizerRun {
  let lists: WordLists
  let bytes: [UInt8]
  let end: Int
  var chunk: [TextCharacter] = []
  var tokens: [ByteSpan] = []
  private var chunkEnd = 0

  init(lists: WordLists, bytes: [UInt8], end: Int) {
    self.lists = lists
    self.bytes = bytes
    self.end = end
  }

  /// Byte offset where character `i` of the chunk starts.
  private func at(_ i: Int) -> Int { i < chunk.count ? Int(chunk[i].start) : chunkEnd }

  private mutating func emit(_ i: Int, _ j: Int) { tokens.append(ByteSpan(at(i), at(j))) }

  private func kind(_ i: Int) -> CharacterClass {
    i >= 0 && i < chunk.count ? chunk[i].kind : .blank
  }

  private func isWord(_ i: Int) -> Bool { i >= 0 && i < chunk.count && chunk[i].isWord }

  private func isAlphabetic(_ i: Int) -> Bool {
    i >= 0 && i < chunk.count && chunk[i].isAlphabetic
  }

  private func scalar(_ i: Int) -> UInt32 { i >= 0 && i < chunk.count ? chunk[i].scalar : 0 }

  /// Splits the chunk gathered so far, which ends before the byte offset.
  mutating func flush(at offset: Int) {
    guard !chunk.isEmpty else { return }
    chunkEnd = offset
    var i = 0
    if let address = addressRange() {
      while i < address.lowerBound { i = punctuation(i) }
      emit(address.lowerBound, address.upperBound)
      i = address.upperBound
    }
    while i < chunk.count {
      if isWord(i) {
        i = kind(i) == .digit ? number(i) : word(i)
      } else if kind(i) == .apostrophe, let whole = leadingApostrophe(i) {
        i = whole
      } else {
        i = punctuation(i)
      }
    }
    chunk.removeAll(keepingCapacity: true)
  }

  /// The part of the chunk that is a web or mail address or a file name, if there is one.
  private func addressRange() -> Range<Int>? {
    guard chunk.count >= 4 else { return nil }
    var low = 0
    var high = chunk.count
    while low < high, [.open, .quote, .apostrophe].contains(kind(low)) || scalar(low) == 0x3C {
      low += 1
    }
    let strip: [CharacterClass] = [.close, .quote, .apostrophe, .comma, .stop]
    while high > low, strip.contains(kind(high - 1)) || scalar(high - 1) == 0x3E { high -= 1 }
    guard high - low >= 4 else { return nil }
    var hasScheme = false
    var mark = -1
    var lastDot = -1
    var plain = true
    for i in low..<high {
      let c = chunk[i].scalar
      if c == 0x3A && scalar(i + 1) == 0x2F && scalar(i + 2) == 0x2F { hasScheme = i > low }
      if c == 0x40 { mark = i }
      if c == 0x2E { lastDot = i }
      if !chunk[i].isWord && c != 0x2E && c != 0x2D && c != 0x5F { plain = false }
    }
    if hasScheme { return low..<high }
    if mark >= low && mark < high - 1 && (mark == low || lastDot > mark) { return low..<high }
    if high - low > 5, lastDot > low + 3, scalar(low + 3) == 0x2E,
      scalar(low) | 0x20 == 0x77, scalar(low + 1) | 0x20 == 0x77, scalar(low + 2) | 0x20 == 0x77
    {
      return low..<high
    }
    guard plain, lastDot > low, lastDot < high - 1, isWord(lastDot - 1),
      lists.contains(.suffix, bytes, at(lastDot + 1), at(high)),
      chunk[low..<lastDot].contains(where: { $0.isAlphabetic }), lastDot - low > 1
    else { return nil }
    return low..<high
  }

  /// Marks of which a run is one token.
  private static let grouping: Set<UInt32> = [
    0x2D, 0x2A, 0x3D, 0x5F, 0x7E, 0x23, 0x2E, 0x2026, 0x3E, 0x3C, 0x60, 0x2B,
  ]

  /// Emits one punctuation mark, or a run of the same mark.
  private mutating func punctuation(_ start: Int) -> Int {
    let c = scalar(start)
    var i = start + 1
    let isEnding = c == 0x21 || c == 0x3F
    if isEnding {
      while scalar(i) == 0x21 || scalar(i) == 0x3F { i += 1 }
    } else if Self.grouping.contains(c) {
      while scalar(i) == c { i += 1 }
    } else if c == 0x27 && scalar(i) == 0x27 {
      i += 1
    }
    emit(start, i)
    return i
  }

  /// 's, n't and kindred written apart, 'em, '90s: an apostrophe that belongs to what follows.
  private mutating func leadingApostrophe(_ start: Int) -> Int? {
    if kind(start + 1) == .digit {
      var i = start + 1
      while kind(i) == .digit { i += 1 }
      if i - start == 3 {
        if scalar(i) == 0x73 { i += 1 }
        emit(start, i)
        return i
      }
      return nil
    }
    var i = start + 1
    while isAlphabetic(i) { i += 1 }
    guard i > start + 1 else { return nil }
    if lists.contains(.plain, bytes, at(start), at(i)) || isClitic(start, i) {
      emit(start, i)
      return i
    }
    if let sizes = lists.pieces(bytes, at(start), at(i)) {
      emitPieces(start, i, sizes)
      return i
    }
    return nil
  }

  private mutating func emitPieces(_ start: Int, _ end: Int, _ sizes: [Int]) {
    var from = at(start)
    for (n, size) in sizes.enumerated() {
      let to = n == sizes.count - 1 ? at(end) : min(from + size, at(end))
      tokens.append(ByteSpan(from, to))
      from = to
    }
  }

  /// Whether the characters are an apostrophe with s, m, d, re, ve or ll.
  private func isClitic(_ start: Int, _ end: Int) -> Bool {
    guard kind(start) == .apostrophe else { return false }
    let a = scalar(start + 1) | 0x20
    if end - start == 2 { return a == 0x73 || a == 0x6D || a == 0x64 }
    guard end - start == 3 else { return false }
    let b = scalar(start + 2) | 0x20
    return (a == 0x72 || a == 0x76) && b == 0x65 || a == 0x6C && b == 0x6C
  }
}

// MARK: - Numbers and words

extension TokenizerRun {
  private mutating func number(_ start: Int) -> Int {
    var i = start
    var groups: [Int] = []
    var groupStart = start
    loop: while i < chunk.count {
      if kind(i) == .digit {
        i += 1
        continue
      }
      guard kind(i + 1) == .digit, i > groupStart else { break }
      switch scalar(i) {
      case 0x2C, 0x2E, 0x3A, 0x2F: i += 1
      case 0x2D:
        groups.append(i - groupStart)
        i += 1
        groupStart = i
      default: break loop
      }
    }
    groups.append(i - groupStart)
    // A range is three tokens; telephone numbers and dates in figures stay whole.
    if groups.count == 2 && !(groups[0] == 3 && groups[1] == 4) {
      i = start + groups[0]
    }
    return unitOrSuffix(start, i)
  }

  /// What is written against a number: ordinal and plural endings stay, units are split off.
  private mutating func unitOrSuffix(_ start: Int, _ digitsEnd: Int) -> Int {
    var i = digitsEnd
    guard isAlphabetic(i) else {
      if scalar(i) == 0x2E && i == chunk.count - 1 && start == 0 && i - start <= 2 && tokens.isEmpty
      {
        emit(start, i)
        return i
      }
      emit(start, i)
      return i
    }
    while isWord(i) || scalar(i) == 0x2E && isAlphabetic(i - 1) && isAlphabetic(i + 1) { i += 1 }
    if lists.contains(.unit, bytes, at(digitsEnd), at(i)) {
      emit(start, digitsEnd)
      if scalar(i) == 0x2E && lists.contains(.closingAbbreviation, bytes, at(digitsEnd), at(i + 1))
      {
        i += 1
      }
      emit(digitsEnd, i)
      return i
    }
    emit(start, i)
    return i
  }

  private mutating func word(_ start: Int) -> Int {
    var i = start
    while i < chunk.count {
      if isWord(i) {
        i += 1
        continue
      }
      guard i > start, joins(i, start) else { break }
      i += 1
    }
    if scalar(i) == 0x2E, keepsStop(start, i) { i += 1 }
    split(start, i)
    return i
  }

  /// Whether the mark at `i` is part of the word that began at `start`.
  private func joins(_ i: Int, _ start: Int) -> Bool {
    guard isWord(i + 1) else { return false }
    switch scalar(i) {
    case 0x2E:
      // U.S., p.m., Ph.D.: short pieces on both sides.
      return isAlphabetic(i - 1) && isAlphabetic(i + 1)
        && (i - start == 1 || kind(i - 2) != .upper && !isWord(i - 2) || isDotted(start, i))
    case 0x26: return kind(i - 1) == .upper && kind(i + 1) == .upper
    case 0x5F: return true
    default: break
    }
    switch kind(i) {
    case .apostrophe: return true
    case .hyphen: return lists.contains(.prefix, bytes, at(start), at(i)) && isAlphabetic(i + 1)
    default: return false
    }
  }

  /// Ph.D, M.Sc: at most three letters before each stop.
  private func isDotted(_ start: Int, _ end: Int) -> Bool {
    guard end - start <= 3 || scalar(end - 2) == 0x2E || scalar(end - 3) == 0x2E else {
      return false
    }
    return kind(end + 1) == .upper && !isAlphabetic(end + 2) && end - start <= 5
  }

  /// Whether the stop after a word belongs to it: abbreviations, initials, acronyms with stops.
  private func keepsStop(_ start: Int, _ end: Int) -> Bool {
    if scalar(end + 1) == 0x2E { return false }
    if lists.contains(.abbreviation, bytes, at(start), at(end + 1)) {
      // "no." and "art." at the end of a sentence read as words; the splitter sees what follows.
      if end - start > 1 || kind(start) == .upper { return !endsText(end + 1) || isCapital(start) }
    }
    if lists.contains(.numbering, bytes, at(start), at(end + 1)) { return figureFollows(end + 1) }
    if lists.contains(.closingAbbreviation, bytes, at(start), at(end + 1)) { return true }
    if end - start == 1 { return kind(start) == .upper && scalar(start) != 0x49 }
    var dots = false
    for i in start..<end where scalar(i) == 0x2E { dots = true }
    return dots && !isWord(end + 1)
  }

  /// Whether the next character after white space is a digit.
  private func figureFollows(_ i: Int) -> Bool {
    var offset = at(i)
    while offset < end {
      let (character, next) = TextCharacter.decode(bytes, offset, end)
      if character.kind != .blank && character.kind != .newline { return character.kind == .digit }
      offset = next
    }
    return false
  }

  private func isCapital(_ i: Int) -> Bool { kind(i) == .upper }

  private func endsText(_ i: Int) -> Bool { i >= chunk.count && chunkEnd >= end }

  /// Emits a word, taking clitics off, two at most.
  private mutating func split(_ start: Int, _ end: Int, clitics: Int = 2) {
    if lists.contains(.plain, bytes, at(start), at(end)) { return emit(start, end) }
    if let sizes = lists.pieces(bytes, at(start), at(end)) {
      return emitPieces(start, end, sizes)
    }
    var mark = end - 1
    while mark > start && kind(mark) != .apostrophe { mark -= 1 }
    if mark > start {
      let isNot =
        mark == end - 2 && scalar(end - 1) | 0x20 == 0x74 && scalar(mark - 1) | 0x20 == 0x6E
      if isNot && mark - 1 > start {
        emit(start, mark - 1)
        return emit(mark - 1, end)
      }
      if clitics > 0 && isClitic(mark, end) {
        split(start, mark, clitics: clitics - 1)
        return emit(mark, end)
      }
    }
    emit(start, end)
  }
}
