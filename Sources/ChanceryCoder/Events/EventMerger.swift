import ChanceryCodebook
import ChanceryRecord
import ChanceryText

/// Joins several mentions of one happening in a document: one event with several evidence spans (codebook §2).
struct EventMerger {
  let reading: Reading
  let codebook: Codebook

  func merge(_ drafts: [DraftEvent]) -> [DraftEvent] {
    var result: [DraftEvent] = []
    for draft in drafts {
      if let index = result.lastIndex(where: { isSame($0, draft) }) {
        absorb(draft, into: &result[index])
      } else {
        result.append(draft)
      }
    }
    return result
  }

  /// Joins, within a sentence, a happening told without those it was done to with one of the same type told
  /// without its doers, or by the same ones ("militants attacked a camp, killing 150 refugees").
  func joinHalves(_ drafts: [DraftEvent]) -> [DraftEvent] {
    var result: [DraftEvent] = []
    for draft in drafts {
      if let index = result.lastIndex(where: { areHalves($0, draft) || areHalves(draft, $0) }) {
        absorb(draft, into: &result[index])
      } else {
        result.append(draft)
      }
    }
    return result
  }

  private func areHalves(_ a: DraftEvent, _ b: DraftEvent) -> Bool {
    guard a.type == b.type, !a.isMutual, !b.isMutual, a.recipients.isEmpty, !a.actors.isEmpty,
      reading.parse.sentence(of: a.trigger) == reading.parse.sentence(of: b.trigger)
    else { return false }
    return b.actors.isEmpty || parties(a.actors) == parties(b.actors)
  }

  private func parties(_ list: [Int]) -> Set<String> {
    Set(list.map { reading.actors[$0].party })
  }

  private func isSame(_ a: DraftEvent, _ b: DraftEvent) -> Bool {
    guard a.type == b.type, a.isMutual == b.isMutual || a.type == "CONSULT" else { return false }
    let everyoneA = parties(a.actors + a.recipients)
    let everyoneB = parties(b.actors + b.recipients)
    guard everyoneA == everyoneB else { return false }
    if !a.isMutual, !b.isMutual, parties(a.actors) != parties(b.actors) { return false }
    if a.mode != b.mode, a.mode != nil, b.mode != nil { return false }
    if a.type == "CONSULT", (a.mode == "visit") != (b.mode == "visit") { return false }
    guard namesAgree(a, b), contentsAgree(a, b) else { return false }
    if let x = a.when, let y = b.when, isTold(a), isTold(b), !x.meets(y) { return false }
    let ahead: Set<Status> = [.planned, .possible]
    if a.status != b.status {
      if a.status == .denied || b.status == .denied { return false }
      // What was called off is another happening than what took place.
      let both: Set<Status> = [a.status, b.status]
      if both.contains(.cancelled), !both.isDisjoint(with: [.occurred, .ongoing]) { return false }
      if ahead.contains(a.status) != ahead.contains(b.status), !b.isDefinite { return false }
    }
    return true
  }

  /// Each thing asked is a request of its own; a definite noun ("the call") takes up one told before.
  private func contentsAgree(_ a: DraftEvent, _ b: DraftEvent) -> Bool {
    guard Self.distinctByContent.contains(a.type), !b.isDefinite else { return true }
    if a.type == "AID", !a.amounts.isEmpty, !b.amounts.isEmpty {
      return !a.amounts.isDisjoint(with: b.amounts)
    }
    let vague = Self.materials[a.type].flatMap { codebook.sets[$0] } ?? []
    let (x, y) = (a.content.subtracting(vague), b.content.subtracting(vague))
    return x.isEmpty || y.isEmpty || !x.isDisjoint(with: y)
  }

  private static let distinctByContent: Set<String> = ["REQUEST", "ACCUSE", "AID", "SANCTION"]

  /// For what is given or taken away: the set of words that do not tell what it is ("assistance", "measures").
  private static let materials = ["AID": "vague_help", "SANCTION": "vague_measure"]

  /// Two different named persons of one state are two happenings.
  private func namesAgree(_ a: DraftEvent, _ b: DraftEvent) -> Bool {
    for x in a.actors + a.recipients
    where reading.actors[x].kind == .person && reading.actors[x].entity != nil {
      for y in b.actors + b.recipients
      where reading.actors[y].kind == .person && reading.actors[y].entity != nil {
        if x != y, reading.actors[x].party == reading.actors[y].party { return false }
      }
    }
    return true
  }

  /// Whether the text itself dates it, by an expression or an occasion.
  private func isTold(_ draft: DraftEvent) -> Bool {
    draft.whenBasis == .expression || draft.whenBasis == .anchor
  }

  private func isNarrower(_ b: DraftEvent, _ a: DraftEvent) -> Bool {
    guard let inner = b.when, let outer = a.when else { return false }
    return inner != outer && outer.start <= inner.start && inner.end <= outer.end
  }

  private func absorb(_ b: DraftEvent, into a: inout DraftEvent) {
    a.predicates += b.predicates.filter { !a.predicates.contains($0) }
    a.evidence += b.evidence.filter { span in !a.evidence.contains { $0.overlaps(span) } }
    if isTold(b), !isTold(a) || isNarrower(b, a) {
      a.when = b.when
      a.whenBasis = b.whenBasis
      a.whenSpan = b.whenSpan
    }
    if let place = b.place, a.place.map({ !$0.isTold && place.isTold }) ?? true { a.place = place }
    if a.mode == nil { a.mode = b.mode }
    a.actors = finest(a.actors, b.actors)
    a.recipients = finest(a.recipients, b.recipients)
    if a.voice != .article, b.voice == .article {
      a.voice = .article
      a.speaker = nil
    }
    if b.confidence > a.confidence { (a.traits, a.confidence) = (b.traits, b.confidence) }
    for context in b.contexts where !a.contexts.contains(context) { a.contexts.append(context) }
  }

  /// For each party the finest actor of both lists.
  private func finest(_ a: [Int], _ b: [Int]) -> [Int] {
    var result = a
    for other in b where !result.contains(other) {
      let candidate = reading.actors[other]
      if let index = result.firstIndex(where: { reading.actors[$0].party == candidate.party }) {
        if fineness(candidate) > fineness(reading.actors[result[index]]) { result[index] = other }
      } else {
        result.append(other)
      }
    }
    return result
  }

  private func fineness(_ actor: DraftActor) -> Int {
    switch actor.kind {
    case .person: actor.entity != nil ? 4 : 3
    case .office, .group, .organization: 2
    case .state: 1
    case .place: 0
    }
  }
}
