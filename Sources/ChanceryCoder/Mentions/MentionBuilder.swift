import ChanceryCodebook
import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// The mentions and actors of a document while they are being found.
struct MentionBuilder {
  let facts: FactBase
  let parse: ParsedText
  let published: DateInterval?
  /// The government that publishes the text, if one does.
  var publisherState: String?
  /// Folded form of each token.
  let words: [String]
  let forms: [String]
  /// The words of the text, once each.
  let wordSet: Set<String>
  /// First words of the names of bodies that the text has named whole, and their actors.
  var shortBodies: [String: Int] = [:]
  var actors: [DraftActor] = []
  var mentions: [Mention] = []
  /// For each token, the mention that owns it, or -1.
  var owner: [Int32]
  /// Names looked up before, as they were asked for.
  var lookUps: [String: Entity.ID?] = [:]
  private var known: [String: Int] = [:]
  private var latestYear: DateInterval?
  private var pastYears: [Int: Int] = [:]

  init(facts: FactBase, parse: ParsedText, published: DateInterval?) {
    self.facts = facts
    self.parse = parse
    self.published = published
    forms = parse.tokens.map(\.form)
    words = forms.map { fold($0) }
    wordSet = Set(words)
    owner = [Int32](repeating: -1, count: forms.count)
    readYears()
  }

  /// The actor with a key, made on first use.
  mutating func actor(key: String, _ make: () -> DraftActor) -> Int {
    if let index = known[key] { return index }
    actors.append(make())
    known[key] = actors.count - 1
    return actors.count - 1
  }

  /// Makes another key mean the same actor.
  mutating func alias(_ key: String, to actor: Int) { if known[key] == nil { known[key] = actor } }

  func actor(forKey key: String) -> Int? { known[key] }

  /// Adds a mention; it owns those of its tokens that no earlier mention owns.
  @discardableResult
  mutating func add(_ mention: Mention) -> Int {
    let index = mentions.count
    mentions.append(mention)
    for token in mention.tokens where owner[token] < 0 { owner[token] = Int32(index) }
    owner[mention.head] = Int32(index)
    return index
  }

  func mention(at token: Int) -> Mention? {
    owner[token] < 0 ? nil : mentions[Int(owner[token])]
  }

  /// The state as an actor.
  mutating func stateActor(_ key: String) -> Int {
    let entity = facts.state(key)
    return actor(key: "state:\(key)") {
      DraftActor(
        name: entity?.name ?? key, kind: .state, state: key, sector: "GOV", entity: entity?.id)
    }
  }

  /// A token of a range whose head lies outside it.
  func head(of range: Range<Int>) -> Int {
    for token in range.reversed() where !range.contains(parse.tokens[token].head) {
      let deprel = parse.tokens[token].deprel
      if deprel != .punct && deprel != .case { return token }
    }
    return range.upperBound - 1
  }

  /// The day on which offices are looked up: the publication, else the latest year that the text names.
  var referenceDay: DateInterval? { published ?? latestYear }

  /// The day for one place in the text: the one year that the sentence names, where that is long past.
  func day(at token: Int) -> DateInterval? {
    guard let year = pastYears[token] else { return referenceDay }
    return DateInterval(
      CivilDate(year: year, month: 1, day: 1)!, CivilDate(year: year, month: 12, day: 31)!)
  }

  /// Reads the years that the text names.
  private mutating func readYears() {
    var latest: Int?
    for sentence in parse.sentences {
      var named: Set<Int> = []
      for token in sentence.tokens {
        guard parse.tokens[token].upos == .num, forms[token].utf8.count == 4,
          let year = Int(forms[token]), (1900...2100).contains(year)
        else { continue }
        named.insert(year)
        latest = max(latest ?? year, year)
      }
      guard named.count == 1, let year = named.first else { continue }
      if let published, year > published.start.year - 2 { continue }
      for token in sentence.tokens { pastYears[token] = year }
    }
    if let latest, published == nil {
      latestYear = DateInterval(
        CivilDate(year: latest, month: 1, day: 1)!, CivilDate(year: latest, month: 12, day: 31)!)
    }
  }

  func text(_ range: Range<Int>) -> String {
    var result = ""
    for token in range {
      if token > range.lowerBound,
        parse.tokens[token].span.start > parse.tokens[token - 1].span.end
      {
        result += " "
      }
      result += forms[token]
    }
    return result
  }
}
