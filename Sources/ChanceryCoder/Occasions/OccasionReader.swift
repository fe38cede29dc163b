import ChanceryCodebook
import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// Finds named occasions (summits, forums, wars, treaties, crises) and tells which one of their kind is meant.
///
/// Never a guess among several: where place, date, publication and office-holders leave more than one, nothing is
/// found. Cost: one pass over the tokens; a look-up for each word.
public struct OccasionReader: Sendable {
  private(set) var table: OccasionTable
  private let visits: VisitTable

  /// - Parameters: the bytes of `occasions.tsv`, `occasion-series.tsv`, `occasion-words.tsv` and `visits.tsv`.
  /// - Throws: `CodebookError` with file and line where a table cannot be used.
  public init(
    occasions: [UInt8], series: [UInt8], words: [UInt8], visits: [UInt8] = []
  ) throws(CodebookError) {
    self.visits = try VisitTable(visits)
    table = try OccasionTable(occasions: occasions, series: series, words: words)
  }

  /// Reads the tables from the codebook.
  /// - Parameter facts: gives the names of states, so that one with a slip of spelling is told as well.
  public init(_ tables: CodebookTables, facts: FactBase? = nil) throws(CodebookError) {
    try self.init(
      occasions: tables.bytes("occasions.tsv"), series: tables.bytes("occasion-series.tsv"),
      words: tables.bytes("occasion-words.tsv"), visits: tables.bytes("visits.tsv"))
    if let facts { table.name { facts.state($0)?.name } }
  }

  /// The occasions of a document, in text order, not overlapping. Wants `mentions` and `times`.
  public func occasions(in reading: Reading) -> [Occasion] { occasions(in: reading, era: nil) }

  func occasions(in reading: Reading, era: OfficeEra?) -> [Occasion] {
    var found: [Occasion] = []
    var open: [OccasionMatch] = []
    for sentence in reading.parse.sentences where !sentence.tokens.isEmpty {
      let words = OccasionWords(reading.parse, sentence.tokens)
      let resolver = OccasionResolver(table: table, reading: reading, words: words, era: era)
      var place = 0
      while place < words.list.count {
        guard var match = OccasionMatcher(table: table, words: words).match(at: place) else {
          if let again = anaphor(at: place, words, reading, found) { found.append(again) }
          place += 1
          continue
        }
        if let occasion = resolver.resolve(&match, sentence.tokens) {
          found.append(occasion)
        } else {
          open.append(match)
        }
        place = match.words.upperBound
      }
    }
    found += repeated(open, found)
    let visits = VisitReader(
      visits: visits, words: table.words["visit"] ?? [], hosting: table.words["host"] ?? [],
      reading: reading, era: era)
    found += visits.occasions().filter { visit in
      !found.contains { $0.tokens.overlaps(visit.tokens) }
    }
    return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// A bare name means the occasion of that series which the rest of the text makes known, if it is one only.
  private func repeated(_ open: [OccasionMatch], _ found: [Occasion]) -> [Occasion] {
    open.compactMap { match in
      guard !match.isContradicted else { return nil }
      let names = Set(match.rows.map { table.rows[$0].name })
      let known = found.filter { names.contains($0.name) }
      guard var first = known.first, known.allSatisfy({ $0.name == first.name }) else { return nil }
      first.tokens = match.tokens
      return first
    }
  }

  /// "the summit", where the text before it names one summit only.
  private func anaphor(
    at place: Int, _ words: OccasionWords, _ reading: Reading, _ found: [Occasion]
  ) -> Occasion? {
    guard let kind = Occasion.Kind(rawValue: words[place]), kind.isGathering, kind != .talks,
      kind != .event, ["the", "this"].contains(words[place - 1]),
      !["of", "in", "between", "on", "with", "at", "for"].contains(words[place + 1])
    else { return nil }
    let token = words.list[place].token
    guard reading.parse.tokens[token].upos == .noun else { return nil }
    let known = found.filter { $0.kind == kind }
    guard var last = known.last, known.allSatisfy({ $0.name == last.name }),
      reading.parse.sentence(of: token) - reading.parse.sentence(of: last.tokens.lowerBound) <= 4
    else { return nil }
    last.tokens = token..<(token + 1)
    return last
  }
}
