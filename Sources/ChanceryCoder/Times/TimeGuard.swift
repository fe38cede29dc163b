import ChanceryLanguage
import ChanceryText

/// Says which matches are no time expressions: names, numbers and everyday words that look like one.
struct TimeGuard {
  let rules: TimeRules
  let pieces: [TimeLex]
  let parse: ParsedText

  func accepts(_ match: TimeMatch) -> Bool {
    let first = match.pieces.lowerBound
    let isSingle = match.pieces.count == 1
    switch rules.rules[match.rule].sense {
    case .bareyear: return acceptsYear(first)
    case .shortyear: return acceptsShortYear(match)
    case .point, .range:
      if !acceptsNumbers(match) { return false }
      if rules.rules[match.rule].name == "decade", isGluedNumber(first) { return false }
      if rules.rules[match.rule].name == "ordinal-day" { return acceptsOrdinalDay(match) }
      if isSingle, pieces[first].mask & TimeClass.abbreviatedMonth.bit != 0 {
        return piece(first - 1).map { $0.mask & contextBits != 0 } ?? false
      }
      if isSingle, isAmbiguous(first) { return acceptsAmbiguous(first, match) }
      if pieces[first].isDigits, isGluedNumber(first) { return false }
      if rules.rules[match.rule].name == "range-years" { return acceptsYears(match) }
      return true
    case .season: return acceptsSeason(match)
    case .duration, .within, .seta: return acceptsDuration(match)
    case .shift: return acceptsDuration(match) && acceptsEnd(match)
    case .unit: return match.capture[.u] != TimeUnit.second.rawValue
    case .clock:
      return !isGluedNumber(first) && !isGlued(match.pieces.upperBound, ":")
    default: return true
    }
  }

  private func isAmbiguous(_ place: Int) -> Bool {
    pieces[place].word >= 0 && rules.lexer.lexicon.entries[pieces[place].word].isAmbiguous
  }

  private func piece(_ place: Int) -> TimeLex? {
    place >= 0 && place < pieces.count ? pieces[place] : nil
  }

  private func tag(_ place: Int, _ match: TimeMatch) -> XPOS? {
    guard let piece = piece(place) else { return nil }
    var token = match.token
    while token + 1 < parse.tokens.count, parse.tokens[token].span.end <= piece.start { token += 1 }
    while token > 0, parse.tokens[token].span.start > piece.start { token -= 1 }
    return parse.tokens[token].xpos
  }

  /// "May", "March" alone: only after a word of time, and not before a verb.
  private func acceptsAmbiguous(_ place: Int, _ match: TimeMatch) -> Bool {
    guard let before = piece(place - 1) else { return false }
    let word = before.word >= 0 ? rules.lexer.lexicon.words[before.word] : ""
    if ["in", "since", "until", "by", "during", "of", "late", "early"].contains(word) {
      return true
    }
    guard before.mask & contextBits != 0 || word == "a" || before.word >= 0 && isConnector(before)
    else { return false }
    switch tag(place + 1, match) {
    case .vbd, .vbz, .md, .vbp: return false
    default: break
    }
    if let next = piece(place + 1), next.isLetters, next.isCapital, next.mask == 0 { return false }
    return true
  }

  private var contextBits: UInt64 {
    TimeClass.preposition.bit | TimeClass.edge.bit | TimeClass.relative.bit
      | TimeClass.textRelative.bit | TimeClass.month.bit
  }

  private func isConnector(_ piece: TimeLex) -> Bool {
    ["and", "or", "-", "this", "every", "each", ","].contains(
      rules.lexer.lexicon.words[piece.word])
      && piece.start > 0
  }

  /// Digits that hang on other digits or letters: phone numbers, types, addresses.
  private func isGluedNumber(_ place: Int) -> Bool {
    guard let this = piece(place), this.isGlued, let before = piece(place - 1) else { return false }
    if before.isLetters || before.isDigits { return true }
    if let sign = signByte(before), "/.:-_@#+=&".utf8.contains(sign), before.isGlued {
      let dated = TimeClass.month.bit | TimeClass.abbreviatedMonth.bit | TimeClass.year.bit
      return sign != 0x2D || (piece(place - 2)?.mask ?? 0) & dated == 0
    }
    return false
  }

  private func signByte(_ piece: TimeLex) -> UInt8? {
    guard piece.word >= 0, !piece.isLetters, !piece.isDigits else { return nil }
    return rules.lexer.lexicon.words[piece.word].utf8.first
  }

  private func isGlued(_ place: Int, _ sign: String) -> Bool {
    guard let next = piece(place), next.isGlued, next.word >= 0 else { return false }
    return rules.lexer.lexicon.words[next.word] == sign
  }

  /// "2014/15", but not "1973/2011"; "2003-05", but not "1999-02".
  private func acceptsYears(_ match: TimeMatch) -> Bool {
    guard let first = match.capture[.y], let second = match.capture[.y2] else { return false }
    let length = (second < 100 ? second - first % 100 + 100 : second - first + 100) % 100
    let hasSlash = match.pieces.contains { word(pieces[$0]) == "/" }
    return length > 0 && (!hasSlash || length == 1) && (second >= 100 || length <= 30)
      && acceptsNumbers(match) && !isNumbered(match.pieces.lowerBound)
      && !isGlued(match.pieces.upperBound, "/") && !isGlued(match.pieces.upperBound, "-")
  }

  private func word(_ piece: TimeLex) -> String {
    piece.word < 0 ? "" : rules.lexer.lexicon.words[piece.word]
  }

  /// "Flight 1984": the word before counts, it does not date.
  private func isNumbered(_ place: Int) -> Bool {
    guard let before = piece(place - 1) else { return false }
    return before.mask & TimeClass.numbered.bit != 0
  }

  /// "the 13th", but not "the 13th Division".
  private func acceptsOrdinalDay(_ match: TimeMatch) -> Bool {
    guard let next = piece(match.pieces.upperBound), next.isLetters else { return true }
    if next.isCapital { return false }
    if next.mask & TimeClass.preposition.bit != 0 { return true }
    switch tagOf(match.pieces.upperBound) {
    case .nn, .nns, .jj, .nnp, .jjs, .vbg: return false
    default: return true
    }
  }

  /// "two years before": nothing that the "before" could belong to may follow.
  private func acceptsEnd(_ match: TimeMatch) -> Bool {
    let last = match.pieces.upperBound - 1
    guard pieces[last].word >= 0, rules.lexer.lexicon.words[pieces[last].word] == "before",
      let next = piece(last + 1), next.isLetters || next.isDigits
    else { return true }
    switch tagOf(last + 1) {
    case .vbd, .md, .vbz, .cc: return true
    default: return false
    }
  }

  private func acceptsNumbers(_ match: TimeMatch) -> Bool {
    let last = match.pieces.upperBound - 1
    if pieces[last].isDigits, let next = piece(last + 1), next.isGlued {
      if next.isLetters { return false }
    }
    return true
  }

  private func acceptsYear(_ place: Int) -> Bool {
    let this = pieces[place]
    let before = piece(place - 1)
    if isNumbered(place) { return false }
    for side in [before, piece(place + 1)] {
      if let side, side.isDigits, side.mask & (TimeClass.year.bit | TimeClass.isoDate.bit) == 0 {
        return false
      }
    }
    if this.isGlued, let before {
      if before.isLetters || before.isDigits { return false }
      if let sign = signByte(before) {
        if "/_@#+=&.:".utf8.contains(sign) { return false }
        if sign == 0x2D, before.isGlued, let far = piece(place - 2) {
          if far.isDigits {
            if far.mask & TimeClass.year.bit == 0 { return false }
          } else if far.mask & TimeClass.edge.bit == 0, !isPrefix(far) {
            return false
          }
        }
      }
    }
    guard let next = piece(place + 1) else { return isPlausible(before, this) }
    if next.isGlued {
      if next.isLetters || next.isDigits { return false }
      if let sign = signByte(next), sign == 0x2D || sign == 0x2F, let far = piece(place + 2),
        far.isGlued
      {
        if far.isDigits, far.mask & (TimeClass.year.bit | TimeClass.shortYear.bit) == 0 {
          return false
        }
        if far.isDigits, sign == 0x2F, far.value != this.value + 1 { return false }
        if far.isLetters, far.end - far.start < 3 { return false }
      }
      if let sign = signByte(next), sign == 0x25 { return false }
    }
    if next.mask & (TimeClass.scale.bit | TimeClass.units.bit | TimeClass.magnitude.bit) != 0 {
      return false
    }
    if next.isLetters, !next.isCapital {
      let isAfterPreposition = before.map { $0.mask & contextBits != 0 } ?? false
      let tag = tagOf(place + 1)
      if tag == .nns, !isAfterPreposition { return false }
      if tag == .nn || tag == .nns || tag == .jj, !isPlausible(before, this) { return false }
    }
    return isPlausible(before, this)
  }

  private func isPrefix(_ piece: TimeLex) -> Bool {
    piece.word >= 0 && ["pre", "post", "mid"].contains(rules.lexer.lexicon.words[piece.word])
  }

  /// Numbers that are seldom years need a preposition.
  private func isPlausible(_ before: TimeLex?, _ this: TimeLex) -> Bool {
    if this.value >= 1500, this.value <= 2100 { return true }
    guard let before else { return false }
    return before.mask & TimeClass.preposition.bit != 0
  }

  private func tagOf(_ place: Int) -> XPOS? {
    guard let piece = piece(place) else { return nil }
    var low = 0
    var high = parse.tokens.count
    while low < high {
      let middle = (low + high) / 2
      if parse.tokens[middle].span.end <= piece.start { low = middle + 1 } else { high = middle }
    }
    return low < parse.tokens.count ? parse.tokens[low].xpos : nil
  }

  /// "'82", but not the opening of a quotation.
  private func acceptsShortYear(_ match: TimeMatch) -> Bool {
    let first = match.pieces.lowerBound
    if pieces[first].isGlued { return false }
    guard let before = piece(first - 1) else { return false }
    return before.mask & (TimeClass.preposition.bit | TimeClass.month.bit | TimeClass.season.bit)
      != 0
  }

  /// A season without article or year: after a word of time, never a verb.
  private func acceptsSeason(_ match: TimeMatch) -> Bool {
    let last = match.pieces.upperBound - 1
    let place = match.pieces.lowerBound
    switch tagOf(last) {
    case .vb, .vbd, .vbp, .vbz, .vbn: return false
    default: break
    }
    let word = rules.lexer.lexicon.words[pieces[last].word]
    if word == "fall", let next = piece(last + 1), next.word >= 0,
      rules.lexer.lexicon.words[next.word] == "of" || match.capture.has(.edge)
    {
      return false
    }
    if word == "fall" || word == "spring" {
      guard match.pieces.count > 1 || piece(place - 1).map({ $0.mask & contextBits != 0 }) == true
      else { return false }
      if word == "fall", match.pieces.count == 1,
        let before = piece(place - 1), before.word >= 0,
        !["in", "by", "last", "next", "this", "since", "until"].contains(
          rules.lexer.lexicon.words[before.word])
      {
        return false
      }
    }
    if pieces[last].isCapital, place > 0, match.pieces.count == 1 { return false }
    return true
  }

  private func acceptsDuration(_ match: TimeMatch) -> Bool {
    let unit = match.capture[.u].flatMap { TimeUnit(rawValue: $0) }
    let last = match.pieces.upperBound - 1
    if unit == .second || unit == .quarter {
      let isPlural = pieces[last].mask & TimeClass.units.bit != 0
      if !isPlural { return false }
      if unit == .quarter, let next = piece(last + 1), next.word >= 0,
        rules.lexer.lexicon.words[next.word] == "of"
      {
        return false
      }
    }
    return true
  }
}
