import ChanceryCodebook
import ChanceryText

/// Currencies by the signs and words of news (`Data/Codebook/currencies.tsv`).
struct CurrencyTable: Sendable {
  struct Currency: Sendable, Equatable {
    var code: String
    var states: Set<String>
  }

  private var signs: [String: [Currency]] = [:]
  private var words: [String: [Currency]] = [:]

  init(_ bytes: [UInt8], file: String) throws(CodebookError) {
    for row in try Table(bytes, file: file, columns: 4).rows {
      let states = Set(row.cells[1].split(separator: "|").map(String.init))
      let currency = Currency(code: row.cells[0], states: states)
      for sign in row.cells[2].split(separator: "|") {
        signs[String(sign), default: []].append(currency)
      }
      for word in row.cells[3].split(separator: "|") {
        words[String(word), default: []].append(currency)
      }
    }
  }

  func candidates(sign: String) -> [Currency]? { signs[sign] }

  /// Candidates of a word in the singular or with an ending -s.
  func candidates(word: String) -> [Currency]? {
    if let found = words[word] { return found }
    if word.hasSuffix("s"), let found = words[String(word.dropLast())] { return found }
    return nil
  }

  /// The currency of a state that is named, else the first.
  static func choose(_ candidates: [Currency], states: [String]) -> String {
    guard candidates.count > 1 else { return candidates[0].code }
    for state in states {
      if let found = candidates.first(where: { $0.states.contains(state) }) { return found.code }
    }
    return candidates[0].code
  }
}
