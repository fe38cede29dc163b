import ChanceryRecord
import ChanceryText

/// A quotation while the document is being read; becomes `Statement` of the record (codebook §3).
///
/// All spans count bytes of the text.
public struct DraftStatement: Sendable, Equatable {
  /// Index into `Reading.actors`; nil where the words name a speaker that is no actor yet.
  public var speaker: Int?
  /// Index into `Reading.mentions` of the words that name the speaker.
  public var speakerMention: Int?
  /// The token that names the speaker, where one does.
  public var speakerToken: Int?
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
    speaker: Int?, speakerMention: Int? = nil, speakerToken: Int? = nil, kind: Statement.Kind,
    medium: Int? = nil, addressee: Int? = nil, when: DateInterval? = nil, quote: ByteSpan,
    cue: ByteSpan? = nil, cueToken: Int? = nil
  ) {
    self.speaker = speaker
    self.speakerMention = speakerMention
    self.speakerToken = speakerToken
    self.kind = kind
    self.medium = medium
    self.addressee = addressee
    self.when = when
    self.quote = quote
    self.cue = cue
    self.cueToken = cueToken
  }
}
