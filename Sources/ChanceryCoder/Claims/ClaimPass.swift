import ChanceryLanguage
import ChanceryText

/// The claims of one sentence.
struct ClaimPass {
  let reading: Reading
  let sentence: Sentence
  let table: ClaimTable
  let tree: ParsedText
  /// Lower-case words of the tokens, hyphenated ones joined.
  private let words: [String]
  /// The token where a word begins.
  private let tokens: [Int]

  init(reading: Reading, sentence: Sentence, table: ClaimTable) {
    self.reading = reading
    self.sentence = sentence
    self.table = table
    tree = reading.parse
    var words: [String] = []
    var tokens: [Int] = []
    var end = -1
    var joins = false
    for i in sentence.tokens {
      let token = reading.parse.tokens[i]
      let isHyphen = token.form == "-" || token.form == "–"
      if let last = words.last, token.span.start == end, isHyphen || joins {
        words[words.count - 1] = last + (isHyphen ? "-" : token.form.asciiLowercased)
      } else {
        words.append(token.form.asciiLowercased)
        tokens.append(i)
      }
      joins = isHyphen && token.span.start == end
      end = token.span.end
    }
    self.words = words
    self.tokens = tokens
  }

  func claims() -> [DraftClaim] {
    var result: [DraftClaim] = []
    var i = 0
    while i < words.count {
      guard let cue = cue(at: i) else {
        i += 1
        continue
      }
      if let claim = claim(cue, at: i),
        !result.contains(where: { $0.headToken == claim.headToken })
      {
        result.append(claim)
      }
      i += cue.words.count
    }
    return result
  }

  private func cue(at i: Int) -> ClaimTable.Cue? {
    table.cues.first { matches($0.words, at: i) }
  }

  private func matches(_ phrase: [String], at i: Int) -> Bool {
    length(of: phrase, at: i) != nil
  }

  /// Words that a phrase covers; `*` takes one to three.
  private func length(of phrase: [String], at start: Int) -> Int? {
    var i = start
    for (k, part) in phrase.enumerated() {
      if part == "*" {
        for skipped in 1...3 where i + skipped < words.count {
          if let rest = length(of: Array(phrase[(k + 1)...]), at: i + skipped) {
            return i + skipped + rest - start
          }
        }
        return nil
      }
      guard i < words.count, words[i] == part else { return nil }
      i += 1
    }
    return i - start
  }

  private func claim(_ cue: ClaimTable.Cue, at i: Int) -> DraftClaim? {
    let last = i + cue.words.count - 1
    if isException(around: i...last) { return nil }
    guard let head = head(of: tokens[last], cue) else { return nil }
    let reference = reference(after: last)
    let hasScope = reference != nil || scope(around: i...last)
    if cue.needsScope, !hasScope { return nil }
    if cue.kind == .largest, !isLargest(i, hasScope: hasScope) { return nil }
    if cue.kind == .record, i > 0, words[i - 1] == "the" { return nil }
    if cue.kind == .first, !isRank(last, head, hasScope: hasScope, cue) { return nil }
    if cue.kind == .only, !isOnly(i, last, head) { return nil }
    let kind: DraftClaim.Kind =
      cue.kind == .first && reference?.isSince == true ? .firstSince : cue.kind
    return DraftClaim(
      kind: kind, since: reference?.interval, evidence: [evidence(around: tokens[i], head)],
      headToken: head)
  }

  private func isException(around range: ClosedRange<Int>) -> Bool {
    table.exceptions.contains { phrase in
      (max(0, range.lowerBound - 2)...range.upperBound).contains { start in
        guard let length = length(of: phrase, at: start) else { return false }
        return start <= range.upperBound && start + length > range.upperBound
      }
    }
  }

  /// The noun of "the first visit"; the verb of "met for the first time".
  private func head(of word: Int, _ cue: ClaimTable.Cue) -> Int? {
    let token = tree.token(word)
    if cue.words.last == "time" {
      return tree.ancestors(word).first { tree.token($0).upos == .verb } ?? word
    }
    if token.upos == .noun, cue.words.last != "first" { return word }
    if token.head >= 0,
      token.deprel == .amod || token.deprel == .nummod || token.deprel == .compound,
      tree.token(token.head).upos == .noun || tree.token(token.head).upos == .propn
    {
      return token.head
    }
    for next in (word + 1)..<max(word + 1, min(word + 6, sentence.tokens.upperBound)) {
      let token = tree.token(next)
      if token.upos == .noun || token.upos == .propn { return next }
      if token.upos == .verb || token.upos == .punct { break }
    }
    return word
  }

  /// "the first visit by …" claims a rank; "first, we hope …" and "the first document" of two do not.
  private func isRank(_ last: Int, _ head: Int, hasScope: Bool, _ cue: ClaimTable.Cue) -> Bool {
    if cue.words.contains("time") || cue.words.contains("ever") || cue.words.contains("before")
      || cue.words.contains("first-ever")
    {
      return true
    }
    if hasScope { return true }
    guard head > tokens[last], tree.token(head).upos == .noun else { return false }
    // A rank among many: "the first member state to leave", "the first visit by a Russian president".
    guard head + 1 < sentence.tokens.upperBound else { return false }
    let next = tree.token(head + 1)
    let isPredicate =
      tree.child(of: head, [.cop]) != nil
      || [.appos, .conj, .acl].contains(tree.token(head).deprel)
      || tree.ancestors(head).first.map {
        ["become", "be", "mark", "represent"].contains(tree.token($0).lemma)
      } ?? false
    let opens = next.lemma == "to" || next.lemma == "by" || next.lemma == "between"
    return opens && (isPredicate || next.lemma == "by" || next.lemma == "to")
  }

  /// "the largest donor", not "one of the largest" nor, without a scope, "their largest".
  private func isLargest(_ i: Int, hasScope: Bool) -> Bool {
    let before = words[max(0, i - 4)..<i]
    if before.contains("among") || before.contains("one") && before.contains("of") { return false }
    return hasScope || i > 0 && words[i - 1] == "the"
  }

  /// "the only treaty" as part of a noun phrase; not "only five" or "not only".
  private func isOnly(_ first: Int, _ last: Int, _ head: Int) -> Bool {
    guard head > tokens[last], tree.token(head).upos == .noun || tree.token(head).upos == .propn
    else { return false }
    if words[first] == "the" {
      // "the last treaty between …"
      let next = head + 1
      guard next < sentence.tokens.upperBound else { return false }
      return ["between", "to", "on", "in", "of", "that", "limiting"].contains(
        tree.token(next).lemma)
        && tree.token(head).xpos == .nn && reading.times.allSatisfy { !$0.tokens.contains(head) }
    }
    guard first > 0,
      ["the", "its", "their", "his", "her", "'s", "’s", "our"].contains(words[first - 1])
    else { return false }
    return tree.token(tokens[first]).deprel == .amod || tree.token(tokens[first]).upos == .adj
  }

  private func scope(around range: ClosedRange<Int>) -> Bool {
    let from = max(0, range.lowerBound - 3)
    let to = min(words.count, range.upperBound + 16)
    return (from..<to).contains { i in table.scopes.contains { matches($0, at: i) } }
  }

  // MARK: Points of reference

  /// What follows "since", "after", "in … years": the time that a rank counts from.
  private func reference(after last: Int) -> (interval: DateInterval?, isSince: Bool)? {
    for i in (last + 1)..<max(last + 1, min(last + 26, words.count)) {
      guard table.openers.contains(words[i]), i + 1 < words.count else { continue }
      if words[i] == "in" || words[i] == "for" {
        if let back = yearsBack(from: i + 1) { return (back, true) }
        continue
      }
      if let interval = anchor(after: i) ?? date(after: i) { return (interval, true) }
      if words[i] == "since" { return (nil, true) }
      if let back = yearsBack(from: i + 1, anywhere: true) { return (back, true) }
    }
    return nil
  }

  private func anchor(after i: Int) -> DateInterval? {
    for start in i..<min(i + 8, words.count) {
      if let found = table.anchors.first(where: { matches($0.words, at: start) }) {
        return found.interval
      }
    }
    return nil
  }

  private func date(after i: Int) -> DateInterval? {
    let from = tokens[i]
    let limit = tree.token(from).span.end + 120
    return reading.times.first { time in
      guard let first = time.tokens.first, time.kind == .date else { return false }
      return first > from && sentence.tokens.contains(first) && time.span.start <= limit
        && time.interval != nil
    }?.interval
  }

  /// "in almost four decades", "in 50 years", "two decades back": the years so long before publication.
  private func yearsBack(from start: Int, anywhere: Bool = false) -> DateInterval? {
    let end = min(start + (anywhere ? 8 : 5), words.count)
    for i in start..<max(start, end) {
      let unit: Double
      switch words[i] {
      case "years", "year": unit = 1
      case "decades", "decade": unit = 10
      case "century", "centuries": unit = 100
      default: continue
      }
      guard i > start else { return nil }
      let word = words[i - 1]
      guard
        let count = NumberWords.small[word] ?? NumberScanner.value(ofDigits: word)
          ?? (word == "a" ? 1 : nil)
      else { return nil }
      guard let now = reading.published?.end.year else { return nil }
      let year = now - Int(count * unit)
      let slack = unit > 1 ? Int(unit / 5) : 1
      guard let first = DateInterval(year: year - slack),
        let last = DateInterval(year: year + slack)
      else { return nil }
      return DateInterval(first.start, last.end)
    }
    return nil
  }

  /// The clause where it is short, else the sentence.
  private func evidence(around cue: Int, _ head: Int) -> ByteSpan {
    if sentence.span.byteCount <= 300 { return sentence.span }
    let below = tree.below(head)
    guard let first = below.first, let last = below.last else { return sentence.span }
    let clause = ByteSpan(
      min(tree.token(first).span.start, tree.token(cue).span.start), tree.token(last).span.end)
    return clause.byteCount >= 30 && clause.byteCount <= 500 ? clause : sentence.span
  }
}
