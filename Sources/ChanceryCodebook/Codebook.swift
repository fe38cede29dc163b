/// The codebook as data: frames, cue words, reporting words, agents, modes.
///
/// Built from the files of `Data/Codebook` and a user's own; a later file's frame or row overrides an
/// earlier one of the same name. Immutable; shared by all threads.
public struct Codebook: Sendable {
  public let frames: [Frame]
  public let predicates: [Predicate]
  public let cues: [Cue]
  public let reporting: [ReportingWord]
  public let agents: [AgentNoun]
  /// The named lists of `sets*.txt`.
  public let sets: [String: Set<String>]
  public let lightVerbs: Set<String>
  public let carriers: Set<String>
  /// Verbs with the particles that frames ask of them ("write off").
  public let phrasalVerbs: Set<String>
  private let predicateIndex: [PredicateKey: [Int]]
  private let cueIndex: [String: [Int]]
  private let reportingIndex: [String: [Int]]
  private let modeScores: [String: Double]
  public let modeNames: [String: Set<String>]
  /// A fingerprint of all files, for `coder.codebook` of a record.
  public let version: String

  private struct PredicateKey: Hashable {
    var lemma: String
    var partOfSpeech: Predicate.PartOfSpeech
  }

  /// - Parameter files: path below the codebook folder and UTF-8 bytes, in the order of reading.
  public init(files: [(path: String, bytes: [UInt8])]) throws(CodebookError) {
    var sets: [String: Set<String>] = [:]
    for file in files where Codebook.isSetFile(file.path) {
      try Codebook.readSets(Codebook.text(file), file: file.path, into: &sets)
    }
    var reader = FrameReader(sets: sets)
    for file in files where file.path.hasSuffix(".frames") {
      try reader.read(Codebook.text(file), file: file.path)
    }
    frames = reader.frames
    predicates = reader.predicates
    var index: [PredicateKey: [Int]] = [:]
    for (i, predicate) in predicates.enumerated() {
      let key = PredicateKey(lemma: predicate.lemma, partOfSpeech: predicate.partOfSpeech)
      index[key, default: []].append(i)
    }
    predicateIndex = index
    phrasalVerbs = Codebook.phrasalVerbs(reader.predicates)

    var cues: [Cue] = []
    var reporting: [ReportingWord] = []
    var agents: [AgentNoun] = []
    var scores: [String: Double] = [:]
    var modes: [String: Set<String>] = [:]
    for file in files {
      switch Codebook.baseName(file.path) {
      case "cues.tsv": cues += try Cue.read(file.bytes, file: file.path)
      case "reporting.tsv": reporting += try ReportingWord.read(file.bytes, file: file.path)
      case "agents.tsv": agents += try AgentNoun.read(file.bytes, file: file.path)
      case "modes.tsv":
        for row in try Table(file.bytes, file: file.path, columns: 3).rows {
          let type = row.cells[0]
          scores["\(type)/\(row.cells[1])"] = Double(row.cells[2]) ?? 0
          if !row.cells[1].isEmpty { modes[type, default: []].insert(row.cells[1]) }
        }
      default: break
      }
    }
    self.cues = cues
    self.reporting = reporting
    self.agents = agents
    modeScores = scores
    modeNames = modes
    cueIndex = Dictionary(grouping: cues.indices, by: { cues[$0].lemma })
    reportingIndex = Dictionary(grouping: reporting.indices, by: { reporting[$0].lemma })
    self.sets = sets
    lightVerbs = sets["light_verb"] ?? []
    carriers = sets["carrier_noun"] ?? []
    for frame in reader.frames {
      if let mode = frame.mode, let known = modes[frame.type], !known.contains(mode) {
        let names = known.sorted()
        throw CodebookError(
          frame.origin,
          .unknownValue(key: "type", value: mode, near: nearest(mode, in: names), allowed: names))
      }
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for file in files {
      for byte in file.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    version = String(hash, radix: 16)
  }

  /// Predicates with that lemma and part of speech, in the order of the files.
  public func predicates(lemma: String, _ part: Predicate.PartOfSpeech) -> [Int] {
    predicateIndex[PredicateKey(lemma: lemma, partOfSpeech: part)] ?? []
  }

  public func cues(lemma: String) -> [Cue] { (cueIndex[lemma] ?? []).map { cues[$0] } }

  public func reportingWords(lemma: String) -> [ReportingWord] {
    (reportingIndex[lemma] ?? []).map { reporting[$0] }
  }

  /// Score of a type and mode (codebook §2); the type's own where the mode has none.
  public func score(type: String, mode: String?) -> Double {
    modeScores["\(type)/\(mode ?? "")"] ?? modeScores["\(type)/"] ?? 0
  }

  private static func phrasalVerbs(_ predicates: [Predicate]) -> Set<String> {
    var result: Set<String> = []
    for predicate in predicates where predicate.partOfSpeech == .verb {
      for condition in predicate.conditions where condition.slot == "prt" {
        guard case .word(let words) = condition.test else { continue }
        for word in words { result.insert(predicate.lemma + " " + word) }
      }
    }
    return result
  }

  static func baseName(_ path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  private static func isSetFile(_ path: String) -> Bool {
    baseName(path).hasPrefix("sets") && path.hasSuffix(".txt")
  }

  private static func text(_ file: (path: String, bytes: [UInt8])) throws(CodebookError) -> String {
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      throw CodebookError(Origin(file: file.path, line: 1), .notUTF8)
    }
    return text
  }

  private static func readSets(
    _ text: String, file: String, into sets: inout [String: Set<String>]
  ) throws(CodebookError) {
    var line = 0
    for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      let content = stripped(raw)
      if content.isEmpty || content.hasPrefix("#") { continue }
      guard let sign = content.firstIndex(of: "=") else {
        throw CodebookError(Origin(file: file, line: line), .badSet(String(content)))
      }
      let name = String(stripped(content[..<sign]))
      for item in content[content.index(after: sign)...].split(separator: "|") {
        let word = stripped(item)
        if word.hasPrefix("$") {
          sets[name, default: []].formUnion(sets[String(word.dropFirst())] ?? [])
        } else {
          sets[name, default: []].insert(String(word))
        }
      }
    }
  }
}
