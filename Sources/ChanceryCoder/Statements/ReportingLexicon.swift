import ChanceryCodebook

/// Which words introduce speech, from `Data/Codebook/reporting.tsv` and `quoting.tsv`.
struct ReportingLexicon: Sendable {
  /// Force of verbs by lemma ("say", "claim", "deny", "ask", "promise", "think", "hearsay").
  private var verbs: [String: String] = [:]
  private var nouns: [String: String] = [:]
  private var adjectives: Set<String> = []
  private var roles: [String: Set<String>] = [:]

  init(reporting: [UInt8], quoting: [UInt8]) throws(CodebookError) {
    for row in try Table(quoting, file: "quoting.tsv", columns: 2).rows {
      for lemma in row.cells[0].split(separator: "|") {
        roles[row.cells[1], default: []].insert(String(lemma))
      }
    }
    for row in try Table(reporting, file: "reporting.tsv", columns: 3).rows {
      for lemma in row.cells[0].split(separator: "|") {
        switch row.cells[1] {
        case "verb": verbs[String(lemma)] = row.cells[2]
        case "noun": nouns[String(lemma)] = row.cells[2]
        case "adj": adjectives.insert(String(lemma))
        default: break
        }
      }
    }
  }

  func verb(_ lemma: String) -> String? { verbs[lemma] }
  /// A noun for words said or written.
  func isSpeechNoun(_ lemma: String) -> Bool {
    nouns[lemma] == "say" || nouns[lemma] == "claim" || isDocument(lemma)
  }

  func isDocument(_ lemma: String) -> Bool { has(lemma, "document") }

  /// Quoted words may hang on the verb as its object.
  func carriesQuotation(_ lemma: String) -> Bool { verbs[lemma] != nil || has(lemma, "verb") }

  /// "called it “a blunder”": few quoted words are enough.
  func names(_ lemma: String) -> Bool { has(lemma, "naming") }

  /// "was quoted by the paper": its object speaks, not its subject.
  func quotesOthers(_ lemma: String) -> Bool { has(lemma, "quoting") }

  /// "told reporters that"
  func takesAddressee(_ lemma: String) -> Bool { has(lemma, "addressee") }

  /// "went on to say"
  func isSpeechControl(_ lemma: String) -> Bool { has(lemma, "control") }

  /// A clause below the verb renders words: all verbs of saying, some of thinking, none of asking.
  func rendersWords(_ lemma: String, isPast: Bool) -> Bool {
    guard let force = verbs[lemma], force != "ask", !has(lemma, "nominal") else { return false }
    return force != "think" || has(lemma, "firm") || has(lemma, "present") && !isPast
  }

  /// "his view that CLAUSE"
  func rendersWords(noun lemma: String) -> Bool {
    nouns[lemma].map { $0 != "ask" && $0 != "hearsay" } ?? false
  }

  /// "confident that CLAUSE"
  func rendersWords(adjective lemma: String) -> Bool { adjectives.contains(lemma) }

  /// A plain verb of saying: it may stand behind its clause or before one without "that".
  func isPlain(_ lemma: String) -> Bool { has(lemma, "plain") }

  /// "made the announcement that": the verb's subject speaks.
  func utters(_ lemma: String) -> Bool { has(lemma, "utter") }

  /// "results show that": a thing may be the subject.
  func isImpersonal(_ lemma: String) -> Bool { has(lemma, "impersonal") }

  /// A noun for people or a body.
  func isHuman(_ lemma: String) -> Bool { has(lemma, "human") }

  /// A noun that cannot speak ("law", "treaty"), though verbs of saying take it as subject.
  func isThing(_ lemma: String) -> Bool { has(lemma, "thing") }

  /// A word that tells that a text is somebody's own words ("interview", "remarks").
  func isOwnWords(_ word: String) -> Bool { has(word, "own") }

  private func has(_ lemma: String, _ role: String) -> Bool {
    roles[role]?.contains(lemma) ?? false
  }
}
