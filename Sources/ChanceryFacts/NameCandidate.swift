import ChanceryText

/// One thing that a name may mean on a day, and why.
public struct NameCandidate: Sendable, Equatable {
  public var entity: Entity
  public var sense: NameSense
  /// State that the candidate speaks or stands for (that of the office, where there is one).
  public var state: String?
  /// PLOVER sector on that day; nil where the facts know none.
  public var sector: String?
  /// The office that speaks most for a person.
  public var office: OfficeSpan?
  /// Higher is likelier; comparable within one answer only.
  public var score: Int
  /// Short clauses, the strongest first.
  public var reasons: [String]
}
