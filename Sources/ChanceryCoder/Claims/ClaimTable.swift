import ChanceryCodebook
import ChanceryText

/// Words that claim a rank in history (`Data/Codebook/claims.tsv`).
struct ClaimTable: Sendable {
  struct Cue: Sendable, Equatable {
    var words: [String]
    var kind: DraftClaim.Kind
    /// Needs a scope beside it ("the highest … since 1990").
    var needsScope: Bool
    /// "the last treaty": a claim only of a thing, not of a time or meeting.
    var isLast: Bool
  }

  private(set) var cues: [Cue] = []
  private(set) var scopes: [[String]] = []
  private(set) var openers: Set<String> = []
  private(set) var exceptions: [[String]] = []
  private(set) var anchors: [(words: [String], interval: DateInterval)] = []

  init(_ bytes: [UInt8], file: String) throws(CodebookError) {
    for row in try Table(bytes, file: file, columns: 3).rows {
      let words = row.cells[0].split(separator: " ").map(String.init)
      let value = row.cells[2].split(separator: " ").map(String.init)
      switch row.cells[1] {
      case "cue":
        let allowed = DraftClaim.Kind.allCases.map(\.rawValue)
        guard let kind = value.first.flatMap(DraftClaim.Kind.init(rawValue:)) else {
          throw CodebookError(
            row.origin,
            .unknownValue(key: "value", value: row.cells[2], near: nil, allowed: allowed))
        }
        cues.append(
          Cue(
            words: words, kind: kind, needsScope: value.contains("scope"),
            isLast: value.contains("last")))
      case "scope": scopes.append(words)
      case "since": openers.insert(row.cells[0])
      case "not": exceptions.append(words)
      case "anchor":
        guard value.count == 2, let start = CivilDate(iso: value[0]),
          let end = CivilDate(iso: value[1])
        else {
          throw CodebookError(
            row.origin,
            .unknownValue(
              key: "value", value: row.cells[2], near: nil, allowed: ["YYYY-MM-DD YYYY-MM-DD"]))
        }
        anchors.append((words, DateInterval(start, end)))
      default:
        throw CodebookError(
          row.origin,
          .unknownValue(
            key: "row", value: row.cells[1], near: nil,
            allowed: ["cue", "scope", "since", "not", "anchor"]))
      }
    }
    cues.sort { $0.words.count > $1.words.count }
    anchors.sort { $0.words.count > $1.words.count }
  }
}
