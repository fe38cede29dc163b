import ChanceryText

/// A named occasion that a text speaks of, with the days that everybody can look up.
public struct Occasion: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case summit, forum, expo, conference, assembly, council, talks, event
    case war, treaty, agreement, crisis
    /// A journey of somebody named to a state.
    case visit

    /// People come together there: it can be the setting of something else.
    public var isGathering: Bool {
      switch self {
      case .summit, .forum, .expo, .conference, .assembly, .council, .talks, .event, .visit: true
      case .war, .treaty, .agreement, .crisis: false
      }
    }
  }

  /// Tokens of the name, without the article and the place after it.
  public var tokens: Range<Int>
  /// First and last day.
  public var interval: DateInterval
  public var name: String
  public var kind: Kind
  public var place: String?
  /// ISO 3166-1 alpha-3.
  public var state: String?

  public init(
    tokens: Range<Int>, interval: DateInterval, name: String, kind: Kind, place: String? = nil,
    state: String? = nil
  ) {
    self.tokens = tokens
    self.interval = interval
    self.name = name
    self.kind = kind
    self.place = place
    self.state = state
  }
}
