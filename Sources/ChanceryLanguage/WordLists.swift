import ChanceryText

/// The closed word lists of a language's tokenizer and sentence splitter, read from a data file.
///
/// Sections stand in brackets, `#` opens a comment line, words are parted by blanks, and a word that
/// is read as several gives its pieces after `=`. Lookup folds ASCII case.
public struct WordLists: Sendable {
  package enum Section: String, CaseIterable, Sendable {
    case abbreviation
    case numbering
    case closingAbbreviation = "closing-abbreviation"
    case opener
    case prefix
    case split
    case plain
    case unit
    case suffix
    case reporting
  }

  private var members: [Set<UInt64>]
  /// Byte lengths of the pieces of a word that is split.
  private var pieces: [UInt64: [Int]] = [:]

  public init() { members = Array(repeating: [], count: Section.allCases.count) }

  /// Reads the lists; unknown sections are ignored. Cost: one pass.
  public init(bytes: some Collection<UInt8>) {
    self.init()
    var section: Int?
    for line in bytes.split(separator: 0x0A) {
      if line.first == UInt8(ascii: "#") { continue }
      if line.first == UInt8(ascii: "[") {
        let name = String(
          decoding: line.dropFirst().prefix { $0 != UInt8(ascii: "]") }, as: UTF8.self)
        section = Section.allCases.firstIndex { $0.rawValue == name }
        continue
      }
      guard let section else { continue }
      for word in line.split(separator: 0x20) { add(Array(word), to: section) }
    }
  }

  private mutating func add(_ word: [UInt8], to section: Int) {
    let parts = word.split(separator: UInt8(ascii: "="))
    guard parts.count == 2, Section.allCases[section] == .split else {
      members[section].insert(Self.key(word, 0, word.count))
      return
    }
    let form = Array(parts[0])
    pieces[Self.key(form, 0, form.count)] =
      parts[1].split(separator: UInt8(ascii: "|")).map(\.count)
  }

  package func contains(_ section: Section, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    members[Section.allCases.firstIndex(of: section)!].contains(Self.key(bytes, start, end))
  }

  package func pieces(_ bytes: [UInt8], _ start: Int, _ end: Int) -> [Int]? {
    pieces[Self.key(bytes, start, end)]
  }

  /// FNV-1a over the bytes with ASCII case folded and ’ read as '.
  private static func key(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var i = start
    while i < end {
      var byte = bytes[i]
      if byte >= 0x41 && byte <= 0x5A { byte |= 0x20 }
      if byte == 0xE2 && i + 2 < end && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x99 {
        byte = 0x27
        i += 2
      }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      i += 1
    }
    return hash
  }
}
