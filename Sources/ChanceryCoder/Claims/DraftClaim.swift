import ChanceryText

/// A superlative that history can check, while the document is being read; becomes `Claim` of the record
/// (codebook §5).
public struct DraftClaim: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case first
    case firstSince = "first-since"
    case only, largest, record
  }

  public var kind: Kind
  /// The point of reference ("since 1969").
  public var since: DateInterval?
  /// The clause or sentence, in bytes.
  public var evidence: [ByteSpan]
  /// The noun or verb that the rank is claimed for, to find the event.
  public var headToken: Int

  public init(kind: Kind, since: DateInterval? = nil, evidence: [ByteSpan], headToken: Int) {
    self.kind = kind
    self.since = since
    self.evidence = evidence
    self.headToken = headToken
  }
}
