import ChanceryCodebook
import ChanceryText

/// The tables of occasions, indexed by the first word of each name.
struct OccasionTable: Sendable {
  struct Row: Sendable {
    var name: String
    var kind: Occasion.Kind
    var place: String?
    var placeWords: [String]
    var state: String?
    /// Words of the state's name.
    var stateWords: [String] = []
    var start: CivilDate
    /// Nil where it goes on.
    var end: CivilDate?

    /// The days it covered up to a day; nil where it has no end and none is given.
    func interval(until day: CivilDate?) -> DateInterval? {
      if let end { return DateInterval(start, end) }
      guard let day, day >= start else { return nil }
      return DateInterval(start, day)
    }
  }

  /// How the name of a series stands for an occasion without a noun.
  enum Standing: String, Sendable {
    case never = ""
    case name, place, setting
  }

  struct Series: Sendable {
    var nouns: [(words: [String], isWeak: Bool)]
    var standing: Standing
    var rows: [Int]
  }

  /// A name as words, and what it names: rows, or one series.
  struct Name: Sendable {
    var words: [String]
    var needsCapital: Bool
    var rows: [Int] = []
    var series: Int?
  }

  private(set) var rows: [Row] = []
  private(set) var series: [Series] = []
  /// Longest first.
  private(set) var names: [String: [Name]] = [:]
  private(set) var words: [String: Set<String>] = [:]

  init(occasions: [UInt8], series: [UInt8], words: [UInt8]) throws(CodebookError) {
    for row in try Table(words, file: "occasion-words.tsv", columns: 2).rows {
      self.words[row.cells[1], default: []].insert(row.cells[0])
    }
    var seriesOfCode: [String: Int] = [:]
    for row in try Table(series, file: "occasion-series.tsv", columns: 4).rows {
      guard let standing = Standing(rawValue: row.cells[3]) else {
        throw CodebookError(
          row.origin,
          .unknownValue(
            key: "alone", value: row.cells[3], near: nil, allowed: ["name", "place", "setting"]))
      }
      seriesOfCode[row.cells[0]] = self.series.count
      let nouns = list(row[2]).map { (OccasionWords.normal($0), $0.hasPrefix("~")) }
      for name in list(row[1]) { add(name, series: self.series.count) }
      self.series.append(Series(nouns: nouns, standing: standing, rows: []))
    }
    for row in try Table(occasions, file: "occasions.tsv", columns: 9).rows {
      let index = rows.count
      rows.append(try occasion(row))
      if let code = row[2] {
        guard let owner = seriesOfCode[code] else {
          throw CodebookError(
            row.origin,
            .unknownValue(key: "org", value: code, near: nil, allowed: seriesOfCode.keys.sorted()))
        }
        self.series[owner].rows.append(index)
      }
      for name in list(row[1]) { add(name, row: index) }
    }
    for key in names.keys { names[key]!.sort { $0.words.count > $1.words.count } }
  }

  private func list(_ cell: String?) -> [String] {
    cell.map { $0.split(separator: "|").map(String.init) } ?? []
  }

  private func occasion(_ row: Table.Row) throws(CodebookError) -> Row {
    guard let kind = Occasion.Kind(rawValue: row.cells[3]) else {
      throw CodebookError(
        row.origin, .unknownValue(key: "kind", value: row.cells[3], near: nil, allowed: []))
    }
    guard let start = CivilDate(iso: row.cells[6]),
      row[7] == nil || CivilDate(iso: row.cells[7]) != nil
    else {
      throw CodebookError(
        row.origin,
        .unknownValue(key: "start", value: row.cells[6], near: nil, allowed: ["YYYY-MM-DD"]))
    }
    return Row(
      name: row.cells[0], kind: kind, place: row[4],
      placeWords: row[4].map { OccasionWords.normal($0) } ?? [], state: row[5], start: start,
      end: row[7].flatMap { CivilDate(iso: $0) })
  }

  private mutating func add(_ name: String, row: Int? = nil, series: Int? = nil) {
    let words = OccasionWords.normal(name)
    guard let first = words.first else { return }
    var list = names[first] ?? []
    if let row, let same = list.firstIndex(where: { $0.words == words && $0.series == nil }) {
      if !list[same].rows.contains(row) { list[same].rows.append(row) }
    } else {
      list.append(
        Name(
          words: words, needsCapital: name.startsUpper, rows: row.map { [$0] } ?? [],
          series: series))
    }
    names[first] = list
  }

  /// Lets names of states with a slip of spelling be told.
  mutating func name(states: (String) -> String?) {
    for row in rows.indices {
      if let name = rows[row].state.flatMap(states) {
        rows[row].stateWords = OccasionWords.normal(name)
      }
    }
  }

  func has(_ role: String, _ word: String) -> Bool { words[role]?.contains(word) == true }
}
