import ChanceryLanguage
import ChanceryText

/// The title that stands before a name, and whose it is.
struct TitleBefore {
  /// Lower-case words of the title; empty for a mere form of address.
  var words: [String]
  var sector: String?
  /// Keys of the states and codes of the organisations that the title belongs to.
  var states: [String]
  var codes: [String]
  var isFormer: Bool

  var text: String { words.joined(separator: " ") }
}

/// Finds titles before names: "Russian Foreign Minister", "Prime Minister of Pakistan", "Mr".
struct TitleReader {
  let agents: AgentIndex
  let sets: [String: Set<String>]

  static let markers: Set<String> = [
    "'s", "’s", "'", "’", "-", "deputy", "former", "ex", "then", "new", "vice", "visiting", "first",
    "senior", "top", "outgoing", "acting", "interim", "late", "ousted", "deposed", "longtime",
  ]
  static let past: Set<String> = ["former", "ex", "late", "ousted", "deposed", "onetime"]

  /// The title directly before the name that begins at `start`.
  func before(_ start: Int, in sentence: Range<Int>, _ builder: MentionBuilder) -> TitleBefore? {
    var last = start - 1
    guard last >= sentence.lowerBound else { return nil }
    let isAddressed = sets["honorific"]?.contains(builder.words[last]) == true
    if isAddressed,
      agents.title(endingAt: last, from: sentence.lowerBound, words: builder.words) == nil
    {
      last -= 1
    }
    if last >= sentence.lowerBound, let title = title(endingAt: last, in: sentence, builder) {
      return title
    }
    guard isAddressed, builder.forms[start - 1].startsUpper else { return nil }
    return TitleBefore(words: [], sector: nil, states: [], codes: [], isFormer: false)
  }

  private func title(endingAt end: Int, in sentence: Range<Int>, _ builder: MentionBuilder)
    -> TitleBefore?
  {
    var last = end
    var states: [String] = []
    var codes: [String] = []
    if let mention = builder.mention(at: last), mention.tokens.upperBound == last + 1 {
      // "Prime Minister of Pakistan"
      var before = mention.tokens.lowerBound - 1
      if before > sentence.lowerBound, builder.words[before] == "the" { before -= 1 }
      guard before > sentence.lowerBound, builder.words[before] == "of" else { return nil }
      take(mention, &states, &codes, builder)
      last = before - 1
    } else if let before = portfolio(endingAt: last, in: sentence, builder) {
      last = before
    }
    guard last >= sentence.lowerBound, builder.parse.tokens[last].upos != .adj,
      let entry = agents.title(endingAt: last, from: sentence.lowerBound, words: builder.words)
    else { return nil }
    let first = last - entry.words.count + 1
    if let owner = owner(before: first, in: sentence, builder) {
      take(owner, &states, &codes, builder)
    }
    return TitleBefore(
      words: entry.words, sector: entry.noun.sector, states: states, codes: codes,
      isFormer: builder.words[max(sentence.lowerBound, first - 4)..<first].contains(
        where: TitleReader.past.contains))
  }

  /// "Secretary of Education": the token of "Secretary", where words of a portfolio end at `end`.
  private func portfolio(endingAt end: Int, in sentence: Range<Int>, _ builder: MentionBuilder)
    -> Int?
  {
    guard let portfolio = sets["portfolio"], builder.parse.tokens[end].upos != .det,
      builder.parse.tokens[end].upos != .cconj, builder.parse.tokens[end].upos != .punct
    else { return nil }
    var token = end
    while token > sentence.lowerBound, end - token < 8, portfolio.contains(builder.words[token]) {
      token -= 1
    }
    guard token < end, token > sentence.lowerBound,
      builder.words[token] == "of" || builder.words[token] == "for"
    else { return nil }
    return token - 1
  }

  /// Whether a token is a word of a portfolio behind a title ("Secretary of Education").
  func isPortfolio(_ token: Int, in sentence: Range<Int>, _ builder: MentionBuilder) -> Bool {
    guard sets["portfolio"]?.contains(builder.words[token]) == true,
      let title = portfolio(endingAt: token, in: sentence, builder), title >= sentence.lowerBound
    else { return false }
    return agents.title(endingAt: title, from: sentence.lowerBound, words: builder.words) != nil
  }

  /// The token behind a title and what specifies it: "of Education", "of Pakistan".
  func end(of title: Range<Int>, in sentence: Range<Int>, _ builder: MentionBuilder) -> Int {
    var next = title.upperBound
    guard next + 1 < sentence.upperBound,
      builder.words[next] == "of" || builder.words[next] == "for"
    else { return title.upperBound }
    next += 1
    let first = next
    if sets["portfolio"]?.contains(builder.words[first]) == true {
      while next < sentence.upperBound, next - first < 8,
        sets["portfolio"]?.contains(builder.words[next]) == true, builder.owner[next] < 0
      {
        next += 1
      }
      // "for Energy, and John Smith": what joins nothing more is none of it.
      while next > first, ["and", "&", ",", "the"].contains(builder.words[next - 1]) { next -= 1 }
      return next
    }
    if builder.words[next] == "the" { next += 1 }
    guard next < sentence.upperBound, let mention = builder.mention(at: next),
      mention.tokens.lowerBound == next, builder.actors[mention.actor].kind != .person
    else { return title.upperBound }
    return mention.tokens.upperBound
  }

  /// The state or organisation directly before a title, modifiers between them passed over.
  func owner(before first: Int, in sentence: Range<Int>, _ builder: MentionBuilder) -> Mention? {
    var before = first - 1
    while before > sentence.lowerBound, isPassedOver(before, builder) { before -= 1 }
    guard before >= sentence.lowerBound, let mention = builder.mention(at: before),
      mention.tokens.upperBound == before + 1, builder.actors[mention.actor].kind != .person
    else { return nil }
    return mention
  }

  /// Words that may stand between a state and a title: "deputy", "fisheries".
  func isPassedOver(_ token: Int, _ builder: MentionBuilder) -> Bool {
    let word = builder.words[token]
    if TitleReader.markers.contains(word) { return true }
    guard builder.owner[token] < 0 else { return false }
    guard !["the", "a", "an", "and", "own", "country"].contains(word) else { return false }
    return sets["same_office"]?.contains(word) == true || sets["portfolio"]?.contains(word) == true
  }

  private func take(
    _ mention: Mention, _ states: inout [String], _ codes: inout [String],
    _ builder: MentionBuilder
  ) {
    let actor = builder.actors[mention.actor]
    if let state = actor.state {
      states.append(state)
    } else if let code = actor.code {
      codes.append(code)
    }
  }
}
