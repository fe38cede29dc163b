import ChanceryLanguage
import ChanceryText

/// The dates that occasions lend to happenings: those they name, and those told to be at, during or beside them.
struct OccasionTimes {
  let reading: Reading
  let table: OccasionTable?

  private var parse: ParsedText { reading.parse }

  /// The days and words of the occasion that governs a happening; nil where none does, or where the text's own
  /// expression is as narrow, or contradicts it and stands nearer.
  /// - Parameters:
  ///   - given: the days of the nearest time expression, and whether it governs the happening itself.
  ///   - distance: steps through the tree between two tokens; nil where they belong to different clauses.
  func time(
    of trigger: Int, given: (days: DateInterval?, governs: Bool)?,
    distance: (_ from: Int, _ to: Int) -> Int?
  ) -> (interval: DateInterval, span: ByteSpan)? {
    let sentence = parse.sentence(of: trigger)
    var best: (cost: Int, occasion: Occasion)?
    for occasion in reading.occasions
    where parse.sentence(of: occasion.tokens.lowerBound) == sentence {
      guard let cost = cost(occasion, trigger, distance) else { continue }
      if best == nil || cost < best!.cost { best = (cost, occasion) }
    }
    guard let (cost, occasion) = best else { return nil }
    let span = parse.span(of: occasion.tokens)
    guard let given, let days = given.days else {
      return (weekday(near: trigger, in: occasion.interval) ?? occasion.interval, span)
    }
    let lent = occasion.interval
    if lent.start <= days.start && days.end <= lent.end { return nil }
    // "the decade of the Soviet occupation": so long a time says less than the name.
    if cost <= Self.named, days.dayCount > Self.longTime { return (lent, span) }
    if !days.meets(lent) { return given.governs && cost > 0 ? nil : (lent, span) }
    guard days.start <= lent.start, lent.end <= days.end, !hasNearerHost(occasion, trigger) else {
      return nil
    }
    return (lent, span)
  }

  /// The summit, conference or the like that governs a happening.
  func gathering(of trigger: Int, distance: (_ from: Int, _ to: Int) -> Int?) -> Occasion? {
    let sentence = parse.sentence(of: trigger)
    var best: (cost: Int, occasion: Occasion)?
    for occasion in reading.occasions
    where occasion.kind.isGathering
      && parse.sentence(of: occasion.tokens.lowerBound) == sentence
    {
      guard let cost = cost(occasion, trigger, distance) else { continue }
      if best == nil || cost < best!.cost { best = (cost, occasion) }
    }
    return best?.occasion
  }

  /// The highest cost of an occasion that is the happening.
  private static let named = 1
  private static let longTime = 3000

  /// "tried to arrange *a meeting* on the sidelines of …": the occasion is that of another noun.
  private func hasNearerHost(_ occasion: Occasion, _ trigger: Int) -> Bool {
    let first = occasion.tokens.lowerBound
    let sentence = parse.sentences[parse.sentence(of: first)].tokens
    let margin = (max(sentence.lowerBound, first - 4)..<first).last {
      table?.has("margin", parse.tokens[$0].form.asciiLowercased) == true
    }
    var host = parse.tokens[margin ?? head(of: occasion)].head
    for _ in 0..<3 {
      guard host >= 0, host != trigger else { return false }
      if parse.tokens[host].upos == .noun { return true }
      guard parse.tokens[host].upos == .propn else { return false }
      host = parse.tokens[host].head
    }
    return false
  }

  private func head(of occasion: Occasion) -> Int {
    occasion.tokens.last { !occasion.tokens.contains(parse.tokens[$0].head) }
      ?? occasion.tokens.upperBound - 1
  }

  private func cost(_ occasion: Occasion, _ trigger: Int, _ distance: (Int, Int) -> Int?) -> Int? {
    let head = head(of: occasion)
    if occasion.tokens.contains(trigger) {
      return trigger == head || !occasion.kind.isGathering ? 0 : nil
    }
    let relation = parse.tokens[head].deprel
    if parse.tokens[head].head == trigger {
      switch relation {
      case .compound, .nmodPoss, .amod: return occasion.kind.isGathering ? 1 : nil
      case .obj, .nsubjPass:
        guard occasion.kind == .treaty || occasion.kind == .agreement else { break }
        return isSigning(trigger) ? 1 : nil
      default: break
      }
    }
    guard occasion.kind.isGathering || occasion.kind == .war, isSetting(occasion, head),
      let steps = distance(head, trigger), steps < 12
    else { return nil }
    return 2 + steps
  }

  private func isSigning(_ verb: Int) -> Bool {
    table?.has("sign", parse.tokens[verb].lemma.asciiLowercased) == true
  }

  /// "at", "during", "in", "on the sidelines of" before the name.
  private func isSetting(_ occasion: Occasion, _ head: Int) -> Bool {
    guard let table else { return false }
    let sentence = parse.sentences[parse.sentence(of: head)].tokens
    var place = occasion.tokens.lowerBound - 1
    for _ in 0..<6 {
      guard sentence.contains(place) else { return false }
      let word = parse.tokens[place].form.asciiLowercased
      if table.has("setting", word) {
        return word == "in" ? occasion.kind.isGathering : word == "during" || occasion.kind != .war
      }
      if word == "of", sentence.contains(place - 1) {
        let noun = parse.tokens[place - 1]
        return table.has("margin", noun.form.asciiLowercased)
      }
      guard [.det, .adj, .noun, .propn, .num, .part].contains(parse.tokens[place].upos) else {
        return false
      }
      place -= 1
    }
    return false
  }

  /// "on Monday, during the expo": the Monday of the expo.
  private func weekday(near trigger: Int, in interval: DateInterval) -> DateInterval? {
    let sentence = parse.sentences[parse.sentence(of: trigger)].tokens
    let named = sentence.compactMap { Weekdays.number(parse.tokens[$0].form.asciiLowercased) }
    guard named.count == 1, let weekday = named.first else { return nil }
    let days = Weekdays.days(weekday, in: interval)
    return days.count == 1 ? DateInterval(day: days[0]) : nil
  }
}
