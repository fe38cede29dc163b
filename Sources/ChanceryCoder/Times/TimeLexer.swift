import ChanceryLanguage
import ChanceryText

/// A run of letters, a number or a sign, as the patterns see it.
struct TimeLex: Sendable {
  var start: Int
  var end: Int
  /// Classes that it has.
  var mask: UInt64 = 0
  /// Word of the lexicon, or -1.
  var word = -1
  /// Value of a number; of words see the lexicon.
  var value = 0
  var hundredths = 0
  /// Follows the one before without blank.
  var isGlued = false
  var isCapital = false
  var isLetters = false
  var isDigits = false
}

/// Splits a sentence into letters, numbers and signs, whatever the tokenizer made of hyphens and dots.
struct TimeLexer {
  let lexicon: TimeLexicon
  private let comma: Int
  private let hyphen: Int
  private let apostrophe: Int
  private let dot: Int
  private let colon: Int
  private let and: Int
  private let letterS: Int
  private let hundred: Int
  private let thousand: Int

  /// Words that the lexer itself needs.
  static let ownWords = [",", "-", "'", ".", ":", "and", "s", "hundred", "thousand"]

  init(_ lexicon: TimeLexicon) {
    var lexicon = lexicon
    comma = lexicon.intern(",")
    hyphen = lexicon.intern("-")
    apostrophe = lexicon.intern("'")
    dot = lexicon.intern(".")
    colon = lexicon.intern(":")
    and = lexicon.intern("and")
    letterS = lexicon.intern("s")
    hundred = lexicon.intern("hundred")
    thousand = lexicon.intern("thousand")
    self.lexicon = lexicon
  }

  /// The pieces of a span, numbers joined.
  func lexes(_ bytes: UnsafeBufferPointer<UInt8>, _ span: ByteSpan, into result: inout [TimeLex]) {
    result.removeAll(keepingCapacity: true)
    var hasNumbers = false
    split(bytes, span, &result, &hasNumbers)
    if hasNumbers { join(&result, bytes) }
  }

  // MARK: Splitting

  private func split(
    _ bytes: UnsafeBufferPointer<UInt8>, _ span: ByteSpan, _ result: inout [TimeLex],
    _ hasNumbers: inout Bool
  ) {
    var i = span.start
    let end = span.end
    var lastEnd = -1
    while i < end {
      let byte = bytes[i]
      let start = i
      if TimeLexer.isLetter(byte) {
        var hash = TimeLexicon.seed
        while i < end, TimeLexer.isLetter(bytes[i]) {
          hash = TimeLexicon.step(hash, bytes[i] | 0x20)
          i += 1
        }
        var piece = TimeLex(start: start, end: i)
        piece.isLetters = true
        piece.isCapital = byte < 0x61
        let touchesLetter =
          i < end && TimeLexer.isLeadOfLetter(bytes[i])
          || start == lastEnd && !result.isEmpty
            && TimeLexer.isLeadOfLetter(bytes[result[result.count - 1].start])
        if i - start <= lexicon.longest, !touchesLetter {
          piece.word = lexicon.word(hash: hash)
        }
        if piece.word >= 0 {
          let mask = lexicon.masks[piece.word]
          if !lexicon.capitals[piece.word] || piece.isCapital { piece.mask = mask }
          if mask & (TimeClass.number.bit | TimeClass.tens.bit | TimeClass.magnitude.bit) != 0 {
            hasNumbers = true
          }
        }
        piece.isGlued = start == lastEnd
        result.append(piece)
      } else if byte &- 0x30 < 10 {
        var value = 0
        while i < end, bytes[i] &- 0x30 < 10 {
          if i - start < 12 { value = value * 10 + Int(bytes[i] &- 0x30) }
          i += 1
        }
        var piece = TimeLex(start: start, end: i, value: value)
        piece.isDigits = true
        piece.isGlued = start == lastEnd
        piece.mask = TimeLexer.classes(value, count: i - start, leadingZero: byte == 0x30)
        hasNumbers = true
        result.append(piece)
      } else if byte <= 0x20 {
        i += 1
        continue
      } else {
        i += 1
        var word = -1
        if byte < 0x80 {
          word = lexicon.word(hash: TimeLexicon.step(TimeLexicon.seed, byte))
        } else {
          let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
          i = min(end, start + width)
          if width == 2, byte == 0xC2, start + 1 < end, bytes[start + 1] == 0xA0 { continue }
          if width == 3, byte == 0xE2, i - start == 3 {
            word = sign(bytes[start + 1], bytes[start + 2])
          }
          if word == -2 { continue }
        }
        var piece = TimeLex(start: start, end: i)
        piece.word = word
        piece.isGlued = start == lastEnd
        result.append(piece)
      }
      lastEnd = i
    }
  }

  /// Dashes and quotation marks of U+20xx; -2 for blanks.
  private func sign(_ second: UInt8, _ third: UInt8) -> Int {
    if second == 0x88, third == 0x92 { return hyphen }
    guard second == 0x80 else { return -1 }
    switch third {
    case 0x80...0x8B, 0xAF: return -2
    case 0x90...0x93: return hyphen
    case 0x98, 0x99: return apostrophe
    default: return -1
    }
  }

  @inline(__always) private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26
  }

  /// First byte of a Latin, Greek or Cyrillic letter beyond ASCII.
  @inline(__always) private static func isLeadOfLetter(_ byte: UInt8) -> Bool {
    byte >= 0xC3 && byte < 0xE0
  }

  private static func classes(_ value: Int, count: Int, leadingZero: Bool) -> UInt64 {
    guard count <= 6 else { return 0 }
    var mask = TimeClass.digits.bit
    if !leadingZero { mask |= TimeClass.number.bit }
    if count <= 2 {
      if value >= 1, value <= 31 { mask |= TimeClass.dayNumber.bit }
      if value <= 24 { mask |= TimeClass.hour.bit }
      if count == 2 {
        mask |= TimeClass.shortYear.bit
        if value < 60 { mask |= TimeClass.minutes.bit }
      }
    }
    if count == 4 {
      if value >= 1000, value < 2200 { mask |= TimeClass.year.bit }
      if value < 2400, value % 100 < 60 { mask |= TimeClass.clockDigits.bit }
    }
    return mask
  }
}

// MARK: - Numbers of several pieces

extension TimeLexer {
  private func join(_ list: inout [TimeLex], _ bytes: UnsafeBufferPointer<UInt8>) {
    var out = 0
    var i = 0
    while i < list.count {
      let (piece, next) = list[i].isDigits ? digits(list, i) : words(list, i)
      list[out] = piece
      if piece.isDigits, out > 0, isCurrency(list[out - 1], bytes) { list[out].mask = 0 }
      out += 1
      i = next
    }
    list.removeLast(list.count - out)
  }

  private func isCurrency(_ piece: TimeLex, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !piece.isLetters, !piece.isDigits else { return false }
    let byte = bytes[piece.start]
    if byte == 0x24 || byte == 0x23 { return true }
    if byte == 0xC2 { return bytes[piece.start + 1] == 0xA3 || bytes[piece.start + 1] == 0xA5 }
    return byte == 0xE2 && piece.end - piece.start == 3 && bytes[piece.start + 1] == 0x82
  }

  private func glued(_ list: [TimeLex], _ i: Int, _ word: Int) -> Bool {
    i < list.count && list[i].word == word && list[i].isGlued
  }

  private func gluedDigits(_ list: [TimeLex], _ i: Int, _ count: Int) -> Bool {
    i < list.count && list[i].isDigits && list[i].isGlued && list[i].end - list[i].start == count
  }

  private func digits(_ list: [TimeLex], _ i: Int) -> (TimeLex, Int) {
    var piece = list[i]
    let count = piece.end - piece.start
    var next = i + 1
    guard next < list.count, list[next].isGlued else { return (piece, next) }
    if glued(list, next, comma), count <= 3, gluedDigits(list, next + 1, 3) {
      while glued(list, next, comma), gluedDigits(list, next + 1, 3) {
        piece.value = min(piece.value * 1000 + list[next + 1].value, 1_000_000_000)
        piece.end = list[next + 1].end
        next += 2
      }
      piece.mask = TimeClass.number.bit
      return (piece, next)
    }
    if count == 4, glued(list, next, hyphen), gluedDigits(list, next + 1, 2),
      glued(list, next + 2, hyphen), gluedDigits(list, next + 3, 2)
    {
      piece.value = piece.value * 10000 + list[next + 1].value * 100 + list[next + 3].value
      piece.mask = TimeClass.isoDate.bit
      piece.end = list[next + 3].end
      return (piece, next + 4)
    }
    if count <= 2, piece.value <= 24, glued(list, next, colon), gluedDigits(list, next + 1, 2),
      list[next + 1].value < 60
    {
      piece.value = piece.value * 60 + list[next + 1].value
      piece.mask = TimeClass.clock.bit
      piece.end = list[next + 1].end
      next += 2
      if glued(list, next, colon), gluedDigits(list, next + 1, 2), list[next + 1].value < 60 {
        piece.end = list[next + 1].end
        next += 2
      }
      return (piece, next)
    }
    if glued(list, next, dot), next + 1 < list.count, list[next + 1].isDigits,
      list[next + 1].isGlued
    {
      return decimal(list, i)
    }
    if list[next].isLetters, list[next].mask & TimeClass.ordinalUnit.bit != 0, count <= 3 {
      piece.mask = TimeClass.ordinal.bit | TimeClass.numericOrdinal.bit
      piece.end = list[next].end
      return (piece, next + 1)
    }
    return decade(list, i) ?? (piece, next)
  }

  private func decimal(_ list: [TimeLex], _ i: Int) -> (TimeLex, Int) {
    var piece = list[i]
    let fraction = list[i + 2]
    let count = fraction.end - fraction.start
    var next = i + 3
    piece.mask = TimeClass.number.bit | TimeClass.decimal.bit
    if count == 2, fraction.value < 60, piece.value <= 24 {
      piece.mask |= TimeClass.dottedClock.bit
    }
    piece.hundredths = count == 1 ? fraction.value * 10 : count == 2 ? fraction.value : 0
    piece.end = fraction.end
    while glued(list, next, dot), next + 1 < list.count, list[next + 1].isDigits,
      list[next + 1].isGlued
    {
      // 12.03.2014 is a date, 1.2.3.4 an address.
      if piece.mask != 0, list[next + 1].mask & TimeClass.year.bit != 0,
        let date = dottedDate(list[i].value, fraction.value, list[next + 1].value)
      {
        piece.mask = TimeClass.isoDate.bit
        piece.value = date
      } else {
        piece.mask = 0
      }
      piece.end = list[next + 1].end
      next += 2
    }
    return (piece, next)
  }

  /// Day, month, year; in this order unless the second cannot be a month.
  private func dottedDate(_ a: Int, _ b: Int, _ year: Int) -> Int? {
    if CivilDate(year: year, month: b, day: a) != nil { return year * 10000 + b * 100 + a }
    return CivilDate(year: year, month: a, day: b) == nil ? nil : year * 10000 + a * 100 + b
  }

  /// "1990s", "1990's", "90s".
  private func decade(_ list: [TimeLex], _ i: Int) -> (TimeLex, Int)? {
    var piece = list[i]
    let count = piece.end - piece.start
    guard piece.value % 10 == 0, count >= 2, count <= 4 else { return nil }
    var next = i + 1
    if glued(list, next, apostrophe) { next += 1 }
    guard glued(list, next, letterS) else { return nil }
    piece.mask = TimeClass.decade.bit
    if count == 2 { piece.value += piece.value >= 20 ? 1900 : 2000 }
    piece.end = list[next].end
    return (piece, next + 1)
  }

  // MARK: Number words

  private func words(_ list: [TimeLex], _ i: Int) -> (TimeLex, Int) {
    var piece = list[i]
    guard piece.isLetters, piece.mask & (TimeClass.number.bit | TimeClass.tens.bit) != 0 else {
      return (piece, i + 1)
    }
    var next = i + 1
    var value = wordValue(piece)
    if piece.mask & TimeClass.tens.bit != 0 {
      let ones =
        next < list.count && list[next].word == hyphen && next + 1 < list.count ? next + 1 : next
      if ones < list.count, list[ones].isLetters {
        let unit = list[ones]
        if unit.mask & TimeClass.number.bit != 0, wordValue(unit) < 10, wordValue(unit) > 0 {
          value += wordValue(unit)
          next = ones + 1
        } else if unit.mask & TimeClass.ordinal.bit != 0,
          lexicon.value(of: unit.word, as: .ordinal) < 10
        {
          piece.value = value + lexicon.value(of: unit.word, as: .ordinal)
          piece.mask = TimeClass.ordinal.bit
          piece.end = unit.end
          piece.word = -1
          return (piece, ones + 1)
        }
      }
    }
    if piece.word != hundred, piece.word != thousand, next < list.count, list[next].word == hundred
    {
      value *= 100
      next += 1
      let rest = next < list.count && list[next].word == and ? next + 1 : next
      if rest < list.count, list[rest].isLetters,
        list[rest].mask & (TimeClass.number.bit | TimeClass.tens.bit) != 0
      {
        let (tail, after) = words(list, rest)
        if tail.value < 100, tail.mask & TimeClass.number.bit != 0 {
          value += tail.value
          next = after
        }
      }
    }
    if piece.word != thousand, next < list.count, list[next].word == thousand {
      value *= 1000
      next += 1
    }
    piece.value = value
    piece.mask = TimeClass.number.bit
    piece.end = list[next - 1].end
    if next > i + 1 { piece.word = -1 } else { piece.mask = list[i].mask | TimeClass.number.bit }
    return (piece, next)
  }

  private func wordValue(_ piece: TimeLex) -> Int {
    return lexicon.value(
      of: piece.word, as: lexicon.masks[piece.word] & TimeClass.tens.bit != 0 ? .tens : .number)
  }
}
