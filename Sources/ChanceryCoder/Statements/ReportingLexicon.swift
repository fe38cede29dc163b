import ChanceryCodebook

/// Which words introduce speech, from `Data/Codebook/reporting.tsv`.
struct ReportingLexicon: Sendable {
  /// Force of verbs by lemma ("say", "claim", "deny", "ask", "promise", "think", "hearsay").
  private var verbs: [String: String] = [:]
  private var nouns: [String: String] = [:]

  init(_ bytes: [UInt8], file: String) throws(CodebookError) {
    for row in try Table(bytes, file: file, columns: 3).rows {
      for lemma in row.cells[0].split(separator: "|") {
        switch row.cells[1] {
        case "verb": verbs[String(lemma)] = row.cells[2]
        case "noun": nouns[String(lemma)] = row.cells[2]
        default: break
        }
      }
    }
  }

  func verb(_ lemma: String) -> String? { verbs[lemma] }
  func noun(_ lemma: String) -> String? { nouns[lemma] }
}
