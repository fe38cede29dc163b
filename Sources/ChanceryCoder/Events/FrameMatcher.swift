import ChanceryCodebook
import ChanceryLanguage

/// A frame that fits a word of the text, with the parties in its roles.
struct FrameMatch {
  var predicate: Int
  var frame: Int
  var trigger: Int
  var actors: [Participant]
  var recipients: [Participant]
  var fillers: [Filler]
  /// Nouns that the predicate's own conditions asked for: part of it, no happenings of their own.
  var consumed: Set<Int> = []
}

/// Why a predicate was not taken; for `explain`.
struct FrameMiss {
  var predicate: Int
  var trigger: Int
  var reason: String
}

/// Finds, for a word, the frame whose conditions its surroundings meet.
struct FrameMatcher {
  let codebook: Codebook
  let reading: Reading
  let slots: SlotReader
  let scope: Scope
  /// The last test of arms told of.
  private var earlier: FrameMatch?
  /// Whom a frame takes; changes where everybody counts.
  private var participants: ParticipantReader

  init(codebook: Codebook, reading: Reading, scope: Scope = .interstate) {
    self.codebook = codebook
    self.reading = reading
    self.scope = scope
    slots = SlotReader(parse: reading.parse, words: SlotWords(codebook))
    participants = ParticipantReader(reading: reading, sets: codebook.sets)
  }

  /// The most specific frame that fits; misses are added to the list when one is given.
  ///
  /// - Parameter before: the matches so far, from which a test of arms without a doer takes it.
  func match(
    _ trigger: Int, before: [FrameMatch] = [], misses: inout [FrameMiss]
  ) -> FrameMatch? {
    let candidates = candidates(at: trigger)
    guard !candidates.isEmpty else { return nil }
    var current = self
    current.earlier = before.last { codebook.frames[$0.frame].mode == "weapons" }
    return current.match(trigger, among: candidates, &misses)
  }

  private func match(
    _ trigger: Int, among candidates: [Int], _ misses: inout [FrameMiss]
  ) -> FrameMatch? {
    let fillers = slots.fillers(of: trigger)
    let ranked = candidates.sorted {
      let a = codebook.predicates[$0].specificity
      let b = codebook.predicates[$1].specificity
      return a != b ? a > b : $0 < $1
    }
    let narrow = ranked.filter { !codebook.frames[codebook.predicates[$0].frame].isBroad }
    if let match = match(trigger, narrow, fillers, &misses) { return match }
    guard scope == .all else { return nil }
    var loose = self
    loose.participants.everybodyCounts = true
    var ignored: [FrameMiss] = []
    return loose.match(trigger, ranked, fillers, &ignored)
  }

  /// The first candidate that fits.
  private func match(
    _ trigger: Int, _ ranked: [Int], _ fillers: [Filler], _ misses: inout [FrameMiss]
  ) -> FrameMatch? {
    var half: FrameMatch?
    for candidate in ranked {
      let predicate = codebook.predicates[candidate]
      if let failed = predicate.conditions.first(where: { !holds($0, fillers) }) {
        misses.append(
          FrameMiss(predicate: candidate, trigger: trigger, reason: "needs \(failed.source)"))
        continue
      }
      switch assign(candidate, trigger, fillers) {
      case .success(let match):
        let isWhole = !match.actors.isEmpty && !match.recipients.isEmpty
        if isWhole || !isLoose { return match }
        half = half ?? match
      case .failure(let miss): misses.append(miss.miss)
      }
    }
    return half
  }

  private func candidates(at trigger: Int) -> [Int] {
    let token = reading.parse.tokens[trigger]
    let lemma = token.lemma.asciiLowercased
    switch token.upos {
    case .verb:
      // "suspected militants", "wanted men": no happenings.
      if token.deprel == .amod, codebook.sets["adjective_participle"]?.contains(lemma) == true {
        return []
      }
      // "troops stationed in Iraq": where they are, no deed of the day.
      if token.deprel == .acl, token.xpos == .vbn,
        codebook.sets["stationing_participle"]?.contains(lemma) == true
      {
        return []
      }
      var result = codebook.predicates(lemma: lemma, .verb)
      // Gerunds and participles that stand as nouns are told by either list.
      if token.xpos == .vbg || token.xpos == .vbn {
        result += codebook.predicates(lemma: token.form.asciiLowercased, .noun)
      }
      return result
    case .noun: return isModifier(trigger) ? [] : codebook.predicates(lemma: lemma, .noun)
    case .propn:
      // "Amnesty International" is a name.
      let isNamed = !reading.parse.children(of: trigger, [.flat]).isEmpty
      return isNamed || isModifier(trigger) ? [] : codebook.predicates(lemma: lemma, .noun)
    case .adj: return codebook.predicates(lemma: lemma, .adj)
    default: return []
    }
  }

  /// "visit schedule", "ceasefire line": a noun that only modifies another.
  private func isModifier(_ token: Int) -> Bool {
    switch reading.parse.tokens[token].deprel {
    case .compound, .flat, .fixed: true
    default: false
    }
  }

  private func holds(_ condition: Condition, _ fillers: [Filler]) -> Bool {
    let here = fillers.filter { $0.slot == condition.slot }
    switch condition.test {
    case .filled: return !here.isEmpty
    case .empty: return here.isEmpty
    case .word(let words): return here.contains { !lemmas(at: $0.token).isDisjoint(with: words) }
    case .notWord(let words):
      return here.allSatisfy { lemmas(at: $0.token).isDisjoint(with: words) }
    case .kind(let kind): return here.contains { participants.holds(kind, at: $0.token) }
    case .notKind(let kind): return !here.contains { participants.holds(kind, at: $0.token) }
    }
  }

  /// Lemmas of a filler: its head, its fellows, the noun that a carrier noun carries ("a series of *attacks*").
  private func lemmas(at token: Int) -> Set<String> {
    let parse = reading.parse
    var result: Set<String> = []
    for part in parse.coordinated(token) {
      let lemma = parse.tokens[part].lemma.asciiLowercased
      result.insert(lemma)
      result.insert(parse.tokens[part].form.asciiLowercased)
      let isAmount =
        parse.tokens[part].upos == .num || parse.tokens[part].upos == .sym
        || codebook.sets["amount_noun"]?.contains(lemma) == true
      if codebook.carriers.contains(lemma) || isAmount {
        for child in parse.children(of: part, [.nmod]) {
          for inner in parse.coordinated(child) {
            result.insert(parse.tokens[inner].lemma.asciiLowercased)
          }
        }
      }
      if codebook.sets["container_noun"]?.contains(lemma) == true {
        for child in parse.children(of: part, [.compound, .amod]) {
          result.insert(parse.tokens[child].lemma.asciiLowercased)
        }
      }
    }
    return result
  }

  // MARK: Roles

  private struct Missed: Error { var miss: FrameMiss }

  private func assign(_ candidate: Int, _ trigger: Int, _ fillers: [Filler])
    -> Result<FrameMatch, Missed>
  {
    let predicate = codebook.predicates[candidate]
    let frame = codebook.frames[predicate.frame]
    let (all, fillers) = (fillers, relevant(fillers, to: frame, trigger))
    func miss(_ reason: String) -> Result<FrameMatch, Missed> {
      .failure(Missed(miss: FrameMiss(predicate: candidate, trigger: trigger, reason: reason)))
    }
    var actors = take(
      frame.actor, fillers, places: false, placeSlots: frame.isMutual ? Self.within : [])
    // "locked up in Kinshasa": the place tells the doer where nobody else is named.
    let isByPlace = actors.isEmpty && !frame.isMutual
    if isByPlace {
      actors = take(frame.actor, fillers, places: false, placeSlots: ["in", "to", "held_in"])
    }
    var recipients: [Participant] = []
    if var path = frame.recipient {
      if predicate.partOfSpeech == .noun, path.slots.contains("of"),
        participants.isSuffered("of", of: trigger)
      {
        // "the effects of the invasion of Ukraine on food in Egypt"
        path.slots = ["of"] + path.slots.filter { $0 != "of" }
      }
      recipients = take(
        path, fillers, places: placesReceive(frame),
        placeSlots: frame.type == "SUPPORT" ? Self.within : [], besides: actors)
      if recipients.isEmpty { recipients = takePlaces(predicate, fillers, besides: actors) }
      if recipients.isEmpty, frame.mode == "visit", predicate.partOfSpeech == .noun {
        recipients = host(of: trigger, besides: actors)
      }
    }
    if isByPlace, recipients.isEmpty { actors = [] }
    if frame.isMutual, !isLoose { completeDyad(&actors, frame, trigger, fillers) }
    let sides = Set(actors.map { reading.actors[$0.actor].side })
    let parties = isLoose ? [] : sides
    if recipients.isEmpty, let path = frame.recipient {
      let clauses = frame.complement == .absorbs ? path.slots + ["xcomp", "ccomp"] : path.slots
      for filler in fillers
      where clauses.contains(filler.slot) && ["xcomp", "ccomp", "purpose"].contains(filler.slot) {
        recipients += participants.parties(
          ofClause: filler.token, fillers: slots.fillers(of: filler.token),
          besides: frame.type == "PROTEST" ? sides : parties,
          subjectsOnly: frame.type == "ACCUSE" && filler.slot == "ccomp")
      }
    }
    if recipients.isEmpty, frame.recipient != nil, frame.type == "REQUEST" {
      recipients = addressed(in: trigger, besides: parties)
    }
    if recipients.isEmpty, let path = frame.recipient, !frame.isMutual, !isLoose, !sides.isEmpty {
      recipients = owner(above: trigger, path, fillers, besides: sides)
    }
    if !frame.isDomestic && !isLoose {
      recipients.removeAll { parties.contains(reading.actors[$0.actor].side) }
    }
    if frame.mode == "visit" || frame.type == "SANCTION", !frame.isDomestic, !isLoose {
      // What a state does to a group of its own is repression; nobody visits the own state.
      let states = Set(actors.map { reading.actors[$0.actor].party })
      recipients.removeAll { states.contains(reading.actors[$0.actor].party) }
    }
    if isLoose, recipients.isEmpty { recipients = scene(of: frame, fillers, actors) }
    if actors.isEmpty, !isLoose, frame.type == "ACCUSE", frame.needs == .recipient {
      // "Russia is responsible", in the voice of a government
      actors = reading.issuers.map { Participant(actor: $0, token: trigger, isPossession: true) }
      if actors.isEmpty { return miss("nobody who says so") }
    }
    if actors.isEmpty, !isLoose, frame.mode == "weapons", predicate.partOfSpeech == .noun,
      let earlier
    {
      // "the launch conducted on March 24", in a text that has told whose launches it is about
      actors = earlier.actors
    }
    if ["ACCUSE", "REQUEST"].contains(frame.type), !recipients.isEmpty,
      recipients.allSatisfy({ isDependency($0.actor) })
    {
      // "concern over the rights of people in Hong Kong", in a text addressed to China
      recipients =
        addressee(frame, actors, trigger, fillers, isVerb: false).map { [$0] } ?? recipients
    }
    if recipients.isEmpty, !frame.isMutual, !isLoose,
      let partner = addressee(frame, actors, trigger, fillers)
    {
      recipients = [partner]
    }
    actors = dedupe(actors)
    recipients = dedupe(recipients)
    if !isLoose { recipients.removeAll { r in actors.contains { $0.actor == r.actor } } }
    // "shelled each other": all sides do it, to nobody else.
    let isReciprocal = parties.count > 1 && recipients.isEmpty && areReciprocal(fillers)
    if !isLoose, !Self.openToPrivate.contains(frame.type), !actors.isEmpty,
      actors.contains(where: { reading.actors[$0.actor].sector == "NGO" }),
      actors.allSatisfy({ reading.actors[$0.actor].sector == "NGO" || $0.isPossession })
    {
      return miss("only private bodies do it")
    }
    if isLoose, !(actors + recipients).contains(where: { isPlaced($0.actor) }) {
      return miss("nobody known takes part")
    }
    if frame.type == "SANCTION", !actors.isEmpty, actors.allSatisfy({ isPrivate($0.actor) }) {
      return miss("a private organisation alone does it")
    }
    switch isLoose ? nil : frame.needs {
    case nil: break
    case .both:
      if frame.isMutual || frame.recipient == nil {
        if parties.count < 2 { return miss("fewer than two parties") }
      } else {
        if actors.isEmpty { return miss("nobody who does it") }
        if recipients.isEmpty, !isReciprocal, !standsAlone(frame, actors, fillers) {
          return miss("nobody to whom it is done")
        }
      }
    case .actor: if actors.isEmpty { return miss("nobody who does it") }
    case .recipient:
      if recipients.isEmpty, !isReciprocal { return miss("nobody to whom it is done") }
    }
    return .success(
      FrameMatch(
        predicate: candidate, frame: predicate.frame, trigger: trigger, actors: actors,
        recipients: recipients, fillers: fillers, consumed: consumed(predicate, all)))
  }

  /// Without what stands near a noun of the happening but takes no such part in it.
  private func relevant(_ fillers: [Filler], to frame: Frame, _ trigger: Int) -> [Filler] {
    let parse = reading.parse
    var result = fillers
    if !parse.isVerb(trigger), !frame.isMutual, frame.type != "CONSULT" {
      // "discussed Russia's war", "promised to end the war": who deals with it does not wage it.
      var head = parse.tokens[trigger].head
      var word = trigger
      while head >= 0, [.conj, .appos].contains(parse.tokens[word].deprel) {
        // "discussed regional developments, the coup in Burma"
        (word, head) = (head, parse.tokens[head].head)
      }
      let isOwned = fillers.contains {
        $0.slot == "poss" && !$0.isLent && parse.tokens[$0.token].upos != .pron
          && participants.holds(.party, at: $0.token)
      }
      let isHandled =
        frame.type == "ASSAULT" && head >= 0
        && codebook.sets["handling_verb"]?.contains(parse.tokens[head].lemma) == true
      if isOwned || isHandled { result.removeAll { $0.slot == "subj" && $0.isLent } }
    }
    if frame.type == "ACCUSE" {
      // "condemned the attack on Sudan": nobody reproaches the victim.
      result.removeAll { $0.isLent && participants.isSuffered($0.slot, at: $0.token) }
    }
    return result
  }

  /// "We demand the release of the journalist", in a statement of governments that is about one other state.
  private func addressee(
    _ frame: Frame, _ actors: [Participant], _ trigger: Int, _ fillers: [Filler],
    isVerb: Bool = true
  ) -> Participant? {
    guard frame.recipient != nil, !isVerb || reading.parse.isVerb(trigger), !actors.isEmpty,
      let partner = partner(of: frame, actors, trigger, fillers)
    else { return nil }
    let own = Set(actors.map { reading.actors[$0.actor].party })
    let issuers = own.union(reading.issuers.map { reading.actors[$0].party })
    let side = reading.actors[partner].side
    let sentence = reading.parse.sentences[reading.parse.sentence(of: trigger)].tokens
    let names = reading.mentions.filter { sentence.contains($0.head) && $0.form != .adjective }
      // "help for those who fled Russia's invasion"
      .filter { frame.type != "AID" || reading.parse.tokens[$0.head].deprel != .nmodPoss }
    let areOthers = names.flatMap(\.allActors).contains {
      let actor = reading.actors[$0]
      // A territory of the addressee is no other.
      if actor.state.map(reading.dependencies.contains) ?? false { return false }
      // Those who are held or hurt are talked of, not to.
      return (actor.state != nil || actor.code != nil) && !issuers.contains(actor.party)
        && !["CVL", "REF", "REL", "JRN"].contains(actor.sector ?? "") && actor.side != side
        && actor.party != reading.actors[partner].party
    }
    return areOthers ? nil : Participant(actor: partner, token: trigger, isPossession: true)
  }

  private func isDependency(_ index: Int) -> Bool {
    reading.actors[index].state.map(reading.dependencies.contains) ?? false
  }

  /// A subject of its own, or of the verb that it completes ("*we* continue to impose").
  private func hasSubject(_ verb: Int) -> Bool {
    let token = reading.parse.tokens[verb]
    if reading.parse.child(of: verb, [.nsubj]) != nil { return true }
    return token.deprel == .xcomp && token.head >= 0
      && reading.parse.child(of: token.head, [.nsubj]) != nil
  }

  /// The one state that an official statement is about, or the other of the two that a text is about.
  private func partner(
    of frame: Frame, _ actors: [Participant], _ trigger: Int, _ fillers: [Filler]
  ) -> Int? {
    let parties = Set(actors.map { reading.actors[$0.actor].party })
    if let addressee = reading.addressee {
      let isRaised =
        frame.type == "ACCUSE"
        && (codebook.sets["raised_matter"]?.contains(reading.parse.tokens[trigger].lemma) == true
          || reading.parse.children(of: trigger, [.obj]).contains {
            codebook.sets["raised_matter"]?.contains(reading.parse.tokens[$0].lemma) == true
          })
      // "revoked the visas of individuals": whom it hits is told, if not whose they are.
      let hitsOthers =
        frame.type == "SANCTION"
        && fillers.contains { ["on", "for", "against"].contains($0.slot) }
      guard !hitsOthers,
        isRaised || frame.type == "REQUEST"
          || ["AID", "SANCTION"].contains(frame.type) && hasSubject(trigger),
        parties.isSubset(of: reading.issuers.map { reading.actors[$0].party })
      else { return nil }
      return addressee
    }
    guard reading.publisherState == nil, reading.dyad.count == 2, parties.count == 1,
      ["REQUEST", "ACCUSE", "REJECT", "THREATEN"].contains(frame.type),
      reading.dyad.contains(where: { reading.actors[$0].party == parties.first })
    else { return nil }
    return reading.dyad.first { reading.actors[$0].party != parties.first }
  }

  /// "each other", "each other's diplomats" among what a predicate governs.
  private func areReciprocal(_ fillers: [Filler]) -> Bool {
    fillers.contains { filler in
      ([filler.token] + reading.parse.children(of: filler.token, [.nmodPoss])).contains {
        reading.mention(covering: $0)?.isReciprocal == true
      }
    }
  }

  /// "summoned *the envoy*, demanding an apology": who is spoken to in the clause on which this one hangs.
  private func addressed(in trigger: Int, besides sides: Set<String>) -> [Participant] {
    let token = reading.parse.tokens[trigger]
    guard token.upos == .verb, token.head >= 0, reading.parse.isVerb(token.head),
      token.deprel == .advcl && (token.xpos == .vbg || reading.parse.hasTo(trigger))
        || token.deprel == .conj && reading.parse.child(of: trigger, [.nsubj]) == nil
    else { return [] }
    let outer = slots.fillers(of: token.head).filter { !$0.isLent }
    for slot in ["obj", "on", "with", "to", "against"] {
      var found: [Participant] = []
      for filler in outer where filler.slot == slot && filler.token != trigger {
        found += participants.participants(at: filler.token, placesCount: false).filter {
          !sides.contains(reading.actors[$0.actor].side)
            // "raised the case of Kenyan citizens": they are talked of.
            && reading.actors[$0.actor].sector != "CVL"
        }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// "An agreement was signed", "the joint exercise": in a text about two states that names no third beside it, theirs.
  private func completeDyad(
    _ actors: inout [Participant], _ frame: Frame, _ trigger: Int, _ fillers: [Filler]
  ) {
    if let state = reading.publisherState, let publisher = reading.stateActors[state] {
      // "negotiations with Tanzania", in a release of the government that negotiates
      let sides = Set(actors.map { reading.actors[$0.actor].side })
      let isPartner =
        actors.count == 1 && !actors[0].isPossession
        && fillers.contains { $0.slot == "with" && $0.token == actors[0].token }
        && !fillers.contains { $0.slot == "between" }
      if isPartner, !sides.contains(reading.actors[publisher].side) {
        actors.append(Participant(actor: publisher, token: trigger, isPossession: true))
      }
      return
    }
    guard ["SUPPORT", "COOPERATE"].contains(frame.type), reading.dyad.count == 2 else { return }
    let sides = Set(actors.map { reading.actors[$0.actor].side })
    let isShared = fillers.contains {
      $0.slot == "mod"
        && ["joint", "bilateral", "mutual"].contains(reading.parse.tokens[$0.token].lemma)
    }
    let isVerb = reading.parse.tokens[trigger].upos == .verb
    let isDone =
      actors.isEmpty
      && (isVerb
        ? fillers.contains { $0.slot == "obj" } && !fillers.contains { $0.slot == "subj" }
        : fillers.contains {
          ["of", "subj"].contains($0.slot)
            && codebook.sets["agreement"]?.contains(
              reading.parse.tokens[$0.token].lemma.asciiLowercased) == true
        })
    let pair = reading.dyad.map { reading.actors[$0].side }
    guard isDone || isShared && sides.count < 2 && sides.isSubset(of: pair) else { return }
    let sentence = reading.parse.sentences[reading.parse.sentence(of: trigger)].tokens
    let others = reading.mentions.contains {
      guard sentence.contains($0.head) else { return false }
      let actor = reading.actors[$0.actor]
      return (actor.state != nil || actor.code != nil) && !pair.contains(actor.side)
    }
    guard !others else { return }
    for state in reading.dyad where !sides.contains(reading.actors[state].side) {
      actors.append(Participant(actor: state, token: trigger, isPossession: true))
    }
  }

  /// "Norway reports that Russia violated *its* airspace": what one does to one's own is told of no one; the
  /// owner is who reports it.
  private func owner(
    above trigger: Int, _ path: RolePath, _ fillers: [Filler], besides sides: Set<String>
  ) -> [Participant] {
    let parse = reading.parse
    let isOwned = fillers.contains { filler in
      path.slots.contains(filler.slot)
        && parse.subtree(of: filler.token).contains { token in
          guard parse.tokens[token].deprel == .nmodPoss else { return false }
          let word = parse.tokens[token].form.asciiLowercased
          return ["its", "their", "our"].contains(word) || word == "country"
        }
    }
    guard isOwned else { return [] }
    var current = trigger
    for _ in 0..<5 {
      let token = parse.tokens[current]
      guard token.head >= 0 else { return [] }
      if token.deprel == .ccomp, parse.isVerb(token.head) {
        for subject in parse.children(of: token.head, [.nsubj]) {
          let found = participants.participants(at: subject, placesCount: false).filter {
            !sides.contains(reading.actors[$0.actor].side)
          }
          if !found.isEmpty { return found }
        }
      }
      current = token.head
    }
    return []
  }

  /// What clubs, charities and sports federations may do towards states.
  private static let openToPrivate: Set<String> = [
    "ACCUSE", "REQUEST", "AID", "PROTEST", "SUPPORT",
  ]

  /// Where nobody is told to whom it is done: the state of the place, and for those who protest their own.
  private func scene(of frame: Frame, _ fillers: [Filler], _ actors: [Participant])
    -> [Participant]
  {
    guard frame.recipient != nil, ["ASSAULT", "COERCE", "PROTEST"].contains(frame.type) else {
      return []
    }
    let here = ["in", "at", "near", "into", "outside", "across", "through", "throughout", "inside"]
    for filler in fillers where here.contains(filler.slot) {
      let found = participants.participants(at: filler.token, placesCount: true)
        .filter { reading.actors[$0.actor].kind == .state }
      if !found.isEmpty { return found }
    }
    guard frame.type == "PROTEST" else { return [] }
    return actors.compactMap { actor in
      guard let state = reading.actors[actor.actor].state, let index = reading.stateActors[state]
      else { return nil }
      return Participant(actor: index, token: actor.token, isPossession: true)
    }
  }

  /// What a government or organisation does towards somebody unnamed is a happening between states all the
  /// same: a request, help, a sanction with an object that is no party ("urged donors to give").
  private func standsAlone(_ frame: Frame, _ actors: [Participant], _ fillers: [Filler]) -> Bool {
    guard frame.tier == .core, Self.outward.contains(frame.type) else { return false }
    guard
      fillers.contains(where: { ["obj", "on", "for", "to", "xcomp", "ccomp"].contains($0.slot) })
    else { return false }
    if fillers.contains(where: { participants.isSporting($0.token) }) { return false }
    if frame.type == "REQUEST" {
      // "orders the U.S. military to plan": a government's words to its own.
      let sides = Set(actors.map { reading.actors[$0.actor].side })
      let isToOwn = fillers.contains { filler in
        ["obj", "iobj"].contains(filler.slot)
          && participants.participants(at: filler.token, placesCount: false).contains {
            !$0.isPossession && sides.contains(reading.actors[$0.actor].side)
          }
      }
      if isToOwn { return false }
    }
    return actors.contains {
      let actor = reading.actors[$0.actor]
      return !$0.isPossession && (actor.sector == "GOV" || actor.sector == "IGO")
    }
  }

  private static let outward: Set<String> = ["REQUEST", "AID", "SANCTION", "CONCEDE"]

  private func consumed(_ predicate: Predicate, _ fillers: [Filler]) -> Set<Int> {
    var result: Set<Int> = []
    for condition in predicate.conditions {
      guard case .word(let words) = condition.test else { continue }
      for filler in fillers where filler.slot == condition.slot {
        for part in reading.parse.coordinated(filler.token) {
          if !lemmas(at: part).isDisjoint(with: words) { result.insert(part) }
          for child in reading.parse.children(of: part, [.nmod])
          where words.contains(reading.parse.tokens[child].lemma.asciiLowercased) {
            result.insert(child)
          }
        }
      }
    }
    return result
  }

  /// A federation, company or association; what it bans is no sanction.
  private func isPrivate(_ index: Int) -> Bool {
    let actor = reading.actors[index]
    return actor.kind == .group && actor.state == nil
      && ["NGO", "BUS"].contains(actor.sector ?? "")
  }

  /// Whether it is told whose a participant is.
  private func isPlaced(_ index: Int) -> Bool {
    let actor = reading.actors[index]
    return actor.state != nil || actor.code != nil || actor.kind == .group
  }

  /// Whether this pass takes every happening, within one state too.
  private var isLoose: Bool { participants.everybodyCounts }

  /// "opened an embassy in Vilnius": where the predicate asks for a state or place, a town stands for its state.
  private func takePlaces(
    _ predicate: Predicate, _ fillers: [Filler], besides: [Participant]
  ) -> [Participant] {
    for condition in predicate.conditions {
      guard case .kind(let kind) = condition.test, kind == .state || kind == .place else {
        continue
      }
      for filler in fillers where filler.slot == condition.slot {
        let found = foreigners(at: filler.token, besides)
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  private func foreigners(at token: Int, _ besides: [Participant]) -> [Participant] {
    let sides = Set(besides.map { reading.actors[$0.actor].side })
    return participants.participants(at: token, placesCount: true, barred: sides).filter {
      !sides.contains(reading.actors[$0.actor].side) && !$0.isPossession
    }
  }

  /// "beggars were moved in Muscat ahead of the minister's visit": the place of the clause is the host's.
  private func host(of visit: Int, besides: [Participant]) -> [Participant] {
    guard !besides.isEmpty else { return [] }
    let parse = reading.parse
    var current = visit
    for _ in 0..<4 {
      current = parse.tokens[current].head
      guard current >= 0 else { return [] }
      var places = parse.children(of: current, [.obl, .nmod]).filter {
        ["in", "at"].contains(parse.preposition(of: $0) ?? "")
      }
      for child in parse.children(of: current, [.conj, .obl]) {
        places += parse.children(of: child, [.obl, .nmod]).filter {
          parse.preposition(of: $0) == "in"
        }
      }
      for place in places where !parse.isBelow(visit, place) {
        let found = foreigners(at: place, besides)
        if found.count == 1 { return found }
      }
    }
    return []
  }

  /// Types that can be done to a place ("shelled Kharkiv", "visited Lahore").
  private func placesReceive(_ frame: Frame) -> Bool {
    switch frame.type {
    case "ASSAULT", "COERCE", "AID", "MOBILIZE", "RETREAT", "CONSULT": true
    case "PROTEST", "CONCEDE": isLoose
    default: false
    }
  }

  private static let within: Set<String> = ["in", "at"]

  /// - Parameter placeSlots: slots in which a place means its state ("a legation in Lima").
  private func take(
    _ path: RolePath, _ fillers: [Filler], places: Bool, placeSlots: Set<String> = [],
    besides: [Participant] = []
  ) -> [Participant] {
    var result: [Participant] = []
    if !path.takesAll, !besides.isEmpty, path.slots.contains("obj") {
      // "sanctioned Iran over attacks in Denmark": whom the verb names comes first.
      let sides = Set(besides.map { reading.actors[$0.actor].side })
      for filler in fillers where filler.slot == "obj" && !filler.isLent {
        guard reading.mention(covering: filler.token)?.form == .name else { continue }
        result += participants.participants(
          at: filler.token, placesCount: places, doersCount: true, barred: sides
        ).filter { !$0.isPossession && !sides.contains(reading.actors[$0.actor].side) }
      }
      if !result.isEmpty { return result }
    }
    for slot in path.slots {
      let places = places || placeSlots.contains(slot)
      for filler in fillers where filler.slot == slot {
        let found = participants.participants(
          at: filler.token, placesCount: places, doersCount: slot == "obj",
          barred: isLoose ? [] : Set(besides.map { reading.actors[$0.actor].side }),
          scenesCount: isLoose || !path.takesAll || slot != "of"
        ).filter { p in
          !besides.contains {
            $0.actor == p.actor
              || !isLoose && reading.actors[$0.actor].side == reading.actors[p.actor].side
          }
        }
        result += found
      }
      if !result.isEmpty && !path.takesAll { break }
      // "World Wrestling lifts restrictions on wrestlers from Peru": a name that is no party did it.
      if slot == "subj", !path.takesAll, !isLoose,
        fillers.contains(where: {
          $0.slot == "subj" && !$0.isLent && reading.parse.tokens[$0.token].upos == .propn
        })
      {
        break
      }
    }
    return result
  }

  /// The finest named participants: a state gives way to its own named official or force.
  private func dedupe(_ list: [Participant]) -> [Participant] {
    var seen: Set<Int> = []
    let unique = list.filter { seen.insert($0.actor).inserted }
    let named = Set(
      unique.filter { reading.actors[$0.actor].kind != .state }.map {
        reading.actors[$0.actor].party
      })
    return unique.filter {
      let actor = reading.actors[$0.actor]
      return actor.kind != .state || !named.contains(actor.party)
    }
  }
}
