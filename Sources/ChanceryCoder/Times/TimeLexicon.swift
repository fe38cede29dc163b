import ChanceryCodebook
import ChanceryText

/// What a word can be in a time expression; the names of `words.tsv` and of the patterns.
enum TimeClass: UInt8, Sendable, CaseIterable {
  // Of the word table.
  case month, abbreviatedMonth, weekday, abbreviatedWeekday, season, unit, units, number, tens
  case magnitude, ordinal, part, edge, relative, textRelative, approximator, vague, meridiem, zone
  case era, adjective, preposition, edgeNoun, decadeWord, numbered, holiday, past, present, future,
    scale, set,
    ordinalUnit
  // Of digits.
  case digits, dayNumber, year, shortYear, decade, hour, minutes, clock, dottedClock, isoDate
  case clockDigits, decimal, numericOrdinal

  var bit: UInt64 { 1 << UInt64(rawValue) }

  /// The name in the data files: upper case ("MONTH", "DAYNUMBER").
  static let names: [String: TimeClass] = Dictionary(
    uniqueKeysWithValues: allCases.map { (String(describing: $0).uppercased(), $0) })
}

/// The words that time expressions are made of, by their bytes.
///
/// Cost: a lookup is one hash of the word and mostly one probe; words longer than any entry cost nothing.
struct TimeLexicon: Sendable {
  struct Entry: Sendable {
    var mask: UInt64 = 0
    /// Values by class, few.
    var values: [(TimeClass, Int32)] = []
    /// Reads as part of a date only with a capital letter ("March", "Sun").
    var needsCapital = false
    /// An everyday word as well: needs more context than others ("May", "fall").
    var isAmbiguous = false
  }

  private(set) var entries: [Entry] = []
  private(set) var words: [String] = []
  private var slots: [Int32] = []
  private var hashes: [UInt64] = []
  private var places: [String: Int] = [:]
  private(set) var longest = 0
  /// Classes and flags by word, for the lexer.
  private(set) var masks: [UInt64] = []
  private(set) var capitals: [Bool] = []

  init() {}

  /// Reads rows of class, value, flags and words (separated by `|`).
  init(_ bytes: [UInt8], file: String) throws(CodebookError) {
    let table = try Table(bytes, file: file, columns: 4)
    for row in table.rows {
      guard let name = row[0], let kind = TimeClass.names[name] else {
        throw CodebookError(
          row.origin,
          .unknownValue(
            key: "class", value: row[0] ?? "",
            near: nil,
            allowed: TimeClass.names.keys.sorted()))
      }
      let value = try TimeLexicon.number(row[1] ?? "0", row.origin)
      let flags = row[2] ?? ""
      for word in (row[3] ?? "").split(separator: "|") {
        let place = intern(String(word))
        entries[place].mask |= kind.bit
        entries[place].values.append((kind, Int32(value)))
        if flags.contains("C") { entries[place].needsCapital = true }
        if flags.contains("A") { entries[place].isAmbiguous = true }
      }
    }
  }

  /// A number, or a code of the standard ("SP", "START", "month").
  static func number(_ text: String, _ origin: Origin) throws(CodebookError) -> Int {
    if let number = Int(text) { return number }
    if let index = TimeCode.seasons.firstIndex(of: text) { return index + 1 }
    for list in [TimeCode.parts, TimeCode.edges, TimeCode.units, TimeCode.references] {
      if let index = list.firstIndex(of: text) { return index }
    }
    throw CodebookError(
      origin,
      .unknownValue(
        key: "value", value: text, near: nil,
        allowed: TimeCode.seasons + TimeCode.parts + TimeCode.edges + TimeCode.units
          + TimeCode.references))
  }

  /// The number of a word; a new one where it is not known yet.
  mutating func intern(_ word: String) -> Int {
    if let place = places[word] { return place }
    places[word] = entries.count
    words.append(word)
    entries.append(Entry())
    longest = max(longest, word.utf8.count)
    return entries.count - 1
  }

  func value(of word: Int, as kind: TimeClass) -> Int {
    for (known, value) in entries[word].values where known == kind { return Int(value) }
    return 0
  }

  // MARK: Lookup by bytes

  /// Builds the hash table; call once after the last `intern`.
  mutating func seal() {
    var size = 64
    while size < 4 * words.count { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    masks = entries.map(\.mask)
    capitals = entries.map(\.needsCapital)
    hashes = words.map { word in
      var hash = TimeLexicon.seed
      for byte in word.utf8 { hash = TimeLexicon.step(hash, byte) }
      return hash
    }
    for (word, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(word)
    }
  }

  @inline(__always) static var seed: UInt64 { 0xcbf2_9ce4_8422_2325 }

  @inline(__always) static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// The word whose lower-case bytes have this hash, or -1. (64 bits: a false hit among some
  /// hundred words is not to be expected.)
  @inline(__always) func word(hash: UInt64) -> Int {
    let size = slots.count
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & (size - 1)
    while slots[slot] >= 0 {
      if hashes[Int(slots[slot])] == hash { return Int(slots[slot]) }
      slot = (slot + 1) & (size - 1)
    }
    return -1
  }
}
