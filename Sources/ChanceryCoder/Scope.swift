/// Which happenings are events (codebook section 2).
public enum Scope: String, Sendable, CaseIterable {
  /// Between states, organisations and groups, or by one of them upon another's people or property.
  case interstate
  /// Every happening of the sixteen types, domestic ones too: police and protesters, courts, one party alone.
  case all
}
