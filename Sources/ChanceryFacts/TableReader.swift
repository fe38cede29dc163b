import ChanceryText

/// The columns that a kind of table has, and those that must not be empty.
struct TableForm {
  var columns: [String]
  var required: [String]

  func index(_ column: String) -> Int { columns.firstIndex(of: column)! }
}

/// Bytes of the text that all tables share.
struct TextRange: Equatable {
  var start: Int32
  var count: Int32

  static let none = TextRange(start: 0, count: 0)
  var isEmpty: Bool { count == 0 }
  var range: Range<Int> { Int(start)..<Int(start + count) }
}

/// Walks a tab-separated table: comment lines begin with `#`, then one header line, then rows.
///
/// Cells are addressed by their place in the `TableForm`, whatever the order in the file.
struct TableReader {
  let path: String
  let form: TableForm
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var position: Int
  /// Place in the form of each column of the file.
  private var places: [Int] = []
  private var cells: [TextRange]
  private let required: [Int]
  private(set) var line = 0

  init(
    path: String, form: TableForm, bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>
  ) throws(FactError) {
    self.path = path
    self.form = form
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
    cells = Array(repeating: .none, count: form.columns.count)
    required = form.required.map(form.index)
    try readHeader()
  }

  /// The line without its end; nil after the last one. Comments and empty lines are passed over.
  private mutating func nextLine() -> Range<Int>? {
    while position < end {
      let start = position
      while position < end, bytes[position] != 0x0A { position += 1 }
      var stop = position
      position += 1
      line += 1
      if stop > start, bytes[stop - 1] == 0x0D { stop -= 1 }
      if stop > start, bytes[start] != 0x23 { return start..<stop }
    }
    return nil
  }

  private mutating func readHeader() throws(FactError) {
    guard let header = nextLine() else { throw error(nil, .missingHeader, line: 0) }
    for name in String(decoding: UnsafeBufferPointer(rebasing: bytes[header]), as: UTF8.self)
      .split(separator: "\t", omittingEmptySubsequences: false)
    {
      guard let place = form.columns.firstIndex(of: String(name)) else {
        throw error(nil, .unknownColumn(String(name), known: form.columns))
      }
      places.append(place)
    }
    for name in form.required where !places.contains(form.index(name)) {
      throw error(nil, .missingColumn(name))
    }
  }

  /// Moves to the next row; false at the end.
  mutating func next() throws(FactError) -> Bool {
    guard let row = nextLine() else { return false }
    for i in 0..<cells.count { cells[i] = .none }
    var start = row.lowerBound
    var column = 0
    for i in row.lowerBound...row.upperBound where i == row.upperBound || bytes[i] == 0x09 {
      guard column < places.count else {
        let tabs = bytes[row].count { $0 == 0x09 }
        throw error(nil, .tooManyCells(found: tabs + 1, expected: places.count))
      }
      cells[places[column]] = TextRange(start: Int32(start), count: Int32(i - start))
      start = i + 1
      column += 1
    }
    for place in required where cells[place].isEmpty {
      throw error(form.columns[place], .missingValue)
    }
    return true
  }

  subscript(_ column: Int) -> TextRange { cells[column] }

  func text(_ column: Int) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[cells[column].range]), as: UTF8.self)
  }

  func error(_ column: String?, _ problem: FactError.Problem, line: Int? = nil) -> FactError {
    FactError(table: path, line: line ?? self.line, column: column, problem: problem)
  }

  /// The first (or last) day that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` can mean; nil in an empty cell.
  func day(_ column: Int, last: Bool) throws(FactError) -> Int32? {
    let cell = cells[column]
    guard !cell.isEmpty else { return nil }
    guard let day = TableReader.day(bytes, cell.range, last: last) else {
      throw error(form.columns[column], .badDate(text(column)))
    }
    return day
  }

  private static func day(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, last: Bool
  ) -> Int32? {
    func digits(_ from: Int, _ count: Int) -> Int? {
      var value = 0
      for i in from..<from + count {
        let digit = Int(bytes[i]) - 0x30
        guard (0...9).contains(digit) else { return nil }
        value = value * 10 + digit
      }
      return value
    }
    let start = range.lowerBound
    guard [4, 7, 10].contains(range.count), let year = digits(start, 4) else { return nil }
    var month = last ? 12 : 1
    if range.count >= 7 {
      guard bytes[start + 4] == 0x2D, let found = digits(start + 5, 2), (1...12).contains(found)
      else { return nil }
      month = found
    }
    var day = last ? CivilDate.dayCount(year: year, month: month) : 1
    if range.count == 10 {
      guard bytes[start + 7] == 0x2D, let found = digits(start + 8, 2) else { return nil }
      day = found
    }
    return CivilDate(year: year, month: month, day: day).map { Int32($0.dayNumber) }
  }

  func period(
    _ from: Int, _ to: Int
  ) throws(FactError) -> (start: Int32?, end: Int32?) {
    let start = try day(from, last: false)
    let end = try day(to, last: true)
    if let start, let end, end < start {
      throw error(form.columns[to], .endBeforeStart(text(from), text(to)))
    }
    return (start, end)
  }

  func number(_ column: Int) throws(FactError) -> Double? {
    let cell = cells[column]
    guard !cell.isEmpty else { return nil }
    var value = 0.0
    var scale = 0.0
    var negative = false
    for (i, byte) in bytes[cell.range].enumerated() {
      switch byte {
      case 0x2D where i == 0: negative = true
      case 0x2E where scale == 0: scale = 1
      case 0x30...0x39:
        value = value * 10 + Double(byte - 0x30)
        scale *= 10
      default: throw error(form.columns[column], .badNumber(text(column)))
      }
    }
    if scale > 0 { value /= scale }
    return negative ? -value : value
  }

  /// The parts of a list cell ("a|b").
  func forEachPart(_ column: Int, _ body: (TextRange) -> Void) {
    let range = cells[column].range
    var start = range.lowerBound
    for i in range.lowerBound...range.upperBound where i == range.upperBound || bytes[i] == 0x7C {
      if i > start { body(TextRange(start: Int32(start), count: Int32(i - start))) }
      start = i + 1
    }
  }
}
