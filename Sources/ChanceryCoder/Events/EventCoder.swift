import ChanceryCodebook
import ChanceryLanguage
import ChanceryRecord
import ChanceryText

/// Codes the happenings of a document: frames over the tree, then status, voice, time and place of each.
struct EventCoder {
  let codebook: Codebook
  let reading: Reading
  let statements: [DraftStatement]

  /// The dates that named occasions lend to what happens there.
  var occasionTimes: OccasionTimes?
  /// Tells where they were.
  var places: EventPlaceReader?
  var dateline: EventPlace?
  /// Tells how likely each is right.
  var confidence: ConfidenceTable?

  private let scope: Scope
  private let matcher: FrameMatcher
  private let statusReader: StatusReader
  private let circumstances: CircumstanceReader
  private let voiceReader: VoiceReader
  private let traitReader: TraitReader

  init(
    codebook: Codebook, reading: Reading, statements: [DraftStatement],
    scope: Scope = .interstate
  ) {
    self.codebook = codebook
    self.reading = reading
    self.statements = statements
    self.scope = scope
    matcher = FrameMatcher(codebook: codebook, reading: reading, scope: scope)
    statusReader = StatusReader(codebook: codebook, reading: reading)
    circumstances = CircumstanceReader(reading: reading)
    traitReader = TraitReader(codebook: codebook, reading: reading)
    voiceReader = VoiceReader(codebook: codebook, reading: reading, statements: statements)
  }

  private var parse: ParsedText { reading.parse }

  /// Every event mention, in text order, and what came near.
  func events(misses: inout [FrameMiss]) -> [DraftEvent] {
    var matches: [FrameMatch] = []
    for trigger in parse.tokens.indices {
      if let match = matcher.match(trigger, before: matches, misses: &misses) {
        matches.append(match)
      }
    }
    let kept = suppressNested(matches, &misses)
    var drafts = kept.map(draft)
    Aftermath(reading: reading, codebook: codebook, statusReader: statusReader).settle(&drafts)
    for index in drafts.indices { fillTime(&drafts, index) }
    settlePlaces(&drafts)
    let merger = EventMerger(reading: reading, codebook: codebook)
    var events = merger.merge(scope == .all ? merger.joinHalves(drafts) : drafts)
    for index in events.indices {
      events[index].traits = traitReader.traits(of: events[index])
      events[index].confidence = confidence?.value(of: events[index].traits) ?? 0
    }
    return events
  }

  // MARK: One happening, one event

  /// What is asked, refused or threatened is no event of its own; soft consent stands back where its object is one.
  private func suppressNested(_ matches: [FrameMatch], _ misses: inout [FrameMiss]) -> [FrameMatch]
  {
    let accepted = acceptedRequests(matches)
    var dropped = accepted
    for (i, outer) in matches.enumerated() where !dropped.contains(i) {
      for (j, inner) in matches.enumerated()
      where inner.trigger != outer.trigger && outer.consumed.contains(inner.trigger) {
        // "regretted the attack": the attack is told as well.
        if codebook.frames[outer.frame].type == "ACCUSE",
          codebook.frames[inner.frame].type == "ASSAULT"
        {
          continue
        }
        dropped.insert(j)
        misses.append(
          FrameMiss(
            predicate: inner.predicate, trigger: inner.trigger,
            reason: "is a part of '\(parse.tokens[outer.trigger].form)'"))
      }
    }
    for (i, outer) in matches.enumerated() where !accepted.contains(i) {
      let frame = codebook.frames[outer.frame]
      guard frame.complement != .both else { continue }
      for (j, inner) in matches.enumerated() where i != j && !dropped.contains(j) {
        guard isComplement(inner.trigger, of: outer.trigger) else { continue }
        if frame.complement == .absorbs, frame.type == "AGREE", isIntended(inner, by: outer) {
          // "states its intention to withdraw from the treaty": no good will.
          dropped.insert(i)
        } else if frame.complement == .absorbs {
          dropped.insert(j)
          misses.append(
            FrameMiss(
              predicate: inner.predicate, trigger: inner.trigger,
              reason: "is what '\(parse.tokens[outer.trigger].form)' asks, refuses or threatens"))
        } else if !Self.conflict.contains(codebook.frames[inner.frame].type) {
          dropped.insert(i)
          misses.append(
            FrameMiss(
              predicate: outer.predicate, trigger: outer.trigger,
              reason: "stands back for '\(parse.tokens[inner.trigger].form)'"))
        }
      }
    }
    for (j, match) in matches.enumerated() where !dropped.contains(j) {
      guard codebook.predicates[match.predicate].partOfSpeech != .noun else { continue }
      // The light verb of a nominal event tells the same happening.
      for (k, other) in matches.enumerated() where k != j && !dropped.contains(k) {
        let noun = other.trigger
        guard parse.tokens[noun].upos == .noun, parse.tokens[noun].head == match.trigger,
          [.obj, .nsubjPass].contains(parse.tokens[noun].deprel),
          codebook.frames[other.frame].type == codebook.frames[match.frame].type
        else { continue }
        dropped.insert(k)
      }
    }
    return matches.indices.filter { !dropped.contains($0) }.map { matches[$0] }
  }

  /// Whether a hostile deed is just what is wanted or promised, not what is to end.
  private func isIntended(_ inner: FrameMatch, by outer: FrameMatch) -> Bool {
    guard Self.conflict.contains(codebook.frames[inner.frame].type), parse.isVerb(inner.trigger)
    else { return false }
    let head = parse.tokens[inner.trigger].head
    return head == outer.trigger || head >= 0 && parse.tokens[head].head == outer.trigger
  }

  /// What nobody consents to: "agreed to end the *war*" is told by the consent.
  private static let conflict: Set<String> = [
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
  ]

  /// "accepted an invitation to visit": the visit is told, not the asking.
  private func acceptedRequests(_ matches: [FrameMatch]) -> Set<Int> {
    guard let accepting = codebook.sets["accepting_verb"] else { return [] }
    return Set(
      matches.indices.filter { i in
        let outer = matches[i].trigger
        let token = parse.tokens[outer]
        guard codebook.frames[matches[i].frame].type == "REQUEST", token.upos == .noun,
          token.head >= 0, token.deprel == .obj,
          accepting.contains(parse.tokens[token.head].lemma.asciiLowercased)
        else { return false }
        return matches.contains { $0.trigger != outer && isComplement($0.trigger, of: outer) }
      })
  }

  private func isPast(_ verb: Int) -> Bool {
    parse.tokens[verb].xpos == .vbd
      || parse.children(of: verb, [.aux, .auxPass, .cop]).contains {
        parse.tokens[$0].xpos == .vbd
      }
  }

  private func isComplement(_ inner: Int, of outer: Int) -> Bool {
    var current = inner
    for _ in 0..<4 {
      let token = parse.tokens[current]
      guard token.head >= 0 else { return false }
      // "told him to notify the envoy that relations *were severed*": that is told, not asked.
      if token.deprel == .ccomp, token.head != outer, isPast(current),
        codebook.sets["telling_verb"]?.contains(parse.tokens[token.head].lemma) == true
      {
        return false
      }
      switch token.deprel {
      case .xcomp, .ccomp, .acl, .advcl, .obj, .nsubjPass, .obl, .oblUnmarked, .nmod, .compound,
        .conj:
        break
      default: return false
      }
      // "warned Berlin against sending missiles" as well as "to send".
      if token.deprel == .advcl, !parse.hasTo(current),
        !parse.children(of: current, [.mark]).contains(where: {
          ["against", "from"].contains(parse.tokens[$0].form.asciiLowercased)
        })
      {
        return false
      }
      // "are committed to talks and call on Iran": two clauses side by side
      if token.deprel == .conj, token.head == outer, parse.isVerb(current), parse.isVerb(outer) {
        return false
      }
      // "invited the king, and says he will visit": a clause with a doer of its own stands by itself.
      if token.deprel == .conj, parse.isVerb(current),
        parse.child(of: current, [.nsubj, .nsubjPass]) != nil
      {
        return false
      }
      if token.deprel == .obl || token.deprel == .nmod {
        guard let preposition = parse.preposition(of: current),
          ["for", "to", "of", "on", "from", "against", "into", "in"].contains(preposition)
        else { return false }
      }
      current = token.head
      if current == outer { return true }
    }
    return false
  }

  // MARK: Drafts

  private func draft(_ match: FrameMatch) -> DraftEvent {
    let frame = codebook.frames[match.frame]
    var answer = statusReader.status(of: match.trigger, type: frame.type)
    if let fixed = frame.status.flatMap(Status.init(rawValue:)), answer.status == .occurred {
      answer.status = fixed
      answer.cues.append("the frame")
    }
    let voice = voiceReader.voice(
      of: match.trigger, type: frame.type, actors: match.actors.map(\.actor),
      isHearsay: answer.isHearsay)
    let traits = traitReader.traits(
      of: match, status: answer.status.rawValue, voice: voice.voice.rawValue)
    return DraftEvent(
      frame: match.frame, predicate: match.predicate, predicates: [match.predicate],
      type: frame.type, mode: frame.mode,
      contexts: frame.contexts, cameo: frame.cameo, actors: match.actors.map(\.actor),
      recipients: match.recipients.map(\.actor), isMutual: frame.isMutual,
      status: answer.status, voice: voice.voice, speaker: voice.speaker,
      place: places?.place(of: match),
      trigger: match.trigger, evidence: [evidence(match.trigger)],
      traits: traits, confidence: confidence?.value(of: traits) ?? 0, isSoft: frame.tier == .soft,
      cues: answer.cues, isDefinite: isDefinite(match.trigger), content: content(match),
      amounts: amounts(match))
  }

  private static let contentSlots: Set<String> = [
    "obj", "xcomp", "ccomp", "for", "of", "over", "about",
  ]

  /// Lemmas of what is asked, reproached, given or taken away, parties apart; of amounts what they are of.
  private func content(_ match: FrameMatch) -> Set<String> {
    var result: Set<String> = []
    for filler in match.fillers where Self.contentSlots.contains(filler.slot) {
      for part in parse.coordinated(filler.token) where reading.mention(covering: part) == nil {
        var inner = isAmount(part) ? parse.children(of: part, [.nmod]) : []
        if parse.isVerb(part),
          codebook.sets["vague_verb"]?.contains(parse.tokens[part].lemma) == true
        {
          // "return to the talks" is another thing than "return to the old border"
          inner = parse.children(of: part, [.obj, .obl])
        }
        for word in inner.isEmpty ? [part] : inner where reading.mention(covering: word) == nil {
          result.insert(parse.tokens[word].lemma.asciiLowercased)
        }
      }
    }
    return result
  }

  private func isAmount(_ token: Int) -> Bool {
    parse.tokens[token].upos == .num || parse.tokens[token].upos == .sym
      || codebook.sets["amount_noun"]?.contains(parse.tokens[token].lemma.asciiLowercased) == true
  }

  /// "$60 million" in what a predicate governs.
  private func amounts(_ match: FrameMatch) -> Set<String> {
    var result: Set<String> = []
    for filler in match.fillers
    where Self.contentSlots.contains(filler.slot) && parse.tokens[filler.token].upos != .verb {
      let range = parse.subtree(of: filler.token)
      for sign in range where parse.tokens[sign].upos == .sym && sign + 1 < range.upperBound {
        guard parse.tokens[sign + 1].upos == .num else { continue }
        let scale = sign + 2 < range.upperBound ? parse.tokens[sign + 2] : nil
        let words = [parse.tokens[sign + 1].form] + (scale?.upos == .num ? [scale!.form] : [])
        result.insert(words.joined(separator: " "))
      }
    }
    return result
  }

  private func isDefinite(_ trigger: Int) -> Bool {
    guard parse.tokens[trigger].upos == .noun else { return false }
    return parse.children(of: trigger).contains {
      let token = parse.tokens[$0]
      return
        (token.deprel == .det
        && ["the", "this", "that", "these"].contains(token.form.asciiLowercased))
        || token.deprel == .nmodPoss
    }
  }

  /// The clause of the word: from its first to its last dependent, at most the sentence, without edge marks.
  private func evidence(_ trigger: Int) -> ByteSpan {
    var top = trigger
    if parse.tokens[trigger].upos != .verb {
      // A noun's clause is that of the verb over it.
      while parse.tokens[top].head >= 0, !parse.isVerb(top) { top = parse.tokens[top].head }
    }
    var range = parse.subtree(of: top)
    if reading.text.codePoints(parse.span(of: range.lowerBound..<(range.upperBound + 1))).length
      > 400
    {
      range = parse.subtree(of: trigger)
    }
    var low = range.lowerBound
    var high = range.upperBound
    while low < trigger,
      parse.tokens[low].upos == .punct || parse.tokens[low].deprel == .mark
        || parse.tokens[low].deprel == .cc
    {
      low += 1
    }
    while high > trigger, parse.tokens[high].upos == .punct { high -= 1 }
    return parse.span(of: low..<(high + 1))
  }

  // MARK: Place

  private func settlePlaces(_ drafts: inout [DraftEvent]) {
    guard let places else { return }
    EventPlaceSettler(
      places: places,
      gathering: { occasionTimes?.gathering(of: $0, distance: circumstances.distance) },
      dateline: dateline
    ).settle(&drafts)
  }

  // MARK: Time

  private func fillTime(_ drafts: inout [DraftEvent], _ index: Int) {
    let trigger = drafts[index].trigger
    if let (days, span) = occasionTimes?.time(
      of: trigger,
      given: circumstances.time(of: trigger).map { ($0.expression.interval, $0.governs) },
      distance: circumstances.distance)
    {
      drafts[index].when = days
      drafts[index].whenBasis = .anchor
      drafts[index].whenSpan = span
      adjustStatus(&drafts[index])
      return
    }
    if let (time, governs) = circumstances.time(of: trigger), let interval = time.interval {
      drafts[index].when = interval
      drafts[index].whenBasis = .expression
      drafts[index].whenSpan = time.span
      if governs { adjustStatus(&drafts[index]) }
      settleOldPromise(&drafts[index])
      return
    }
    guard let published = reading.published else {
      if let (time, isOwn) = circumstances.timeOfText(around: trigger) {
        drafts[index].when = time.interval
        drafts[index].whenBasis = isOwn ? .expression : .anchor
        drafts[index].whenSpan = time.span
      }
      return
    }
    switch drafts[index].status {
    case .occurred, .cancelled, .denied:
      drafts[index].when = DateInterval(published.start - 1, published.end)
      drafts[index].whenBasis = .published
    case .ongoing:
      drafts[index].when = published
      drafts[index].whenBasis = .published
    case .planned, .possible: break
    }
  }

  /// Help authorised long before the text was written is no plan any more (codebook §7: "today").
  private func settleOldPromise(_ draft: inout DraftEvent) {
    guard draft.type == "AID", draft.status == .planned, draft.cues.last == "the frame",
      let published = reading.published, let when = draft.when, when.end < published.start - 7
    else { return }
    draft.status = .occurred
    draft.cues.append("a date before publication")
  }

  /// A happening dated after the publication lies ahead.
  private func adjustStatus(_ draft: inout DraftEvent) {
    guard let published = reading.published, let when = draft.when else { return }
    if when.start > published.end, draft.status == .occurred || draft.status == .ongoing {
      draft.status = .planned
      draft.cues.append("a date after publication")
    }
  }
}

extension CodePointSpan {
  var length: Int { end - start }
}
