import ChanceryRecord

/// Which event types can be two views of one happening.
enum TypeFamily {
  /// The name of the family; events of different families never merge.
  static func name(of type: EventType) -> String {
    switch type {
    case .agree, .consult, .support, .cooperate, .aid: "cooperation"
    case .concede, .retreat: "retreat"
    default: type.rawValue
    }
  }

  /// Types whose happenings run from one side to another.
  static func isDirected(_ type: EventType) -> Bool {
    switch type {
    case .agree, .consult, .cooperate: false
    default: true
    }
  }

  /// What two types say for one happening; nil where they cannot be one.
  static func weight(_ a: EventType, _ b: EventType) -> Double? {
    if a == b { return rarity(a) }
    switch (a, b) {
    case (.concede, .retreat), (.retreat, .concede): return -1
    case (.agree, .cooperate), (.agree, .support), (.agree, .aid): return -1.2
    case (.cooperate, .agree), (.support, .agree), (.aid, .agree): return -1.2
    default: return nil
    }
  }

  /// Verbal acts of a dyad recur within days, meetings and exercises do not.
  private static func rarity(_ type: EventType) -> Double {
    switch type {
    case .consult: 0.8
    case .cooperate, .sanction, .retreat, .concede: 0.6
    case .aid, .support, .coerce, .mobilize, .protest: 0.4
    case .agree, .reject, .threaten: 0.1
    case .request, .assault, .accuse: -0.2
    }
  }
}
