import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// A name in a text and what kind of thing it names.
public struct NamedEntity: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case person = "PER"
    case organization = "ORG"
    case place = "LOC"
    /// "Russian", "Syrians".
    case nationality = "NAT"
  }

  public var span: ByteSpan
  public var kind: Kind

  func overlaps(_ other: NamedEntity) -> Bool { span.overlaps(other.span) }
}

/// Finds the names of a text, known or not: those that a trained tagger tells by their words and surroundings, then
/// those that the facts know and the tagger passed over. It takes no part in coding.
public struct EntityReader: Sendable {
  let coder: Coder
  let places: PlaceReader
  let tagger: NameTagger?
  private let clues: NameClues

  public init(coder: Coder, places: PlaceReader, tagger: NameTagger?) {
    self.coder = coder
    self.places = places
    self.tagger = tagger
    clues = NameClues(coder.facts)
  }

  /// Names, in text order, not overlapping.
  public func entities(in text: SourceText) -> [NamedEntity] {
    names(in: coder.mentions(in: text, published: nil))
  }

  /// Names with the words around them, descriptions and pronouns, in text order, not overlapping.
  public func mentions(in text: SourceText) -> [NamedEntity] {
    let reading = coder.mentions(in: text, published: nil)
    return EntityMentionReader(
      reading: reading, agents: coder.agents, sets: coder.codebook.sets, names: names(in: reading)
    ).mentions()
  }

  private func names(in reading: Reading) -> [NamedEntity] {
    var found = tagged(reading)
    let mapped = places.places(in: reading).map { NamedEntity(span: $0.span, kind: .place) }
    let bodies = reading.mentions.compactMap { body(of: $0, reading) }
    for whole in bodies + mapped { replaceParts(by: whole, in: &found) }
    func add(_ span: ByteSpan, _ kind: NamedEntity.Kind) {
      let entity = NamedEntity(span: span, kind: kind)
      if !found.contains(where: { $0.overlaps(entity) }) { found.append(entity) }
    }
    for mention in reading.mentions {
      if let kind = kind(of: mention, reading) {
        add(reading.parse.span(of: mention.tokens), kind)
      }
    }
    for place in mapped { add(place.span, .place) }
    return found.sorted { $0.span.start < $1.span.start }
  }

  /// A body that the facts know by more than one word.
  private func body(of mention: Mention, _ reading: Reading) -> NamedEntity? {
    guard mention.tokens.count > 1, kind(of: mention, reading) == .organization else { return nil }
    return NamedEntity(span: reading.parse.span(of: mention.tokens), kind: .organization)
  }

  /// "Gulf of Mexico" for "Gulf" and "Mexico", where names that the tagger found make up a longer one.
  private func replaceParts(by whole: NamedEntity, in found: inout [NamedEntity]) {
    let parts = found.filter { $0.overlaps(whole) }
    guard !parts.isEmpty,
      parts.allSatisfy({ whole.span.start <= $0.span.start && $0.span.end <= whole.span.end })
    else { return }
    if whole.kind == .place, parts.contains(where: { $0.kind != .place }) { return }
    found.removeAll { $0.overlaps(whole) }
    found.append(whole)
  }

  private func tagged(_ reading: Reading) -> [NamedEntity] {
    guard let tagger else { return [] }
    var result: [NamedEntity] = []
    for sentence in reading.parse.sentences {
      let tokens = reading.parse.tokens[sentence.tokens]
      let forms = tokens.map(\.form)
      let names = tagger.names(
        forms: forms, tags: tokens.map(\.xpos), clues: clues.clues(forms))
      for name in names {
        guard let kind = kind(name.kind) else { continue }
        let first = sentence.tokens.lowerBound
        let range = (first + name.words.lowerBound)..<(first + name.words.upperBound)
        result.append(NamedEntity(span: reading.parse.span(of: range), kind: kind))
      }
    }
    return result
  }

  private func kind(_ kind: NameTagger.Kind) -> NamedEntity.Kind? {
    switch kind {
    case .person: .person
    case .organization: .organization
    case .place: .place
    case .other: nil
    }
  }

  /// What a name that the facts know is; nationalities are found by the facts alone.
  private func kind(of mention: Mention, _ reading: Reading) -> NamedEntity.Kind? {
    let actor = reading.actors[mention.actor]
    let first = reading.parse.tokens[mention.tokens.lowerBound]
    guard first.form.startsUpper else { return nil }
    if mention.form == .adjective { return .nationality }
    if actor.kind == .state, mention.form == .nominal, mention.tokens.count == 1 {
      return .nationality
    }
    guard mention.form == .name else { return nil }
    switch actor.kind {
    case .organization, .group: return .organization
    case .office: return actor.role == nil ? .organization : nil
    case .person: return actor.entity != nil && mention.tokens.count > 1 ? .person : nil
    case .state: return .place
    case .place: return nil
    }
  }
}
