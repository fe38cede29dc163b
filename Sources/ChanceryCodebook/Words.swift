/// A word that tells whether what it governs or modifies happened (codebook §2, "Status").
public struct Cue: Sendable {
  public enum Effect: String, Sendable, CaseIterable {
    case occurred, ongoing, planned, possible, cancelled, denied
    /// "report": says nothing on the status by itself.
    case transparent
  }

  public var lemma: String
  /// verb, noun, adj, adv
  public var partOfSpeech: String
  /// How the happening hangs on the cue: `comp` (clause below), `obj` (noun below), `subj` (noun above),
  /// `mod` (the cue modifies it), `of` (noun of a noun).
  public var links: Set<String>
  public var effect: Effect
  /// Status when the cue itself is negated ("did not rule out").
  public var negated: Effect
  /// PLOVER types to which the cue applies; empty for all.
  public var types: Set<String>
  public var origin: Origin

  static func read(_ bytes: [UInt8], file: String) throws(CodebookError) -> [Cue] {
    var result: [Cue] = []
    for row in try Table(bytes, file: file, columns: 5).rows {
      func effect(_ column: Int, _ key: String) throws(CodebookError) -> Effect {
        let names = Effect.allCases.map(\.rawValue)
        guard let effect = Effect(rawValue: row.cells[column]) else {
          throw CodebookError(
            row.origin,
            .unknownValue(
              key: key, value: row.cells[column], near: nearest(row.cells[column], in: names),
              allowed: names))
        }
        return effect
      }
      let types = row[5].map { Set($0.split(separator: " ").map(String.init)) } ?? []
      for lemma in row.cells[0].split(separator: "|") {
        result.append(
          Cue(
            lemma: String(stripped(lemma)), partOfSpeech: row.cells[1],
            links: Set(row.cells[2].split(separator: " ").map(String.init)),
            effect: try effect(3, "effect"), negated: try effect(4, "negated"), types: types,
            origin: row.origin))
      }
    }
    return result
  }
}

/// A word that introduces speech.
public struct ReportingWord: Sendable {
  public var lemma: String
  public var partOfSpeech: String
  /// say, claim, deny, ask, promise, think, hearsay
  public var force: String
  public var origin: Origin

  static func read(_ bytes: [UInt8], file: String) throws(CodebookError) -> [ReportingWord] {
    try Table(bytes, file: file, columns: 3).rows.map {
      ReportingWord(
        lemma: $0.cells[0], partOfSpeech: $0.cells[1], force: $0.cells[2], origin: $0.origin)
    }
  }
}

/// A common noun or title that denotes a participant.
public struct AgentNoun: Sendable {
  public enum Kind: String, Sendable, CaseIterable { case role, body, people, media }

  /// Lemmas, separated by blanks for several words.
  public var noun: String
  /// PLOVER sector.
  public var sector: String
  public var kind: Kind
  public var origin: Origin

  static func read(_ bytes: [UInt8], file: String) throws(CodebookError) -> [AgentNoun] {
    var result: [AgentNoun] = []
    for row in try Table(bytes, file: file, columns: 3).rows {
      let names = Kind.allCases.map(\.rawValue)
      guard let kind = Kind(rawValue: row.cells[2]) else {
        throw CodebookError(
          row.origin,
          .unknownValue(
            key: "kind", value: row.cells[2], near: nearest(row.cells[2], in: names),
            allowed: names))
      }
      result.append(
        AgentNoun(noun: row.cells[0], sector: row.cells[1], kind: kind, origin: row.origin))
    }
    return result
  }
}
