import ChanceryLanguage
import ChanceryRecord
import ChanceryText

/// When an event was: the expressions that govern it in the tree, else those of its clause,
/// its sentence, the text before it, the publication.
struct CircumstanceReader {
  let reading: Reading
  private let timeOfToken: [Int: Int]

  init(reading: Reading) {
    self.reading = reading
    var owners: [Int: Int] = [:]
    for (index, time) in reading.times.enumerated() {
      for token in time.tokens { owners[token] = index }
    }
    timeOfToken = owners
  }

  private var parse: ParsedText { reading.parse }

  // MARK: When

  /// The expression nearest in the tree, and whether it is so near that it governs the happening itself.
  func time(of trigger: Int) -> (expression: TimeExpression, governs: Bool)? {
    let sentence = parse.sentences[parse.sentence(of: trigger)].tokens
    var best: (cost: Int, index: Int)?
    var seen: Set<Int> = []
    for token in sentence {
      guard let index = timeOfToken[token], !seen.contains(index) else { continue }
      let time = reading.times[index]
      guard time.interval != nil else { continue }
      let head = headToken(of: time)
      guard token == head else { continue }
      seen.insert(index)
      // "the first since 2018" dates another happening.
      if isSince(time) { continue }
      if isInSinceClause(head, besides: trigger) { continue }
      let isAhead = isAhead(time)
      guard let cost = distance(from: head, to: trigger, isAhead: isAhead), cost <= Self.reach
      else { continue }
      if best == nil || cost < best!.cost { best = (cost, index) }
    }
    return best.map { (reading.times[$0.index], $0.cost <= 4) }
  }

  /// For a text without a date of its own: the only date of the sentence, else the last one that the three
  /// sentences before it tell (a history goes on from there).
  func timeOfText(around trigger: Int) -> (expression: TimeExpression, isOwn: Bool)? {
    let sentence = parse.sentence(of: trigger)
    let own = dates(in: parse.sentences[sentence].tokens)
    guard own.isEmpty else {
      let days = Set(own.compactMap(\.interval))
      return days.count == 1 ? (own[0], true) : nil
    }
    guard parse.tense(at: trigger) != .future else { return nil }
    for before in stride(from: sentence - 1, through: max(0, sentence - 3), by: -1) {
      if let last = dates(in: parse.sentences[before].tokens).last { return (last, false) }
    }
    return nil
  }

  private func dates(in sentence: Range<Int>) -> [TimeExpression] {
    reading.times.filter {
      $0.kind == .date && $0.interval != nil && sentence.contains($0.tokens.lowerBound)
        && !isSince($0)
    }
  }

  /// An expression further away in the tree belongs to another clause.
  private static let reach = 8

  /// "agreed to talk for the first time since it was suspended *in 2021*": the date of another happening.
  private func isInSinceClause(_ token: Int, besides trigger: Int) -> Bool {
    var current = token
    while current >= 0 {
      if parse.tokens[current].deprel == .advcl,
        parse.children(of: current, [.mark]).contains(where: {
          parse.tokens[$0].form.asciiLowercased == "since"
        }), !parse.isBelow(trigger, current)
      {
        return true
      }
      current = parse.tokens[current].head
    }
    return false
  }

  /// "since 2018"
  private func isSince(_ time: TimeExpression) -> Bool {
    if parse.preposition(of: headToken(of: time)) == "since" { return true }
    let first = time.tokens.lowerBound
    return first > 0 && parse.tokens[first - 1].lemma.asciiLowercased == "since"
  }

  private func headToken(of time: TimeExpression) -> Int {
    for token in time.tokens where !time.tokens.contains(parse.tokens[token].head) {
      let deprel = parse.tokens[token].deprel
      if deprel != .case && deprel != .punct && deprel != .det { return token }
    }
    return time.tokens.lowerBound
  }

  /// Steps through the tree from an expression to the happening; nil where a clause of another happening lies between.
  func distance(from expression: Int, to trigger: Int) -> Int? {
    distance(from: expression, to: trigger, isAhead: false)
  }

  private func isAhead(_ time: TimeExpression) -> Bool {
    guard let published = reading.published, let interval = time.interval else { return false }
    return interval.start > published.end
  }

  /// - Parameter isAhead: the expression lies after the publication; what is agreed or asked *to* happen then has
  ///   the date, not the agreeing.
  private func distance(from expression: Int, to trigger: Int, isAhead: Bool) -> Int? {
    var up: [Int: Int] = [:]
    var current = trigger
    var steps = 0
    var crossings = 0
    while current >= 0 {
      up[current] = steps + 4 * crossings
      let token = parse.tokens[current]
      if token.deprel == .ccomp || token.deprel == .advcl || token.deprel == .parataxis
        || token.deprel == .aclRelcl
      {
        crossings += 1
      }
      current = token.head
      steps += 1
    }
    current = expression
    var down = 0
    while current >= 0 {
      if let above = up[current] { return above + down + abs(expression - trigger) / 12 }
      let token = parse.tokens[current]
      switch token.deprel {
      // "were established when the envoy arrived on 3 May": what the clause dates, it dates for the other as well.
      case .advcl where parse.isWhenClause(current): down += 2
      case .ccomp, .advcl, .parataxis, .aclRelcl: down += 6
      case .conj where parse.isVerb(current): down += 4
      case .xcomp, .acl:
        down += isAhead && parse.tokens[current].xpos == .vb ? Self.reach : 1
      default: down += 1
      }
      current = token.head
    }
    return nil
  }
}
