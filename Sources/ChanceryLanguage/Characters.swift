/// What the tokenizer needs to know of a character.
package enum CharacterClass: UInt8, Sendable {
  case blank, newline, letter, upper, digit, hyphen, dash, quote, apostrophe, open, close, stop
  case comma, currency, slash, symbol, other
}

/// A character of a text: where it is, and its class.
package struct TextCharacter: Sendable {
  package var start: Int32
  package var scalar: UInt32
  package var kind: CharacterClass
}

extension TextCharacter {
  /// The character at a byte offset and the offset after it. Bytes that are no UTF-8 read as letters.
  package static func decode(_ bytes: [UInt8], _ offset: Int, _ limit: Int) -> (Self, Int) {
    let first = bytes[offset]
    if first < 0x80 {
      let kind = asciiClass(first)
      return (Self(start: Int32(offset), scalar: UInt32(first), kind: kind), offset + 1)
    }
    var scalar = UInt32(first)
    var next = offset + 1
    let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0
    if more > 0 && offset + more < limit {
      scalar = UInt32(first) & (more == 3 ? 0x07 : more == 2 ? 0x0F : 0x1F)
      for _ in 0..<more where next < limit && bytes[next] & 0xC0 == 0x80 {
        scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
        next += 1
      }
    }
    let kind = wideClass(scalar)
    return (Self(start: Int32(offset), scalar: scalar, kind: kind), next)
  }

  private static func asciiClass(_ byte: UInt8) -> CharacterClass {
    switch byte {
    case 0x0A, 0x0D, 0x0B, 0x0C: .newline
    case 0...0x20, 0x7F: .blank
    case 0x30...0x39: .digit
    case 0x41...0x5A: .upper
    case 0x61...0x7A: .letter
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "\""): .quote
    case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .open
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .close
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .stop
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): .comma
    case UInt8(ascii: "$"): .currency
    case UInt8(ascii: "/"): .slash
    default: .symbol
    }
  }

  private static func wideClass(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x85, 0x2028, 0x2029: .newline
    case 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: .blank
    case 0x2010, 0x2011: .hyphen
    case 0x2012...0x2015, 0x2212: .dash
    case 0x2018, 0x2019, 0x201A, 0x201B, 0xB4: .apostrophe
    case 0x201C...0x201F, 0xAB, 0xBB, 0x2039, 0x203A: .quote
    case 0x2026: .stop
    case 0xA2...0xA5, 0x20A0...0x20CF: .currency
    case 0xA1, 0xBF: .open
    case 0xA6...0xA9, 0xAC, 0xAE...0xB1, 0xB6, 0xB7, 0xD7, 0xF7: .symbol
    case 0x2016, 0x2017, 0x2020...0x2025, 0x2030...0x205E, 0x2100...0x2BFF: .symbol
    case 0x3001...0x303F, 0xFE00...0xFE6F, 0x1F000...0x1FAFF: .symbol
    case 0xC0...0xDE, 0x391...0x3A9, 0x410...0x42F: .upper
    default: .letter
    }
  }

  package var isWord: Bool { kind == .letter || kind == .upper || kind == .digit }
  package var isAlphabetic: Bool { kind == .letter || kind == .upper }
}
