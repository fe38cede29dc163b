import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// A place that a text mentions, on the map.
public struct MappedPlace: Sendable, Equatable {
  public var span: ByteSpan
  public var name: String
  /// Key of the state; nil for seas and lands of several states.
  public var country: String?
  public var latitude: Double
  public var longitude: Double
}

/// Finds every place that a text mentions and tells which one of its name is meant: by the state or region named
/// beside it ("Paris, Texas"), the states of the text, and how well known it is.
///
/// Cost: the mentions of the document, then one look-up a word.
public struct PlaceReader: Sendable {
  public let coder: Coder
  let gazetteer: Gazetteer
  /// How often the persons of the facts have a word as a name.
  private let personWords: [String: (first: Int, later: Int)]

  public init(coder: Coder, gazetteer: Gazetteer) {
    self.coder = coder
    self.gazetteer = gazetteer
    personWords = coder.facts.personWords()
  }

  /// In text order, not overlapping.
  public func places(in text: SourceText, published: DateInterval?) -> [MappedPlace] {
    places(in: coder.mentions(in: text, published: published))
  }

  func places(in reading: Reading) -> [MappedPlace] {
    let found = candidates(in: reading)
    let resolver = PlaceResolver(reading: reading, candidates: found)
    return found.indices.compactMap { index in
      guard let place = resolver.meaning(of: index) else { return nil }
      return MappedPlace(
        span: reading.parse.span(of: found[index].tokens), name: place.name, country: place.state,
        latitude: rounded(place.latitude), longitude: rounded(place.longitude))
    }
  }

  private func rounded(_ degrees: Double) -> Double { (degrees * 100).rounded() / 100 }

  private func candidates(in reading: Reading) -> [PlaceCandidate] {
    let tokens = reading.parse.tokens
    let forms = tokens.map(\.form)
    let words = forms.map { fold($0) }
    var found: [PlaceCandidate] = []
    for sentence in reading.parse.sentences {
      var start = sentence.tokens.lowerBound
      while start < sentence.tokens.upperBound {
        guard forms[start].startsUpper,
          let match = gazetteer.longest(at: start, in: words, forms: forms)
        else {
          start += 1
          continue
        }
        let end = min(start + match.wordCount, sentence.tokens.upperBound)
        let candidate = PlaceCandidate(tokens: start..<end, places: match.places)
        if isPlace(candidate, in: sentence.tokens, reading, words) {
          found.append(candidate)
          start = end
        } else {
          start += 1
        }
      }
    }
    return found
  }

  // MARK: - whether the words are a place

  private func isPlace(
    _ candidate: PlaceCandidate, in sentence: Range<Int>, _ reading: Reading, _ words: [String]
  ) -> Bool {
    let tokens = reading.parse.tokens
    let (start, end) = (candidate.tokens.lowerBound, candidate.tokens.upperBound)
    guard candidate.tokens.contains(where: { tokens[$0].upos == .propn }) || candidate.isState,
      !isOfBody(candidate, reading), !isPerson(candidate, reading)
    else { return false }
    let sets = coder.codebook.sets
    if candidate.tokens.count == 1, sets["calendar_name"]?.contains(words[start]) == true {
      return false
    }
    let next = end < sentence.upperBound ? end : nil
    let before = start > sentence.lowerBound ? start - 1 : nil
    if let next, tokens[next].form.startsUpper,
      sets["institution_word"]?.contains(words[next]) == true
    {
      return false
    }
    let goesOn = next.map { tokens[$0].upos == .propn && tokens[$0].form.startsUpper } ?? false
    let isContinued =
      before.map {
        tokens[$0].upos == .propn && tokens[$0].form.startsUpper
          && sets["direction_word"]?.contains(words[$0]) != true
      } ?? false
    if isContinued, !candidate.isState { return false }
    if candidate.isWellKnown { return true }
    if goesOn { return false }
    let beforeWord = before.map { words[$0] } ?? ""
    let isLed = beforeWord == "," || sets["place_context"]?.contains(beforeWord) == true
    guard isLed || next.map({ tokens[$0].form == "," }) == true else { return false }
    // "Jackson," is a person more often than a town.
    guard candidate.tokens.count == 1, let count = personWords[words[start]],
      count.first + count.later >= 3
    else { return true }
    return ["in", "at", "near", "outside", "from"].contains(beforeWord)
  }

  /// "Bank of China": places inside names of bodies are none; a body that is itself called so is none either.
  private func isOfBody(_ candidate: PlaceCandidate, _ reading: Reading) -> Bool {
    reading.mentions.contains { mention in
      guard mention.form == .name,
        mention.tokens.lowerBound <= candidate.tokens.lowerBound,
        candidate.tokens.upperBound <= mention.tokens.upperBound
      else { return false }
      let kind = reading.actors[mention.actor].kind
      return kind == .organization || kind == .group
    }
  }

  private func isPerson(_ candidate: PlaceCandidate, _ reading: Reading) -> Bool {
    candidate.tokens.contains { token in
      guard let mention = reading.mention(covering: token),
        reading.actors[mention.actor].kind == .person, mention.form != .pronoun
      else { return false }
      // "Egypt's President Mubarak" has a place in it.
      return !candidate.isState || mention.head == token
        || reading.parse.tokens[token].deprel == .flat
    }
  }
}

/// Words that may name places, and which.
struct PlaceCandidate {
  var tokens: Range<Int>
  var places: [Gazetteer.Place]

  var isState: Bool { places.contains { $0.kind == .state } }

  /// Known without a word of place beside it.
  var isWellKnown: Bool {
    places.contains {
      switch $0.kind {
      case .town: $0.population > 1_000_000
      case .district: false
      default: true
      }
    }
  }
}
