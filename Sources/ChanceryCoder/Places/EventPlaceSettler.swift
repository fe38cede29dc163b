import ChanceryCodebook
import ChanceryLanguage
import ChanceryRecord
import ChanceryText

/// Gives a place to happenings whose sentence tells none: that of the occasion, of the meeting or visit of the same
/// sides, of the dateline.
struct EventPlaceSettler {
  let places: EventPlaceReader
  /// The gathering that governs a word.
  let gathering: (_ trigger: Int) -> Occasion?
  let dateline: EventPlace?

  private var reading: Reading { places.reading }
  private var parse: ParsedText { reading.parse }

  /// What was said and done at a meeting is told at most so many sentences after it.
  private static let reach = 8

  /// A meeting or visit that the text tells at a place, whether or not it was coded.
  private struct Setting {
    var sentence: Int
    var place: EventPlace
    /// Everybody whom the sentence names.
    var sides: Set<String>
    /// Days that the sentence names.
    var days: [DateInterval]
  }

  func settle(_ drafts: inout [DraftEvent]) {
    let settings = readSettings()
    for index in drafts.indices where drafts[index].place == nil {
      for source in sources(of: drafts[index]) {
        if source == .talks, isOwnWord(drafts[index]) { continue }
        let place: EventPlace? =
          switch source {
          case .occasion: venue(of: drafts[index].trigger)
          case .talks: talks(of: index, drafts) ?? setting(of: drafts[index], settings)
          case .dateline: filed(drafts[index])
          default: nil
          }
        if let place {
          drafts[index].place = place
          break
        }
      }
    }
  }

  private func sources(of draft: DraftEvent) -> [EventPlaceTable.Source] {
    places.table.sources(of: places.codebook.frames[draft.frame])
  }

  /// What a government says in its own release ("The United States urges …"), it does not say at the meeting told of.
  private func isOwnWord(_ draft: DraftEvent) -> Bool {
    guard let publisher = reading.publisherState else { return false }
    let tense = parse.tokens[draft.trigger].xpos
    return draft.type != "CONSULT" && [.vbp, .vbz, .vb].contains(tense)
      && draft.actors.contains { reading.actors[$0].state == publisher }
  }

  // MARK: Occasions

  private func venue(of trigger: Int) -> EventPlace? {
    guard let occasion = gathering(trigger), occasion.place != nil || occasion.state != nil else {
      return nil
    }
    let span = parse.span(of: occasion.tokens)
    let facts = places.phrases.facts
    guard let name = occasion.place else {
      return occasion.state.flatMap { places.phrases.state($0, span: span, isTold: true) }
    }
    let forms = name.split(separator: " ").map(String.init)
    let city = facts.names(at: 0, in: forms.map { fold($0) }, forms: forms).first {
      let entity = facts.entity($0.entity)
      return $0.wordCount == forms.count && entity.kind == .place
        && (occasion.state == nil || entity.state == occasion.state)
    }
    return EventPlace(
      name: name, country: occasion.state, entity: city?.entity, span: span, isTold: true,
      isState: false)
  }

  // MARK: Meetings

  private func states(_ list: [Int]) -> Set<String> { Set(list.map { reading.actors[$0].party }) }

  /// The place of the last meeting or visit at which all the sides of a happening were.
  private func talks(of index: Int, _ drafts: [DraftEvent]) -> EventPlace? {
    let draft = drafts[index]
    let sentence = parse.sentence(of: draft.trigger)
    let sides = states(draft.actors + draft.recipients)
    var best: (distance: Int, place: EventPlace)?
    for (other, candidate) in drafts.enumerated() where other != index {
      guard let place = candidate.place, isMeeting(candidate),
        isAhead(candidate) == isAhead(draft),
        !isApart(candidate, draft)
      else { continue }
      let distance = sentence - parse.sentence(of: candidate.trigger)
      guard distance >= 0, distance <= Self.reach,
        sides.isSubset(of: states(candidate.actors + candidate.recipients))
      else { continue }
      if best == nil || distance < best!.distance
        || (distance == best!.distance && best!.place.isState)
      {
        best = (distance, place)
      }
    }
    return best?.place
  }

  private func readSettings() -> [Setting] {
    let words = places.codebook.sets["meeting_word"] ?? []
    var result: [Setting] = []
    for (number, sentence) in parse.sentences.enumerated() {
      let triggers = sentence.tokens.filter {
        words.contains(parse.tokens[$0].lemma.asciiLowercased)
      }
      guard let place = triggers.lazy.compactMap({ places.phrase(for: $0, isWide: false) }).first
      else { continue }
      let named = reading.mentions.filter { sentence.tokens.contains($0.head) }
      let days = reading.times.filter { sentence.tokens.contains($0.tokens.lowerBound) }
      result.append(
        Setting(
          sentence: number, place: place, sides: states(named.flatMap(\.allActors)),
          days: days.compactMap(\.interval)))
    }
    return result
  }

  /// The place of the last meeting whose sentence names all the sides; not for what lies ahead.
  private func setting(of draft: DraftEvent, _ settings: [Setting]) -> EventPlace? {
    let sentence = parse.sentence(of: draft.trigger)
    let sides = states(draft.actors + draft.recipients)
    return settings.last {
      let distance = sentence - $0.sentence
      guard distance >= 0, distance <= Self.reach, sides.isSubset(of: $0.sides) else {
        return false
      }
      guard !isAhead(draft) else { return distance == 0 }
      guard let when = draft.when, !$0.days.isEmpty else { return true }
      let near = DateInterval(when.start - 7, when.end + 7)
      return $0.days.contains { $0.meets(near) }
    }?.place
  }

  private func isMeeting(_ draft: DraftEvent) -> Bool {
    draft.type == "CONSULT" && draft.mode != "phone" && draft.place != nil
      && draft.status != .cancelled && draft.status != .denied
  }

  private func isAhead(_ draft: DraftEvent) -> Bool {
    draft.status == .planned || draft.status == .possible
  }

  /// Both are dated by the text, on different days.
  private func isApart(_ a: DraftEvent, _ b: DraftEvent) -> Bool {
    guard let x = a.when, let y = b.when, a.whenBasis != .published, b.whenBasis != .published
    else { return false }
    return !x.meets(y)
  }

  // MARK: Dateline

  /// News of the day, filed from a state that takes part.
  private func filed(_ draft: DraftEvent) -> EventPlace? {
    guard let dateline, let country = dateline.country, !isAhead(draft),
      draft.status != .cancelled, draft.status != .denied,
      states(draft.actors + draft.recipients).contains(country)
    else { return nil }
    guard let published = reading.published else { return draft.when == nil ? dateline : nil }
    guard let when = draft.when else { return nil }
    return when.end.dayNumber >= published.start.dayNumber - 7 ? dateline : nil
  }
}
