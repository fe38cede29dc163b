import ChanceryText

/// A piece of a sentence as the number scanner sees it: a word, a row of digits or a sign.
///
/// The scanner cuts the bytes by itself, so that "$60m", "CAN$35" and "61.5" are read alike however the
/// tokenizer takes them.
struct Atom: Sendable, Equatable {
  enum Kind: Sendable { case word, digits, sign }

  var span: ByteSpan
  var kind: Kind
  /// ASCII letters in lower case.
  var text: String
  /// A blank or the beginning stands before.
  var spaceBefore: Bool

  /// The pieces of a span, in order. Digits hold points and commas between digits.
  static func atoms(in span: ByteSpan, of bytes: [UInt8]) -> [Atom] {
    var result: [Atom] = []
    var i = span.start
    var space = true
    while i < span.end {
      let byte = bytes[i]
      if Paragraphs.isBlank(byte) || isNoBreakSpace(i, bytes) {
        space = true
        i += Paragraphs.isBlank(byte) ? 1 : (byte == 0xC2 ? 2 : 3)
        continue
      }
      let start = i
      let kind: Kind
      if isDigit(byte) {
        kind = .digits
        while i < span.end, isDigit(bytes[i]) || isInnerPoint(i, span.end, bytes) { i += 1 }
      } else if isLetter(i, bytes) {
        kind = .word
        while i < span.end, isLetter(i, bytes) { i += length(bytes[i]) }
      } else {
        kind = .sign
        i += length(byte)
      }
      i = min(i, span.end)
      let text = String(decoding: bytes[start..<i], as: UTF8.self).asciiLowercased
      result.append(
        Atom(span: ByteSpan(start, i), kind: kind, text: text, spaceBefore: space))
      space = false
    }
    return result
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func isInnerPoint(_ i: Int, _ end: Int, _ bytes: [UInt8]) -> Bool {
    (bytes[i] == UInt8(ascii: ".") || bytes[i] == UInt8(ascii: ",")) && i + 1 < end
      && isDigit(bytes[i + 1])
  }

  /// Letters of any script; signs of currency and punctuation beyond ASCII are signs.
  private static func isLetter(_ i: Int, _ bytes: [UInt8]) -> Bool {
    let byte = bytes[i]
    if byte < 0x80 { return byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") }
    if byte == 0xC2 { return false }
    if byte == 0xE2 { return false }
    if byte == 0xE0, i + 2 < bytes.count {
      // ৳ and ฿
      if bytes[i + 1] == 0xA7, bytes[i + 2] == 0xB3 { return false }
      if bytes[i + 1] == 0xB8, bytes[i + 2] == 0xBF { return false }
    }
    return true
  }

  private static func isNoBreakSpace(_ i: Int, _ bytes: [UInt8]) -> Bool {
    if bytes[i] == 0xC2, i + 1 < bytes.count { return bytes[i + 1] == 0xA0 }
    guard bytes[i] == 0xE2, i + 2 < bytes.count, bytes[i + 1] == 0x80 else { return false }
    return (0x80...0x8F).contains(bytes[i + 2]) || bytes[i + 2] == 0xAF
  }

  private static func length(_ byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
}
