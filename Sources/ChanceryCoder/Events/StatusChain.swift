import ChanceryCodebook
import ChanceryRecord

/// What one word does to the status of the happening below it.
struct StatusOperator: Equatable {
  var effect: Cue.Effect
  /// What it does when it is itself negated: "did *not rule out*", "*refused to rule out*".
  var negated: Cue.Effect
  /// The word, for `explain`.
  var word: String

  /// "not", "no", "never" and words that mean it: `fail to`, `without`.
  var isNegative: Bool { effect == .denied }
}

/// The operators over a happening, composed from the innermost to the outermost.
///
/// One rule makes nesting work: a negative operator right above another operator does not turn the result
/// round, it takes that operator's negated effect. "Has no plans to" is the negated effect of *plan*, "refused
/// to rule out" that of *rule out*, "denied that it would" that of *will*.
struct StatusChain {
  private(set) var status: Status
  /// The words that decided, innermost first.
  private(set) var words: [String] = []
  private var before: Status
  private var last: StatusOperator?

  init(_ status: Status = .occurred) {
    self.status = status
    before = status
  }

  mutating func apply(_ next: StatusOperator) {
    if next.isNegative, let below = last {
      status = Self.compose(below.negated, before)
      words.append(next.word)
      last = nil
      return
    }
    guard next.effect != .transparent else {
      // "managed to", "did not manage to": only its negation says something.
      before = status
      last = next
      return
    }
    before = status
    status = Self.compose(next.effect, status)
    words.append(next.word)
    last = next
  }

  /// Further up stands another clause: what comes does not negate the last operator.
  mutating func closeClause() { last = nil }

  mutating func settle(_ settled: Status, word: String) {
    status = settled
    words.append(word)
    last = nil
  }

  /// The status of a happening under an operator, given its status without it.
  static func compose(_ effect: Cue.Effect, _ inner: Status) -> Status {
    switch (effect, inner) {
    case (.transparent, _): inner
    case (.occurred, _): .occurred
    case (.denied, .denied): .occurred
    case (.denied, .cancelled): .planned
    case (.denied, _): .denied
    case (_, .denied), (_, .cancelled): inner
    case (.cancelled, _): .cancelled
    case (.possible, _): .possible
    case (.planned, .possible): .possible
    case (.planned, .ongoing): .ongoing
    case (.planned, _): .planned
    case (.ongoing, .occurred): .ongoing
    case (.ongoing, _): inner
    }
  }
}
