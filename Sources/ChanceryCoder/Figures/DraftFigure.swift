import ChanceryText

/// A number with what it measures, while the document is being read; becomes `Figure` of the record
/// (codebook §4). All spans count bytes of the text.
public struct DraftFigure: Sendable, Equatable {
  /// A measure of the codebook ("trade", "exports", "casualties_dead" …).
  public var measure: String
  /// In base units: US$ 146.92 million is 146920000. A decline is negative growth.
  public var value: Double
  /// ISO 4217 code, `percent`, `people`, `items` or a UCUM symbol.
  public var unit: String
  /// about, over, under
  public var qualifier: String?
  /// State keys of a flow; for turnover and balance the two states in alphabetical order.
  public var from: String?
  public var to: String?
  public var period: DateInterval?
  /// The number with its currency, scale and unit.
  public var text: ByteSpan
  /// The clause or sentence.
  public var evidence: [ByteSpan]

  public init(
    measure: String, value: Double, unit: String, qualifier: String? = nil, from: String? = nil,
    to: String? = nil, period: DateInterval? = nil, text: ByteSpan, evidence: [ByteSpan]
  ) {
    self.measure = measure
    self.value = value
    self.unit = unit
    self.qualifier = qualifier
    self.from = from
    self.to = to
    self.period = period
    self.text = text
    self.evidence = evidence
  }
}
