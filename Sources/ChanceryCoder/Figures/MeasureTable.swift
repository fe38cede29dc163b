import ChanceryCodebook
import ChanceryText

/// Which words tell what a number measures (`Data/Codebook/measures.tsv`).
struct MeasureTable: Sendable {
  struct Entry: Sendable, Equatable {
    var measure: String
    var unit: String
    var isDown: Bool
  }

  private var entries: [String: [Entry]] = [:]
  private var units: [String: Entry] = [:]
  private var qualifiers: [(words: [String], qualifier: String)] = []
  private var skipped: Set<String> = []
  private var labels: Set<String> = []
  private var receiving: Set<String> = []
  private var unchanged: Set<String> = []

  init(_ bytes: [UInt8], file: String) throws(CodebookError) {
    for row in try Table(bytes, file: file, columns: 3).rows {
      let entry = Entry(measure: row.cells[2], unit: row[3] ?? "", isDown: row[4] == "down")
      for part in row.cells[0].split(separator: "|") {
        let words = String(part)
        switch row.cells[1] {
        case "unit": units[words] = entry
        case "qualifier":
          qualifiers.append((words.split(separator: " ").map(String.init), entry.measure))
        case "skip": skipped.insert(words)
        case "label": labels.insert(words)
        case "receive": receiving.insert(words)
        case "plural": unchanged.insert(words)
        default: entries["\(row.cells[1]) \(words)", default: []].append(entry)
        }
      }
    }
    qualifiers.sort { $0.words.count > $1.words.count }
  }

  /// The entry of a noun by its lemma, or by a plural that the lemmatiser left as it is ("troops").
  func noun(_ lemma: String, unit: String) -> Entry? {
    entry("noun", lemma, unit)
      ?? (lemma.hasSuffix("s") ? entry("noun", String(lemma.dropLast()), unit) : nil)
  }
  func verb(_ lemma: String, unit: String) -> Entry? { entry("verb", lemma, unit) }
  func adjective(_ lemma: String, unit: String) -> Entry? { entry("adj", lemma, unit) }

  func isSkipped(_ lemma: String) -> Bool { skipped.contains(lemma) }

  /// "buy", "receive": what is told of comes to the subject.
  func isReceiving(_ verb: String) -> Bool { receiving.contains(verb) }

  /// "phase", "section": a number after it names, it does not count.
  func isLabel(_ word: String) -> Bool { labels.contains(word) }

  /// "aircraft", "personnel": plural without -s.
  func isUnchanged(_ lemma: String) -> Bool { unchanged.contains(lemma) }

  /// A unit of measure written as these words; a plural -s may follow.
  func unit(_ words: String) -> Entry? {
    if let found = units[words] { return found }
    if words.hasSuffix("s") { return units[String(words.dropLast())] }
    // "barrels per day"
    guard let blank = words.firstIndex(of: " "), words[..<blank].hasSuffix("s") else { return nil }
    return units[String(words[..<blank].dropLast()) + words[blank...]]
  }

  /// The qualifier that ends before position `end`, or begins at `start`, of some lower-case words.
  func qualifier(before end: Int, in words: [String]) -> String? {
    for (phrase, qualifier) in qualifiers where phrase.count <= end {
      if Array(words[(end - phrase.count)..<end]) == phrase { return qualifier }
    }
    return nil
  }

  func qualifier(at start: Int, in words: [String]) -> String? {
    guard start + 1 < words.count, words[start] == "or" || words[start] == "and" else {
      return nil
    }
    let phrase = [words[start], words[start + 1]]
    return qualifiers.first { $0.words == phrase }?.qualifier
  }

  private func entry(_ part: String, _ lemma: String, _ unit: String) -> Entry? {
    entries["\(part) \(lemma)"]?.first { $0.unit == unit }
  }
}
