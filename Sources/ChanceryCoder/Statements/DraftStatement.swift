import ChanceryRecord
import ChanceryText

/// A quotation while the document is being read; becomes `Statement` of the record (codebook §3).
///
/// All spans count bytes of the text.
public struct DraftStatement: Sendable, Equatable {
  /// Index into `Reading.actors`.
  public var speaker: Int?
  public var kind: Statement.Kind
  /// Actor to whom or in whose pages it was said ("told Sputnik").
  public var medium: Int?
  /// Actor who was told.
  public var addressee: Int?
  /// When it was said, where the words tell.
  public var when: DateInterval?
  /// The quoted words without marks, or the clause that renders them without "that".
  public var quote: ByteSpan
  /// The word that introduces the speech ("said", "according").
  public var cue: ByteSpan?
  public var cueToken: Int?

  public init(
    speaker: Int?, kind: Statement.Kind, medium: Int? = nil, addressee: Int? = nil,
    when: DateInterval? = nil, quote: ByteSpan,
    cue: ByteSpan? = nil, cueToken: Int? = nil
  ) {
    self.speaker = speaker
    self.kind = kind
    self.medium = medium
    self.addressee = addressee
    self.when = when
    self.quote = quote
    self.cue = cue
    self.cueToken = cueToken
  }
}
