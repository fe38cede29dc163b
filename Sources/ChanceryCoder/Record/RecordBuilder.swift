import ChanceryFacts
import ChanceryRecord
import ChanceryText

extension Analysis {
  /// The record of the analysis: ids in text order, spans in code points, only actors that are used.
  func record(coder: Coder) -> Record {
    var builder = RecordBuilder(analysis: self, coder: coder)
    return builder.build()
  }
}

/// Numbers the parts of a record and turns bytes into code points.
struct RecordBuilder {
  let analysis: Analysis
  let coder: Coder
  private var ids: [Int: String] = [:]

  init(analysis: Analysis, coder: Coder) {
    self.analysis = analysis
    self.coder = coder
  }

  private var reading: Reading { analysis.reading }

  private func span(_ bytes: ByteSpan) -> Span { Span(reading.text.codePoints(bytes)) }

  private func tokenSpan(_ token: Int) -> Span { span(reading.parse.tokens[token].span) }

  mutating func build() -> Record {
    numberActors()
    let events = analysis.events.enumerated().map { event($0.offset, $0.element) }
    let statements = analysis.statements.enumerated().compactMap {
      statement($0.offset, $0.element)
    }
    return Record(
      document: analysis.input.document, actors: actors(), events: events,
      statements: statements,
      figures: analysis.figures.enumerated().map { figure($0.offset, $0.element) },
      claims: analysis.claims.enumerated().map { claim($0.offset, $0.element) },
      coder: CoderPart(version: Coder.version, codebook: coder.codebook.version))
  }

  // MARK: Actors

  /// Actors that an event or statement names, or that the text mentions and that are somebody.
  private mutating func numberActors() {
    var used: Set<Int> = []
    for event in analysis.events {
      used.formUnion(event.actors)
      used.formUnion(event.recipients)
      if let speaker = event.speaker { used.insert(speaker) }
    }
    for statement in analysis.statements {
      for actor in [statement.speaker, statement.medium, statement.addressee] {
        if let actor { used.insert(actor) }
      }
    }
    for mention in reading.mentions {
      for actor in mention.allActors {
        let draft = reading.actors[actor]
        if draft.state != nil || draft.code != nil
          || (draft.kind == .person && mention.form == .name)
          || draft.kind == .group
        {
          used.insert(actor)
        }
      }
    }
    for (number, actor) in used.sorted().enumerated() { ids[actor] = "a\(number + 1)" }
  }

  private func actors() -> [Actor] {
    var mentions: [Int: [Span]] = [:]
    for mention in reading.mentions {
      let whole = mention.form == .pronoun ? mention.tokens : withApposition(mention)
      for actor in mention.allActors {
        mentions[actor, default: []].append(span(reading.parse.span(of: mention.tokens)))
        if whole != mention.tokens {
          mentions[actor, default: []].append(span(reading.parse.span(of: whole)))
        }
      }
    }
    return ids.keys.sorted().map { index in
      let draft = reading.actors[index]
      var actor = Actor(
        id: ids[index]!, name: draft.name, kind: kind(draft), state: draft.state,
        sector: draft.kind == .place ? nil : draft.sector, role: draft.role)
      if let entity = draft.entity { actor.wikidata = coder.facts.entity(entity).wikidata }
      var seen: Set<Span> = []
      actor.mentions = (mentions[index] ?? []).filter { seen.insert($0).inserted }
        .sorted { ($0.start, $0.end) < ($1.start, $1.end) }
      return actor
    }
  }

  /// "Jeff Rathke, the spokesman": a name and what it is called beside it are one more mention.
  private func withApposition(_ mention: Mention) -> Range<Int> {
    let parse = reading.parse
    var beside = parse.children(of: mention.head, [.appos])
    if parse.token(mention.head).deprel == .appos { beside.append(parse.token(mention.head).head) }
    var whole = mention.tokens
    for other in beside.compactMap({ reading.mention(covering: $0) })
    where other.actor == mention.actor {
      let (low, high) = (
        min(whole.lowerBound, other.tokens.lowerBound),
        max(whole.upperBound, other.tokens.upperBound)
      )
      // Only what belongs to the two may lie between them: commas, articles.
      let isOne = (low..<high).allSatisfy { token in
        whole.contains(token) || parse.isBelow(token, mention.head)
          || parse.isBelow(token, other.head)
      }
      if isOne { whole = low..<high }
    }
    return whole
  }

  private func kind(_ draft: DraftActor) -> Actor.Kind {
    switch draft.kind {
    case .person: .person
    case .office: .office
    case .state: .state
    case .organization: .organization
    case .group: .group
    case .place: .place
    }
  }

  // MARK: Parts

  private func when(_ interval: DateInterval?, _ basis: When.Basis?, _ text: ByteSpan?) -> When? {
    interval.map { When($0, basis: basis, text: text.map(span)) }
  }

  private func event(_ number: Int, _ draft: DraftEvent) -> Event {
    Event(
      id: "e\(number + 1)", type: EventType(rawValue: draft.type)!, mode: draft.mode,
      contexts: draft.contexts, cameo: draft.cameo, actors: draft.actors.compactMap { ids[$0] },
      recipients: draft.recipients.compactMap { ids[$0] }, status: draft.status,
      voice: draft.voice, speaker: draft.speaker.flatMap { ids[$0] },
      when: when(draft.when, draft.whenBasis, draft.whenSpan), where: draft.place.map(place),
      score: coder.codebook.score(type: draft.type, mode: draft.mode),
      confidence: (draft.confidence * 100).rounded() / 100, trigger: tokenSpan(draft.trigger),
      evidence: draft.evidence.map(span))
  }

  private func place(_ place: EventPlace) -> Where {
    let entity = place.entity.map { coder.facts.entity($0) }
    let claimants = entity.map { coder.facts.claimants(of: $0.id) } ?? []
    return Where(
      name: place.name, country: place.country, latitude: entity?.latitude,
      longitude: entity?.longitude, claimants: claimants.isEmpty ? nil : claimants,
      text: place.span.map(span))
  }

  private func statement(_ number: Int, _ draft: DraftStatement) -> Statement? {
    Statement(
      id: "s\(number + 1)", speaker: draft.speaker.flatMap { ids[$0] }, kind: draft.kind,
      medium: draft.medium.flatMap { ids[$0] }, addressee: draft.addressee.flatMap { ids[$0] },
      when: when(draft.when, nil, nil), quote: span(draft.quote), cue: draft.cue.map(span))
  }

  private func figure(_ number: Int, _ draft: DraftFigure) -> Figure {
    Figure(
      id: "f\(number + 1)", measure: draft.measure, value: draft.value, unit: draft.unit,
      qualifier: draft.qualifier, from: draft.from, to: draft.to,
      period: when(draft.period, nil, nil), text: span(draft.text),
      evidence: draft.evidence.map(span))
  }

  private func claim(_ number: Int, _ draft: DraftClaim) -> Claim {
    let about = analysis.events.firstIndex { event in
      draft.evidence.contains { part in
        part.contains(reading.parse.tokens[event.trigger].span.start)
      }
    }
    return Claim(
      id: "c\(number + 1)", kind: draft.kind.rawValue, about: about.map { "e\($0 + 1)" },
      since: when(draft.since, nil, nil), evidence: draft.evidence.map(span))
  }
}
