import ChanceryLanguage

/// Gives participants whose state no word tells the state where their sentence is set: the only one it names,
/// else the one behind "in" or "at", else that of the sentence before.
///
/// Between states only armed and political groups ("insurgents", "the opposition") in a sentence that names one
/// state are placed so: a government that faces one of them takes part with it in a happening. Those who gather
/// ("protesters") are of the place where they do. Where domestic happenings count too, everybody is placed.
struct SceneResolver {
  let sets: [String: Set<String>]
  let scope: Scope

  private static let groups: Set<String> = ["REB", "PRM"]

  func resolve(_ reading: inout Reading) {
    var last: String?
    var start = 0
    for sentence in reading.parse.sentences {
      while start < reading.mentions.count,
        reading.mentions[start].head < sentence.tokens.lowerBound
      {
        start += 1
      }
      let inside = reading.mentions[start...].prefix {
        $0.tokens.lowerBound < sentence.tokens.upperBound
      }
      let states = states(of: inside, reading)
      let scene = states.count == 1 ? states[0] : located(inside, reading)
      for mention in inside where isOpen(reading.actors[mention.actor]) {
        switch scope {
        case .interstate:
          if states.count == 1, isGroup(reading.actors[mention.actor]) {
            reading.actors[mention.actor].state = states[0]
          } else if isCrowd(reading.actors[mention.actor]) {
            reading.actors[mention.actor].state = located(inside, reading)
          }
        case .all: reading.actors[mention.actor].state = scene ?? (states.isEmpty ? last : nil)
        }
      }
      if let scene { last = scene }
    }
  }

  /// Whether a description tells no state or organisation.
  private func isOpen(_ actor: DraftActor) -> Bool {
    actor.state == nil && actor.code == nil && !actor.isMedium
      && (actor.kind == .office || actor.kind == .person)
  }

  private func isGroup(_ actor: DraftActor) -> Bool {
    Self.groups.contains(actor.sector ?? "")
      || actor.sector == "OPP" && (actor.role ?? "").hasPrefix("opposition")
      || sets["terror_noun"]?.contains(actor.role ?? "") == true
  }

  private func isCrowd(_ actor: DraftActor) -> Bool {
    sets["crowd_noun"]?.contains(actor.role ?? "") == true
  }

  private func states(of mentions: ArraySlice<Mention>, _ reading: Reading) -> [String] {
    var result: [String] = []
    for mention in mentions {
      guard let state = reading.actors[mention.actor].state, !result.contains(state) else {
        continue
      }
      result.append(state)
    }
    return result
  }

  /// The state of the first place that stands behind "in", "at", "near".
  private func located(_ mentions: ArraySlice<Mention>, _ reading: Reading) -> String? {
    for mention in mentions {
      let actor = reading.actors[mention.actor]
      guard let state = actor.state, actor.kind == .place || actor.kind == .state,
        let preposition = reading.parse.preposition(of: mention.head),
        sets["locative"]?.contains(preposition) == true
      else { continue }
      return state
    }
    return nil
  }
}
