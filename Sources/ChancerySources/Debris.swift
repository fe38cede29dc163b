/// Why a table of page furniture could not be used: the line and what is wrong there.
public struct DebrisError: Error, Equatable, CustomStringConvertible {
  public var line: Int
  public var problem: String

  /// `debris.tsv:LINE: problem`.
  public var description: String { "debris.tsv:\(line): \(problem)" }
}

/// What tells the story from the page around it, read from `Codebook/debris.tsv`.
///
/// The table's own comment says what its columns and parts mean.
public struct DebrisTable: Sendable {
  enum Part: String, CaseIterable, Sendable {
    /// A line that is never the story, wherever it stands.
    case line
    /// A line that is not the story where nothing but such lines follows.
    case tail
    /// A line with which the page's machinery begins: it and all below it go.
    case cut
    /// A line before the story that introduces it.
    case head
    /// An editor's note or standfirst label.
    case note
    /// Who wrote it.
    case byline
    /// Where and when it was published.
    case publication
    /// Words that may stand beside a date on a date line.
    case label
    /// Words that a person's name does not hold, but a section's or an outlet's does.
    case section
    /// Words in capitals before a colon that name a speaker, not a place.
    case speaker
    case month
    case weekday
    /// Words by which an article speaks of its own day.
    case deictic
    /// Words that set a date in the future.
    case ahead
  }

  struct Pattern: Sendable, Hashable {
    var glob: Glob
    /// The longest line, in bytes, that the pattern is tried on.
    var longest: Int
  }

  private var patterns: [Part: [Pattern]] = [:]
  private(set) var months: [[UInt8]: Int] = [:]
  private(set) var weekdays: [[UInt8]] = []
  private(set) var deictic: [[UInt8]] = []
  private(set) var ahead: [[UInt8]] = []
  private var longestOf: [Part: Int] = [:]

  /// A table that knows no furniture, no bylines and no month names.
  public init() {}

  /// Reads the table: part, value, pattern, separated by tabs; `#` begins a comment line.
  public init(_ bytes: [UInt8]) throws(DebrisError) {
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.isEmpty || line.first == 0x23 { continue }
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard fields.count == 3 else {
        throw DebrisError(
          line: number, problem: "\(fields.count) columns; expected part, value, pattern")
      }
      let name = String(decoding: fields[0], as: UTF8.self)
      if name == "part" { continue }
      guard let part = Part(rawValue: name) else {
        let known = Part.allCases.map(\.rawValue).joined(separator: ", ")
        throw DebrisError(line: number, problem: "unknown part '\(name)'; known: \(known)")
      }
      guard let value = Int(String(decoding: fields[1], as: UTF8.self)), value > 0 else {
        throw DebrisError(line: number, problem: "the value is no whole number above 0")
      }
      guard !fields[2].isEmpty else {
        throw DebrisError(line: number, problem: "the pattern is empty")
      }
      add(part, value, fields[2])
    }
  }

  private mutating func add(_ part: Part, _ value: Int, _ pattern: ArraySlice<UInt8>) {
    switch part {
    case .month: months[Lines.fold(pattern)] = value
    case .weekday: weekdays.append(Lines.fold(pattern))
    case .deictic: deictic.append(Lines.fold(pattern))
    case .ahead: ahead.append(Lines.fold(pattern))
    default:
      patterns[part, default: []].append(Pattern(glob: Glob(pattern), longest: value))
      longestOf[part] = max(longestOf[part] ?? 0, value)
    }
  }

  /// Whether a line is furniture of that part. `folded` is the line after `Lines.fold`.
  func matches(_ part: Part, _ folded: [UInt8]) -> Bool {
    pattern(part, folded) != nil
  }

  func pattern(_ part: Part, _ folded: [UInt8]) -> Pattern? {
    guard folded.count <= longestOf[part] ?? 0 else { return nil }
    return patterns[part]?.first { folded.count <= $0.longest && $0.glob.matches(folded) }
  }
}
