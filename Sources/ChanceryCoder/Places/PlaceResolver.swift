import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// Tells which of the places of a name a text means.
struct PlaceResolver {
  let reading: Reading
  let candidates: [PlaceCandidate]
  /// How much the text speaks of each state.
  private var states: [String: Double] = [:]
  /// States named in each sentence.
  private var statesOfSentence: [Int: Set<String>] = [:]
  /// Regions that the text names: state and folded name.
  private var regions: Set<String> = []

  init(reading: Reading, candidates: [PlaceCandidate]) {
    self.reading = reading
    self.candidates = candidates
    for candidate in candidates {
      let keys = Set(candidate.places.compactMap(\.state))
      if let state = candidate.places.first(where: { $0.kind == .state })?.state {
        let isRegionElsewhere = candidate.places.contains {
          $0.kind == .region && $0.state != state
        }
        if !isRegionElsewhere { states[state, default: 0] += 1 }
        let sentence = reading.parse.sentence(of: candidate.tokens.lowerBound)
        statesOfSentence[sentence, default: []].insert(state)
      } else if keys.count == 1, let state = keys.first {
        states[state, default: 0] += 0.5
      }
      for place in candidate.places where place.kind == .region {
        regions.insert(key(place.state, place.name))
      }
    }
    for mention in reading.mentions where mention.form == .adjective {
      if let state = reading.actors[mention.actor].state { states[state, default: 0] += 0.7 }
    }
  }

  private func key(_ state: String?, _ name: String) -> String { "\(state ?? "")/\(fold(name))" }

  /// The likeliest place; of equals the first in the order of the tables.
  func meaning(of index: Int) -> Gazetteer.Place? {
    var best: (score: Double, place: Gazetteer.Place)?
    for place in candidates[index].places {
      let score = score(of: place, at: index)
      if best == nil || score > best!.score { best = (score, place) }
    }
    return best?.place
  }

  private func score(of place: Gazetteer.Place, at index: Int) -> Double {
    var score = fame(of: place)
    let evidence = min(place.state.flatMap { states[$0] } ?? 0, 7)
    score += log2(1 + evidence) * (place.kind == .state ? 1.33 : 3.33)
    if place.kind != .state, let state = place.state {
      let sentence = reading.parse.sentence(of: candidates[index].tokens.lowerBound)
      if statesOfSentence[sentence]?.contains(state) == true { score += 5 }
    }
    if !place.within.isEmpty, regions.contains(key(place.state, place.within)) { score += 8 }
    if let next = neighbour(of: index, 1), place.kind != .state {
      for whole in next.places where whole.state == place.state && contains(whole, place) {
        score += 25
      }
    }
    if let before = neighbour(of: index, -1) {
      score += before.places.map { lead(from: $0, to: place) }.max() ?? 0
    }
    return score
  }

  /// "Paris, Texas": what stands behind the comma contains what stands before it.
  private func contains(_ whole: Gazetteer.Place, _ part: Gazetteer.Place) -> Bool {
    switch whole.kind {
    case .state: true
    case .region, .district, .area, .island:
      part.within.isEmpty || fold(part.within) == fold(whole.name)
    default: false
    }
  }

  private func lead(from part: Gazetteer.Place, to whole: Gazetteer.Place) -> Double {
    guard part.state != nil, part.state == whole.state else { return 0 }
    switch whole.kind {
    case .region, .district:
      return !part.within.isEmpty && fold(part.within) == fold(whole.name) ? 25 : 0
    case .state where part.kind != .state:
      return part.kind == .capital || part.population > 300_000 ? 15 : 4
    default: return 0
    }
  }

  /// The candidate next to another, where only a comma stands between.
  private func neighbour(of index: Int, _ step: Int) -> PlaceCandidate? {
    let other = index + step
    guard candidates.indices.contains(other) else { return nil }
    let (first, second) = step > 0 ? (index, other) : (other, index)
    let comma = candidates[first].tokens.upperBound
    guard candidates[second].tokens.lowerBound == comma + 1,
      reading.parse.tokens[comma].form == ","
    else { return nil }
    return candidates[other]
  }

  /// How well known a place is: states before continents, seas, regions, capitals; towns by their size.
  private func fame(of place: Gazetteer.Place) -> Double {
    let size = 4 * log2(Double(place.population) + 10) / log2(10.0)
    return switch place.kind {
    case .state: 46
    case .continent: 45
    case .world, .sea: 40
    case .strait: 38
    case .lake: 34
    case .river, .capital: max(30, size)
    case .area, .island: 27
    case .region: 26
    case .district: 10
    case .town: size
    }
  }

  /// Binary logarithm, close enough for comparing; without Foundation.
  private func log2(_ value: Double) -> Double {
    var whole = Double(value.exponent)
    var part = value.significand
    for step in 1...20 {
      part *= part
      if part >= 2 {
        part /= 2
        whole += 1 / Double(1 << step)
      }
    }
    return whole
  }
}
