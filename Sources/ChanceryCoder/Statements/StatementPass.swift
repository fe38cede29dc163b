import ChanceryLanguage
import ChanceryRecord
import ChanceryText

/// One document's statements while they are collected.
struct StatementPass {
  let reading: Reading
  let tree: ParsedText
  let lexicon: ReportingLexicon
  let paragraphs: Paragraphs
  let quotations: [Quotation]
  let transcript: Transcript
  let resolver: SpeakerResolver
  let indirect: IndirectSpeech
  let direct: DirectSpeech
  private var found: [DraftStatement] = []

  init(
    reading: Reading, lexicon: ReportingLexicon, paragraphs: Paragraphs, quotations: [Quotation],
    transcript: Transcript
  ) {
    self.transcript = transcript
    self.reading = reading
    self.lexicon = lexicon
    self.paragraphs = paragraphs
    self.quotations = quotations
    tree = reading.parse
    resolver = SpeakerResolver(reading: reading, lexicon: lexicon)
    indirect = IndirectSpeech(tree: tree, lexicon: lexicon, quotations: quotations)
    direct = DirectSpeech(
      reading: reading, tree: tree, lexicon: lexicon, resolver: resolver, indirect: indirect,
      paragraphs: paragraphs, quotations: quotations)
  }

  private enum Candidate {
    case clause(ReportedClause)
    case quotation(Int)
    case block(ByteSpan, introducedBy: Int)
    case turn(Transcript.Turn)
  }

  /// Candidates in text order, so that each sees the turns before it.
  mutating func run() -> [DraftStatement] {
    guard !reading.parse.tokens.isEmpty else { return [] }
    let clauses = outermost(indirect.clauses())
    var candidates: [(start: Int, candidate: Candidate)] = []
    for clause in clauses where quotation(equalTo: clause.span) == nil {
      candidates.append((clause.span.start, .clause(clause)))
    }
    for (i, quotation) in quotations.enumerated() {
      let inClause = clauses.contains {
        $0.span.contains(quotation.inner) && self.quotation(equalTo: $0.span) != i
      }
      if !inClause { candidates.append((quotation.inner.start, .quotation(i))) }
    }
    for block in blocks() {
      candidates.append((block.span.start, .block(block.span, introducedBy: block.cue)))
    }
    candidates.removeAll { one in transcript.questions.contains { $0.contains(one.start) } }
    for turn in transcript.turns where turn.speech.byteCount >= 20 {
      candidates.append((turn.speech.start, .turn(turn)))
    }
    for (_, candidate) in candidates.sorted(by: { $0.start < $1.start }) {
      switch candidate {
      case .clause(let clause): add(clause)
      case .quotation(let index): addQuotation(index, clauses)
      case .block(let span, let cue): addBlock(span, cue)
      case .turn(let turn):
        if let speaker = transcript.speaker(of: turn, reading) {
          append(speaker, kind: .direct, quote: turn.speech, cue: turn.label.last)
        }
      }
    }
    return disjoint(found.sorted { $0.quote < $1.quote })
  }

  /// Of clauses within clauses the outer ones that have a speaker, else the inner.
  private func outermost(_ clauses: [ReportedClause]) -> [ReportedClause] {
    let named = clauses.filter { hasSpeaker($0) }
    let heard = named.filter { outer in
      guard isMedium(outer) else { return true }
      return !named.contains {
        $0.span != outer.span && outer.span.contains($0.span)
          && 4 * $0.span.byteCount > outer.span.byteCount && speaker(of: $0) != nil
      }
    }
    return heard.filter { inner in
      !heard.contains {
        $0 != inner && $0.span.contains(inner.span)
          && ($0.span != inner.span || $0.cue < inner.cue)
      }
    }
  }

  /// Somebody is named, or a pronoun that the turn before may explain.
  private func hasSpeaker(_ clause: ReportedClause) -> Bool {
    if speaker(of: clause) != nil { return true }
    let subject = clause.speakerToken ?? tree.subject(of: clause.cue)
    return subject.map { tree.token($0).upos == .pron && !tree.isRelative($0) } ?? false
  }

  /// "According to X News, the minister said …": the minister speaks.
  private func isMedium(_ clause: ReportedClause) -> Bool {
    speaker(of: clause).map { reading.actors[$0.actor].isMedium } ?? false
  }

  private func speaker(of clause: ReportedClause) -> Speaker? {
    if let token = clause.speakerToken { return resolver.speaker(named: token, before: found) }
    switch tree.token(clause.cue).upos {
    case .noun: return resolver.speaker(ofNoun: clause.cue, before: found)
    case .adj: return resolver.speaker(ofAdjective: clause.cue, before: found)
    default: return resolver.speaker(of: clause.cue, before: found)
    }
  }

  /// The quotation that makes up nine tenths of a clause or more.
  private func quotation(equalTo span: ByteSpan) -> Int? {
    quotations.firstIndex { quotation in
      guard quotation.span.overlaps(span) else { return false }
      let shared =
        min(quotation.span.end, span.end) - max(quotation.span.start, span.start)
      return 10 * shared >= 9 * max(span.byteCount, quotation.inner.byteCount)
    }
  }

  private mutating func add(_ clause: ReportedClause) {
    guard let speaker = speaker(of: clause) else { return }
    let holdsQuotation = quotations.contains { clause.span.contains($0.inner) }
    append(
      speaker, kind: holdsQuotation ? .mixed : .indirect, quote: clause.span, cue: clause.cue)
  }

  private mutating func addQuotation(_ index: Int, _ clauses: [ReportedClause]) {
    let quotation = quotations[index]
    let clause = clauses.first { self.quotation(equalTo: $0.span) == index }
    if let clause, let speaker = speaker(of: clause) {
      append(speaker, kind: .direct, quote: quotation.inner, cue: clause.cue)
      return
    }
    guard direct.isSpeech(quotation) else {
      addFragment(quotation)
      return
    }
    if let cue = direct.cue(of: index, before: found) {
      append(cue.speaker, kind: .direct, quote: quotation.inner, cue: cue.token)
    } else if standsAlone(quotation) || stopsAsSentence(quotation) {
      if let cue = direct.introduction(of: quotation, before: found) {
        append(cue.speaker, kind: .direct, quote: quotation.inner, cue: cue.token)
      } else if let last = turnBefore(quotation) {
        append(last, kind: .direct, quote: quotation.inner, cue: nil)
      }
    } else {
      addFragment(quotation)
    }
  }

  /// No words of a sentence stand around the quotation.
  private func standsAlone(_ quotation: Quotation) -> Bool {
    let tokens = tree.tokens(in: quotation.inner)
    guard let first = tokens.first, let last = tokens.last else { return false }
    let head = tree.sentences[tree.sentence(of: first)].tokens
    let tail = tree.sentences[tree.sentence(of: last)].tokens
    let before = (head.lowerBound..<first).count { tree.token($0).upos != .punct }
    let after = (last + 1..<max(last + 1, tail.upperBound)).count {
      tree.token($0).upos != .punct
    }
    return before + after == 0 || before <= 6 && after == 0 && isIntroduced(first)
  }

  /// The quotation begins after a colon and ends its sentence.
  private func stopsAsSentence(_ quotation: Quotation) -> Bool {
    guard let first = tree.tokens(in: quotation.inner).first else { return false }
    return isIntroduced(first)
  }

  private func isIntroduced(_ first: Int) -> Bool {
    (max(0, first - 3)..<first).contains { tree.token($0).form == ":" }
  }

  /// The speaker of the statement that ended shortly before, in this paragraph or the last.
  private func turnBefore(_ quotation: Quotation) -> Speaker? {
    guard let last = found.last, let actor = last.speaker, last.kind != .indirect else {
      return nil
    }
    let here = paragraphs.index(at: quotation.span.start)
    guard here - paragraphs.index(at: last.quote.start) <= 1 else { return nil }
    return Speaker(actor: actor, token: nil)
  }

  /// Quoted words inside a clause: "called it “a grave mistake”", "accused them of “…”".
  private mutating func addFragment(_ quotation: Quotation) {
    let tokens = tree.tokens(in: quotation.inner)
    let words = tokens.filter { tree.token($0).upos != .punct }
    guard words.count >= 2,
      let top = words.first(where: { !tokens.contains(tree.token($0).head) })
    else { return }
    var below = top
    var steps = 0
    while steps < 5 {
      let head = tree.token(below).head
      guard head >= 0 else { return }
      let token = tree.token(head)
      if token.upos == .verb {
        guard lexicon.carriesQuotation(token.lemma), !tree.isNegated(head),
          head < tokens.lowerBound, words.count >= 4 || lexicon.names(token.lemma),
          words.contains(where: { isLowercase($0) })
        else { return }
        addFragment(quotation, below: below, verb: head, wordCount: words.count)
        return
      }
      below = head
      steps += 1
    }
  }

  private func isLowercase(_ token: Int) -> Bool {
    let first = reading.text.bytes[tree.token(token).span.start]
    return first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z")
  }

  private mutating func addFragment(
    _ quotation: Quotation, below: Int, verb: Int, wordCount: Int
  ) {
    guard let speaker = resolver.speaker(of: verb, before: found),
      speaker.token != below
    else { return }
    let parts = tree.below(verb).filter { token in
      token > verb && tree.token(token).upos != .punct
    }
    let from = tree.below(below).first { tree.token($0).upos != .punct && $0 > verb }
    guard let from, let last = parts.last else { return }
    let prefix = tree.tokens(
      in: ByteSpan(
        tree.token(from).span.start, max(tree.token(from).span.start, quotation.span.start))
    ).filter { tree.token($0).upos != .adp && tree.token($0).upos != .punct }
    if prefix.isEmpty, wordCount >= 4 {
      append(speaker, kind: .direct, quote: quotation.inner, cue: verb)
      return
    }
    let start = tree.child(of: verb, [.obj]).map { min($0, from) } ?? from
    let first = tree.below(start).first { $0 > verb } ?? start
    let end = max(tree.token(last).span.end, quotation.span.end)
    append(
      speaker, kind: .mixed, quote: ByteSpan(tree.token(first).span.start, end), cue: verb)
  }

  /// Paragraphs without marks that a sentence before them introduces as somebody's words.
  private func blocks() -> [(span: ByteSpan, cue: Int)] {
    var result: [(span: ByteSpan, cue: Int)] = []
    for (p, paragraph) in paragraphs.spans.enumerated().dropFirst() {
      let previous = paragraphs.spans[p - 1]
      let last = reading.text.bytes[previous.end - 1]
      guard last == UInt8(ascii: ":") || last == UInt8(ascii: ","),
        !quotations.contains(where: {
          $0.span.overlaps(ByteSpan(paragraph.start, min(paragraph.end, paragraph.start + 8)))
        }), paragraph.byteCount >= 40
      else { continue }
      let tokens = tree.tokens(in: previous)
      let cue = tokens.suffix(14).last { i in
        tree.token(i).upos == .verb && lexicon.verb(tree.token(i).lemma) == "say"
          && !indirect.isQuoted(i)
      }
      if let cue { result.append((paragraph, cue)) }
    }
    return result
  }

  private mutating func addBlock(_ span: ByteSpan, _ verb: Int) {
    let side = tree.sentences[tree.sentence(of: verb)].tokens.reversed()
    guard
      let speaker = resolver.speaker(of: verb, before: found) ?? resolver.nearest(in: side)
    else { return }
    append(speaker, kind: .direct, quote: span, cue: verb)
  }

  private mutating func append(
    _ speaker: Speaker, kind: Statement.Kind, quote: ByteSpan, cue: Int?
  ) {
    var statement = DraftStatement(
      speaker: speaker.actor, kind: kind, quote: quote, cue: cue.map { tree.token($0).span },
      cueToken: cue)
    if let cue { addCircumstances(cue, to: &statement) }
    if let last = found.last, continues(last, statement) {
      found[found.count - 1].quote = last.quote.union(quote)
      return
    }
    found.append(statement)
  }

  /// Medium, addressee and time from the words that hang on the cue.
  private func addCircumstances(_ cue: Int, to statement: inout DraftStatement) {
    for i in tree.below(cue).prefix(60) {
      let token = tree.token(i)
      if statement.quote.contains(token.span.start) || indirect.isQuoted(i) { continue }
      if statement.when == nil, let time = time(at: i) { statement.when = time }
      guard let mention = reading.mention(covering: i), mention.head == i,
        mention.actor != statement.speaker
      else { continue }
      let isObject = token.deprel == .obj || token.deprel == .iobj
      let isTold =
        token.head == cue && isObject || (token.deprel == .obl && tree.preposition(of: i) == "to")
      if reading.actors[mention.actor].isMedium {
        if statement.medium == nil { statement.medium = mention.actor }
      } else if isTold, statement.addressee == nil {
        statement.addressee = mention.actor
      }
    }
  }

  private func time(at token: Int) -> DateInterval? {
    let start = tree.token(token).span.start
    return reading.times.first {
      $0.span.contains(start) && ($0.kind == .date || $0.kind == .time)
    }?.interval
  }

  /// "…," he said. "…": direct words of one speaker in one paragraph with only the cue between them.
  private func continues(_ last: DraftStatement, _ next: DraftStatement) -> Bool {
    guard last.kind == .direct, next.kind == .direct, last.speaker == next.speaker,
      last.speaker != nil, last.quote.end <= next.quote.start,
      paragraphs.index(at: last.quote.start) == paragraphs.index(at: next.quote.start),
      let first = quotations.first(where: { $0.inner.end == last.quote.end }), first.isClosed
    else { return false }
    let between = tree.tokens(in: ByteSpan(first.span.end, next.quote.start)).filter {
      tree.token($0).upos != .punct
    }
    if between.isEmpty { return true }
    guard between.count <= 14, let cue = last.cueToken ?? next.cueToken else { return false }
    let isOneCue = last.cueToken == cue && between.contains(cue)
    let other = between.contains { i in
      tree.token(i).upos == .verb && i != cue && lexicon.verb(tree.token(i).lemma) != nil
    }
    return isOneCue && !other
  }

  /// The longer of two statements whose words overlap.
  private func disjoint(_ sorted: [DraftStatement]) -> [DraftStatement] {
    var result: [DraftStatement] = []
    for statement in sorted {
      if let last = result.last, last.quote.overlaps(statement.quote) {
        if last.quote.byteCount < statement.quote.byteCount { result[result.count - 1] = statement }
        continue
      }
      result.append(statement)
    }
    return result
  }
}
