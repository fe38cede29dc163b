import ChanceryLanguage
import ChanceryRecord
import ChanceryText

/// Finds who speaks the words between quotation marks.
struct DirectSpeech: Sendable {
  /// How the words around a quotation say who speaks.
  struct Cue: Sendable, Equatable {
    var speaker: Speaker
    var token: Int?
    /// The verb that a reporting cue is; nil for "X:" and for turns.
    var verb: Int?
  }

  let reading: Reading
  let tree: ParsedText
  let lexicon: ReportingLexicon
  let resolver: SpeakerResolver
  let indirect: IndirectSpeech
  let paragraphs: Paragraphs
  let quotations: [Quotation]

  /// The quotation reads as words of its own, not as a name or a term within a clause.
  func isSpeech(_ quotation: Quotation) -> Bool {
    let tokens = tree.tokens(in: quotation.inner)
    let words = tokens.filter { tree.token($0).upos != .punct }
    guard words.count >= 3 else { return false }
    if stopsWithin(quotation) { return true }
    return words.contains { i in
      let token = tree.token(i)
      return (token.upos == .verb || token.upos == .aux) && token.xpos != .vbg
        && token.xpos != .vbn
    } && words.count >= 5
  }

  /// A comma or stop stands before the closing mark.
  private func stopsWithin(_ quotation: Quotation) -> Bool {
    let last = reading.text.bytes[quotation.inner.end - 1]
    return last == UInt8(ascii: ",") || last == UInt8(ascii: ".") || last == UInt8(ascii: "!")
      || last == UInt8(ascii: "?")
  }

  /// The cue of a quotation from the words beside it in the same paragraph.
  func cue(of index: Int, before: [DraftStatement]) -> Cue? {
    let quotation = quotations[index]
    let sides = surroundings(of: index)
    var best: (score: Int, verb: Int)?
    for (i, isAfter) in sides.after.map({ ($0, true) }) + sides.before.map({ ($0, false) }) {
      let token = tree.token(i)
      guard token.upos == .verb || token.upos == .aux, lexicon.verb(token.lemma) != nil,
        indirect.isCue(i)
      else { continue }
      let score = weight(of: i, isAfter: isAfter, quotation, sides)
      if score > (best?.score ?? 0) { best = (score, i) }
    }
    if let cue = signature(of: quotation, before: before) { return cue }
    if let cue = documentCue(sides.before, verb: best?.verb) { return cue }
    if let verb = best?.verb {
      let side = sides.after.contains(verb) ? sides.after : sides.before
      if let speaker = resolver.speaker(of: verb, before: before)
        ?? resolver.nearest(in: nearby(verb, in: side))
      {
        return Cue(speaker: speaker, token: verb, verb: verb)
      }
    }
    for side in [sides.after, sides.before] {
      guard let word = side.first(where: { tree.token($0).form.asciiLowercased == "according" })
      else { continue }
      let named =
        tree.token(word).deprel == .case
        ? tree.token(word).head : tree.child(of: word, [.obl, .obj]) ?? word + 2
      if named < tree.tokens.count,
        let speaker = resolver.speaker(named: named, before: before)
      {
        return Cue(speaker: speaker, token: word, verb: nil)
      }
    }
    return introduction(of: quotation, before: before, onlyAfter: true)
      ?? label(sides.before)
  }

  /// "“…” — Matthew Ingram": the name behind a dash signs the quotation.
  private func signature(of quotation: Quotation, before: [DraftStatement]) -> Cue? {
    let all = 0..<tree.tokens.count
    guard let dash = tree.firstToken(atOrAfter: quotation.span.end, in: all),
      ["—", "–", "-", "--", "―"].contains(tree.token(dash).form), dash + 1 < all.upperBound,
      tree.token(dash).span.start - quotation.span.end <= 2,
      let name = reading.mention(covering: dash + 1), name.form == .name,
      reading.actors[name.actor].kind == .person,
      let speaker = resolver.speaker(named: name.head, before: before)
    else { return nil }
    return Cue(speaker: speaker, token: name.head, verb: nil)
  }

  /// "…, he said in an interview with X's paper: “…”": a noun of speech between the verb and the colon names the
  /// speaker itself ("pointed to Khan's interview: “…”").
  private func documentCue(_ before: [Int], verb: Int?) -> Cue? {
    let words = before.prefix { $0 != verb }
    guard let colon = words.firstIndex(where: { tree.token($0).form == ":" }), colon <= 1 else {
      return nil
    }
    for i in words.dropFirst(colon + 1) where lexicon.isSpeechNoun(tree.token(i).lemma) {
      let poss = tree.child(of: i, [.nmodPoss]).flatMap { resolver.actor(of: $0) }
      if let speaker = poss ?? (verb == nil ? resolver.owner(of: i) : nil) {
        return Cue(speaker: speaker, token: i, verb: nil)
      }
    }
    return nil
  }

  /// Tokens beside the quotation, nearest first, up to the next quotation, the end of the sentence or paragraph.
  private func surroundings(of index: Int) -> (before: [Int], after: [Int]) {
    let quotation = quotations[index]
    let all = 0..<tree.tokens.count
    let p = paragraphs.index(at: quotation.span.start)
    let q = paragraphs.index(at: max(quotation.span.start, quotation.span.end - 1))
    guard p >= 0, q >= 0 else { return ([], []) }
    let floor = max(
      paragraphs.spans[p].start, index > 0 ? quotations[index - 1].span.end : 0)
    let ceiling = min(
      paragraphs.spans[q].end,
      index + 1 < quotations.count ? quotations[index + 1].span.start : reading.text.byteCount)
    let start = tree.firstToken(atOrAfter: quotation.span.start, in: all) ?? all.upperBound
    let end = tree.firstToken(atOrAfter: quotation.span.end, in: all) ?? all.upperBound
    var before: [Int] = []
    var i = start - 1
    while i >= 0, tree.token(i).span.start >= floor, start - i <= 40 {
      if isStop(i) { break }
      before.append(i)
      i -= 1
    }
    var after: [Int] = []
    i = end
    while i < all.upperBound, tree.token(i).span.start < ceiling, i - end <= 40 {
      if isStop(i) { break }
      after.append(i)
      i += 1
    }
    return (before, stopsWithinFully(quotation, after) ? [] : after)
  }

  /// The quotation ends its sentence and a new sentence begins after it.
  private func stopsWithinFully(_ quotation: Quotation, _ after: [Int]) -> Bool {
    guard let first = after.first, reading.text.bytes[quotation.inner.end - 1] == UInt8(ascii: ".")
    else { return false }
    let token = tree.token(first)
    return tree.sentences[tree.sentence(of: first)].tokens.lowerBound == first
      && token.span.start > quotation.span.end
      && !after.prefix(8).contains { lexicon.verb(tree.token($0).lemma) != nil }
  }

  private func isStop(_ i: Int) -> Bool {
    let form = tree.token(i).form
    return form == "." || form == "?" || form == "!"
  }

  private func weight(
    of verb: Int, isAfter: Bool, _ quotation: Quotation, _ sides: (before: [Int], after: [Int])
  ) -> Int {
    let side = isAfter ? sides.after : sides.before
    guard let distance = side.firstIndex(of: verb) else { return 0 }
    var score = max(0, 12 - distance)
    let inside = tree.tokens(in: quotation.inner)
    let governs = inside.contains { tree.token($0).head == verb }
    let hangs = inside.contains(tree.token(verb).head)
    if governs || hangs { score += 8 }
    if isAfter {
      let last = reading.text.bytes[quotation.inner.end - 1]
      if last == UInt8(ascii: ",") { score += 10 }
      if let next = sides.after.first, tree.token(next).form == "," { score += 6 }
      if distance <= 4 { score += 4 }
    } else if let previous = sides.before.first {
      let form = tree.token(previous).form
      if form == ":" || form == "," { score += 8 }
      if tree.token(previous).lemma == "that" || previous == verb { score += 8 }
    }
    if tree.subject(of: verb) != nil { score += 3 }
    return score
  }

  /// Mentions near a verb: before it from the verb outward, then after it.
  private func nearby(_ verb: Int, in side: [Int]) -> [Int] {
    let before = side.filter { $0 < verb }.sorted(by: >).prefix(12)
    let after = side.filter { $0 > verb }.sorted().prefix(6)
    return tree.child(of: verb, [.nsubj]).map { $0 > verb } ?? false
      ? Array(after) + before : Array(before) + after
  }

  /// "Khan: “…”"; a place before the colon is a dateline, not a speaker.
  private func label(_ before: [Int]) -> Cue? {
    guard let colon = before.first, tree.token(colon).form == ":", before.count <= 8,
      let speaker = resolver.nearest(in: before.dropFirst()),
      reading.actors[speaker.actor].kind != .state
    else { return nil }
    return Cue(speaker: speaker, token: before.dropFirst().first, verb: nil)
  }

  /// The speaker whom the sentence before a standing quotation introduces, or the one after it names.
  func introduction(
    of quotation: Quotation, before: [DraftStatement], onlyAfter: Bool = false
  ) -> Cue? {
    let all = 0..<tree.tokens.count
    let start = tree.firstToken(atOrAfter: quotation.span.start, in: all) ?? all.upperBound
    if start > 0, !onlyAfter {
      let previous = tree.sentences[tree.sentence(of: start - 1)]
      if let found = introducer(previous, quotation, before) { return found }
    }
    let end = tree.firstToken(atOrAfter: quotation.span.end, in: all) ?? all.upperBound
    guard
      let next = (end..<min(end + 3, all.upperBound)).first(where: {
        tree.token($0).upos != .punct
      })
    else { return nil }
    let sentence = tree.sentences[tree.sentence(of: next)]
    guard ["this", "these", "that", "those", "such"].contains(tree.token(next).lemma) else {
      return nil
    }
    for i in sentence.tokens.prefix(12) where lexicon.isSpeechNoun(tree.token(i).lemma) {
      if let owner = resolver.owner(of: i) { return Cue(speaker: owner, token: i, verb: nil) }
    }
    return nil
  }

  private func introducer(
    _ sentence: Sentence, _ quotation: Quotation, _ before: [DraftStatement]
  ) -> Cue? {
    let gap = quotation.span.start - sentence.span.end
    guard gap >= -1, gap < 40, let last = sentence.tokens.last else { return nil }
    let introduces = tree.token(last).form == ":" || tree.token(last).form == ","
    let sameParagraph =
      paragraphs.index(at: sentence.span.start) == paragraphs.index(at: quotation.span.start)
    guard introduces || sameParagraph else { return nil }
    for i in sentence.tokens.reversed() where !indirect.isQuoted(i) {
      let lemma = tree.token(i).lemma
      if tree.token(i).upos == .verb, lexicon.verb(lemma) != nil,
        let speaker = resolver.speaker(of: i, before: before)
      {
        return Cue(speaker: speaker, token: i, verb: i)
      }
      if introduces, lexicon.isSpeechNoun(lemma), let owner = resolver.owner(of: i) {
        return Cue(speaker: owner, token: i, verb: nil)
      }
    }
    guard introduces else { return nil }
    return resolver.nearest(in: sentence.tokens).map { Cue(speaker: $0, token: nil, verb: nil) }
  }
}
