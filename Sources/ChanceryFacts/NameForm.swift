/// What the letters of a name in a table say about how it must be written in a text.
enum NameForm {
  static let kinds = [
    "short", "official", "former", "local", "variant", "adjective", "noun", "capital",
  ]

  static func sense(ofKind kind: String) -> NameSense? {
    switch kind {
    case "short", "official", "former", "local", "variant": .name
    case "adjective": .demonymAdjective
    case "noun": .demonymNoun
    case "capital": .capital
    default: nil
    }
  }

  /// Two or three capitals ("US", "AU"): written in small letters they are ordinary words.
  static func isShortAcronym(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    name.count <= 3 && name.count >= 2 && name.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// "US Congress", "PM House".
  static func startsWithAcronym(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let space = name.firstIndex(of: 0x20) else { return false }
    return isShortAcronym(UnsafeBufferPointer(rebasing: name[..<space]))
  }

  /// Letters as they stand, without full stops at the end.
  static func hash(_ form: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var stop = form.count
    while stop > 0, form[stop - 1] == 0x2E { stop -= 1 }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for i in 0..<stop { hash = (hash ^ UInt64(form[i])) &* 0x100_0000_01B3 }
    return hash
  }

  static func lastWord(_ bytes: UnsafeBufferPointer<UInt8>, _ name: TextRange) -> TextRange? {
    let range = name.range
    guard !range.isEmpty else { return nil }
    let start = bytes[range].lastIndex(of: 0x20).map { $0 + 1 } ?? range.lowerBound
    return TextRange(start: Int32(start), count: Int32(range.upperBound - start))
  }
}

extension NameSense {
  /// In the order in which matches of one length are given.
  static let codes: [NameSense] = [
    .name, .demonymAdjective, .demonymNoun, .capital, .metonym, .surname,
  ]

  /// Place in `codes`.
  var rank: UInt8 {
    switch self {
    case .name: 0
    case .demonymAdjective: 1
    case .demonymNoun: 2
    case .capital: 3
    case .metonym: 4
    case .surname: 5
    }
  }
}
