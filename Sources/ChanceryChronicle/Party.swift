import ChanceryRecord
import ChanceryText

/// A participant of an event as the merging sees it.
struct Party: Hashable {
  var name: String
  var state: String?
  var sector: String?
  var wikidata: String?
  var isPerson: Bool
  /// Folded words of the name, without name suffixes.
  var nameWords: [String]

  init(_ actor: Actor) {
    name = actor.name
    state = actor.state
    sector = actor.sector
    wikidata = actor.wikidata
    isPerson = actor.kind == .person
    let words = contentWords(of: actor.name)
    let bare = words.filter { !Party.suffixes.contains($0) }
    nameWords = bare.isEmpty ? words : bare
  }

  /// What makes two participants different sides: the state, else the folded name.
  var side: String { state ?? nameWords.joined(separator: " ") }

  private static let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv"]

  /// The same human being, as far as the two names tell.
  func isSamePerson(as other: Party) -> Bool {
    if let mine = wikidata, let theirs = other.wikidata { return mine == theirs }
    guard let mySurname = nameWords.last, let theirSurname = other.nameWords.last else {
      return false
    }
    if nameWords.allSatisfy(other.nameWords.contains)
      || other.nameWords.allSatisfy(nameWords.contains)
    {
      return true
    }
    guard isNearlyEqual(mySurname, theirSurname) else { return false }
    guard nameWords.count > 1, other.nameWords.count > 1 else { return true }
    return nameWords[0].first == other.nameWords[0].first
  }
}

/// Equal, or long words one letter apart: transliterations of one name.
func isNearlyEqual(_ a: String, _ b: String) -> Bool {
  if a == b { return true }
  let x = Array(a.utf8)
  let y = Array(b.utf8)
  guard min(x.count, y.count) >= 6, abs(x.count - y.count) <= 1 else { return false }
  var start = 0
  while start < min(x.count, y.count), x[start] == y[start] { start += 1 }
  var xEnd = x.count
  var yEnd = y.count
  while xEnd > start, yEnd > start, x[xEnd - 1] == y[yEnd - 1] {
    xEnd -= 1
    yEnd -= 1
  }
  return max(xEnd - start, yEnd - start) <= 1
}

/// Folded words of letters and digits; a comma or full stop between digits joins them.
func contentWords(of text: String) -> [String] {
  let bytes = Array(fold(text).utf8)
  func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isDigit(byte) || (byte >= 0x61 && byte <= 0x7A)
  }
  var words: [String] = []
  var current: [UInt8] = []
  for (index, byte) in bytes.enumerated() {
    if isWord(byte) {
      current.append(byte)
    } else if byte == 0x2C, let last = current.last, isDigit(last), index + 1 < bytes.count,
      isDigit(bytes[index + 1])
    {
      continue
    } else if !current.isEmpty {
      words.append(String(decoding: current, as: UTF8.self))
      current.removeAll(keepingCapacity: true)
    }
  }
  if !current.isEmpty { words.append(String(decoding: current, as: UTF8.self)) }
  return words
}
