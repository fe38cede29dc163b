import ChanceryCodebook
import ChanceryLanguage

/// A party found at a token.
struct Participant: Equatable {
  var actor: Int
  var token: Int
  /// The words name something of the party ("Ukraine's ports"), not the party itself.
  var isPossession = false
}

/// Turns the token in a slot into the parties that stand there.
struct ParticipantReader {
  let reading: Reading
  /// Participants of no known state count too ("police", "protesters"), and those who write and report.
  var everybodyCounts = false

  /// Nouns for bodies of sport, and the words that make them such ("football", "league").
  private let sportBodies: Set<String>
  private let sportWords: Set<String>
  /// Deeds told with their victim behind "of" ("the killing *of* soldiers").
  private let suffered: Set<String>
  /// Deeds of force: where they happen tells the victim, not the doer.
  private let harm: Set<String>
  /// Participles behind a hyphen that say who stands behind something ("American-funded").
  private let attributed: Set<String>

  init(reading: Reading, sets: [String: Set<String>] = [:]) {
    self.reading = reading
    sportBodies = sets["sport_body"] ?? []
    sportWords = sets["sport_word"] ?? []
    attributed = sets["attributed_participle"] ?? []
    suffered = sets["patient_noun"] ?? []
    harm = sets["harm_noun"] ?? []
  }

  private var parse: ParsedText { reading.parse }

  /// Everybody who stands at a token, coordinated fellows included, in text order.
  ///
  /// - Parameter doersCount: who stands behind "by" comes first ("condemned the tests by Iran").
  /// - Parameter scenesCount: where a thing is tells whose it is ("bases in Peru"); no such thing of talks.
  /// - Parameter barred: sides that do not count here; their words are looked through.
  func participants(
    at token: Int, placesCount: Bool, doersCount: Bool = false, barred: Set<String> = [],
    scenesCount: Bool = true
  ) -> [Participant] {
    var result: [Participant] = []
    let search = Search(
      placesCount: placesCount, doersCount: doersCount, barred: barred, scenesCount: scenesCount)
    for part in fellows(of: token) {
      for found in single(part, search, depth: 0)
      where !result.contains(where: { $0.actor == found.actor }) {
        result.append(found)
      }
    }
    if result.count == 1, parse.preposition(of: token) == "between" {
      result += second(below: token, besides: result[0], search)
    }
    return result
  }

  /// "between officials of the government *and the rebels*", whatever the tree coordinates.
  private func second(below token: Int, besides first: Participant, _ search: Search)
    -> [Participant]
  {
    let range = parse.subtree(of: token)
    for word in range where word > first.token && parse.tokens[word].deprel == .cc {
      var next = word + 1
      while next < range.upperBound,
        [.det, .amod, .compound].contains(parse.tokens[next].deprel),
        reading.mentionOfToken[next] < 0
      {
        next += 1
      }
      guard range.contains(next), let mention = reading.mention(covering: next) else { continue }
      let side = reading.actors[first.actor].side
      let found = mention.allActors.compactMap { party($0, placesCount: search.placesCount) }
        .filter { reading.actors[$0].side != side }
      if !found.isEmpty { return found.map { Participant(actor: $0, token: next) } }
    }
    return []
  }

  /// The coordinated words; behind "between" also the one that the tree has torn off ("between India and China").
  private func fellows(of token: Int) -> [Int] {
    var result: [Int] = []
    for part in parse.coordinated(token) {
      result.append(part)
      result += listed(below: part)
    }
    guard parse.preposition(of: token) == "between", result.count == 1,
      let mention = reading.mention(covering: token)
    else { return result }
    var next = mention.tokens.upperBound
    guard next + 1 < parse.tokens.count, parse.tokens[next].lemma == "and" else { return result }
    next += 1
    if parse.tokens[next].deprel == .det { next += 1 }
    guard next < parse.tokens.count, reading.mentionOfToken[next] >= 0 else { return result }
    result.append(reading.mentions[Int(reading.mentionOfToken[next])].head)
    return result
  }

  /// States and organisations of a list that the tree hangs below its first member by another relation
  /// than coordination ("delegates of Chile, the Arab League, Egypt and Peru").
  private func listed(below token: Int) -> [Int] {
    guard let first = reading.mention(covering: token),
      [.state, .organization, .office].contains(reading.actors[first.actor].kind)
    else { return [] }
    var result: [Int] = []
    for child in parse.children(of: token, [.appos, .list, .dep, .parataxis, .nmodUnmarked, .flat])
    where child > token && child > 0 {
      guard let mention = reading.mention(covering: child), mention.actor != first.actor else {
        continue
      }
      let actor = reading.actors[mention.actor]
      guard actor.kind == .state || actor.kind == .organization,
        actor.party != reading.actors[first.actor].party,
        follows(mention.tokens.lowerBound)
      else { continue }
      result += parse.coordinated(child)
    }
    return result
  }

  /// Whether a comma or "and" stands before a token, an article between them apart.
  private func follows(_ token: Int) -> Bool {
    var before = token - 1
    if before >= 0, parse.tokens[before].deprel == .det { before -= 1 }
    let separators: Set<String> = [",", "and", "or", "&", "-", "–", "/"]
    return before >= 0 && separators.contains(parse.tokens[before].form)
  }

  /// The parties of a clause below an asking, refusing or threatening verb: its subject, else its objects.
  ///
  /// - Parameter subjectsOnly: what happened to somebody is no reproach to him ("alleged that he was poisoned").
  func parties(
    ofClause verb: Int, fillers: [Filler], besides side: Set<String>, subjectsOnly: Bool = false
  ) -> [Participant] {
    // The tagger takes "was poisoned" for an adjective now and then.
    let word = parse.tokens[verb]
    if subjectsOnly, word.upos == .adj, word.form.hasSuffix("ed") { return [] }
    let all = [["subj"], ["obj", "iobj"], ["to", "against", "on", "with", "from", "of", "in"]]
    for slots in subjectsOnly ? [["subj"]] : all {
      var result: [Participant] = []
      var tokens = fillers.filter { slots.contains($0.slot) }.map(\.token)
      // "that Russia was behind the fire": the subject of a clause without a verb of its own.
      if slots == ["subj"], tokens.isEmpty { tokens = parse.children(of: verb, [.nsubj]) }
      for token in tokens {
        result += participants(at: token, placesCount: true).filter {
          !side.contains(reading.actors[$0.actor].side)
        }
      }
      if !result.isEmpty { return result }
    }
    return []
  }

  /// What counts while a phrase is looked through.
  private struct Search {
    var placesCount: Bool
    var doersCount: Bool
    var barred: Set<String>
    var scenesCount: Bool
  }

  /// "the Iranian football team", "the English Football League's Commission": no party of relations of states.
  func isSporting(_ token: Int) -> Bool {
    guard !everybodyCounts, sportBodies.contains(parse.tokens[token].lemma.asciiLowercased) else {
      return false
    }
    var first = parse.subtree(of: token).lowerBound
    if let mention = reading.mention(covering: token) {
      first = min(first, mention.tokens.lowerBound)
    }
    if (first..<token).contains(where: isSport) { return true }
    // "In cricket, … During the ceremony, the Indian team refused": said of a match nearby.
    guard Self.nationals.contains(parse.tokens[token].lemma) else { return false }
    let sentence = parse.sentence(of: token)
    return (max(0, sentence - 1)...sentence).contains {
      parse.sentences[$0].tokens.contains(where: isSport)
    }
  }

  /// "an *American*-funded warehouse" is not America's.
  private func isAttributed(_ token: Int) -> Bool {
    let next = token + 2
    // "all UN member states"
    if next < parse.tokens.count, parse.tokens[token].form == "UN",
      parse.tokens[token + 1].lemma.asciiLowercased == "member"
    {
      return true
    }
    guard next < parse.tokens.count, ["-", "‑", "–"].contains(parse.tokens[token + 1].form) else {
      return false
    }
    return attributed.contains(parse.tokens[next].form.asciiLowercased)
  }

  /// "UN- and U.S.-designated"
  private func isAttributedRow(_ token: Int) -> Bool {
    token + 5 < parse.tokens.count && ["-", "‑", "–"].contains(parse.tokens[token + 1].form)
      && ["and", "or"].contains(parse.tokens[token + 2].form)
      && attributed.contains(parse.tokens[token + 5].form.asciiLowercased)
  }

  private static let nationals: Set<String> = ["team", "side", "squad", "player", "captain"]

  private func isSport(_ token: Int) -> Bool {
    sportWords.contains(parse.tokens[token].lemma.asciiLowercased)
  }

  /// Whether what stands in a slot of a deed's noun suffers it ("the attack *on* Sudan", "the arrest *of* monks").
  func isSuffered(_ slot: String, of noun: Int) -> Bool {
    let lemma = parse.tokens[noun].lemma.asciiLowercased
    guard suffered.contains(lemma) || harm.contains(lemma) else { return false }
    switch slot {
    case "on", "against": return true
    case "of": return suffered.contains(lemma)
    case "in", "at", "near", "inside": return harm.contains(lemma)
    default: return false
    }
  }

  /// The same of a word at any depth below the deed: "the attack on the university *in* Sudan".
  func isSuffered(_ slot: String, at token: Int) -> Bool {
    var current = token
    var isBelowVictim = false
    for _ in 0..<4 {
      let word = parse.tokens[current]
      guard word.head >= 0, word.deprel == .nmod || word.deprel == .obl else { break }
      let preposition = current == token ? slot : parse.preposition(of: current) ?? ""
      let lemma = parse.tokens[word.head].lemma.asciiLowercased
      if isSuffered(preposition, of: word.head) {
        // "the arrest of monks in Minsk": where somebody is held tells who holds him.
        isBelowVictim =
          isBelowVictim || current == token || !["in", "at"].contains(slot) || harm.contains(lemma)
      }
      current = word.head
    }
    return isBelowVictim
  }

  private func single(_ token: Int, _ search: Search, depth: Int) -> [Participant] {
    if isSporting(token) || depth > 0 && isAttributed(token) || isAttributedRow(token) {
      return []
    }
    if let mention = reading.mention(covering: token) {
      let direct = mention.allActors.compactMap { party($0, placesCount: search.placesCount) }
        .filter { !search.barred.contains(reading.actors[$0].side) }
      if !direct.isEmpty {
        return (direct + beside(mention, direct, search)).map {
          Participant(actor: $0, token: token)
        }
      }
    }
    guard depth < 3 else { return [] }
    // Who did it comes before whose it is, and that before where it is.
    let ranks: [[Int]] = [
      parse.children(of: token, [.appos])
        + parse.children(of: token, [.nmod]).filter {
          ["such_as", "including", "like"].contains(parse.preposition(of: $0) ?? "")
        },
      search.doersCount
        ? parse.children(of: token, [.nmod, .oblAgent, .obl]).filter {
          parse.preposition(of: $0) == "by"
        } : [],
      parse.children(of: token, [.nmodPoss, .amod, .compound, .nmodDesc, .nmodUnmarked]),
      parse.children(of: token, [.nmod]).filter {
        let preposition = parse.preposition(of: $0) ?? ""
        if search.doersCount, isSuffered(preposition, of: token) { return false }
        return ["of", "from", "between", "among"].contains(preposition)
          || search.doersCount && preposition == "with"
      },
      parse.children(of: token, [.nmod]).filter {
        let preposition = parse.preposition(of: $0) ?? ""
        if search.doersCount, isSuffered(preposition, of: token) { return false }
        return ["in", "within", "inside", "at"].contains(preposition)
      },
      // "prisoners held in Belarus", and of deeds: "a raid carried out by Kenya"
      parse.children(of: token, [.acl]).filter { parse.tokens[$0].xpos == .vbn }.flatMap {
        parse.children(of: $0, [.obl, .oblAgent]).filter {
          (search.doersCount ? ["in", "by", "at"] : ["in", "at"])
            .contains(parse.preposition(of: $0) ?? "")
        }
      },
    ]
    for (rank, children) in ranks.enumerated() where rank < 4 || search.scenesCount {
      var result: [Participant] = []
      for child in children {
        for part in fellows(of: child) {
          var inner = search
          inner.placesCount = search.placesCount || rank >= 3
          for found in single(part, inner, depth: depth + 1)
          where !result.contains(where: { $0.actor == found.actor }) {
            result.append(Participant(actor: found.actor, token: part, isPossession: rank > 0))
          }
        }
      }
      if !result.isEmpty { return result }
    }
    return []
  }

  /// "the *Saudi* and Yemeni governments", "*American* and Canadian citizens": the people named before the "and" of
  /// a plural take part as well.
  private func beside(_ mention: Mention, _ found: [Int], _ search: Search) -> [Int] {
    let first = mention.tokens.lowerBound
    guard mention.form == .nominal, first >= 2, found.count == 1,
      [.nns, .nnps].contains(parse.tokens[mention.head].xpos),
      parse.tokens[first - 1].form == "and",
      let other = reading.mention(covering: first - 2), other.form == .adjective
    else { return [] }
    let side = reading.actors[found[0]].side
    return other.allActors.compactMap { party($0, placesCount: search.placesCount) }
      .filter {
        reading.actors[$0].side != side && !search.barred.contains(reading.actors[$0].side)
      }
  }

  /// The actor that takes part: a capital stands for its government, a town (where places count) for its state.
  func party(_ index: Int, placesCount: Bool) -> Int? {
    let actor = reading.actors[index]
    // Journalists tell; only where something is done to people do they take part.
    let isVictim = placesCount && actor.kind == .person && actor.state != nil
    if actor.isMedium || actor.sector == "JRN" && !isVictim && !everybodyCounts { return nil }
    guard actor.kind == .place else {
      if everybodyCounts { return index }
      // "associates", "analysts": who only speaks and is nobody in particular takes no part.
      let isGroup = actor.kind == .group && (actor.entity != nil || actor.sector != nil)
      return actor.state != nil || actor.code != nil || isGroup ? index : nil
    }
    guard let state = actor.state, actor.sector == "GOV" || placesCount else { return nil }
    return reading.stateActors[state] ?? index
  }

  /// Whether somebody of a kind stands at a token.
  func holds(_ kind: Condition.Kind, at token: Int) -> Bool {
    if kind == .name { return parse.tokens[token].upos == .propn }
    if kind == .place {
      guard let mention = reading.mention(covering: token) else { return false }
      let actor = reading.actors[mention.actor]
      return actor.kind == .place || actor.kind == .state
    }
    return participants(at: token, placesCount: kind == .state || kind == .party).contains {
      let actor = reading.actors[$0.actor]
      switch kind {
      case .party: return true
      case .state: return actor.state != nil
      case .org: return actor.code != nil && actor.kind == .organization
      case .group: return actor.kind == .group || actor.sector == "REB" || actor.sector == "UAF"
      case .person: return actor.kind == .person && !$0.isPossession
      case .force:
        return ["MIL", "REB", "UAF", "PRM", "COP", "SPY"].contains(actor.sector ?? "")
      case .place, .name: return false
      }
    }
  }
}
