import ChanceryCodebook
import ChanceryLanguage
import ChanceryText

/// Finds time expressions and works out the days they mean.
///
/// Total: any text gives expressions that are ordered, do not overlap and lie inside the sentences.
/// Cost: one pass over the bytes of the sentences; patterns run only where a word can begin one.
/// Types and values are those of TIMEX3 (ISO-TimeML, ISO 24617-1).
public struct TimeReader: Sendable {
  /// What relative and incomplete expressions count from: the publication date in `news`, the dates told before
  /// in `narrative`.
  public enum Style: Sendable { case news, narrative }

  let rules: TimeRules

  /// - Parameters: the bytes of the tables `words.tsv`, `rules.tsv`, `periods.tsv`, `holidays.tsv` and
  ///   `fiscal-years.tsv` of `times/` in the codebook.
  /// - Throws: `CodebookError` with file and line where a table cannot be used.
  public init(
    words: [UInt8], rules: [UInt8], periods: [UInt8], holidays: [UInt8], fiscalYears: [UInt8]
  ) throws(CodebookError) {
    self.rules = try TimeRules(
      words: words, rules: rules, periods: periods, holidays: holidays, fiscalYears: fiscalYears)
  }

  /// Reads the tables from the codebook.
  public init(_ tables: CodebookTables) throws(CodebookError) {
    try self.init(
      words: tables.bytes("times/words.tsv"), rules: tables.bytes("times/rules.tsv"),
      periods: tables.bytes("times/periods.tsv"), holidays: tables.bytes("times/holidays.tsv"),
      fiscalYears: tables.bytes("times/fiscal-years.tsv"))
  }

  /// First month of the fiscal year of a state (ISO 3166-1 alpha-3), where it is not January.
  public func fiscalYearStart(of state: String) -> Int? { rules.fiscalYears[state] }

  /// The time expressions of the sentences, in text order.
  ///
  /// The interval of an end of a range ("from 11 to 14 June") is that of the whole range.
  /// - Parameters:
  ///   - published: the publication date, as precise as it is known.
  ///   - fiscalYearStart: first month of the fiscal year of the state that the text is about; "2017-18" is then a
  ///     fiscal year.
  public func times(
    in text: SourceText, parse: ParsedText, published: DateInterval?, style: Style = .news,
    fiscalYearStart: Int? = nil
  ) -> [TimeExpression] {
    var context = TimeContext(published: published, style: style, fiscalYearStart: fiscalYearStart)
    var result: [TimeExpression] = []
    var pieces: [TimeLex] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      for sentence in parse.sentences where !sentence.tokens.isEmpty {
        rules.lexer.lexes(bytes, sentence.span, into: &pieces)
        let matches = matches(pieces, sentence, parse, style)
        guard !matches.isEmpty else { continue }
        var resolver = TimeResolver(
          rules: rules, parse: parse, pieces: pieces, matches: matches, context: context)
        result += resolver.expressions(sentence.tokens)
        context = resolver.context
      }
    }
    return result
  }

  // MARK: Matching

  private func matches(
    _ pieces: [TimeLex], _ sentence: Sentence, _ parse: ParsedText, _ style: Style
  ) -> [TimeMatch] {
    var found: [TimeMatch] = []
    var place = 0
    var token = sentence.tokens.lowerBound
    let check = TimeGuard(rules: rules, pieces: pieces, parse: parse)
    while place < pieces.count {
      let piece = pieces[place]
      guard piece.word >= 0 || piece.mask != 0, canBegin(pieces, place),
        var match = longest(pieces, place, style, without: -1)
      else {
        place += 1
        continue
      }
      while token + 1 < sentence.tokens.upperBound,
        parse.tokens[token].span.end <= piece.start
      {
        token += 1
      }
      match.token = token
      var isAccepted = check.accepts(match)
      if !isAccepted, let second = longest(pieces, place, style, without: match.rule) {
        match = second
        match.token = token
        isAccepted = check.accepts(match)
      }
      guard isAccepted else {
        place += 1
        continue
      }
      place = match.pieces.upperBound
      trim(&match)
      found.append(match)
    }
    return found
  }

  /// Leaves the words before the `]` of a pattern outside; ranges need both parts.
  private func trim(_ match: inout TimeMatch) {
    guard let start = match.capture[.b2], rules.rules[match.rule].sense != .range else { return }
    match.pieces = (match.pieces.lowerBound + start)..<match.pieces.upperBound
  }

  /// Articles begin an expression only before a word that the tables know.
  @inline(__always) private func canBegin(_ pieces: [TimeLex], _ place: Int) -> Bool {
    let piece = pieces[place]
    if piece.word >= 0, rules.rulesOfWord[piece.word].isEmpty, !piece.isDigits { return false }
    guard piece.word >= 0, rules.needsMore[piece.word] else { return true }
    guard place + 1 < pieces.count else { return false }
    let next = pieces[place + 1]
    return next.mask != 0 || next.word >= 0
  }

  private func longest(
    _ pieces: [TimeLex], _ place: Int, _ style: Style, without: Int
  ) -> TimeMatch? {
    let piece = pieces[place]
    let other: TimeRule.Style = style == .news ? .narrative : .news
    var best: TimeMatch?
    func attempt(_ number: Int) {
      guard number != without, rules.styles[number] != other,
        let found = rules.matcher.match(pieces, at: place, from: rules.starts[number])
      else { return }
      if let best, best.pieces.upperBound >= found.end { return }
      best = TimeMatch(
        rule: number, pieces: place..<found.end, capture: found.capture, token: 0)
    }
    if piece.word >= 0 {
      for number in rules.rulesOfWord[piece.word] { attempt(Int(number)) }
      return best
    }
    var rest = piece.mask
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      rest &= rest - 1
      for number in rules.rulesOfClass[bit] {
        // Each rule once: under the first class that it shares with the piece.
        let shared = rules.firstMasks[Int(number)] & piece.mask
        if shared.trailingZeroBitCount == bit { attempt(Int(number)) }
      }
    }
    return best
  }
}
