import ChanceryRecord
import ChanceryText
import Foundation

typealias TextRange = (start: Int, end: Int)

/// Where a snippet stands in a text, in code points, white space apart; the first place if several.
struct SnippetFinder {
  private let scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  func locate(_ snippet: String) -> TextRange? {
    let words = snippet.unicodeScalars.split(whereSeparator: isSpace).map(Array.init)
    guard let first = words.first else { return (0, 0) }
    guard scalars.count >= first.count else { return nil }
    for start in 0...(scalars.count - first.count) where scalars[start] == first[0] {
      if let end = end(of: words, from: start) { return (start, end) }
    }
    return nil
  }

  private func end(of words: [[Unicode.Scalar]], from start: Int) -> Int? {
    var at = start
    for (index, word) in words.enumerated() {
      if index > 0 {
        let gap = at
        while at < scalars.count, isSpace(scalars[at]) { at += 1 }
        if at == gap { return nil }
      }
      guard at + word.count <= scalars.count,
        scalars[at..<at + word.count].elementsEqual(word)
      else { return nil }
      at += word.count
    }
    return at
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }

  /// The words of a range, cut to the text.
  func words(_ range: TextRange) -> String {
    let start = max(0, min(range.start, scalars.count))
    let end = max(start, min(range.end, scalars.count))
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    return String(view)
  }
}

func overlap(_ a: TextRange, _ b: TextRange) -> Int {
  max(0, min(a.end, b.end) - max(a.start, b.start))
}

/// Letters, digits and spaces in lower case, without diacritics.
func foldForScoring(_ text: String?) -> String {
  let plain = (text ?? "").decomposedStringWithCompatibilityMapping.lowercased()
  var kept = String.UnicodeScalarView()
  for scalar in plain.unicodeScalars where scalar == " " || isLetterOrNumber(scalar) {
    kept.append(scalar)
  }
  return String(kept).trimmingCharacters(in: .whitespacesAndNewlines)
}

private func isLetterOrNumber(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
    true
  default: scalar.properties.numericType != nil
  }
}

/// Words of a folded text.
func foldedWords(_ text: String?) -> [String] {
  foldForScoring(text).split(separator: " ").map(String.init)
}

/// A period of a JSON object with `start` and perhaps `end`; nil where it has no such days.
func scoredInterval(_ value: JSONValue) -> (start: CivilDate, end: CivilDate)? {
  guard let start = value["start"].nonEmpty else { return nil }
  let end = value["end"].nonEmpty ?? start
  guard let first = CivilDate(iso: start.prefix(10)), let last = CivilDate(iso: end.prefix(10))
  else { return nil }
  return (first, last)
}

/// Both unknown, or they meet and the answer is not much vaguer than the annotation.
func datesAgree(_ gold: JSONValue, _ got: JSONValue) -> Bool {
  guard let wanted = scoredInterval(gold) else { return true }
  guard let found = scoredInterval(got) else { return false }
  let length = found.end.dayNumber - found.start.dayNumber
  let allowed = 4 * (wanted.end.dayNumber - wanted.start.dayNumber + 1)
  return found.start <= wanted.end && wanted.start <= found.end && length <= max(10, allowed)
}

/// State code, or the name of a coded organisation; nil for the unidentified.
func scoredParty(_ party: JSONValue?) -> String? {
  guard let party else { return nil }
  if let state = party["state"].nonEmpty { return state }
  let name = Array(
    (party["name"].string ?? "").trimmingCharacters(in: .whitespacesAndNewlines).utf8)
  let isUpper: (UInt8) -> Bool = { (0x41...0x5A).contains($0) }
  let isLetter: (UInt8) -> Bool = { isUpper($0) || (0x61...0x7A).contains($0) }
  guard (2...8).contains(name.count), isUpper(name[0]), name.allSatisfy(isLetter),
    name.count(where: isUpper) >= 2
  else { return nil }
  return String(decoding: name, as: UTF8.self)
}

/// Greedy one-to-one matching by falling weight; equal weights in order of the pairs.
func greedyPairs(
  _ goldCount: Int, _ gotCount: Int, _ weight: (Int, Int) -> Double
) -> [(gold: Int, got: Int)] {
  var candidates: [(weight: Double, gold: Int, got: Int)] = []
  for i in 0..<goldCount {
    for j in 0..<gotCount {
      let value = weight(i, j)
      if value > 0 { candidates.append((value, i, j)) }
    }
  }
  candidates.sort { a, b in
    a.weight != b.weight ? a.weight > b.weight : (a.gold, a.got) < (b.gold, b.got)
  }
  var usedGold = Set<Int>()
  var usedGot = Set<Int>()
  var pairs: [(gold: Int, got: Int)] = []
  for candidate in candidates
  where !usedGold.contains(candidate.gold) && !usedGot.contains(candidate.got) {
    usedGold.insert(candidate.gold)
    usedGot.insert(candidate.got)
    pairs.append((candidate.gold, candidate.got))
  }
  return pairs
}
