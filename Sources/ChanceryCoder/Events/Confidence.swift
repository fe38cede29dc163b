import ChanceryCodebook
import ChanceryLanguage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How likely it is that type and parties of an event are right: a logistic model over what is known of it.
///
/// The weights stand in `Data/Codebook/confidence.tsv`; `Scripts/calibrate.py` fits them on annotated articles
/// and says how well they hold on articles left out.
struct ConfidenceTable: Sendable {
  private let weights: [String: Double]

  /// - Throws: `CodebookError` with file and line where a weight is no number.
  init(_ tables: CodebookTables) throws(CodebookError) {
    let file = "confidence.tsv"
    var weights: [String: Double] = [:]
    for row in try Table(tables.bytes(file), file: file, columns: 2).rows {
      guard let weight = Double(row.cells[1]) else {
        throw CodebookError(
          row.origin,
          .unknownValue(key: "weight", value: row.cells[1], near: nil, allowed: ["a number"]))
      }
      weights[row.cells[0]] = weight
    }
    self.weights = weights
  }

  /// Between 0 and 1; traits that the table does not know count nothing.
  func value(of traits: Set<String>) -> Double {
    // Sorted, since sums of floating-point numbers depend on their order.
    let sum = traits.sorted().reduce(weights["base"] ?? 0) { $0 + (weights[$1] ?? 0) }
    return 1 / (1 + exp(-sum))
  }
}

/// What an event is known to be: the traits that the confidence rests on.
struct TraitReader {
  let codebook: Codebook
  let reading: Reading

  /// Traits of a match before its time, place and other mentions are known.
  func traits(of match: FrameMatch, status: String, voice: String) -> Set<String> {
    let predicate = codebook.predicates[match.predicate]
    let frame = codebook.frames[match.frame]
    var result: Set<String> = [
      "type:" + frame.type, predicate.partOfSpeech.rawValue,
      "conditions:\(min(3, predicate.specificity))", "status:" + status, "voice:" + voice,
    ]
    if frame.tier == .soft { result.insert("soft") }
    result.formUnion(told(match.actors, as: "actor", trigger: match.trigger))
    if !frame.isMutual, frame.recipient != nil {
      result.formUnion(told(match.recipients, as: "recipient", trigger: match.trigger))
    } else if match.actors.count > 1 {
      result.insert("mutual")
    }
    if match.actors.count + match.recipients.count > 3 { result.insert("many") }
    if reading.publisherState != nil { result.insert("official") }
    if reading.parse.ancestors(match.trigger).count > 2 { result.insert("deep") }
    return result
  }

  /// Traits that only the finished event has.
  func traits(of event: DraftEvent) -> Set<String> {
    var result = event.traits
    if event.evidence.count > 1 { result.insert("repeated") }
    if event.whenBasis == .expression { result.insert("dated") }
    if event.place?.isTold == true { result.insert("placed") }
    return result
  }

  /// How the text tells a side: named, described, by a pronoun, as an owner, left to be understood, not at all.
  private func told(_ list: [Participant], as role: String, trigger: Int) -> Set<String> {
    guard let first = list.first else { return ["\(role):none"] }
    if first.isPossession {
      return ["\(role):\(first.token == trigger ? "implied" : "owner")"]
    }
    switch reading.mention(covering: first.token)?.form {
    case .name: return ["\(role):name"]
    case .nominal: return ["\(role):nominal"]
    case .pronoun: return ["\(role):pronoun"]
    case .adjective: return ["\(role):adjective"]
    case nil: return ["\(role):phrase"]
    }
  }
}
