import ChanceryCodebook
import ChanceryLanguage
import ChanceryText

/// Finds the words of a name that no table has, and tells whether a person may be called so.
struct NameRuns {
  let agents: AgentIndex
  let codebook: Codebook

  private func has(_ word: String, _ set: String) -> Bool {
    codebook.sets[set]?.contains(word) == true
  }

  /// Proper nouns from `start` on, with hyphens, particles and initials between them.
  func run(from start: Int, in sentence: Range<Int>, _ builder: MentionBuilder) -> Range<Int>? {
    let isParticle = beginsWithParticle(at: start, in: sentence, builder)
    guard isParticle || begins(at: start, builder) else { return nil }
    var end = start + 1
    if isParticle { end += builder.forms[end] == "-" ? 2 : 1 }
    while end < sentence.upperBound {
      if isPart(end, builder) {
        if isAdjective(end, in: sentence, builder) { break }
        end += 1
      } else if let next = joined(at: end, from: start, in: sentence, builder) {
        end = next
      } else {
        break
      }
    }
    while end > start + 1, !builder.forms[end - 1].startsUpper, !isTail(end - 1, builder) {
      end -= 1
    }
    return cut(start..<end, builder)
  }

  private func begins(at start: Int, _ builder: MentionBuilder) -> Bool {
    let token = builder.parse.tokens[start]
    guard builder.forms[start].startsUpper, !agents.isTitle(builder.words[start]) else {
      return false
    }
    if token.upos == .propn { return true }
    // "Al-Sharaa"
    return has(builder.words[start], "name_particle") && start + 2 < builder.parse.tokens.count
      && builder.forms[start + 1] == "-" && builder.forms[start + 2].startsUpper
  }

  /// "General de Gaulle": a name that begins with a particle, behind a title.
  private func beginsWithParticle(at start: Int, in sentence: Range<Int>, _ builder: MentionBuilder)
    -> Bool
  {
    guard start > sentence.lowerBound, start + 1 < sentence.upperBound,
      ["de", "al", "el", "van", "von", "bin", "da", "dos", "di", "ould"].contains(
        builder.words[start]),
      agents.isTitle(builder.words[start - 1]) || has(builder.words[start - 1], "honorific"),
      builder.forms[start - 1].startsUpper
    else { return false }
    let next = builder.forms[start + 1] == "-" ? start + 2 : start + 1
    return next < sentence.upperBound && builder.forms[next].startsUpper
      && builder.parse.tokens[next].upos == .propn
  }

  private func isPart(_ token: Int, _ builder: MentionBuilder) -> Bool {
    let form = builder.forms[token]
    guard form.startsUpper else { return false }
    return builder.parse.tokens[token].upos == .propn || NameRuns.isInitial(form)
  }

  /// The token after a hyphen or particles with the word that they join to the name.
  private func joined(
    at token: Int, from start: Int, in sentence: Range<Int>, _ builder: MentionBuilder
  ) -> Int? {
    let tokens = builder.parse.tokens
    var next = token
    if isHyphen(token, builder), token + 1 < sentence.upperBound {
      let part = tokens[token + 1]
      if builder.forms[token + 1].startsUpper && part.upos == .propn { return token + 2 }
      // "Shyh-fang"
      let isName = part.upos == .propn || (part.upos == .noun && token - start >= 2)
      return isName && !builder.forms[token + 1].startsUpper && part.xpos != .nns ? token + 2 : nil
    }
    while next < sentence.upperBound, next - token < 4,
      has(builder.words[next], "name_particle") || (next > token && isHyphen(next, builder))
    {
      next += 1
    }
    guard next > token, next < sentence.upperBound, builder.forms[next].startsUpper,
      tokens[next].upos == .propn || builder.forms[next - 1] == "-"
    else { return nil }
    let only = next - token == 1 ? builder.words[token] : ""
    if ["as", "at", "an", "i", "la", "y", "e"].contains(only) { return nil }
    return next + 1
  }

  /// "Incumbent Ecuadorian president": the adjective of a state before what it describes ends a name.
  private func isAdjective(_ token: Int, in sentence: Range<Int>, _ builder: MentionBuilder) -> Bool
  {
    guard token + 1 < sentence.upperBound,
      [.noun, .propn, .adj].contains(builder.parse.tokens[token + 1].upos),
      agents.isTitle(builder.words[token + 1]) || !builder.forms[token + 1].startsUpper
    else { return false }
    return builder.facts.names(at: token, in: builder.words, forms: builder.forms).contains {
      $0.sense == .demonymAdjective
    }
  }

  private func isHyphen(_ token: Int, _ builder: MentionBuilder) -> Bool {
    let tokens = builder.parse.tokens
    return tokens[token].form == "-" && token + 1 < tokens.count
      && tokens[token].span.start == tokens[token - 1].span.end
      && tokens[token].span.end == tokens[token + 1].span.start
  }

  private func isTail(_ token: Int, _ builder: MentionBuilder) -> Bool {
    token > 0 && builder.forms[token - 1] == "-"
  }

  /// "Home Office Minister Jane Doe": the words up to the title are no part of the name.
  private func cut(_ whole: Range<Int>, _ builder: MentionBuilder) -> Range<Int>? {
    let isAddress = whole.count > 1 && has(builder.words[whole.lowerBound], "courtesy")
    let run = isAddress ? whole.dropFirst() : whole
    let address = ((run.lowerBound + 1)..<run.upperBound).first {
      builder.words[$0].hasSuffix(".") && has(builder.words[$0], "honorific")
    }
    if address != nil { return nil }
    guard run.count > 2 else { return run }
    for token in (run.lowerBound + 1)..<(run.upperBound - 1)
    where agents.title(endingAt: token, from: run.lowerBound, words: builder.words) != nil {
      return nil
    }
    return run
  }

  /// "J.", "J" or "H.W."; no "U.S.".
  static func isInitial(_ form: String) -> Bool {
    let scalars = Array(form.unicodeScalars)
    if scalars.count == 4, scalars[0] != "U", scalars[0] != "E" {
      return scalars[0].properties.isUppercase && scalars[1] == "."
        && scalars[2].properties.isUppercase && scalars[3] == "."
    }
    return scalars.count <= 2 && scalars[0].properties.isUppercase
      && (scalars.count == 1 || scalars[1] == ".")
  }

  // MARK: Persons

  /// Whether the words have the shape of a person's name.
  func hasShape(_ run: Range<Int>, _ builder: MentionBuilder) -> Bool {
    let words = run.filter { builder.forms[$0] != "-" }
    guard words.count <= 7, let last = words.last,
      words.count == 1 || !has(builder.words[last], "name_of_thing"),
      !words.contains(where: { has(builder.words[$0], "calendar_name") })
    else { return false }
    return words.allSatisfy { token in
      let scalars = builder.forms[token].unicodeScalars
      return !scalars.contains(where: { $0.properties.numericType != nil })
        && (scalars.count <= 2
          || scalars.dropFirst().contains(where: { $0.properties.isLowercase }))
    }
  }

  /// Two or more proper nouns of a shape that persons' names have, or one that is used like a person.
  func isPerson(_ run: Range<Int>, in sentence: Range<Int>, _ builder: MentionBuilder) -> Bool {
    let parse = builder.parse
    guard hasShape(run, builder) else { return false }
    if builder.actor(forKey: "surname:\(builder.words[run.upperBound - 1])") != nil { return true }
    if isPlace(run, in: sentence, builder) { return false }
    let words = run.filter { builder.forms[$0] != "-" }
    let head = builder.head(of: run)
    let hasFlat = run.contains {
      parse.tokens[$0].deprel == .flat && run.contains(parse.tokens[$0].head)
    }
    let isNamed = hasFlat || run.contains { has(builder.words[$0], "name_particle") }
    if words.count >= 2 {
      let last = builder.words[words.last!]
      return isNamed && !agents.isBody(last)
    }
    if parse.tokens[head].deprel == .nsubj, parse.tokens[head].head >= 0,
      !codebook.reportingWords(lemma: parse.tokens[parse.tokens[head].head].lemma).isEmpty
    {
      return !builder.facts.persons(surname: builder.words[head]).isEmpty
    }
    return false
  }

  /// "in Kryvyi Rih", "Nasir, South Sudan".
  private func isPlace(_ run: Range<Int>, in sentence: Range<Int>, _ builder: MentionBuilder)
    -> Bool
  {
    var before = run.lowerBound - 1
    if before > sentence.lowerBound, builder.words[before] == "the" { before -= 1 }
    return before >= sentence.lowerBound && has(builder.words[before], "locative")
      && builder.parse.tokens[before].upos == .adp
  }
}
