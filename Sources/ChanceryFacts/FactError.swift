/// A fact table that cannot be used: where, what is wrong, what would be right.
public struct FactError: Error, Equatable, CustomStringConvertible {
  public enum Problem: Equatable, Sendable {
    case unknownTable(known: [String])
    case missingHeader
    case missingColumn(String)
    case unknownColumn(String, known: [String])
    case missingValue
    case tooManyCells(found: Int, expected: Int)
    case badDate(String)
    case badNumber(String)
    case endBeforeStart(String, String)
    case unknownState(String)
    case unknownOrganization(String)
    case unknownKind(String, known: [String])
    case tooLarge
  }

  /// Path of the table below Data/Facts.
  public var table: String
  /// Counted from 1; 0 where the whole table is meant.
  public var line: Int
  public var column: String?
  public var problem: Problem

  /// `holders.tsv:14: start: '2019-13' is no date; expected YYYY, YYYY-MM or YYYY-MM-DD`
  public var description: String {
    var place = table
    if line > 0 { place += ":\(line)" }
    if let column { place += ": \(column)" }
    return "\(place): \(FactError.words(for: problem))"
  }

  private static func words(for problem: Problem) -> String {
    switch problem {
    case .unknownTable(let known):
      "no such fact table; a file is named after one of: \(known.joined(separator: ", "))"
    case .missingHeader:
      "the table is empty; its first line that is no comment must name the columns"
    case .missingColumn(let name):
      "column '\(name)' is missing from the header line"
    case .unknownColumn(let name, let known):
      "no column '\(name)' in this table; expected \(known.joined(separator: ", "))"
    case .missingValue:
      "the cell is empty; this column needs a value in every row"
    case .tooManyCells(let found, let expected):
      "\(found) cells in a table of \(expected) columns; cells are separated by one tab"
    case .badDate(let text):
      "'\(text)' is no date; expected YYYY, YYYY-MM or YYYY-MM-DD"
    case .badNumber(let text):
      "'\(text)' is no number; expected digits with a point for decimals"
    case .endBeforeStart(let start, let end):
      "the end \(end) lies before the start \(start)"
    case .unknownState(let text):
      "no state has the key '\(text)'; expected a key of the table of states, such as PAK or SUN"
    case .unknownOrganization(let text):
      "no organisation has the code '\(text)'; expected a code of the table of organisations"
    case .unknownKind(let text, let known):
      "'\(text)' is not known here; expected one of: \(known.joined(separator: ", "))"
    case .tooLarge:
      "the tables together exceed two gigabytes"
    }
  }
}
