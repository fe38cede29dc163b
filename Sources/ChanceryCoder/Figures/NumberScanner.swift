import ChanceryText

/// A number as it is written: its value and where it stands.
struct NumberExpression: Sendable, Equatable {
  var value: Double
  /// Atoms that make up the number and its scale.
  var atoms: Range<Int>
  /// A scale word or sign was part of it ("million", "bn").
  var hasScale: Bool
  /// It is written in words.
  var isWords: Bool
  /// Four digits without comma, point or scale, as years are written.
  var looksLikeYear: Bool
  /// The first of two numbers of a range; its scale and unit are those of the second.
  var beginsRange = false
}

/// Finds numbers among atoms. Ordinals, clock times, dates, model numbers and telephone numbers are none.
struct NumberScanner: Sendable {
  let atoms: [Atom]

  func numbers() -> [NumberExpression] {
    var result: [NumberExpression] = []
    var i = 0
    while i < atoms.count {
      if let number = number(at: i) {
        result.append(number)
        i = number.atoms.upperBound
      } else {
        i += 1
        // The rest of "2:14:04" or "AK-47-12" is no number either.
        while i < atoms.count, atoms[i - 1].kind == .digits, !atoms[i].spaceBefore,
          atoms[i].kind != .word
        {
          i += 1
        }
      }
    }
    return ranges(result)
  }

  private func number(at i: Int) -> NumberExpression? {
    switch atoms[i].kind {
    case .digits: digits(at: i)
    case .word: words(at: i)
    case .sign: nil
    }
  }

  // MARK: Digits

  private func digits(at i: Int) -> NumberExpression? {
    guard isFree(i), let value = Self.value(ofDigits: atoms[i].text) else { return nil }
    var end = i + 1
    var scale = 1.0
    var hasScale = false
    if end < atoms.count, !atoms[end].spaceBefore, atoms[end].kind == .word {
      if let factor = NumberWords.attached[atoms[end].text] {
        scale = factor
        hasScale = true
        end += 1
      } else if Self.isOrdinalEnding(atoms[end].text) || atoms[end].text == "s" {
        return nil
      }
    }
    while let (factor, next) = scaleWord(at: end) {
      scale *= factor
      hasScale = true
      end = next
    }
    let plain = atoms[i].text.utf8.allSatisfy { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ".") }
    return NumberExpression(
      value: value * scale, atoms: i..<end, hasScale: hasScale, isWords: false,
      looksLikeYear: plain && atoms[i].text.utf8.count == 4 && !hasScale)
  }

  /// A scale word, after a blank or a hyphen ("5 million", "$60-million").
  private func scaleWord(at i: Int) -> (factor: Double, next: Int)? {
    guard i < atoms.count else { return nil }
    if let factor = NumberWords.scales[atoms[i].text], atoms[i].kind == .word {
      return (factor, i + 1)
    }
    if atoms[i].text == "-", i + 1 < atoms.count, atoms[i + 1].kind == .word,
      let factor = NumberWords.scales[atoms[i + 1].text]
    {
      return (factor, i + 2)
    }
    return nil
  }

  /// The digits stand by themselves: not "MI-35", "COVID-19", "5:30", "24/7", "737-800".
  private func isFree(_ i: Int) -> Bool {
    if i > 0, !atoms[i].spaceBefore {
      let before = atoms[i - 1]
      if before.kind == .word, before.span.byteCount > 0 {
        // "US25" no, "Rs500" yes: the reader asks the currency table again.
        return isCurrencyLike(before)
      }
      if [":", "/", "#", ".", "_", "'", "’", "№"].contains(before.text) {
        return false
      }
      if Self.dashes.contains(before.text), i > 1, !atoms[i - 1].spaceBefore {
        if atoms[i - 2].kind == .word, NumberWords.small[atoms[i - 2].text] == nil { return false }
        if atoms[i - 2].kind == .digits, !isRange(i - 2, i) { return false }
      }
      if before.text == "(", i + 1 < atoms.count, atoms[i + 1].text == ")" { return false }
    }
    if i > 1, !atoms[i].spaceBefore, atoms[i - 1].text == "(", atoms[i - 2].kind == .digits {
      return false
    }
    guard i + 1 < atoms.count, !atoms[i + 1].spaceBefore else { return true }
    let after = atoms[i + 1]
    if after.text == ":" || after.text == "/" {
      return i + 2 >= atoms.count || atoms[i + 2].kind != .digits || atoms[i + 2].spaceBefore
    }
    if after.text == "(" { return false }
    if Self.dashes.contains(after.text), i + 2 < atoms.count, atoms[i + 2].kind == .digits,
      !atoms[i + 2].spaceBefore
    {
      return isRange(i, i + 2)
    }
    if after.kind == .word {
      return NumberWords.attached[after.text] != nil || after.span.byteCount > 1
    }
    return true
  }

  private func isCurrencyLike(_ atom: Atom) -> Bool {
    ["rs", "usd", "eur", "rmb", "gbp", "pkr", "inr", "re", "tk", "rp", "rm", "dm", "r"].contains(
      atom.text)
  }

  static let dashes: Set<String> = ["-", "–", "—", "‑", "‐", "−"]

  /// "10-15", "1,000–1,500"; not "737-800", "2017-18", "03-12-2020".
  private func isRange(_ a: Int, _ b: Int) -> Bool {
    guard let low = Self.value(ofDigits: atoms[a].text),
      let high = Self.value(ofDigits: atoms[b].text), low < high
    else { return false }
    if low >= 1500, low <= 2100, atoms[a].text.utf8.count == 4 { return false }
    if a > 0, atoms[a - 1].kind == .word, atoms[a - 1].spaceBefore,
      isName(atoms[a - 1].span)
    {
      return false
    }
    if b + 1 < atoms.count, Self.dashes.contains(atoms[b + 1].text), !atoms[b + 1].spaceBefore,
      b + 2 < atoms.count, atoms[b + 2].kind == .digits
    {
      return false
    }
    return true
  }

  /// Set by the reader: whether a word is written with a capital.
  var isCapitalized: (@Sendable (Int) -> Bool)?

  private func isName(_ span: ByteSpan) -> Bool { isCapitalized?(span.start) ?? false }

  static func isOrdinalEnding(_ text: String) -> Bool {
    text == "th" || text == "st" || text == "nd" || text == "rd" || text == "tth"
  }

  /// "1,650,000", "146.92", "1,00,000"; nil where commas stand as no grouping does.
  static func value(ofDigits text: String) -> Double? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard let last = groups.last, last.prefix(while: { $0 != "." }).utf8.count == 3,
        groups.dropFirst().dropLast().allSatisfy({ $0.utf8.count == 2 || $0.utf8.count == 3 }),
        groups[0].utf8.count <= 3
      else { return nil }
    }
    let joined = groups.joined()
    if joined.utf8.count(where: { $0 == UInt8(ascii: ".") }) > 1 { return nil }
    return Double(joined)
  }

  // MARK: Words

  /// "twenty-five", "two hundred and fifty thousand", "half a million", "a dozen", "one and a half billion".
  private func words(at start: Int) -> NumberExpression? {
    var i = start
    var total = 0.0
    var group = 0.0
    var hasScale = false
    var any = false
    if i + 2 < atoms.count, atoms[i].text == "half", atoms[i + 1].text == "a",
      let factor = NumberWords.scales[atoms[i + 2].text], factor >= 1000
    {
      return NumberExpression(
        value: factor / 2, atoms: i..<i + 3, hasScale: true, isWords: true, looksLikeYear: false)
    }
    if atoms[i].text == "a" || atoms[i].text == "an", i + 1 < atoms.count,
      let factor = NumberWords.scales[atoms[i + 1].text]
    {
      return NumberExpression(
        value: factor * (scaleWord(at: i + 2)?.factor ?? 1),
        atoms: i..<(scaleWord(at: i + 2)?.next ?? i + 2), hasScale: true, isWords: true,
        looksLikeYear: false)
    }
    while i < atoms.count {
      let word = atoms[i].text
      if let value = NumberWords.small[word] {
        if any,
          group.truncatingRemainder(dividingBy: 10) != 0
            || group >= 20 && value >= 10
              && group.truncatingRemainder(dividingBy: 100) != 0
        {
          break
        }
        group += value
        any = true
        i += 1
      } else if any, let factor = NumberWords.scales[word] {
        hasScale = true
        if factor == 100 || factor == 12 {
          group = max(group, 1) * factor
        } else {
          total += max(group, 1) * factor
          group = 0
        }
        i += 1
      } else if any, word == "and", i + 2 < atoms.count, atoms[i + 1].text == "a",
        atoms[i + 2].text == "half"
      {
        group += 0.5
        i += 3
      } else if any, hasScale, word == "and", i + 1 < atoms.count,
        NumberWords.small[atoms[i + 1].text] != nil, group >= 100 || total > 0 && group == 0
      {
        i += 1
      } else if any, Self.dashes.contains(word), i + 1 < atoms.count, !atoms[i + 1].spaceBefore,
        !atoms[i].spaceBefore,
        NumberWords.small[atoms[i + 1].text] != nil || NumberWords.scales[atoms[i + 1].text] != nil
      {
        i += 1
      } else {
        break
      }
    }
    guard any else { return nil }
    return NumberExpression(
      value: total + group, atoms: start..<i, hasScale: hasScale, isWords: true,
      looksLikeYear: false)
  }

  // MARK: Ranges

  /// "5-7 billion", "10 to 15": the lower number takes over the scale of the upper.
  private func ranges(_ numbers: [NumberExpression]) -> [NumberExpression] {
    var result = numbers
    for k in 0..<max(0, numbers.count - 1) {
      let low = numbers[k]
      let high = numbers[k + 1]
      let between = atoms[low.atoms.upperBound..<high.atoms.lowerBound].map(\.text)
      let joins =
        between.count == 1 && (Self.dashes.contains(between[0]) || between[0] == "to")
        || between.count == 2 && between[0] == "to"
      guard joins, !low.looksLikeYear || high.hasScale else { continue }
      result[k].beginsRange = true
      if !low.hasScale, high.hasScale, low.value < 1000,
        let plain = Self.value(ofDigits: atoms[high.atoms.lowerBound].text), plain > 0
      {
        result[k].value = low.value * (high.value / plain)
      }
    }
    return result
  }
}
