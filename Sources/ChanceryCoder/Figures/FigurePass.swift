import ChanceryLanguage
import ChanceryText

/// The figures of one sentence.
struct FigurePass {
  let reading: Reading
  let sentence: Sentence
  let measures: MeasureTable
  let currencies: CurrencyTable
  let tree: ParsedText
  let atoms: [Atom]
  let words: [String]
  let states: [String]
  /// The two states that the document is about, if it is about two.
  let leading: [String]

  init(
    reading: Reading, sentence: Sentence, measures: MeasureTable, currencies: CurrencyTable,
    leading: [String]
  ) {
    self.leading = leading
    self.reading = reading
    self.sentence = sentence
    self.measures = measures
    self.currencies = currencies
    tree = reading.parse
    atoms = Atom.atoms(in: sentence.span, of: reading.text.bytes)
    words = atoms.map(\.text)
    var states: [String] = []
    for mention in reading.mentions where sentence.tokens.contains(mention.head) {
      guard mention.actor < reading.actors.count, !mention.isCurrency(in: reading),
        let state = reading.actors[mention.actor].state, !states.contains(state)
      else { continue }
      states.append(state)
    }
    self.states = states
  }

  /// "during this period", "in the same year"
  var refersToPeriod: Bool {
    words.indices.contains { i in
      i + 1 < words.count && (words[i] == "this" || words[i] == "same" || words[i] == "that")
        && ["period", "year", "quarter", "time", "span"].contains(words[i + 1])
    }
  }

  func figures() -> [DraftFigure] {
    let bytes = reading.text.bytes
    var scanner = NumberScanner(atoms: atoms)
    scanner.isCapitalized = { start in
      bytes[start] >= UInt8(ascii: "A") && bytes[start] <= UInt8(ascii: "Z")
    }
    var result: [DraftFigure] = []
    let numbers = scanner.numbers()
    for (k, number) in numbers.enumerated() {
      guard var amount = amount(number) else { continue }
      if number.beginsRange, k + 1 < numbers.count, let upper = self.amount(numbers[k + 1]) {
        amount.unit = upper.unit
        amount.end = max(amount.end, amount.number.atoms.upperBound)
        amount.unitMeasure = upper.unitMeasure
      }
      if let figure = figure(of: amount) { result.append(figure) }
    }
    return result
  }

  // MARK: Amounts

  /// A number with its unit.
  struct Amount {
    enum Unit: Equatable {
      case money(String)
      case percent
      case measure(String)
      case count
    }

    var number: NumberExpression
    var unit: Unit
    /// Measure that the unit by itself suggests.
    var unitMeasure: String?
    /// Atoms of the whole expression.
    var start: Int
    var end: Int
  }

  private func amount(_ number: NumberExpression) -> Amount? {
    let start = number.atoms.lowerBound
    let end = number.atoms.upperBound
    if let (code, from) = signBefore(start) {
      return Amount(number: number, unit: .money(code), start: from, end: afterYear(end))
    }
    if let (code, to) = currencyAfter(end) {
      return Amount(number: number, unit: .money(code), start: start, end: to)
    }
    if let (entry, to) = unitAfter(end) {
      let unit: Amount.Unit = entry.unit == "percent" ? .percent : .measure(entry.unit)
      return Amount(
        number: number, unit: unit, unitMeasure: entry.measure, start: start, end: to)
    }
    return Amount(number: number, unit: .count, start: start, end: end)
  }

  private func afterYear(_ end: Int) -> Int { end }

  /// "US$", "$ US", "Rs.", "CAN$", "€" before the number.
  private func signBefore(_ start: Int) -> (code: String, from: Int)? {
    var best: (code: String, from: Int)?
    var joined = ""
    var i = start - 1
    var taken = 0
    while i >= 0, taken < 4 {
      if atoms[i].text != "." {
        joined = reading.text[atoms[i].span] + joined
        taken += 1
        if let found = currencies.candidates(sign: joined) {
          best = (CurrencyTable.choose(found, states: states), i)
        }
      }
      i -= 1
    }
    // A word is a sign only beside the number or another sign.
    return best
  }

  /// "dollars", "US dollars", "Pakistani rupees", "€" after the number.
  private func currencyAfter(_ end: Int) -> (code: String, to: Int)? {
    guard end < atoms.count else { return nil }
    var i = end
    if atoms[i].text == "-", i + 1 < atoms.count { i += 1 }
    var near: [String] = []
    for length in [0, 1, 2] where i + length < atoms.count {
      let last = i + length
      if atoms[last].kind == .sign, length > 0 { break }
      let phrase = words[i...last].joined(separator: " ")
      let found =
        currencies.candidates(word: phrase)
        ?? currencies.candidates(sign: reading.text[atoms[last].span])
        ?? (length > 0 ? currencies.candidates(word: words[last]) : nil)
      if let found {
        if words[last].hasPrefix("pound"), last + 1 < words.count, words[last + 1] == "of" {
          return nil
        }
        if length > 0 { near = statesOfAtoms(i..<last) }
        guard length == 0 || !near.isEmpty || currencies.candidates(word: phrase) != nil else {
          continue
        }
        return (CurrencyTable.choose(found, states: near + states), last + 1)
      }
    }
    return nil
  }

  /// States that words between the number and the currency mention ("Pakistani rupees").
  private func statesOfAtoms(_ range: Range<Int>) -> [String] {
    guard let first = range.first, let last = range.last else { return [] }
    let span = ByteSpan(atoms[first].span.start, atoms[last].span.end)
    return tree.tokens(in: span).compactMap { token in
      reading.mention(covering: token).flatMap { reading.actors[$0.actor].state }
    }
  }

  private func unitAfter(_ end: Int) -> (entry: MeasureTable.Entry, to: Int)? {
    guard end < atoms.count else { return nil }
    var i = end
    if NumberScanner.dashes.contains(atoms[i].text), i + 1 < atoms.count { i += 1 }
    for length in [3, 2, 1] where i + length <= atoms.count {
      if let entry = measures.unit(words[i..<i + length].joined(separator: " ")) {
        return (entry, i + length)
      }
    }
    return nil
  }

  // MARK: Figures

  private func figure(of amount: Amount) -> DraftFigure? {
    let number = amount.number
    let span = ByteSpan(atoms[amount.start].span.start, atoms[amount.end - 1].span.end)
    if isTime(span, amount) || isDecade(amount) || isLabel(amount) { return nil }
    guard
      let token = tree.firstToken(
        atOrAfter: atoms[number.atoms.upperBound - 1].span.start, in: sentence.tokens)
    else { return nil }
    let head = nominalHead(of: token)
    let context = FigureContext(
      reading: reading, sentence: sentence, tree: tree, measures: measures, number: token,
      head: head, span: span)
    var value = number.value
    let unit: String
    let measure: String
    switch amount.unit {
    case .money(let code):
      unit = code
      measure = context.measure(unit: "money")?.measure ?? "other"
    case .percent:
      guard !isVotes else { return nil }
      unit = "percent"
      if let found = context.measure(unit: "percent") {
        measure = found.measure
        if found.measure == "growth", found.isDown { value = -value }
      } else if amount.end < words.count, words[amount.end] == "of", !states.isEmpty {
        measure = "share"
      } else {
        return nil
      }
    case .measure(let code):
      unit = code
      measure = amount.unitMeasure ?? "quantity"
      if isLengthOfRace(measure) { return nil }
    case .count:
      guard let found = count(number, context, span) else { return nil }
      unit = found.unit
      measure = found.measure
    }
    let flow = FigureFlow(
      reading: reading, sentence: sentence, tree: tree, measures: measures, leading: leading
    )
    .flow(measure: measure, unit: unit, head: head, anchor: context.anchor(of: measure))
    return DraftFigure(
      measure: measure, value: value, unit: unit, qualifier: qualifier(amount),
      from: flow.from, to: flow.to, period: period(near: token), text: span,
      evidence: [evidence(of: token, span)])
  }

  /// A number of people or things.
  private func count(
    _ number: NumberExpression, _ context: FigureContext, _ span: ByteSpan
  ) -> (measure: String, unit: String)? {
    guard number.value >= 2, number.value.truncatingRemainder(dividingBy: 1) == 0
    else { return nil }
    guard let found = context.counted(isDozen: number.isWords && number.hasScale) else {
      return nil
    }
    if number.looksLikeYear, number.value >= 1500, number.value <= 2100, !found.isAdjacent {
      return nil
    }
    if number.value <= 12, context.isDefinite, !context.isPartitive { return nil }
    return (found.measure, found.unit)
  }

  private func isTime(_ span: ByteSpan, _ amount: Amount) -> Bool {
    if case .money = amount.unit { return false }
    if case .percent = amount.unit { return false }
    return reading.times.contains { $0.span.overlaps(span) && $0.kind != .set }
  }

  /// "in the 1990s"
  private func isDecade(_ amount: Amount) -> Bool {
    amount.end < words.count && words[amount.end] == "s" && !atoms[amount.end].spaceBefore
  }

  /// "Phase 2", "Section 7031": the number names its noun.
  private func isLabel(_ amount: Amount) -> Bool {
    guard amount.start > 0, amount.unit == .count, !amount.number.isWords else { return false }
    return measures.isLabel(words[amount.start - 1])
  }

  private var isVotes: Bool {
    words.contains("votes") || words.contains("vote") || words.contains("turnout")
      || words.contains("poll") || words.contains("polls")
  }

  private func isLengthOfRace(_ measure: String) -> Bool {
    measure == "distance" && (words.contains("race") || words.contains("marathon"))
  }

  /// The noun that the number modifies; the sign or scale word itself where it modifies none.
  private func nominalHead(of token: Int) -> Int {
    var current = token
    for _ in 0..<5 {
      let next = tree.token(current).head
      guard next >= 0, sentence.tokens.contains(next) else { break }
      let relation = tree.token(current).deprel
      let isPart =
        relation == .nummod || relation == .compound || relation == .flat || relation == .amod
        || relation == .advmod && tree.token(current).upos == .num
        || relation == .nmodUnmarked || relation == .goeswith || relation == .dep
      guard isPart, tree.token(next).upos != .verb else { break }
      current = next
    }
    return current
  }

  private func qualifier(_ amount: Amount) -> String? {
    let next = amount.end
    if let after = measures.qualifier(at: next, in: words) { return after }
    if next < words.count, words[next] == "+" { return "over" }
    var end = amount.start
    if let found = measures.qualifier(before: end, in: words) { return found }
    // "up to a total of", "a further"
    if end > 0, ["a", "an", "the", "~", "some"].contains(words[end - 1]) { end -= 1 }
    if amount.start > 0, words[amount.start - 1] == "~" { return "about" }
    let found = measures.qualifier(before: end, in: words)
    // "under a $2 billion contract" names the contract.
    return found == "under" && end < amount.start ? nil : found
  }

  /// The period of the nearest time expression of the sentence.
  private func period(near token: Int) -> DateInterval? {
    var best: (distance: Int, interval: DateInterval)?
    for time in reading.times where time.kind == .date && isCalendar(time) {
      guard let interval = time.interval, let first = time.tokens.first,
        sentence.tokens.contains(first)
      else { continue }
      let distance =
        10 * (tree.distance(token, first) ?? 20) + min(abs(token - first), 60)
      if distance < (best?.distance ?? .max) {
        best = (distance, isSince(first) ? untilPublished(interval) : interval)
      }
    }
    return best?.interval
  }

  private func isSince(_ time: Int) -> Bool {
    time > sentence.tokens.lowerBound && tree.token(time - 1).lemma.asciiLowercased == "since"
  }

  /// "since 1980" goes on until the publication.
  private func untilPublished(_ interval: DateInterval) -> DateInterval {
    guard let published = reading.published, interval.start <= published.end else {
      return interval
    }
    return DateInterval(interval.start, published.end)
  }

  /// The expression names a year, month or day, not only "recently" or "now".
  private func isCalendar(_ time: TimeExpression) -> Bool {
    !time.value.hasSuffix("_REF")
  }

  /// The clause around a number where it is short, else the words beside it.
  private func evidence(of token: Int, _ span: ByteSpan) -> ByteSpan {
    if sentence.span.byteCount <= 250 { return sentence.span }
    var current = token
    for ancestor in tree.ancestors(token) {
      current = ancestor
      if tree.token(ancestor).upos == .verb { break }
    }
    let below = tree.below(current)
    guard let first = below.first, let last = below.last else { return sentence.span }
    let clause = ByteSpan(tree.token(first).span.start, tree.token(last).span.end).union(span)
    return clause.byteCount <= 500 ? clause : span
  }
}
