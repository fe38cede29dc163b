import ChanceryText

/// From 64-bit keys to 32-bit values, by open addressing; never iterated, so the order of keys is nobody's concern.
struct KeyTable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var mask: Int
  private(set) var count = 0

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    mask = size - 1
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  /// Nil for an unknown key. No key is zero.
  subscript(_ key: UInt64) -> Int32? {
    let slot = slot(of: key)
    return keys[slot] == key ? values[slot] : nil
  }

  /// The value before; nil if the key is new.
  @discardableResult
  mutating func updateValue(_ value: Int32, _ key: UInt64) -> Int32? {
    let place = slot(of: key)
    if keys[place] == key {
      let old = values[place]
      values[place] = value
      return old
    }
    keys[place] = key
    values[place] = value
    count += 1
    if count * 3 > mask * 2 { grow() }
    return nil
  }

  mutating func insertIfAbsent(_ value: Int32, _ key: UInt64) {
    let place = slot(of: key)
    if keys[place] == key { return }
    keys[place] = key
    values[place] = value
    count += 1
    if count * 3 > mask * 2 { grow() }
  }

  private mutating func grow() {
    var larger = KeyTable(capacity: keys.count)
    for i in keys.indices where keys[i] != 0 { larger.updateValue(values[i], keys[i]) }
    self = larger
  }
}

/// The pieces of words that names are compared by.
///
/// A word is folded and cut at spaces, hyphens and slashes; full stops at the end of a piece and apostrophes inside
/// it are dropped, `'s` at the end is a piece of its own. So "al-Assad", "Al Assad" and "al" + "-" + "Assad" agree.
struct NamePieces {
  /// The hash of the pieces up to and including each one.
  private(set) var hashes: [UInt64] = []
  private(set) var pieceHash: [UInt64] = []
  private var folded: [UInt8] = []

  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let emptyPiece: UInt64 = 0xCBF2_9CE4_8422_2325

  static func join(_ sequence: UInt64, _ piece: UInt64) -> UInt64 {
    var x = (sequence ^ piece) &* 0xBF58_476D_1CE4_E5B9
    x ^= x >> 29
    x = x &* 0x94D0_49BB_1331_11EB
    x ^= x >> 32
    return x == 0 ? 1 : x
  }

  /// Cuts a text that is not folded yet.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    if readSimple(bytes) { return }
    folded.removeAll(keepingCapacity: true)
    appendFolded(bytes, to: &folded)
    readFolded()
  }

  /// Cuts a text of ASCII letters, digits, spaces, hyphens and full stops, as most are, without a copy of it.
  /// False, with nothing settled, where it holds anything else.
  private mutating func readSimple(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    hashes.removeAll(keepingCapacity: true)
    pieceHash.removeAll(keepingCapacity: true)
    var sequence = NamePieces.seed
    var hash = NamePieces.emptyPiece
    var beforeStops = NamePieces.emptyPiece
    var length = 0
    for i in 0...bytes.count {
      let byte = i == bytes.count ? 0x20 : bytes[i]
      switch byte {
      case 0x61...0x7A, 0x30...0x39:
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        beforeStops = hash
        length += 1
      case 0x41...0x5A:
        hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3
        beforeStops = hash
        length += 1
      case 0x2E:
        hash = (hash ^ 0x2E) &* 0x100_0000_01B3
      case 0x20, 0x2D:
        if length > 0 {
          sequence = NamePieces.join(sequence, beforeStops)
          hashes.append(sequence)
          pieceHash.append(beforeStops)
        }
        hash = NamePieces.emptyPiece
        beforeStops = hash
        length = 0
      default: return false
      }
    }
    return true
  }

  /// Cuts a folded word.
  mutating func read(folded word: String) {
    folded.removeAll(keepingCapacity: true)
    folded.append(contentsOf: word.utf8)
    readFolded()
  }

  private mutating func readFolded() {
    hashes.removeAll(keepingCapacity: true)
    pieceHash.removeAll(keepingCapacity: true)
    var sequence = NamePieces.seed
    folded.withUnsafeBufferPointer { bytes in
      var start = 0
      for i in 0...bytes.count {
        let isEnd = i == bytes.count
        let byte = isEnd ? 0x20 : bytes[i]
        let alone = byte == 0x2C || byte == 0x28 || byte == 0x29
        guard byte == 0x20 || byte == 0x2D || byte == 0x2F || alone else { continue }
        var stop = i
        let possessive =
          stop - start >= 2 && bytes[stop - 1] == 0x73 && bytes[stop - 2] == 0x27
        if possessive { stop -= 2 }
        add(bytes, start, stop, &sequence)
        if possessive { add(bytes, stop + 1, stop + 2, &sequence) }
        if alone { add(bytes, i, i + 1, &sequence) }
        start = i + 1
      }
    }
  }

  private mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ stop: Int, _ sequence: inout UInt64
  ) {
    var stop = stop
    while stop > start, bytes[stop - 1] == 0x2E { stop -= 1 }
    var hash = NamePieces.emptyPiece
    var length = 0
    for i in start..<max(start, stop) where bytes[i] != 0x27 {
      hash = (hash ^ UInt64(bytes[i])) &* 0x100_0000_01B3
      length += 1
    }
    guard length > 0 else { return }
    sequence = NamePieces.join(sequence, hash)
    hashes.append(sequence)
    pieceHash.append(hash)
  }
}

/// What a name means, once.
struct NameEntry {
  struct Rules: OptionSet {
    var rawValue: UInt8
    /// Letter for letter as written in the table.
    static let exact = Rules(rawValue: 1)
    /// Every word that the table capitalises must be capitalised, not the first alone.
    static let everyCapital = Rules(rawValue: 2)
    /// The first word is a short acronym and must be in capitals.
    static let acronym = Rules(rawValue: 4)
    static let weak = Rules(rawValue: 8)
  }

  var entity: Int32
  var next: Int32
  var from: Int32
  var to: Int32
  var sector: UInt32
  /// Hash of the form, for exact names.
  var form: UInt64
  var sense: UInt8
  var rules: Rules
  /// Which of the first eight pieces are capitalised in the table.
  var capitals: UInt8

  static let noDay = Int32.min
}

/// Names to entities, by the hash of their pieces; every beginning of a name has a key too, so that a search stops
/// at the first word that leads nowhere.
///
/// Two different names share a 64-bit key with a chance below one in 10⁸ for the whole index; keys are not compared
/// letter by letter.
struct NameIndex {
  private var table: KeyTable
  private(set) var entries: [NameEntry] = []
  private var pieces = NamePieces()

  init(capacity: Int) {
    table = KeyTable(capacity: capacity)
    entries.reserveCapacity(capacity)
  }

  /// Head of the list of entries; -1 for a mere beginning of names; nil where no name goes on like this.
  func head(_ key: UInt64) -> Int32? { table[key] }

  /// Gives the key of the whole name; nil where it has no letters.
  @discardableResult
  mutating func insert(_ name: UnsafeBufferPointer<UInt8>, _ entry: NameEntry) -> UInt64? {
    pieces.read(name)
    guard let key = pieces.hashes.last else { return nil }
    for i in 0..<pieces.hashes.count - 1 { table.insertIfAbsent(-1, pieces.hashes[i]) }
    let head = table[key] ?? -1
    var known = head
    while known >= 0 {
      let other = entries[Int(known)]
      if other.entity == entry.entity, other.sense == entry.sense, other.from == entry.from,
        other.to == entry.to, other.form == entry.form
      {
        // Listed in small letters too, a group or a metonym may be written so.
        if entry.rules.contains(.everyCapital) || entry.sense == NameSense.metonym.rank {
          entries[Int(known)].capitals &= NameIndex.capitals(of: name)
        }
        return key
      }
      known = other.next
    }
    var entry = entry
    entry.next = head
    entry.capitals = NameIndex.capitals(of: name)
    entries.append(entry)
    table.updateValue(Int32(entries.count - 1), key)
    return key
  }

  /// One bit for each piece of an original text: does it begin with a capital or a digit?
  static func capitals(of name: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var bits: UInt8 = 0
    var piece = 0
    var isStart = true
    for i in name.indices where piece < 8 {
      let byte = name[i]
      if byte == 0x20 || byte == 0x2D || byte == 0x2F {
        if !isStart { piece += 1 }
        isStart = true
      } else if isStart, byte != 0x27 {
        isStart = false
        if NameIndex.isCapital(name, i), !NameIndex.isArticle(name, i) { bits |= 1 << UInt8(piece) }
      } else if byte == 0x27, i + 1 < name.count, name[i + 1] == 0x73,
        i + 2 == name.count || name[i + 2] == 0x20
      {
        piece += 1
      }
    }
    return bits
  }

  /// "Al-" and "El-" are written with either letter.
  private static func isArticle(_ name: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    guard i + 3 < name.count, name[i + 1] == 0x6C else { return false }
    return (name[i] == 0x41 || name[i] == 0x45) && (name[i + 2] == 0x2D || name[i + 2] == 0x20)
  }

  /// A capital letter, or something without case (digits, other scripts).
  static func isCapital(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    let byte = bytes[i]
    if byte < 0x80 { return !(0x61...0x7A).contains(byte) }
    guard byte < 0xE0, i + 1 < bytes.count else { return true }
    let scalar = UInt32(byte & 0x1F) << 6 | UInt32(bytes[i + 1] & 0x3F)
    guard let known = Unicode.Scalar(scalar) else { return true }
    return !known.properties.isLowercase
  }
}
