import ChanceryText

/// Finds the quotations of a body by their marks.
///
/// Total: any text gives disjoint spans in text order. An apostrophe is no mark; a quotation whose closing mark is
/// missing ends with its paragraph, or before the next opening mark; one whose paragraph ends without a closing
/// mark goes on in the next paragraph when that begins with an opening mark. Marks inside a quotation stay part
/// of its words. Cost: one pass, and for single marks one look ahead to the end of the paragraph.
struct QuotationFinder: Sendable {
  let text: SourceText
  let paragraphs: Paragraphs

  func quotations() -> [Quotation] {
    var result: [Quotation] = []
    var carried: (start: Int, innerStart: Int)?
    for (p, paragraph) in paragraphs.spans.enumerated() {
      var i = paragraph.start
      var open = carried
      var single = false
      var nested = 0
      if open != nil, let mark = mark(at: i), canOpen(mark.mark, i, mark.length, paragraph) {
        i += mark.length
      } else if let unfinished = open {
        let end = paragraphs.spans[p - 1].end
        append(unfinished, end, end, closed: false, to: &result)
        open = nil
      }
      carried = nil
      while i < paragraph.end {
        guard let (mark, length) = mark(at: i) else {
          i += 1
          continue
        }
        if let begun = open {
          if nested > 0, mark == .close(single: false) {
            nested -= 1
          } else if closes(mark, i, length, paragraph, single) {
            append(begun, i, i + length, closed: true, to: &result)
            open = nil
          } else if !single, !mark.isSingle, canOpen(mark, i, length, paragraph) {
            if mark == .open(single: false), closesTwice(from: i + length, paragraph) {
              nested += 1
            } else {
              append(begun, i, i, closed: false, to: &result)
              open = (i, i + length)
            }
          }
        } else if canOpen(mark, i, length, paragraph),
          !mark.isSingle || closesSingle(mark, from: i + length, paragraph)
        {
          open = (i, i + length)
          single = mark.isSingle
        }
        i += length
      }
      if let begun = open {
        if !single, p + 1 < paragraphs.spans.count {
          carried = begun
        } else {
          append(begun, paragraph.end, paragraph.end, closed: false, to: &result)
        }
      }
    }
    if let begun = carried, let last = paragraphs.spans.last {
      append(begun, last.end, last.end, closed: false, to: &result)
    }
    return result
  }

  private func mark(at i: Int) -> (mark: QuotationMark, length: Int)? {
    QuotationMark.at(i, in: text.bytes)
  }

  private func append(
    _ begun: (start: Int, innerStart: Int), _ innerEnd: Int, _ end: Int, closed: Bool,
    to result: inout [Quotation]
  ) {
    var start = begun.innerStart
    var stop = innerEnd
    while start < stop, Paragraphs.isBlank(text.bytes[start]) { start += 1 }
    while stop > start, Paragraphs.isBlank(text.bytes[stop - 1]) { stop -= 1 }
    // A stray mark before the first word ("” “We …") belongs to no words.
    if start < stop, let extra = mark(at: start), start + extra.length < stop,
      case .open = extra.mark
    {
      start += extra.length
    }
    guard start < stop, hasLetter(ByteSpan(start, stop)) else { return }
    result.append(
      Quotation(
        span: ByteSpan(begun.start, max(end, stop)), inner: ByteSpan(start, stop), isClosed: closed)
    )
  }

  private func hasLetter(_ span: ByteSpan) -> Bool {
    text.bytes[span.start..<span.end].contains { isWordByte($0) }
  }

  /// A letter or digit stands before the offset.
  private func wordBefore(_ i: Int, _ paragraph: ByteSpan) -> Bool {
    i > paragraph.start && isWordByte(text.bytes[i - 1]) && !endsInMark(i)
  }

  private func endsInMark(_ i: Int) -> Bool {
    if i >= 3, text.bytes[i - 3] == 0xE2, text.bytes[i - 2] == 0x80 { return true }
    return i >= 2 && text.bytes[i - 2] == 0xC2
  }

  private func wordAfter(_ i: Int, _ paragraph: ByteSpan) -> Bool {
    guard i < paragraph.end, isWordByte(text.bytes[i]) else { return false }
    return !(text.bytes[i] == 0xE2 && i + 1 < paragraph.end && text.bytes[i + 1] == 0x80)
  }

  private func blankAfter(_ i: Int, _ paragraph: ByteSpan) -> Bool {
    i >= paragraph.end || Paragraphs.isBlank(text.bytes[i])
  }

  private func canOpen(
    _ mark: QuotationMark, _ i: Int, _ length: Int, _ paragraph: ByteSpan
  ) -> Bool {
    let after = i + length
    switch mark {
    case .open(let single):
      return single ? !wordBefore(i, paragraph) && !isElision(after, paragraph) : true
    case .straight(let single):
      if wordBefore(i, paragraph) || blankAfter(after, paragraph) { return false }
      if !startsWord(i, paragraph) { return false }
      return single ? !isElision(after, paragraph) : true
    case .close(let single):
      // ” at the beginning of a word is a slip for “.
      return !single && startsWord(i, paragraph) && wordAfter(after, paragraph)
    }
  }

  /// A blank, an opening bracket, a dash, a colon or the beginning stands before the offset.
  private func startsWord(_ i: Int, _ paragraph: ByteSpan) -> Bool {
    guard i > paragraph.start else { return true }
    let before = text.bytes[i - 1]
    return Paragraphs.isBlank(before) || before == UInt8(ascii: "(") || before == UInt8(ascii: "[")
      || before == UInt8(ascii: "-") || before == UInt8(ascii: ":") || before == UInt8(ascii: ",")
      || before == UInt8(ascii: ".") || endsInMark(i)
  }

  /// "'90s", "'em": an apostrophe at the beginning of a word.
  private func isElision(_ after: Int, _ paragraph: ByteSpan) -> Bool {
    guard after < paragraph.end else { return false }
    let first = text.bytes[after]
    if first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9") { return true }
    var end = after
    while end < paragraph.end, isWordByte(text.bytes[end]) { end += 1 }
    let word = String(decoding: text.bytes[after..<end], as: UTF8.self).lowercased()
    return word == "s" || word == "em" || word == "tis" || word == "til" || word == "twas"
  }

  private func closes(
    _ mark: QuotationMark, _ i: Int, _ length: Int, _ paragraph: ByteSpan, _ single: Bool
  ) -> Bool {
    guard mark.isSingle == single else { return false }
    if single { return closingSingle(from: i, paragraph) == i }
    switch mark {
    case .close: return true
    case .straight:
      return !(i > paragraph.start && Paragraphs.isBlank(text.bytes[i - 1]))
        || blankAfter(i + length, paragraph)
    // German and slips: “ as a closing mark directly after a word or stop and before a blank.
    case .open:
      return i > paragraph.start && !Paragraphs.isBlank(text.bytes[i - 1])
        && (blankAfter(i + length, paragraph) || text.bytes[i + length] == UInt8(ascii: ","))
    }
  }

  /// As many closing marks follow in the paragraph as opening ones and one more: the quotation holds another.
  private func closesTwice(from start: Int, _ paragraph: ByteSpan) -> Bool {
    var i = start
    var depth = 2
    while i < paragraph.end, depth > 0 {
      guard let (mark, length) = mark(at: i) else {
        i += 1
        continue
      }
      switch mark {
      case .open(single: false): depth += 1
      case .close(single: false): depth -= 1
      default: break
      }
      i += length
    }
    return depth == 0
  }

  /// A straight mark whose only possible end is the apostrophe of a plural opens nothing.
  private func closesSingle(
    _ opening: QuotationMark, from start: Int, _ paragraph: ByteSpan
  ) -> Bool {
    guard let end = closingSingle(from: start, paragraph) else { return false }
    return opening != .straight(single: true) || !isPlural(at: end, paragraph)
  }

  /// "the ministers' aides": -s before the mark and a small letter after it.
  private func isPlural(at i: Int, _ paragraph: ByteSpan) -> Bool {
    let length = mark(at: i)?.length ?? 1
    let next = i + length + 1
    return text.bytes[i - 1] == UInt8(ascii: "s") && next < paragraph.end
      && text.bytes[i + length] == UInt8(ascii: " ") && text.bytes[next] >= UInt8(ascii: "a")
      && text.bytes[next] <= UInt8(ascii: "z")
  }

  /// Where a single mark that closes stands: the first after a stop, else the first that cannot be the
  /// apostrophe of a plural ("the countries' forces"), else the first at the end of a word.
  private func closingSingle(from start: Int, _ paragraph: ByteSpan) -> Int? {
    var plural: Int?
    var i = start
    while i < paragraph.end {
      guard let (mark, length) = mark(at: i) else {
        i += 1
        continue
      }
      let isCandidate: Bool
      switch mark {
      case .close(let single), .straight(let single):
        isCandidate =
          single && !wordAfter(i + length, paragraph) && i > start
          && !Paragraphs.isBlank(text.bytes[i - 1])
          || single && i == start && i > paragraph.start
            && !Paragraphs.isBlank(text.bytes[i - 1]) && !wordAfter(i + length, paragraph)
      case .open: isCandidate = false
      }
      if isCandidate {
        if !isPlural(at: i, paragraph) { return i }
        if plural == nil { plural = i }
      }
      i += length
    }
    return plural
  }
}

/// An ASCII letter or digit, or a byte of a longer character.
@inline(__always)
func isWordByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
    || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
}
