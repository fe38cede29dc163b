import ChanceryText

/// Words between quotation marks.
struct Quotation: Sendable, Equatable {
  /// With the marks.
  var span: ByteSpan
  /// Without the marks and the blanks beside them.
  var inner: ByteSpan
  /// The closing mark is in the text.
  var isClosed: Bool
}

/// What a character can do as a quotation mark.
enum QuotationMark: Equatable {
  /// “ „ «
  case open(single: Bool)
  /// ” » ; ’ may be an apostrophe
  case close(single: Bool)
  /// " and '
  case straight(single: Bool)

  var isSingle: Bool {
    switch self {
    case .open(let single), .close(let single), .straight(let single): single
    }
  }

  /// The mark at a byte offset and its length in bytes.
  static func at(_ i: Int, in bytes: [UInt8]) -> (mark: QuotationMark, length: Int)? {
    switch bytes[i] {
    case UInt8(ascii: "\""): return (.straight(single: false), 1)
    case UInt8(ascii: "'"):
      let twice = i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: "'")
      return twice ? (.close(single: false), 2) : (.straight(single: true), 1)
    case UInt8(ascii: "`"):
      let twice = i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: "`")
      return twice ? (.open(single: false), 2) : (.open(single: true), 1)
    case 0xC2:
      guard i + 1 < bytes.count else { return nil }
      if bytes[i + 1] == 0xAB { return (.open(single: false), 2) }
      if bytes[i + 1] == 0xBB { return (.close(single: false), 2) }
      return nil
    case 0xE2:
      guard i + 2 < bytes.count, bytes[i + 1] == 0x80 else { return nil }
      switch bytes[i + 2] {
      case 0x98, 0x9A, 0x9B, 0xB9: return (.open(single: true), 3)
      case 0x99, 0xBA: return (.close(single: true), 3)
      case 0x9C, 0x9E, 0x9F: return (.open(single: false), 3)
      case 0x9D: return (.close(single: false), 3)
      default: return nil
      }
    default: return nil
    }
  }
}
