/// A way in which texts tell one kind of happening: predicates, roles and conditions.
///
/// Written in `Data/Codebook/frames/*.frames`; the format is described in `Data/Codebook/README.md`.
public struct Frame: Sendable {
  public enum Needs: String, Sendable, CaseIterable { case both, actor, recipient }
  public enum Complement: String, Sendable, CaseIterable { case absorbs, yields, both }
  public enum Tier: String, Sendable, CaseIterable { case core, soft }

  public var name: String
  /// PLOVER type ("CONSULT").
  public var type: String
  public var mode: String?
  public var contexts: [String] = []
  public var cameo: String?
  public var tier: Tier = .core
  public var actor = RolePath.directedActor
  public var recipient: RolePath? = RolePath.directedRecipient
  /// Every party stands under `actors`.
  public var isMutual = false
  public var needs: Needs = .both
  /// The status that the predicate gives by itself ("announce aid": planned).
  public var status: String?
  public var complement: Complement = .both
  /// A government and a group of its own country may be the two sides.
  public var isDomestic = false
  /// Only for codings that take domestic happenings too.
  public var isBroad = false
  public var matches: [Example] = []
  public var rejects: [Example] = []
  /// Sentences that the frame should read and does not yet; a test tells when one comes right.
  public var wishes: [Example] = []
  /// Where the frame begins: file and line, for messages and explanations.
  public var origin: Origin

  /// A sentence of the frame's own tests.
  public struct Example: Sendable {
    public var text: String
    /// Expected parties and status; empty for `rejects`.
    public var actors: [String] = []
    public var recipients: [String] = []
    public var status = "occurred"
    public var line: Int
  }
}

/// A file and a line of it, counted from 1.
public struct Origin: Sendable, Hashable, CustomStringConvertible {
  public var file: String
  public var line: Int

  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  public var description: String { "\(file):\(line)" }
}

/// Where the fillers of a role stand.
public struct RolePath: Sendable, Equatable {
  public var slots: [String]
  /// Take the parties of all slots, not only of the first that has some.
  public var takesAll: Bool

  public init(_ slots: [String], takesAll: Bool = false) {
    self.slots = slots
    self.takesAll = takesAll
  }

  public static let directedActor = RolePath(["subj", "by", "poss", "mod"])
  public static let directedRecipient = RolePath([
    "obj", "iobj", "to", "against", "on", "with", "at", "toward", "towards", "of", "for", "from",
    "in", "into",
  ])
  public static let mutual = RolePath(
    ["subj", "obj", "with", "between", "among", "poss", "mod", "by", "of"], takesAll: true)
  public static let visitor = RolePath(["subj", "poss", "by", "of", "mod"])
  public static let host = RolePath(["obj", "to", "in", "at"])
}

/// A word that can tell the happening of a frame, with the conditions under which it does.
public struct Predicate: Sendable {
  public enum PartOfSpeech: String, Sendable, CaseIterable { case verb, noun, adj }

  public var lemma: String
  public var partOfSpeech: PartOfSpeech
  public var conditions: [Condition]
  /// Index into `Codebook.frames`.
  public var frame: Int
  public var line: Int

  /// As a line of the codebook writes it ("verb call prt=off").
  public var source: String {
    ([partOfSpeech.rawValue, lemma] + conditions.map(\.source)).joined(separator: " ")
  }

  /// More conditions make a predicate more specific; it is then preferred.
  public var specificity: Int {
    conditions.reduce(0) { sum, condition in
      switch condition.test {
      case .word: sum + 3
      case .kind: sum + 2
      case .filled: sum + 1
      case .notWord, .notKind, .empty: sum
      }
    }
  }
}

/// What must stand in a slot.
public struct Condition: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case party, state, org, group, person, force, place, name
  }

  public enum Test: Sendable {
    case word(Set<String>)
    case notWord(Set<String>)
    case kind(Kind)
    case notKind(Kind)
    case filled
    case empty
  }

  public var slot: String
  public var test: Test
  /// As written, for explanations.
  public var source: String
}
