import ChanceryRecord
import ChanceryText

/// A happening while the document is being coded; becomes `Event` of the record. Spans count bytes.
struct DraftEvent {
  var frame: Int
  var predicate: Int
  /// All predicates that tell it, those of merged mentions too.
  var predicates: [Int]
  var type: String
  var mode: String?
  var contexts: [String]
  var cameo: String?
  var actors: [Int]
  var recipients: [Int]
  var isMutual: Bool
  var status: Status
  var voice: Voice
  var speaker: Int?
  var when: DateInterval?
  var whenBasis: When.Basis?
  var whenSpan: ByteSpan?
  var place: EventPlace?
  var trigger: Int
  var evidence: [ByteSpan]
  /// What the confidence rests on; see `TraitReader`.
  var traits: Set<String>
  /// How likely type and parties are right, between 0 and 1.
  var confidence: Double
  var isSoft: Bool
  /// Words that decided the status, for `explain`.
  var cues: [String]
  var isDefinite: Bool
  /// Lemmas of what is asked, reproached, given or taken away; two with different contents are two happenings.
  var content: Set<String> = []
  /// Sums of money that the words around the predicate name ("60 million").
  var amounts: Set<String> = []
}
