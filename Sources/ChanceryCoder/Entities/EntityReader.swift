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

  /// In text order, not overlapping.
  public func entities(in text: SourceText) -> [NamedEntity] {
    let reading = coder.mentions(in: text, published: nil)
    var found = tagged(reading)
    func add(_ span: ByteSpan, _ kind: NamedEntity.Kind) {
      guard !found.contains(where: { $0.span.overlaps(span) }) else { return }
      found.append(NamedEntity(span: span, kind: kind))
    }
    for mention in reading.mentions {
      if let kind = kind(of: mention, reading) {
        add(reading.parse.span(of: mention.tokens), kind)
      }
    }
    for place in places.places(in: reading) { add(place.span, .place) }
    return found.sorted { $0.span.start < $1.span.start }
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
        let first = sentence.tokens.lowerBound
        let range = (first + name.words.lowerBound)..<(first + name.words.upperBound)
        result.append(
          NamedEntity(span: reading.parse.span(of: range), kind: kind(name.kind)))
      }
    }
    return result
  }

  private func kind(_ kind: NameTagger.Kind) -> NamedEntity.Kind {
    switch kind {
    case .person: .person
    case .organization: .organization
    case .place: .place
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
