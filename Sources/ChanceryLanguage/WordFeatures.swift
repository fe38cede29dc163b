/// The parts of a word form that tagger and parser look at, as hashes.
///
/// Case is folded, digits read as 0 and typographic quotes as plain ones, so that "1996" and "2021",
/// or ’s and 's, are one word.
package struct WordFeatures: Sendable {
  /// Hash of the folded form, 64 bits.
  package var form: UInt64 = 0
  /// The same in 26 bits.
  package var word: UInt64 = 0
  package var suffix1: UInt64 = 0
  package var suffix2: UInt64 = 0
  package var suffix3: UInt64 = 0
  package var suffix4: UInt64 = 0
  package var suffix5: UInt64 = 0
  package var suffix6: UInt64 = 0
  package var prefix1: UInt64 = 0
  package var prefix2: UInt64 = 0
  package var prefix3: UInt64 = 0
  /// Capitals, digits and marks of the form, 8 bits.
  package var shape: UInt64 = 0
  package var isCapital = false
  package var isUpper = false
  package var hasLetter = false
  package var hasDigit = false

  package init() {}

  /// Cost: one pass over the bytes.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var folded = FoldedBytes()
    folded.fold(bytes)
    let n = folded.count
    var hash = hashSeed
    for i in 0..<n {
      hash = hashStep(hash, folded[i])
      if i == 0 { prefix1 = fold26(hash &+ 1) }
      if i == 1 { prefix2 = fold26(hash &+ 2) }
      if i == 2 { prefix3 = fold26(hash &+ 3) }
    }
    form = folded.overflow == 0 ? hash : hash ^ folded.overflow
    word = fold26(form)
    var tail = hashSeed
    for k in 1...6 {
      tail = hashStep(tail, k <= n ? folded[n - k] : 0)
      switch k {
      case 1: suffix1 = fold26(tail &+ 1)
      case 2: suffix2 = fold26(tail &+ 2)
      case 3: suffix3 = fold26(tail &+ 3)
      case 4: suffix4 = fold26(tail &+ 4)
      case 5: suffix5 = fold26(tail &+ 5)
      default: suffix6 = fold26(tail &+ 6)
      }
    }
    setShape(bytes)
  }

  private mutating func setShape(_ bytes: UnsafeBufferPointer<UInt8>) {
    var uppers = 0
    var lowers = 0
    var digits = 0
    var marks: UInt64 = 0
    var dots: UInt64 = 0
    for byte in bytes {
      switch byte {
      case 0x41...0x5A: uppers += 1
      case 0x61...0x7A: lowers += 1
      case 0x30...0x39: digits += 1
      case 0x2E: dots = 1
      case 0x80...: lowers += byte & 0xC0 == 0x80 ? 0 : 1
      default: marks = 1
      }
    }
    let first = bytes.isEmpty ? 0 : bytes[0]
    let startsUpper =
      first >= 0x41 && first <= 0x5A || first == 0xC3 && bytes.count > 1 && bytes[1] < 0x9F
    isCapital = startsUpper
    isUpper = uppers > 1 && lowers == 0
    hasDigit = digits > 0
    hasLetter = uppers + lowers > 0
    let caps: UInt64 =
      uppers == 0
      ? (startsUpper ? 1 : 0)
      : lowers == 0 ? (uppers == 1 ? 2 : 3) : startsUpper ? (uppers == 1 ? 1 : 4) : 5
    let numbers: UInt64 = digits == 0 ? 0 : lowers + uppers == 0 ? (digits == 4 ? 2 : 1) : 3
    shape = 1 + caps + numbers << 3 + marks << 5 + dots << 6
  }
}

/// The folded bytes of a form, at most 30; what is longer only enters the hash.
private struct FoldedBytes {
  private var storage: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  private(set) var count = 0
  private(set) var overflow: UInt64 = 0

  subscript(_ i: Int) -> UInt8 {
    let shift = UInt64(i & 7) &* 8
    let part =
      switch i >> 3 {
      case 0: storage.0
      case 1: storage.1
      case 2: storage.2
      default: storage.3
      }
    return UInt8(truncatingIfNeeded: part >> shift)
  }

  private mutating func append(_ byte: UInt8) {
    guard count < 32 else {
      // Keep the end, which carries the suffix: shift one byte out at the front.
      overflow = hashStep(overflow | 1, UInt8(truncatingIfNeeded: storage.0))
      storage.0 = storage.0 >> 8 | storage.1 << 56
      storage.1 = storage.1 >> 8 | storage.2 << 56
      storage.2 = storage.2 >> 8 | storage.3 << 56
      storage.3 = storage.3 >> 8 | UInt64(byte) << 56
      return
    }
    let value = UInt64(byte) << (UInt64(count & 7) &* 8)
    switch count >> 3 {
    case 0: storage.0 |= value
    case 1: storage.1 |= value
    case 2: storage.2 |= value
    default: storage.3 |= value
    }
    count += 1
  }

  mutating func fold(_ bytes: UnsafeBufferPointer<UInt8>) {
    var i = 0
    let n = bytes.count
    while i < n {
      var byte = bytes[i]
      i += 1
      if byte >= 0x41 && byte <= 0x5A {
        byte |= 0x20
      } else if byte >= 0x30 && byte <= 0x39 {
        byte = 0x30
      } else if byte == 0x60 {
        byte = 0x27
      } else if byte == 0xC3 && i < n && bytes[i] >= 0x80 && bytes[i] <= 0x9E {
        append(byte)
        byte = bytes[i] | 0x20
        i += 1
      } else if byte == 0xE2 && i + 1 < n && bytes[i] == 0x80 {
        let third = bytes[i + 1]
        i += 2
        switch third {
        case 0x98, 0x99: byte = 0x27
        case 0x9C, 0x9D, 0x9E: byte = 0x22
        case 0x90, 0x91: byte = 0x2D
        case 0x93, 0x94:
          append(0x2D)
          byte = 0x2D
        default:
          append(0xE2)
          append(0x80)
          byte = third
        }
      }
      append(byte)
    }
  }
}
